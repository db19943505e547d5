"""Whether it can still be done: the days of one project as a short plan. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.advice.due_lines import missed_by_law
from bot.advice.heard import each
from bot.advice.plan import Due, Meeting, Plan, dues
from bot.rules.count import is_working_day
from bot.rules.diagram.compile import Compiled
from bot.rules.model.book import AnswerBook

MOST = 8
"""So many days are told at once."""
Stand = Literal["in_time", "in_short", "law_over"]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """How it stands until the ``day`` of what is called ``name``, with so many whole working days
    between: what is over by law, what is for this week, and what comes, by day. What comes is a
    due, or what a person told: its name, and of a meeting when and where."""

    stand: Stand
    name: str
    day: date
    working_days: int
    over: tuple[Due, ...]
    now: tuple[Due, ...]
    coming: tuple[tuple[date, Due | tuple[str, Meeting | None]], ...]


def reckon(
    compiled: Compiled, book: AnswerBook, plan: Plan, today: date, kind: str = ""
) -> Reckoned | None:
    """How it stands; None while no day to come was told."""
    pack = compiled.pack
    told = [(name, day, more) for _, name, day, more in each(pack, plan) if day >= today]
    if not told:
        return None
    name, last = _towards(compiled, plan, today) or max(told, key=lambda one: one[1])[:2]
    every = [due for due in dues(compiled, book, plan, today, kind) if not due.is_for_all]
    over = tuple(filter(missed_by_law, every))
    now = tuple(due for due in every if due.is_over and not missed_by_law(due))
    days: list[tuple[date, Due | tuple[str, Meeting | None]]] = [
        (day, (name, more)) for name, day, more in told
    ]
    days += [(due.day, due) for due in every if not due.is_over]
    coming = sorted(days, key=lambda one: one[0])
    is_short = bool(now) or any(isinstance(due, Due) and due.is_short for _, due in coming)
    stand: Stand = "law_over" if over else "in_short" if is_short else "in_time"
    count = _between(compiled, today, last)
    return Reckoned(stand, name, last, count, over, now, tuple(coming[:MOST]))


def _towards(compiled: Compiled, plan: Plan, today: date) -> tuple[str, date] | None:
    """The first decision to come."""
    moments = (moment for moment in compiled.pack.moments if moment.role == "decision")
    ahead = [(day, moment.name) for moment in moments if (day := plan.day(moment.id))]
    first = min((one for one in ahead if one[0] >= today), default=None)
    return (first[1], first[0]) if first else None


def _between(compiled: Compiled, today: date, last: date) -> int:
    """The whole working days between two days."""
    free = {free_day.day for free_day in compiled.pack.free_days}
    days = (today + timedelta(days=ahead) for ahead in range(1, (last - today).days))
    return sum(is_working_day(day, free) for day in days)
