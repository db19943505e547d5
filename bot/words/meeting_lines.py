"""Days and times of the clock within a line that a person tells: what is a meeting, and where a
line tells of steps before a decision. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

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


_APPOINTED = re.compile(
    rf"\b\d{{1,2}} {_MONTH}(?: 20\d\d)?,? (?:(?:om|van|tussen|vanaf|rond) )?"
    rf"(?:\d{{1,2}} ?[-–] ?\d{{1,2}}|\d{{1,2}} (?:tot|en) \d{{1,2}}|{_TIME})(?:[.:]\d\d)?(?: ?uur)?"
)
"""A day of a month with a time of the clock right behind it."""
_DAY_BEHIND = rf"(?:(?:op )?(?:{'|'.join(WEEKDAYS)})(?:avond|middag|ochtend)? )?"
_BETWEEN = re.compile(rf"(?:,? en(?: op)?|,|;| \+| /) (?={_DAY_BEHIND}$)")
_COMMA, _AND = re.compile(r"[,;] (?:en )?(?:dan )?"), re.compile(r" en ")


_PLACE = re.compile(r"\b(?:in|op|bij) (?:(?:de|het|ons|onze) )?[a-z]{4,}")
_BEHIND_TIME = re.compile(r"^\W*(?:(?:u|uur)\b\W*)?(?!met\b|zonder\b|u\b|uur\b)\w")
"""Right behind a time, where it is."""


def meetings_apart(line: str) -> list[str]:
    """Each meeting of a line that tells of several, with its own time and place: "19 januari 19.30
    in de brink en 26 januari 14.00 in de school". One place for all leaves the line whole."""
    found = list(_APPOINTED.finditer(line))
    if found and _PLACE.search(line[: found[0].start()]):
        return [line]
    cuts = []
    for one, other in pairwise(found):
        between = line[one.end() : other.start()]
        cut = _cut(between)
        if cut is None:
            return [line]
        is_placed = bool(_BEHIND_TIME.match(between[: cut.start()]))
        has_own = bool(re.sub(_DAY_BEHIND + "$", "", between[cut.end() :]).strip())
        if not (is_placed or has_own):
            return [line]
        cuts.append((one.end() + cut.start(), one.end() + cut.end()))
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(line)]
    return [line[start:end].strip(" ,") for start, end in zip(starts, ends, strict=True)]


def _cut(between: str) -> re.Match[str] | None:
    """Where one meeting ends and the next begins: right before its day, else at the last comma."""
    if direct := list(_BETWEEN.finditer(between)):
        return direct[-1]
    return next(iter([*_COMMA.finditer(between)][-1:] or [*_AND.finditer(between)][-1:]), None)


_DAY_AT = re.compile(
    rf"\b(?P<day>\d{{1,2}} {_MONTH}(?: 20\d\d)?),? (?:(?P<first>\d{{1,2}}(?:[.:]\d\d)?) ?[-–] ?"
    rf"(?P<last>\d{{1,2}}(?:[.:]\d\d)?)(?: ?uur)?|(?P<clock>\d{{1,2}}[.:]\d\d|\d{{1,2}}(?= uur\b)"
    rf"|{_HALF}|kwart (?:voor|over) \w+)(?: ?uur)?)(?![\d.:-]*\d)(?! (?:{_MONTH}))"
)


def as_appointment(line: str) -> str:
    """The line with its time behind its day as it is said, and what it is before it: "ouderavond:
    12 januari om 20.00 uur, aula"."""
    line = _AT_TIME.sub(r"\1 uur", _DAY_AT.sub(_day_at, line))
    line = _PART_BEHIND.sub(r"\1", line)
    lead = _LEAD.match(line)
    if lead and not _HAS_VERB.search(lead["lead"]):
        line = f"{lead['lead']}: {line[lead.end() :]}"
    return _SAME_PLACE.sub(r"\1, op dezelfde plek", _BARE_PLACE.sub(r"\1, ", line))


_AT_TIME = re.compile(r"\b((?:om|tot) \d{1,2}[.:]\d\d)\b(?! ?(?:uur|u\b)|[.:-]| (?:tot|en) \d)")
_PART_BEHIND = re.compile(r"(\d uur) (?:in de |'?s ?|’s ?)(?:avonds?|middags?|ochtends?)\b")
_LEAD = re.compile(
    rf"^(?P<lead>[^\d:,;.]{{4,60}}?)(?<!\bop)(?<!\bvan)(?<!\btot)(?<!\bvoor)(?<!\bna)(?<!\bde)(?<!\ben)"
    rf"(?<!\bvanaf)(?<!\bper) (?=(?:(?:{'|'.join(WEEKDAYS)})(?:avond|middag|ochtend)? )?"
    rf"\d{{1,2}} {_MONTH}\b)"
)
_HAS_VERB = re.compile(
    r"\b(?:is|zijn|was|wordt|worden|komt|komen|kan|kun|kunnen|start|begint|hebben|heeft|we|wij|je|jullie"
    rf"|houden|spreken|praten|organiseren|nodigen|{'|'.join(WEEKDAYS)})\b",
    re.IGNORECASE,
)
_SAME_PLACE = re.compile(r"(\w),? (?:op )?(?:de)?zelfde (?:plek|plaats|locatie)\b")
_BARE_PLACE = re.compile(
    r"(\d uur|half \d{1,2}|kwart (?:voor|over) \d{1,2}) (?=[^\W\d_])"
    r"(?!(?:in|op|bij|te|aan|en|of|met|vanaf|voor|om|tot|naar|waar|tegenover"
    r"|achter|naast|per|is|zijn|kan|kun|kunnen|komt|voor|de hele|maar|dan|daarna|uit|door|via|onder"
    r"|boven|praten|spreken|houden|niet|ook|wel|gaat|begint|start|lang|zelfde|dezelfde)\b)"
)


def _day_at(match: re.Match[str]) -> str:
    if match["first"]:
        first, last = (match[each].replace(":", ".") for each in ("first", "last"))
        return f"{match['day']} van {first} tot {last} uur"
    clock = match["clock"].replace(":", ".")
    return f"{match['day']} om {clock}{' uur' if clock[0].isdecimal() else ''}"


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
    rf"^(?:het |de )?(?:besluit(?: (?:van )?(?:de |het )?{_WHO})?|{_WHO})"
    rf"(?: (?:is|valt|op|kiest|beslist|besluit|stemt))* {_DAY_OF}\b"
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
