"""Everything that explains an outcome, always from the present answers."""

from bot.rules.change import Change, counterfactuals
from bot.rules.sufficient import Sufficient, sufficient
from bot.rules.why import Reason, why
from bot.rules.why_not import WhyNot, why_not

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
