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
Role = Literal["", "decision", "meeting", "deadline", "start"]
"""What happens at a moment, as far as it matters how a day is told of it."""
Surety = Literal["high", "medium"]

_LONGEST = {"days": 90, "working_days": 90, "weeks": 12, "months": 3}
"""A longer term of the law is not moved off a weekend (Algemene termijnenwet, article 4)."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day in a project that a term is counted from: asked (``question``), fixed (``day``), or
    the ``first_of`` some others that is known. ``always``: asked of every project, and not only
    where a term needs it. ``past``: it may be over. ``before``: what it should come before.

    ``cues``: phrases by which a clause says that its day (``{dag}``) is this one; ``over``: moments
    that give way to it where both are named; ``until``: the moment that "tot" makes of it.
    ``asked_with``: answers (``question/option``; ``soort/id`` for a kind of project) with which
    this is the decision that is asked about.
    """

    id: str
    name: str
    question: str = ""
    past: bool = False
    always: bool = False
    day: date | None = None
    first_of: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    role: Role = ""
    over: tuple[str, ...] = ()
    until: str = ""
    asked_with: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """What must happen so long after or before a moment (``start``); without a ``number``: on that
    day, or some time before it.

    ``counts_start``: the day of the moment is the first day of the term. ``gives``: the moment that
    its last day stands in for, as long as that is not known. ``too_late``: what to do when the day
    is over. ``least``: so many working days before the moment it can still be done, in short.
    ``kinds``: only for these kinds of project. ``follows``: a moment that it can only come after.
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
    least: int = 0
    kinds: tuple[str, ...] = ()
    follows: str = ""
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
