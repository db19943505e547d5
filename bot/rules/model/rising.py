"""What must run up: more of an answer never gives less of an outcome, or never more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.rules.model.ids import DecisionId, OptionId, Outcome, QuestionId

if TYPE_CHECKING:
    from bot.rules.model.pack import Pack

LADDER = ("informeren", "raadplegen", "adviseren", "coproduceren", "meebeslissen")
"""The rungs of the common ladder that can be compared: who begins a plan themselves stands beside
it."""


@dataclass(frozen=True, slots=True)
class Rising:
    """More of the answer to ``question`` never gives a lower outcome of ``decision`` (``up``), or
    never a higher one (``down``).

    ``order``: the answers from less to more, equal ones together; empty where the kind of the
    question says it. An answer that it leaves out is not compared.
    """

    id: str
    question: QuestionId
    decision: DecisionId
    why: str
    order: tuple[tuple[OptionId, ...], ...] = ()
    direction: Literal["up", "down"] = "up"
    sources: tuple[str, ...] = ()


def heights(pack: Pack, id: DecisionId) -> Mapping[Outcome, int]:
    """How high each outcome of a decision is: by its own order, else by the ladder. What has no
    height is not compared."""
    decision = pack.decision(id)
    if decision.ordered:
        return {outcome: height for height, outcome in enumerate(decision.outcomes)}
    rungs = next((advice.rungs for advice in pack.advices if advice.decision == id), {})
    return {outcome: LADDER.index(rung) for outcome, rung in rungs.items() if rung in LADDER}
