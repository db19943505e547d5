"""How many points some answers give, as far as that is settled."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.residual import Residual, residual
from bot.rules.explain.why import Trace
from bot.rules.model.answers import Answer
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.ids import InputId
from bot.rules.model.questions.registry import kind_of


def earned(compiled: Compiled, given: Mapping[str, Answer], decision: Decision) -> Fraction | None:
    """The points that these answers give, when what is looked at is settled; None while it is open,
    and for a decision that counts none."""
    if not decision.logic.has_points:
        return None
    left = residual(compiled, given)
    for rule in decision.logic.rules:
        if not left.settled(compiled.fires[decision.id][rule.id]):
            return None
        if rule.input is not None and not _settled(compiled, left, given, rule.input):
            return None
    return decision.logic.points(Trace(compiled, given, decision.id).value_of)


def _settled(
    compiled: Compiled, left: Residual, given: Mapping[str, Answer], name: InputId
) -> bool:
    """Whether the value that gives points is known."""
    if name in compiled.decisions:
        return left.settled(compiled.roots[name])
    applies = left.truth(compiled.applies[name])
    answer = given.get(name)
    if not applies or answer is None or answer.status != "given":
        return applies is False
    return kind_of(compiled.questions[name]).is_settled(answer)
