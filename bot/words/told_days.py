"""The days that a person tells in a message, each with what happens then. Pure.

What happens must be said in the same clause, in the phrases of a moment; a day without it is only a
day. A question, a denial, a choice of two and a supposition tell nothing. Missed is better than
wrong: of two things in one clause neither is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.rules.model.terms import Moment
from bot.words.clock_times import in_figures
from bot.words.dates import FAR, WEEKDAYS, Days
from bot.words.day_points import OLD, Clock, Point, clock_after, plain, points
from bot.words.guards import line_of
from bot.words.patterns import phrase
from bot.words.persons import is_called, personal

DAY = "dddd"
"""What stands for a day in a clause, where a phrase has ``{dag}``."""
_TIME = "tttt"
MOST_WORDS = 6
"""So many words of a place are kept."""


@dataclass(frozen=True, slots=True)
class ToldDay:
    """Days that were told, with the clause that tells it. ``moment``: what happens then, empty when
    that was not said. ``exact``: one day was named. ``clock`` and ``where``: of a meeting.
    ``weekday``: the one that was said, where that day is none: then nothing is meant for sure."""

    days: Days
    words: str
    moment: str = ""
    exact: bool = True
    is_over: bool = False
    clock: str = ""
    where: str = ""
    weekday: str = ""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A part of a sentence: from where to where, with its days. ``asks``: of a question."""

    start: int
    end: int
    points: tuple[Point, ...]
    asks: bool


# --- clauses --------------------------------------------------------------------------------------

_BREAK = re.compile(
    r"[;\n!?()]|\.(?=\s|$)|,(?!\d)"
    r"|(?<=\s)(?:en|maar|want|(?<!er\s)dan|daarna|waarna|omdat|terwijl|dus)(?=\s)"
    r"|(?<=\s)dat(?= (?:de|het|een|er|we|wij|ze|ik|t|deze|dit|alle|onze)\b)|(?<=\s)(?=als\b)"
)
_LEADS = re.compile(r"\s*(?:(?:op|uiterlijk|om|is|namelijk)\s+)?$")
_SAME = re.compile(r"\b(?:(?:die|de)?zelfde|dezelfde) dag\b")


def _clauses(low: str, found: Sequence[Point], clocks: Sequence[Clock | None]) -> Iterator[_Clause]:
    """The clauses of a text; nothing is cut within a day or its time, nor between a day and what
    it is a day of where only a comma stands."""
    held = [(p.start, c.end if c else p.end) for p, c in zip(found, clocks, strict=True)]
    start, asked = 0, _asked(low)
    for match in [*_BREAK.finditer(low), None]:
        at, after = (match.start(), match.end()) if match else (len(low), len(low))
        if match and any(first <= at < last for first, last in held):
            continue
        here = tuple(p for p in found if start <= p.start < at)
        if match and match[0] == "en" and not here:
            continue  # "met de raad en het college op 14 jan"
        if match and match[0] == "," and _leans(low, start, at, after, here, held, found):
            continue
        yield _Clause(start, at, here, any(a <= start < b for a, b in asked))
        start = after


def _leans(
    low: str,
    start: int,
    at: int,
    after: int,
    here: Sequence[Point],
    held: Sequence[tuple[int, int]],
    found: Sequence[Point],
) -> bool:
    """Whether a comma only stands between a day and what it is about: "gesprek, wo 9 dec" and
    "wo 9 dec, half 8, gesprek"."""
    coming = next((first for first, _ in held if first >= after), None)
    follows = next((point for point in found if point.start == coming), None)
    if not here and follows and _LEADS.match(low[after : follows.start]):
        return follows.exact
    if len(here) != 1:
        return False
    end = held[found.index(here[0])][1]
    return not low[start : here[0].start].strip(" ,") and not low[end:at].strip(" ,")


def _asked(low: str) -> list[tuple[int, int]]:
    """Where the questions of a text are, from the end of the sentence before to their sign."""
    ends = list(re.finditer(r"[?!;\n]|\.(?=\s|$)", low))
    starts = [0, *(match.end() for match in ends)]
    return [(s, m.end()) for s, m in zip(starts, ends, strict=False) if m[0] == "?"]


# --- what is meant --------------------------------------------------------------------------------

_PAST = re.compile(
    r"\b(?:besloot|besloten|koos|kozen|gekozen|heeft|hebben|hadden|had|was|waren|stelde|nam|kreeg"
    r"|kwam|beloofde|beloofd|stond|ging|gehad|gehouden|geweest|gestart|ingediend|ontvangen"
    r"|vastgesteld|gekomen|geleden|toen|vorige?|afgelopen|sinds|zei|was)\b"
)
_SUPPOSED = re.compile(
    r"\b(?:misschien|wellicht|zouden?|eventueel|stel|mocht|tenzij|anders dan|geen idee|weet niet"
    r"|of pas|hopelijk|idee is|kunnen we)\b"
)
_IF = re.compile(r"^\s*(?:en |maar |want |dus )?(?:als|indien|zodra|wanneer)\b")
_WHERE_NOT = re.compile(
    r"\b(?:niet|geen|nie|ipv|in plaats van|of|(?:langer|later|meer|eerder|vroeger) dan)"
    r"(?: op| de| pas)?\s*$"
)
_OR_AFTER = re.compile(r"\s*of\s")
_SINCE = re.compile(r"\b(?:na|sinds|rond|omstreeks|in de week van|week van)(?: de| op)?\s*$")
_UNTIL = re.compile(r"\b(?:tot|t/m|tm|tot_en_met|uiterlijk)\s*$")
_BEFORE = re.compile(r"\b(?:voor|eerder dan)\s*$")
_PASSED = re.compile(r"\b(?:na|voor|tijdens|sinds|over|tot) (?:(?:de|het|een|t|die|deze|onze) )?$")


def told_days(text: str, moments: Iterable[Moment], today: date) -> tuple[ToldDay, ...]:
    """Every day that a text tells, in its order, with the moment that its clause names."""
    low = plain(text)
    found = _with_same(low, points(low, today))
    clocks = [clock_after(low, point.end) for point in found]
    cued = tuple(moment for moment in moments if moment.cues)
    told: list[ToldDay] = []
    before = ""
    for clause in _clauses(low, found, clocks):
        said = _said(low, clause, found, clocks)
        moment = _moment(said, cued, clause, low)
        if not moment and before and _is_bare(said):
            moment = before  # "sessies wo 9 dec en do 10 dec"
        for point in clause.points:
            clock = clocks[found.index(point)]
            mine = moment
            if not _SPANS.match(low, point.end):
                mine = _of_another(low[clause.start : point.start], moment, cued)
            told += _one(text, low, clause, point, clock, mine, cued, today)
        before = moment if clause.points and _is_of(cued, moment, "meeting") else ""
    return tuple(told)


def _one(
    text: str,
    low: str,
    clause: _Clause,
    point: Point,
    clock: Clock | None,
    moment: str,
    cued: Sequence[Moment],
    today: date,
) -> Iterator[ToldDay]:
    """What is told of one day of a clause; nothing where it is denied, asked or supposed."""
    words = text[clause.start : clause.end].strip()
    if point.weekday:
        day = Days(today, today)
        yield ToldDay(day, low[point.start : point.end], exact=False, weekday=point.weekday)
        return
    before = low[clause.start : point.start]
    is_decision = _is_of(cued, moment, "decision")
    is_open = clause.asks or bool(_SUPPOSED.search(low[clause.start : clause.end]))
    is_open = is_open or bool(_IF.match(low[clause.start :]) and not is_decision)
    is_no = _WHERE_NOT.search(before) or _OR_AFTER.match(low, clock.end if clock else point.end)
    is_past = bool(_PAST.search(low[clause.start : clause.end]))
    is_past = is_past or (
        is_decision and _OF.search(before) is not None and _is_behind(point, today)
    )
    days = _meant(point, is_past, today)
    if is_open or is_no or days is None:
        return
    meets = _is_of(cued, moment, "meeting")
    if not moment and clock and point.exact:
        moment = next((one.id for one in cued if one.role == "meeting"), "")
        meets = bool(moment)
    moment, days = _bounded(before, moment, days, cued)
    exact = point.exact and not _SINCE.search(before)
    where = _where(text, clause, clock.end if clock else point.end) if meets else ""
    told = in_figures(clock.told, low[clause.start : clause.end]) if clock and meets else ""
    yield ToldDay(days, words, moment, exact, days.last < today, told, where)


def _bounded(before: str, moment: str, days: Days, cued: Sequence[Moment]) -> tuple[str, Days]:
    """The moment at this side of a day: until, from, or before it."""
    known = next((one for one in cued if one.id == moment), None)
    if known is None:
        return moment, days
    if _UNTIL.search(before) and known.until:
        return known.until, days
    if _BEFORE.search(before):
        if known.role not in ("decision", "deadline") or days.first != days.last:
            return "", days
        day = days.first - timedelta(days=1)
        return moment, Days(day, day)
    return moment, days


def _meant(point: Point, is_past: bool, today: date) -> Days | None:
    """The days that are meant: those to come, unless the words or the distance say otherwise; a day
    without a year that is ``FAR`` ahead may as well be the one gone by."""
    ahead, behind = point.ahead, point.behind
    if ahead is None or behind is None:
        return ahead or behind
    if is_past:
        return behind
    far = (ahead.first - today).days
    if far > OLD:
        return behind
    return ahead if far <= FAR else None


def _with_same(low: str, found: Sequence[Point]) -> list[Point]:
    """The days, with "diezelfde dag" as the day before it."""
    more = []
    for match in _SAME.finditer(low):
        before = [point for point in found if point.end <= match.start()]
        if before and not re.search(r"[.!?\n]\s", low[before[-1].end : match.start()]):
            more.append(replace(before[-1], start=match.start(), end=match.end()))
    return sorted((*found, *more), key=lambda point: point.start)


# --- what happens then ----------------------------------------------------------------------------


def _said(low: str, clause: _Clause, found: Sequence[Point], clocks: Sequence[Clock | None]) -> str:
    """The words of a clause as phrases read them, with a mark for each day and each time."""
    parts, at = [], clause.start
    for point in clause.points:
        clock = clocks[found.index(point)]
        parts += [low[at : point.start], f" {DAY} ", f" {_TIME} " if clock else ""]
        at = clock.end if clock else point.end
    return line_of("".join((*parts, low[at : clause.end])))


def _is_bare(said: str) -> bool:
    """Whether a clause begins with a day and says nothing that happens."""
    return said.split()[:1] == [DAY]


def _moment(said: str, cued: Sequence[Moment], clause: _Clause, low: str) -> str:
    """The one moment that a clause names; the general one gives way to who decides. Empty where it
    names none, or two."""
    if not clause.points:
        return ""
    return _one_of([moment for moment in cued if _names(moment, said)])


def _one_of(hits: Sequence[Moment]) -> str:
    """The one of these moments; the general one gives way. Empty for none, or two."""
    yields = {name for moment in hits for name in moment.over}
    left = [moment.id for moment in hits if moment.id not in yields]
    return left[0] if len(left) == 1 else ""


def _names(moment: Moment, said: str) -> bool:
    for cue in moment.cues:
        for match in phrase(cue.replace("{dag}", DAY)).pattern.finditer(said):
            if not _PASSED.search(said[: match.start()].lstrip()):
                return True
    return False


_OF = re.compile(rf"\bvan (?:(?:{'|'.join(WEEKDAYS)}) )?$")
_NOUN_OF = re.compile(
    rf"\b(?P<what>(?:[a-z'-]+ )?[a-z'-]+) van (?:(?:{'|'.join(WEEKDAYS)}|ma|di|wo|do|vr|za|zo) )?$"
)
_SPANS = re.compile(r"\s*(?:tot|t/m|tm|tot_en_met|-)\b")
_PASSED_ON = re.compile(
    r"\b(?:na|over|tijdens|naar aanleiding van) (?P<what>[^,;]{3,50}?) (?:op )?$"
)


def _of_another(before: str, moment: str, cued: Sequence[Moment]) -> str:
    """The moment of a day that stands behind its own noun ("voor de raad van 28 januari"), whatever
    else the clause is about; none where that noun is something else, or leaves two to choose."""
    if of := _NOUN_OF.search(before):
        return _moment_in(of["what"], cued) if moment or _moment_in(of["what"], cued) else ""
    passed = _PASSED_ON.search(before)
    other = _moment_in(passed["what"], cued) if passed else ""
    return "" if other and other != moment else moment


def _moment_in(what: str, cued: Sequence[Moment]) -> str:
    """The one moment that a noun with its day names."""
    said = line_of(f"{what} {DAY} ")
    return _one_of([moment for moment in cued if _names(moment, said)])


def _is_behind(point: Point, today: date) -> bool:
    """Whether of a day without a year the one gone by is the nearest."""
    if point.ahead is None or point.behind is None:
        return point.ahead is None
    return today - point.behind.last < point.ahead.first - today


def _is_of(cued: Sequence[Moment], id: str, role: str) -> bool:
    return any(moment.id == id and moment.role == role for moment in cued)


# --- where ----------------------------------------------------------------------------------------

_VENUE = re.compile(
    r"(?:kantine|sporthal|sportzaal|gymzaal|aula|cafe|zaal|\w*zaal|buurthuis|dorpshuis|wijkhuis"
    r"|wijkcentrum|gemeentehuis|stadhuis|stadskantoor|school|basisschool|kerk|bibliotheek|bieb"
    r"|plein|werf|clubhuis|verenigingsgebouw|mfa|theater|raadhuis|buurtcentrum|multifunctioneel"
    r"|hotel|restaurant|taalcafe|tennisclub|schouwburg|kulturhus|brandweerkazerne|loods|hal)\b"
)
_PLACED = re.compile(
    r"^\s*(?P<part>(?:'?s ?)?(?:avonds?|middags?|ochtends?|bijeenkomst|inloop|gesprek)\s+)?"
    r"(?P<where>(?:(?:in|op|bij|te) )?(?:(?:de|het|t|'t|onze) )?[^,;.!?\n()]+)"
)
_STOP = re.compile(r" (?:en|dan|daarna|met|samen|om|waar|over|voor|zijn|is|komt|gaat|want|maar) ")
_NO_PLACE = re.compile(
    r"^(?:in|op|bij) (?:ons|jullie|mij|hen|(?:de |het |t )?(?:avond|middag|ochtend|week|maand|tijd"
    r"|orde|agenda|planning|raad|college|programma|intranet))\b"
)


def _where(text: str, clause: _Clause, end: int) -> str:
    """The place that stands right behind the day and the time, as it was typed; no person's."""
    match = _PLACED.match(text[end : clause.end])
    if match is None:
        return ""
    where = " ".join(_STOP.split(f"{match['where']} ")[0].split()[:MOST_WORDS])
    low = plain(where)
    is_there = bool(re.match(r"(?:in|op|bij|te) ", low)) or bool(
        _VENUE.search(" ".join(low.split()[:3]))
    )
    if not is_there or _NO_PLACE.match(low) or re.search(r"\d{2}", low):
        return ""
    return "" if personal(where) or is_called(where) else where
