"""The clock of a running order: times that follow from what a person told of the meeting. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.advice import wording
from bot.rules.model.slots import MINUTES
from bot.words.meeting_lines import is_appointment
from bot.words.phrases import both
from bot.words.sessions import length, sessions

TEMPLATE = 90
"""The minutes that a pack counts with after the beginning; a shorter or longer meeting has all its
parts in proportion."""
MOST_TOGETHER = 2
"""The times of so many meetings stand beside each other; of more only those of the first."""
STEP = 5
"""A part takes a whole number of these minutes."""


def hour(id: str, lines: Sequence[str]) -> str:
    """A time of the clock ("voor_90", "na_20"), of each meeting where there are more; in words
    while nobody told when it begins."""
    match = MINUTES.fullmatch(id)
    if match is None:
        return ""
    before, minutes = match["way"] == "voor", int(match["minutes"])
    found = sessions(lines)
    after = -minutes if before else _in_proportion(minutes, lasts(lines) or TEMPLATE)
    starts = [one.start for one in found if one.start is not None]
    if starts and len(starts) == len(found):
        shown = starts if len(starts) <= MOST_TOGETHER else starts[:1]
        return both([_clock(start + after) for start in shown])
    return _in_words(abs(after), before=before)


def lasts(lines: Sequence[str]) -> int | None:
    """How many minutes the meeting lasts, the shortest of several; None when nobody told."""
    told = [one.minutes for one in sessions(lines) if one.minutes]
    said = [minutes for line in lines if (minutes := length(line))]
    return min(told, default=None) or min(said, default=None)


def about(lines: Sequence[str]) -> str:
    """What whoever reads the running order has to know of its times."""
    minutes, found = lasts(lines), sessions(lines)
    told = (
        wording.LASTS.format(count=minutes) if minutes else wording.RECKONED.format(count=TEMPLATE)
    )
    several = wording.SEVERAL if 1 < len(found) <= MOST_TOGETHER else ""
    days = wording.FIRST_DAY if sum(is_appointment(line) for line in lines) > 1 else ""
    return " ".join(filter(None, (told, several or days)))


def _in_proportion(minutes: int, whole: int) -> int:
    if minutes >= TEMPLATE:
        return whole + minutes - TEMPLATE
    share = minutes * whole / TEMPLATE / STEP
    return min(whole, max(STEP * bool(minutes), STEP * round(share)))


def _clock(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours % 24}.{rest:02}"


def _in_words(minutes: int, *, before: bool) -> str:
    if not minutes:
        return wording.BEGIN
    whole = not minutes % 60
    told = wording.HOURS if whole else wording.MINUTES
    return told["before" if before else "after"].format(count=minutes // 60 if whole else minutes)
