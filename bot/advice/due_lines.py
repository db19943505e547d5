"""A day that something must be done, as it is told: when, on what it rests, and how it came about.
Pure."""

from __future__ import annotations

from bot.advice import wording
from bot.advice.plan import Due
from bot.rules.count import holiday
from bot.words import dates


def due_day(due: Due) -> str:
    """A day as it is counted: "vóór 4 maart 2027", "uiterlijk 4 maart 2027", "4 maart 2027"."""
    return wording.DUE[due.way].format(day=dates.in_words(due.day))


def due_label(due: Due) -> str:
    """What a day rests on: the law with its article, a rule of one's own, or planning."""
    label = wording.DUE_KINDS[due.kind]
    return f"{label}: {due.article}" if due.article else label


def due_notes(due: Due) -> str:
    """How a day came about, where that needs saying: it moved, or its moment is not sure."""
    notes = [wording.IN_SHORT] if due.is_short else []
    if due.fell_on is not None:
        why = holiday(due.fell_on) or wording.day_off(dates.weekday(due.fell_on))
        moved = wording.MOVED_BACK if due.way == "by" else wording.MOVED_ON
        notes.append(moved.format(day=dates.in_words(due.fell_on), why=why))
    if due.is_assumed:
        notes.append(wording.ASSUMED.format(start=due.start))
    return " ".join(notes)


def missed_by_law(due: Due) -> bool:
    """Whether a term of the law is over; a rule of thumb of ours can't be missed."""
    return due.is_over and due.kind == "law"
