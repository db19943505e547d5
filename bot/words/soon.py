"""Whether a text tells of a meeting within a day, and when it begins, or cries for help now."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.words.normal import normal

_TODAY = re.compile(
    r"\b(vanavond|vanmiddag|straks om|over (?:een|\d+|half) (?:half )?uur(?:tje)?)\b"
)
_TOMORROW = re.compile(r"\b(morgenavond|morgenmiddag|morgenochtend)\b")
_MEETING = re.compile(
    r"\b(bijeenkomst|bewonersavond|inloop\w*|zaal|avond|vergadering|informatieavond|inspraak\w*|"
    r"overleg|gesprek)\b"
)
_FURIOUS = re.compile(r"\b(woeste?|woedende?|laaiend|razend|hels)\b")
_CROSS = re.compile(r"\b(boos|boze|kwaad|kwade|ruzie)\b")
_AT_THE_DOOR = re.compile(
    r"\bsta(?:at|an|) (?:\w+ )?(?:hier|bij ons|voor (?:\w+ ){1,2}(?:deur|balie|zaal))\b"
)
_CRY = re.compile(r"\b(help|paniek|wat moet ik nu(?: doen)?)\b")
_NOW = re.compile(r"\b(nu(?! moet)|vandaag|straks|morgen)\b")
_LATER = re.compile(
    r"\b\d{1,2} (?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)\w*\b"
    r"|\bvolgende? (?:week|maand|jaar)\b|\bover \w+ (?:dagen|weken|maanden|maand|week)\b"
    r"|\bin (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
    r"|december)\b"
)
"""A day that is not this one: a cry beside it is no evening of today."""
_NOT = re.compile(r"\b(niet|geen|nooit) (?:\w+ )?(?:vanavond|morgen)\b")
_PARTS = {"ochtend": 10 * 60, "middag": 14 * 60}
"""When it begins in this part of a day, when no clock is named."""
_CLOCK = re.compile(r"\b(\d{1,2})(?:[:.](\d{2})| ?uur)")
_IN_HOURS = re.compile(r"\bover (\d+|een) uur")
_HALF = re.compile(r"\bhalf (\w+)\b")
_HOURS = {
    **{"een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8},
    **{"negen": 9, "tien": 10, "elf": 11, "twaalf": 12},
}
_NOON, _EARLY = 12, 11
"""An hour below this is one of the evening."""


@dataclass(frozen=True, slots=True)
class Soon:
    """What is near. ``days``: 0 for today, 1 for tomorrow; ``clock``: minutes after midnight, and
    ``hours`` how many hours from now, where a text says so. Without a meeting there is anger."""

    meeting: bool
    days: int = 0
    clock: int | None = None
    hours: int | None = None


def soon(text: str) -> Soon | None:
    """What a text tells of the coming day; None when it tells of nothing so near."""
    said = normal(text)
    if _NOT.search(said):
        return None
    if _TODAY.search(said):
        return Soon(meeting=True, clock=_clock(text), hours=_hours(said))
    tomorrow = re.search(r"\bmorgen\b", said) and _MEETING.search(said)
    if _TOMORROW.search(said) or tomorrow:
        return Soon(meeting=True, days=1, clock=_clock(text))
    return Soon(meeting=False) if _is_urgent(said) else None


def _is_urgent(said: str) -> bool:
    """Anger with a cry for help or right now; anger alone, or about a later day, can wait."""
    is_furious = bool(_FURIOUS.search(said))
    if not is_furious and not _CROSS.search(said):
        return False
    if _AT_THE_DOOR.search(said):
        return True
    calls = _CRY.search(said) or (is_furious and _NOW.search(said))
    return bool(calls) and not _LATER.search(said)


def _clock(text: str) -> int | None:
    """The time of day in a text, or of the part of the day that it names."""
    told = clock(text)
    return _PARTS.get(_part(text)) if told is None else told


def _part(text: str) -> str:
    return next((part for part in _PARTS if part in text.lower()), "")


def clock(text: str) -> int | None:
    """The time of day that a text names, in minutes; small hours are of the part of the day that is
    named, or else of the evening. None when it names no time."""
    low = text.lower()
    if (match := _HALF.search(low)) and match[1] in _HOURS:
        return (_HOURS[match[1]] - 1 + _NOON) * 60 + 30
    bare = _IN_HOURS.sub(" ", low)
    match = _CLOCK.search(bare)
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return None
    hour = int(match[1])
    is_late = hour < _EARLY and _part(text) != "ochtend"
    return (hour + _NOON if is_late else hour) * 60 + int(match[2] or 0)


def _hours(said: str) -> int | None:
    match = _IN_HOURS.search(said)
    return None if match is None else 1 if match[1] == "een" else int(match[1])
