"""What was heard of days becomes part of a plan, once a person agrees. Pure.

Nothing is guessed: a day that is gone counts only where it may be over, and of two days for one
thing neither is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from bot.advice.plan import Meeting, Plan
from bot.rules.model.pack import Pack
from bot.rules.model.terms import Moment
from bot.words.told_days import ToldDay

OPEN = "besluit_open"
"""The moment of a decision of which nobody said who takes it."""


def heard(pack: Pack, told: Iterable[ToldDay], plan: Plan, decider: str = "") -> Plan:
    """What these days add to a plan. ``decider``: the moment of who decides, where that is known:
    a decision without a name is theirs."""
    kept = [one for one in told if _counts(pack, one)]
    days: dict[str, date] = {}
    unsure: set[str] = set()
    meetings: list[Meeting] = []
    for one in kept:
        moment, day = pack.moment(one.moment), one.days.first
        if moment is not None and moment.role == "meeting":
            meetings.append(Meeting(day, one.clock, one.where))
            continue
        unsure |= {one.moment} if days.get(one.moment, day) != day else set()
        days[one.moment] = day
    days = _of_who_decides({id: day for id, day in days.items() if id not in unsure}, plan, decider)
    if meetings:
        days[_meeting(pack).id] = min(each.day for each in meetings)
    new = {id: day for id, day in days.items() if plan.day(id) != day}
    more = tuple(each for each in _by_day(meetings) if each not in plan.meetings)
    if more and not new:
        new = {_meeting(pack).id: min(each.day for each in more)}
    return Plan(days=tuple(new.items()), meetings=more)


def joined(pack: Pack, plan: Plan, more: Plan, today: date) -> Plan:
    """A plan with what was heard; what was told last of a day counts."""
    days = {**dict(plan.days), **dict(more.days)}
    if OPEN in days and any(days[OPEN] == day for id, day in days.items() if _decides(pack, id)):
        del days[OPEN]
    meetings = {each.day: each for each in (*plan.meetings, *more.meetings)}
    ahead = [day for day in sorted(meetings) if day >= today]
    if ahead and more.meetings:
        days[_meeting(pack).id] = ahead[0]
    kept = tuple(meetings[day] for day in sorted(meetings))
    return replace(plan, days=tuple(days.items()), meetings=kept)


def without(pack: Pack, more: Plan, day: str) -> Plan:
    """What was heard without one moment, or without one meeting (by its day)."""
    meetings = tuple(each for each in more.meetings if each.day.isoformat() != day)
    days = {id: at for id, at in more.days if id != day and not _is_meeting(pack, id)}
    if meetings:
        days[_meeting(pack).id] = min(each.day for each in meetings)
    return Plan(days=tuple(days.items()), meetings=meetings)


def each(pack: Pack, more: Plan) -> Iterator[tuple[str, str, date, Meeting | None]]:
    """Everything that was heard: what names it, what it is called, its day; the first day first."""
    found: list[tuple[str, str, date, Meeting | None]] = []
    told = {one.day for one in more.meetings}
    for id, day in more.days:
        moment = pack.moment(id)
        if moment is not None and not (moment.role == "meeting" and day in told):
            found.append((id, moment.name, day, None))
    name = _meeting(pack).name if more.meetings else ""
    found += [(one.day.isoformat(), name, one.day, one) for one in more.meetings]
    yield from sorted(found, key=lambda one: one[2])


def _counts(pack: Pack, told: ToldDay) -> bool:
    moment = pack.moment(told.moment)
    if moment is None or not told.exact or told.weekday:
        return False
    return moment.past or not told.is_over


def _of_who_decides(days: dict[str, date], plan: Plan, decider: str) -> dict[str, date]:
    """The days, with a decision without a name under who takes it, where that is one."""
    named = days.get(OPEN)
    if named is None:
        return days
    rest = {id: day for id, day in days.items() if id != OPEN}
    if decider and plan.day(OPEN) is None:
        return {decider: named, **rest} if decider not in rest else rest
    return days


def _meeting(pack: Pack) -> Moment:
    return next(moment for moment in pack.moments if moment.role == "meeting")


def _is_meeting(pack: Pack, id: str) -> bool:
    moment = pack.moment(id)
    return moment is not None and moment.role == "meeting"


def _decides(pack: Pack, id: str) -> bool:
    moment = pack.moment(id)
    return id != OPEN and moment is not None and moment.role == "decision"


def _by_day(meetings: Iterable[Meeting]) -> Iterator[Meeting]:
    yield from sorted(dict.fromkeys(meetings), key=lambda one: one.day)
