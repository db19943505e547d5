"""The dates of a project: what a person told of them, and what must happen on which day. Pure.

Every day follows from a term of the pack; nothing is guessed but what a term itself stands in for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from bot.rules.count import Counted, last_day
from bot.rules.diagram.compile import Compiled
from bot.rules.model.book import AnswerBook, cell_answers
from bot.rules.model.content import is_valid_on
from bot.rules.model.pack import Pack
from bot.rules.model.terms import Moment, Term, TermKind
from bot.rules.query import saying_status


@dataclass(frozen=True, slots=True)
class Meeting:
    """A day on which people meet, with the time and the place as they were said."""

    day: date
    clock: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a person told: what it is about (no persons), the place, the days of moments, and of
    ``meetings`` more than the day."""

    subject: str = ""
    place: str = ""
    days: tuple[tuple[str, date], ...] = ()
    meetings: tuple[Meeting, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was told."""
        return not (self.subject or self.place or self.days)

    def day(self, moment: str) -> date | None:
        """The day that was told of a moment."""
        return dict(self.days).get(moment)


Way = Literal["before", "by", "on"]


@dataclass(frozen=True, slots=True)
class Due:
    """What must happen before, by or on a day (``way``).

    ``start``: the moment that it was counted from, and ``is_assumed``: whether its day only
    follows from the planning. ``fell_on``: the day on which it would have ended but for a weekend
    or a holiday. ``is_over``: the day is gone, and ``then`` says what to do.
    ``is_for_all``: it rests on a day that a pack fixed for everybody, and may say nothing of this
    project. ``is_short``: the usual day is gone, and this is the last on which it can be done.
    """

    id: str
    name: str
    kind: TermKind
    day: date
    text: str
    start: str
    then: str = ""
    article: str = ""
    way: Way = "on"
    is_assumed: bool = False
    is_over: bool = False
    is_for_all: bool = False
    is_short: bool = False
    fell_on: date | None = None


def dues(
    compiled: Compiled, book: AnswerBook, plan: Plan, today: date, kind: str = ""
) -> tuple[Due, ...]:
    """Everything that must happen and of which the day is known, the first day first. ``kind``: the
    id of the kind of project. What was planned before a day that is gone is not told any more."""
    pack, days = compiled.pack, _Days(compiled.pack, plan, today)
    free = frozenset(free_day.day for free_day in pack.free_days)
    made: list[Due] = []
    for term in _by_need(holding(compiled, book, kind)):
        start = days.of(term.start)
        if start is None or (_is_planned_before(term) and start < today):
            continue
        counted = last_day(term, start, free)
        due = _due(pack, term, counted, today, is_assumed=days.is_assumed(term.start))
        after = max(today - _DAY, days.of(term.follows) or date.min)
        made.append(_in_short(term, start, free, due, after) if due.day <= after else due)
        days.stand_in(term.gives, counted.day)
    return tuple(sorted(made, key=lambda due: due.day))


_DAY = timedelta(days=1)


def _is_planned_before(term: Term) -> bool:
    return term.kind == "planning" and term.direction == "before"


def _in_short(term: Term, start: date, free: frozenset[date], due: Due, after: date) -> Due:
    """What is planned on a day that can't be (it is gone, or not ``after`` what it follows), on the
    last day on which it can still be done; over when there is none."""
    if not _is_planned_before(term):
        return due
    over = replace(due, is_over=True)
    if not term.least:
        return over
    day = last_day(replace(term, number=term.least, unit="working_days"), start, free).day
    if day <= after:
        return over
    return replace(due, day=day, is_over=False, is_short=True, fell_on=None)


def to_tell(compiled: Compiled, book: AnswerBook, plan: Plan, kind: str = "") -> tuple[Moment, ...]:
    """The moments that a term which holds is counted from, and of which no day was told."""
    pack = compiled.pack
    wanted = {term.start for term in holding(compiled, book, kind)}
    return tuple(
        moment
        for moment in pack.moments
        if moment.question and moment.id in wanted and plan.day(moment.id) is None
    )


def holding(compiled: Compiled, book: AnswerBook, kind: str = "") -> tuple[Term, ...]:
    """The terms that certainly hold for some piece of a project of this kind."""
    views = [cell_answers(compiled.pack, book, cell) for cell in book.cells]
    return tuple(
        term
        for term in compiled.pack.terms
        if is_valid_on(term, compiled.on)
        and (not term.kinds or kind in term.kinds)
        and any(saying_status(compiled, view, term.when) == "holds" for view in views)
    )


def known_days(pack: Pack, plan: Plan) -> Mapping[str, date]:
    """The days of moments that were told, are fixed, or are the first of those."""
    days = _Days(pack, plan, date.max)
    of = {moment.id: days.of(moment.id) for moment in pack.moments}
    return {name: day for name, day in of.items() if day is not None}


def too_early(pack: Pack, plan: Plan, moment: Moment, day: date) -> Moment | None:
    """A moment that this one should come before, and that lies before it; else None."""
    for name in moment.before:
        other, told = pack.moment(name), plan.day(name)
        if other is not None and told is not None and told < day:
            return other
    for other in pack.moments:
        told = plan.day(other.id)
        if moment.id in other.before and told is not None and day < told:
            return other
    return None


class _Days:
    """The days of moments: as they were told, fixed, or given by a term for the time being."""

    def __init__(self, pack: Pack, plan: Plan, today: date) -> None:
        self._pack, self._today = pack, today
        fixed = {moment.id: moment.day for moment in pack.moments if moment.day is not None}
        self._known: dict[str, date] = {**fixed, **dict(plan.days)}
        self._given: dict[str, date] = {}

    def of(self, name: str) -> date | None:
        """The day of a moment, if it is known."""
        moment = self._pack.moment(name)
        names = (name, *(moment.first_of if moment else ()))
        every: Mapping[str, date] = {**self._given, **self._known}
        return next((every[each] for each in names if each in every), None)

    def is_assumed(self, name: str) -> bool:
        """Whether the day of a moment only follows from the planning."""
        return name in self._given and name not in self._known

    def stand_in(self, name: str, day: date) -> None:
        """A term gives this moment its day, unless that is gone."""
        if name and day >= self._today:
            self._given.setdefault(name, day)


def _by_need(terms: tuple[Term, ...]) -> Iterator[Term]:
    """The terms, what gives a moment its day before what counts from that moment."""
    left, wanted = list(terms), {term.gives for term in terms if term.gives}
    while left:
        ready = [term for term in left if term.start not in wanted] or left
        yield from ready
        left = [term for term in left if term not in ready]
        wanted = {term.gives for term in left if term.gives}


def _way(term: Term) -> Way:
    if term.direction != "before":
        return "on"
    return "by" if term.number else "before"


def _due(pack: Pack, term: Term, counted: Counted, today: date, *, is_assumed: bool) -> Due:
    moment = pack.moment(term.start)
    return Due(
        id=term.id,
        name=term.name,
        kind=term.kind,
        day=counted.day,
        text=term.text,
        start=moment.name if moment else "",
        then=term.too_late,
        article=term.article,
        way=_way(term),
        is_assumed=is_assumed,
        is_over=counted.day < today,
        is_for_all=moment is not None and moment.day is not None,
        fell_on=counted.moved_from,
    )
