"""How long a meeting lasts and when it begins, as far as a person says so. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.words.clock_times import in_figures, in_part, part_of_day, unsure_of_part
from bot.words.dates import COUNTS, MONTHS
from bot.words.meeting_lines import is_appointment
from bot.words.soon import clock

_NAMES = tuple(COUNTS)
_HOUR = rf"(?:half (?:\d{{1,2}}|{'|'.join(_NAMES)})|\d{{1,2}}(?:[.:]\d\d)?)"
_RANGE = re.compile(
    rf"(?<![\d.])(?P<first>{_HOUR})(?: uur)? ?(?:-|–|tot(?! en met)) ?(?P<last>{_HOUR})(?![\d.]*\d)"
    rf"(?! (?:{'|'.join(MONTHS)}|mensen|euro|weken|dagen|jaar|procent|meter))",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\b(?P<hours>\d|een|één|anderhalf|twee|drie) ?(?:u|uur|uurtje)\b(?! per| p)"
    r"(?: de tijd)?(?= hebben| hebt| heb|$|,|\.| duurt| lang| niet| en niet)"
    r"|\b(?P<minutes>\d{2,3}) ?(?:min|minuten)\b",
    re.IGNORECASE,
)
_TIMED = rf"(?:half (?:\d{{1,2}}|{'|'.join(_NAMES)})\b|\d{{1,2}}[.:]\d\d|\d{{1,2}}(?= uur\b))"
_TWO = re.compile(
    rf"\b(?P<first>{_TIMED}|\d{{1,2}}(?= en [\d.:]+ uur\b))(?: uur)? en (?:om )?(?P<last>{_TIMED})",
    re.IGNORECASE,
)
"""Two times on one day: "14 en 19.30 uur"."""
_HALF = re.compile(r"\bhalf (\d{1,2})\b", re.IGNORECASE)
_WITHIN = re.compile(r"\btussen (\d{1,2}(?:[.:]\d\d)?)(?: uur)? en (?=\d)", re.IGNORECASE)
_AT = re.compile(r"\b(\d{1,2})(?:[:.](\d\d)| ?uur)")
_WHOLE = {"een": 60, "één": 60, "anderhalf": 90, "twee": 120, "drie": 180}
_NOON = 12 * 60
_EARLY, _LATE = 7 * 60, 11 * 60
"""From here to there an hour may be of the morning and of the evening."""
_SHORTEST, _LONGEST = 20, 8 * 60


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting. ``start``: in minutes after midnight, None where nobody can tell morning from
    evening; ``minutes``: how long it lasts, None where that is not told."""

    start: int | None
    minutes: int | None = None


def sessions(lines: Iterable[str]) -> tuple[Session, ...]:
    """The meetings in these lines, each with a day of its own; else those of the first line that
    names a time."""
    found = [(line, _of_line(line)) for line in lines]
    dated = [each for line, each in found if each and is_appointment(line)]
    first = next((each for _, each in found if each), ())
    return tuple(one for each in dated for one in each) if len(dated) > 1 else first


def _of_line(said: str) -> tuple[Session, ...]:
    """The meetings of one line; none where it names no time."""
    line = _WITHIN.sub(r"\1 tot ", in_figures(said))
    found = tuple(filter(None, (_session(match, line) for match in _RANGE.finditer(line))))
    if found:
        return found
    if two := _TWO.search(line):
        return tuple(Session(_begins(two[each], line)) for each in ("first", "last"))
    if unsure_of_part(line):
        return (Session(None),)
    is_timed = clock(_HALF.sub(_in_a_word, line)) is not None
    return (Session(_begins_once(line)),) if is_timed else ()


def _begins_once(line: str) -> int | None:
    """When the one meeting of a line begins; None where that may be morning and evening."""
    match = _AT.search(line)
    return in_part(part_of_day(line), int(match[1]) * 60 + int(match[2] or 0)) if match else None


def _begins(said: str, line: str) -> int | None:
    """When a meeting begins; small hours by the part of the day that its line names."""
    part = next((part for part in ("ochtend", "middag") if part in line.lower()), "")
    return clock(f"{part} {_HALF.sub(_in_a_word, said)} uur")


def length(text: str) -> int | None:
    """How many minutes a text says that a meeting lasts ("2 uur hebben we", "60 minuten")."""
    match = _LASTS.search(text)
    if match is None:
        return None
    if match["minutes"]:
        return int(match["minutes"])
    said = match["hours"].lower()
    return _WHOLE.get(said) or int(said) * 60


def _in_a_word(match: re.Match[str]) -> str:
    hour = int(match[1])
    return f"half {_NAMES[hour - 1]}" if 1 <= hour <= len(_NAMES) else match[0]


def _session(match: re.Match[str], line: str) -> Session | None:
    first, last = _minutes(match["first"]), _minutes(match["last"])
    if first is None or last is None:
        return None
    minutes = (last - first) % _NOON if max(first, last) < 13 * 60 else last - first
    if not _SHORTEST <= minutes <= _LONGEST:
        return None
    return Session(_start(first, last, line.lower()), minutes)


def _start(first: int, last: int, line: str) -> int | None:
    """When it begins; small hours are of the afternoon, and of the evening where that is said."""
    if first >= _LATE or "ochtend" in line or last == _NOON:
        return first
    if first < _EARLY or "avond" in line:
        return first + _NOON
    has_minutes = re.search(r"\b\d{1,2}[.:]\d\d", line)
    return first if has_minutes or last > _NOON or first > last else None


def _minutes(said: str) -> int | None:
    half, _, word = said.lower().rpartition("half ")
    is_half = said.lower().startswith("half ")
    number = _NAMES.index(word) + 1 if word in _NAMES else None
    hour, _, rest = word.replace(":", ".").partition(".")
    whole = number if number is not None else int(hour) if hour.isdecimal() else None
    if whole is None or whole > 24 or half:
        return None
    return whole * 60 + int(rest or 0) - (30 if is_half else 0)
