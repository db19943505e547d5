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
_TIME = rf"(?:{_HALF}|kwart (?:voor|over) \w+|\d{{1,2}}[.:]\d\d|\d{{1,2}} ?(?:u|uur))"
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


def is_bare_days(line: str) -> bool:
    """Whether a line has days, or that a time and place belong there, and nothing else."""
    return bool(_ONLY_DAYS.match(line.lower().strip("[].").removeprefix("invullen: ")))


_ONLY_DAYS = re.compile(
    rf"^(?:op )?(?:\d{{1,2}}(?:,| en|,? en op)? )*\d{{1,2}} {_MONTH}$|^tijd en plek$"
)


def without_period(line: str) -> str:
    """The line without its times of the clock where those are of every day."""
    return _CLOCK.sub("", line).replace("avond", "") if _PERIOD.search(line) else line


_WHO = r"(?:college|raad|gemeenteraad|directie|directeur|burgemeester|provincie)"
_DAY_OF = rf"\d{{1,2}} {_MONTH}(?: 20\d\d)?"
_DECISION = re.compile(
    rf"^(?:het |de )?(?:besluit|{_WHO})(?: (?:is|valt|op|kiest|beslist|besluit|stemt))* {_DAY_OF}\b"
    rf"|^(?:op )?{_DAY_OF} (?:het |de )?{_WHO}$"
    rf"|\b(?:kiest|bepaalt|beslist) (?:het |de )?{_WHO} (?:op )?{_DAY_OF}$"
)
"""A clause of who decides and on what day, without a word of anything else."""


def is_decision(line: str) -> bool:
    """Whether a line has who decides, with the day, and nothing else."""
    return bool(_DECISION.search(line.lower()))


def is_day_of_decision(line: str) -> bool:
    """Whether a sentence tells on which day somebody decides."""
    return bool(_SAID_DECISION.search(line.lower()))


_SAID_DECISION = re.compile(
    rf"^(?:het |de )?{_WHO}(?: \w+)?, op {_DAY_OF}|^het besluit is op {_DAY_OF}"
    rf"|\b(?:beslist|besluit|kiest)\b.*\b{_DAY_OF}"
)
_WHO_ON = re.compile(
    rf"^(?:het|de) {_WHO}(?: \w+)?,? op (?P<day>\d{{1,2}} {_MONTH})(?: 20\d\d)?\.$"
)


def is_who_on(sentence: str) -> bool:
    """Whether a sentence has who and on what day, and no word of what is done then."""
    return bool(_WHO_ON.match(sentence.lower()))


def day_of(sentence: str) -> str:
    """The day of such a sentence, without its year; empty for another."""
    match = _WHO_ON.match(sentence.lower())
    return match["day"] if match else ""


_GOES_ON = re.compile(
    r"^(?:dan|daarna|daarvoor|daarom|want|omdat|maar|als|en|of|die|dat|dit|waar\w*|niet|tot|zodat)\b"
)
_CLAUSE = re.compile(rf",? en (?=besluit\b|(?:de |het )?{_WHO} (?:op )?{_DAY_OF})|, ")


def apart(line: str) -> Iterator[str]:
    """The steps of a line and the decision at its end, where both have a day: "ontwerp ter inzage
    vanaf 11 januari, raad beslist 25 maart" are two things; and who decides on what day, apart
    from what goes before or comes behind."""
    before, comma, last = line.rpartition(", ")
    steps = before.split(", ")
    is_decision = bool(_DECIDES.search(last) and _STEP.search(last))
    has_steps = all(_STEP.search(step) and not _DECIDES.search(step) for step in steps)
    if comma and is_decision and has_steps:
        yield from (before, last)
        return
    yield from _decision_apart(line)


def _decision_apart(line: str) -> Iterator[str]:
    clauses = _CLAUSE.split(line)
    if len(clauses) > 1 and is_decision(clauses[-1]):
        yield from (line[: -len(clauses[-1])].rstrip(" ,").removesuffix(" en"), clauses[-1])
    elif len(clauses) > 1 and is_decision(clauses[0]) and not _GOES_ON.search(clauses[1].lower()):
        yield from (clauses[0], line[len(clauses[0]) :].lstrip(" ,"))
    else:
        yield line
