"""Counts terms over the calendar, as the Algemene termijnenwet does. Pure: the calendar is data.

A term counts from the day after its moment. One that ends on a Saturday, a Sunday or a holiday
goes on to the next working day (article 1), and one of three days or more holds two working days
at least (article 2). What is counted back is planning, and goes to the working day before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from holidays import country_holidays

from bot.rules.model.terms import Term

_DAY = timedelta(days=1)
LEAST_OF_TWO = 3
"""From so many days on, a term of the law holds at least two working days."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The last day of a term, and the day on which it would have ended but for the weekend."""

    day: date
    moved_from: date | None = None


@cache
def holiday(day: date) -> str:
    """The Dutch name of a general holiday, Good Friday and every fifth of May among them; empty
    when it is none."""
    return str(_holidays(day.year).get(day, ""))


@cache
def _holidays(year: int) -> dict[date, str]:
    kinds = ("public", "optional")
    return dict(country_holidays("NL", years=year, categories=kinds, language="nl"))


def is_working_day(day: date, free: Iterable[date]) -> bool:
    """Whether it is no Saturday, Sunday or holiday, nor a ``free`` day that is equal to one."""
    return day.weekday() < 5 and not holiday(day) and day not in free


def last_day(term: Term, start: date, free: Iterable[date] = ()) -> Counted:
    """The day on which a term from this day ends. ``free``: the days that are equal to holidays.

    Raises OverflowError beyond the calendar.
    """
    if term.direction == "on" or not term.number:
        return Counted(start)
    free = frozenset(free)
    back = term.direction == "before"
    first = start if not term.counts_start else start + (_DAY if back else -_DAY)
    day = _away(term, first, free, -1 if back else 1)
    if not (back or term.is_extended):
        return Counted(day)
    worked = _worked(day, free, -_DAY if back else _DAY)
    if not back and term.unit == "days" and term.number >= LEAST_OF_TWO:
        worked = max(worked, _second_working_day(first, free))
    return Counted(worked, day if worked != day else None)


def _worked(day: date, free: frozenset[date], step: timedelta) -> date:
    """This day, or the first one from it that is a working day."""
    while not is_working_day(day, free):
        day += step
    return day


def _second_working_day(before: date, free: frozenset[date]) -> date:
    return _worked(_worked(before + _DAY, free, _DAY) + _DAY, free, _DAY)


def _away(term: Term, start: date, free: frozenset[date], way: int) -> date:
    """So far from a day, one ``way`` (1) or the other (-1)."""
    if term.unit == "months":
        return _months(start, way * term.number)
    if term.unit == "working_days":
        day, left = start, term.number
        while left:
            day += way * _DAY
            left -= is_working_day(day, free)
        return day
    days = term.number * (7 if term.unit == "weeks" else 1)
    return start + timedelta(days=way * days)


def _months(start: date, months: int) -> date:
    """The same day of another month, or its last day when it has no such day."""
    place = start.year * 12 + start.month - 1 + months
    year, month = place // 12, place % 12 + 1
    after = date(year + month // 12, month % 12 + 1, 1)
    return min(after - _DAY, date(year, month, 1) + timedelta(days=start.day - 1))
