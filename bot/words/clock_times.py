"""Times of the clock as people say them, in figures where the part of the day is sure. Pure.

"Half 8" of an evening is 19.30; where a line names no part of the day, an hour that may be of the
morning and of the evening stays as it was said.
"""

from __future__ import annotations

import re
from functools import partial

from bot.words.dates import COUNTS

_HOURS = {name: place for place, name in enumerate(COUNTS, 1) if place <= 12}
_N = rf"(?P<hour>\d{{1,2}}|{'|'.join(_HOURS)})"
_SPOKEN = re.compile(
    rf"(?<!tot )(?<!en )(?<!-)(?<!- )(?<!– )\b(?:half |(?P<quarter>kwart (?:voor|over)) ){_N}\b"
    r"(?! (?:jaar|miljoen|mln))(?: uur\b)?(?! ?(?:tot|-|–|en half))",
    re.IGNORECASE,
)
_END = rf"(?:half |kwart (?:voor|over) )?(?:\d{{1,2}}(?:[.:]\d\d)?|{'|'.join(_HOURS)})"
_SPOKEN_RANGE = re.compile(
    rf"\b(?:van )?(?P<first>(?:half|kwart (?:voor|over)) (?:\d{{1,2}}|{'|'.join(_HOURS)}))"
    rf" ?(?:tot|-|–) ?(?P<last>{_END})(?: ?(?:uur|u)\b)?(?![.:]?\d)",
    re.IGNORECASE,
)
"""From when to when, where the first is no whole hour: "half 4 tot half 5"."""
_WHOLE = re.compile(
    rf"(?<![\d.,:-])(?<!tot )(?<!en )(?<!duurt ){_N} ?(?:uur|u)\b(?! (?:per|de tijd|lang))"
)
_RANGE = re.compile(
    r"\b(?P<way>van|tussen) (?P<first>\d{1,2}) (?P<to>tot|en) (?P<last>\d{1,2})"
    r"(?: ?(?:uur|u)\b)?(?![.:]\d)"
    r"(?! (?:jaar|mensen|weken|dagen|euro|maanden|procent|meter|jan|feb|maart|apr|mei|jun|jul|aug"
    r"|sep|okt|nov|dec))"
)
_PARTS = {
    "ochtend": re.compile(
        r"\bochtend|ochtend\b|ochtends\b|\b'?s ?morgens\b|\bontbijt", re.IGNORECASE
    ),
    "middag": re.compile(r"\bmiddag|middags?\b|\blunch", re.IGNORECASE),
    "avond": re.compile(r"\bavond|avonds?\b", re.IGNORECASE),
}
_NOON = 12
_FIRST_EITHER, _LAST_EITHER = 7 * 60, 9 * 60
"""Nobody meets before seven in the morning; from seven to nine it may be morning and evening."""


def part_of_day(text: str) -> str:
    """The one part of the day that a text names; empty for none or several."""
    named = [part for part, way in _PARTS.items() if way.search(text)]
    return named[0] if len(named) == 1 else ""


def in_figures(line: str, said: str = "") -> str:
    """The line with its spoken times in figures ("half 8" of an evening: "19.30 uur"), where it is
    sure which part of the day is meant. ``said``: the words that name that part, when those are
    not the line itself."""
    part = part_of_day(said or line)
    line = _SPOKEN_RANGE.sub(partial(_spoken_range, part), line)
    line = _RANGE.sub(partial(_range, part), _SPOKEN.sub(partial(_spoken, part), line))
    return _WHOLE.sub(_of_evening, line) if part == "avond" else line


def unsure_of_part(line: str) -> bool:
    """Whether a spoken time in a line may be of the morning and of the evening."""
    return bool(_SPOKEN.search(in_figures(line)))


def _spoken_range(part: str, match: re.Match[str]) -> str:
    first = in_part(part, _on_the_clock(match["first"]))
    last = _on_the_clock(match["last"])
    if first is None:
        return match[0]
    while last <= first:
        last += _NOON * 60
    return f"van {_written(first)} tot {_written(last)} uur"


def _on_the_clock(said: str) -> int:
    """A spoken time in minutes, on a clock of twelve hours."""
    *before, word = said.lower().replace(":", ".").split()
    hour, _, rest = word.partition(".")
    minutes = _hour(hour) * 60 + int(rest or 0)
    return minutes + {"half": -30, "kwart voor": -15, "kwart over": 15}.get(" ".join(before), 0)


def _written(minutes: int) -> str:
    return f"{minutes // 60}.{minutes % 60:02}"


def _spoken(part: str, match: re.Match[str]) -> str:
    hour = _hour(match["hour"])
    quarter = (match["quarter"] or "").lower()
    if not 1 <= hour <= _NOON:
        return match[0]
    minutes = hour * 60 + (15 if quarter.endswith("over") else -15 if quarter else -30)
    minutes = minutes % (_NOON * 60) or _NOON * 60
    told = in_part(part, minutes)
    return match[0] if told is None else f"{_written(told)} uur"


def in_part(part: str, minutes: int) -> int | None:
    """The minutes of the whole day of a time on a clock of twelve hours; None where both may be."""
    is_noon = minutes >= _NOON * 60
    if minutes >= (_NOON + 1) * 60:
        return minutes
    if part == "ochtend":
        return minutes
    if part in ("middag", "avond"):
        is_before = part == "middag" and 10 * 60 <= minutes < _NOON * 60
        return minutes if is_noon or is_before else minutes + _NOON * 60
    if _FIRST_EITHER <= minutes <= _LAST_EITHER:
        return None
    return minutes if minutes > _LAST_EITHER else minutes + _NOON * 60


def _range(part: str, match: re.Match[str]) -> str:
    """From when to when: "van 2 tot 4" of an afternoon."""
    hours = [int(match["first"]), int(match["last"])]
    is_small = all(1 <= hour < _NOON for hour in hours) and hours[0] < hours[1]
    told = [in_part(part, hour * 60) if is_small else hour * 60 for hour in hours]
    if any(each is None for each in told) or (not part and hours[0] >= _FIRST_EITHER // 60):
        told = [hour * 60 for hour in hours]
    first, last = (each // 60 for each in told if each is not None)
    return f"{match['way']} {first} {match['to']} {last} uur" if last <= 24 else match[0]


def _of_evening(match: re.Match[str]) -> str:
    hour = _hour(match["hour"])
    return f"{hour + _NOON}.00 uur" if 5 <= hour < _NOON else match[0]


def _hour(said: str) -> int:
    return int(said) if said.isdecimal() else _HOURS[said.lower()]
