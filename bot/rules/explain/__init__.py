"""Everything that explains an outcome, always from the present answers."""

from bot.rules.explain.change import Change, counterfactuals
from bot.rules.explain.sufficient import Sufficient, sufficient
from bot.rules.explain.why import Reason, why
from bot.rules.explain.why_not import WhyNot, why_not

__all__ = [
    "Change",
    "Reason",
    "Sufficient",
    "WhyNot",
    "counterfactuals",
    "sufficient",
    "why",
    "why_not",
]
