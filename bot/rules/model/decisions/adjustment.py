"""Shifts of the outcome of another decision."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rules.model.conditions import Condition
from bot.rules.model.ids import DecisionId, Outcome


@dataclass(frozen=True, slots=True)
class Shift:
    """If ``when`` holds, move ``steps`` along the order, within ``at_least`` and ``at_most``.

    A bound never moves an outcome against the direction of the step.
    """

    id: str
    when: Condition
    steps: int
    at_most: Outcome | None = None
    at_least: Outcome | None = None
    why: str = ""
    sources: tuple[str, ...] = ()
    interpretation: str = ""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Moves the outcome of decision ``base`` by every shift that holds, one after the other."""

    base: DecisionId
    shifts: tuple[Shift, ...]
