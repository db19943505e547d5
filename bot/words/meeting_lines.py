"""Days and times of the clock within a line that a person tells: what is a meeting, and where a
line tells of steps before a decision. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.words.dates import COUNTS, MONTHS, WEEKDAYS

_MONTH = rf"(?:{'|'.join(MONTHS)})"
DAY = re.compile(rf"\b(?:\d{{1,2}} {_MONTH}|(?:{'|'.join(WEEKDAYS)})(?:avond|middag|ochtend)?)\b")
"""A day, once days and months stand there by their names."""
_HALF = rf"half (?:\d{{1,2}}|{'|'.join(COUNTS)})"
_TIME = rf"(?:{_HALF}|\d{{1,2}}[.:]\d\d|\d{{1,2}} ?(?:u|uur))"
_CLOCK = re.compile(rf"\b{_TIME}\b|\b\d{{1,2}} ?- ?\d{{1,2}} ?(?:u|uur)\b")
_PERIOD = re.compile(
    rf"\b(?:tm|t/m|tot en met) (?:\w+ )?\d{{1,2}} {_MONTH}\b"
    r"|\b(?:per|elke|iedere) (?:nacht|dag|week)\b"
)
"""With one of these a line tells how long something lasts: its times are those of every day."""
_DECIDES = re.compile(
    r"\b(?:beslist|beslissen|besluit|stemt|stelt .{0,20}vast|keurt .{0,20}goed)\b"
)
_STEP = re.compile(rf"\b(?:\d{{1,2}} )?{_MONTH}\b|\b\d+ (?:weken|maanden|dagen)\b|\b20\d\d\b")


def is_appointment(line: str) -> bool:
    """Whether a line has a day and a time of the clock, and is about one such day."""
    return bool(DAY.search(line) and _CLOCK.search(line) and not _PERIOD.search(line))


def without_period(line: str) -> str:
    """The line without its times of the clock where those are of every day."""
    return _CLOCK.sub("", line).replace("avond", "") if _PERIOD.search(line) else line


def apart(line: str) -> Iterator[str]:
    """The steps of a line and the decision at its end, where both have a day: "ontwerp ter inzage
    vanaf 11 januari, raad beslist 25 maart" are two things."""
    before, comma, last = line.rpartition(", ")
    steps = before.split(", ")
    is_decision = bool(_DECIDES.search(last) and _STEP.search(last))
    has_steps = all(_STEP.search(step) and not _DECIDES.search(step) for step in steps)
    yield from (before, last) if comma and is_decision and has_steps else (line,)
