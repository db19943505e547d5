"""The days of a project as the rows of a table: what a person told, and what follows. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias

from bot.advice.due_lines import due_day, due_label, due_notes
from bot.advice.plan import Due, Plan
from bot.words import dates
from bot.words.phrases import capital

Row: TypeAlias = tuple[str, ...]
Rows: TypeAlias = Mapping[tuple[date, str], Row]
"""A day and what it is -> when, what, and on what that rests."""


def told_days(plan: Plan, moments: Mapping[str, str], today: date) -> Rows:
    """The days that a person told, with what happens then; ``moments``: what they are called."""
    return {
        (day, name): (dates.in_words(day), capital(name), "")
        for moment, day in plan.days
        if day >= today and (name := moments.get(moment, ""))
    }


def planning(dues: Iterable[Due], told: Rows) -> Iterable[Row]:
    """All days in their order, with what to do."""
    rows = {
        (due.day, due.name): (
            due_day(due),
            f"{due.name}. {due.text} {due_notes(due)}".rstrip(),
            due_label(due),
        )
        for due in _ahead(dues)
    }
    return _in_order({**told, **rows})


def days(dues: Iterable[Due], told: Rows) -> Iterable[Row]:
    """The days that were told and those of the law, without our own rules of thumb, for who needs
    no advice about them."""
    rows = {
        (due.day, due.name): (due_day(due), due.name, due_label(due))
        for due in _ahead(dues)
        if due.kind != "planning"
    }
    return _in_order({**told, **rows})


def _ahead(dues: Iterable[Due]) -> Iterable[Due]:
    return (due for due in dues if not due.is_over and not due.is_for_all)


def _in_order(rows: Rows) -> Iterable[Row]:
    return (row for _, row in sorted(rows.items()))
