"""What a pack says of dates: the moments that a term is counted from, the terms, and days that
count as holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.rules.model.conditions import Condition

TermKind = Literal["law", "own_rule", "planning"]
Direction = Literal["after", "before", "on"]
Unit = Literal["days", "working_days", "weeks", "months"]
Surety = Literal["high", "medium"]

_LONGEST = {"days": 90, "working_days": 90, "weeks": 12, "months": 3}
"""A longer term of the law is not moved off a weekend (Algemene termijnenwet, article 4)."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day in a project that a term is counted from: asked (``question``), fixed (``day``), or
    the ``first_of`` some others that is known. ``always``: asked of every project, and not only
    where a term needs it. ``past``: it may be over. ``before``: what it should come before."""

    id: str
    name: str
    question: str = ""
    past: bool = False
    always: bool = False
    day: date | None = None
    first_of: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """What must happen so long after or before a moment (``start``); without a ``number``: on that
    day, or some time before it.

    ``counts_start``: the day of the moment is the first day of the term. ``gives``: the moment that
    its last day stands in for, as long as that is not known. ``too_late``: what to do when the day
    is over.
    """

    id: str
    when: Condition
    name: str
    kind: TermKind
    start: str
    direction: Direction
    text: str
    number: int = 0
    unit: Unit = "days"
    counts_start: bool = False
    extends: bool | None = None
    """Whether it moves to a working day; None: as its kind does."""
    too_late: str = ""
    article: str = ""
    surety: Surety | None = None
    gives: str = ""
    sources: tuple[str, ...] = ()
    interpretation: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def is_extended(self) -> bool:
        """Whether its last day moves to the next working day when it is none itself."""
        if self.extends is not None:
            return self.extends
        counts_on = self.direction == "after" and self.number > 0
        return self.kind == "law" and counts_on and self.number <= _LONGEST[self.unit]


@dataclass(frozen=True, slots=True)
class FreeDay:
    """A day that was made equal to a holiday."""

    id: str
    day: date
    sources: tuple[str, ...] = ()
