"""The days that stand in a running text, each with its place, and the time of the clock behind it.

A day without a year is kept both ways, as the next one and as the last one: which is meant shows
from the words around it. A day that its own weekday contradicts is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.words.dates import COUNT, COUNTS, MONTH_NAMES, WEEKDAYS, Days, count
from bot.words.normal import folded

MOST_YEARS = 3
"""A day further ahead or behind is about something else."""
OLD = 300
"""So many days ago nobody names a day without its year."""


@dataclass(frozen=True, slots=True)
class Point:
    """Days at a place in a text: those to come and those gone by, of which one may be missing.
    ``exact``: one day is named, not a month or a week. ``weekday``: the one that is said, where no
    such day is one."""

    start: int
    end: int
    ahead: Days | None
    behind: Days | None
    exact: bool = True
    weekday: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the clock behind a day, as it is said: "half 8", "19.30-21.30 uur"."""

    end: int
    told: str


def plain(text: str) -> str:
    """The text in small letters without accents, sign for sign as long as it was."""
    low = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    bare = "".join(folded(sign) if len(folded(sign)) == 1 else sign for sign in low)
    return bare.replace("’", "'").replace("tot en met", "tot_en_met")


def points(low: str, today: date) -> tuple[Point, ...]:
    """Every day in a ``plain`` text, in order; of two that overlap the first and longest."""
    found = [one for find in _FINDERS for one in find(low, today)]
    kept: list[Point] = []
    for point in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or point.start >= kept[-1].end:
            kept.append(point)
    return tuple(kept)


# --- days ---------------------------------------------------------------------------------------

_SHORT = {day[:2]: day for day in WEEKDAYS}
_PART = r"(?:avond|middag|ochtend|morgen)?"
_NAMED = rf"(?:{'|'.join(WEEKDAYS)}){_PART}"
_WEEKDAY = rf"(?:(?P<weekday>{_NAMED}|ma|di|wo|do|vr|za|zo)\.?,? )?"
_MONTHS = "|".join(sorted((*MONTH_NAMES, "febr"), key=len, reverse=True))
_YEAR = r"(?:,? (?P<year>20\d\d)\b|\. (?P<after>20\d\d)\b(?=\s*(?:$|[,;.)]|om\b|van\b)))?"
"""A year behind a full stop may begin the next sentence."""
_TH = r"(?:ste|de|e)?"
_MORE = rf"(?P<more>(?:(?:{_NAMED}|ma|di|wo|do|vr|za|zo)?\.? ?\d{{1,2}}{_TH}(?: ?, ?| en | & ))*)"
_DAY_MONTH = re.compile(
    rf"(?<![\d.,:/-]){_MORE}{_WEEKDAY}(?P<day>\d{{1,2}}){_TH} (?:van )?"
    rf"(?P<month>{_MONTHS})\b{_YEAR}"
)
_TO_DAY = re.compile(
    rf"(?<![\d.,:/-])(?P<first>\d{{1,2}}){_TH} ?(?:-|t/m|tm|tot_en_met|tot) ?"
    rf"(?={_WEEKDAY.replace('?P<weekday>', '?:')}(?P<last>\d{{1,2}}){_TH} (?P<month>{_MONTHS})\b)"
)
_NUMERIC = re.compile(
    rf"(?<![\d.,:/-]){_WEEKDAY}(?P<day>\d{{1,2}})(?P<sign>[-/.])(?P<month>\d{{1,2}})"
    r"(?:(?P=sign)(?P<year>20\d\d|\d\d))?(?![\d.,:/-]*\d)(?!\.? ?(?:u\b|uur|euro|%))"
)
_NUMBER_DAY = re.compile(r"\b(?:op|tot|vanaf|voor|per|uiterlijk|t/m|tm|datum:?) $")
_ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_MONTH = re.compile(
    rf"\b(?:(?P<part>begin|half|midden|medio|einde?) (?:van )?|(?:in|vanaf|sinds|per|tot|voor) )?"
    rf"(?P<month>{_MONTHS})\b(?: (?:van )?(?P<year>20\d\d)\b)?"
)
_PARTS = {"begin": (1, 10), "half": (11, 20), "midden": (11, 20), "medio": (11, 20)}
_END = (21, 31)
_NEXT_WEEK = re.compile(
    rf"\b(?:volgende week (?P<after>{_NAMED}|ma|di|wo|do|vr|za|zo)\b"
    rf"|(?P<before>{_NAMED}|ma|di|wo|do|vr|za|zo) volgende week\b"
    rf"|(?:komende|aanstaande|a\.?s\.?|deze) (?P<coming>{_NAMED})\b"
    rf"|(?P<near>{_NAMED}) (?:a\.?s\b\.?|aanstaande)"
    rf"|(?<!elke )(?<!iedere )\b(?P<bare>{_NAMED})(?= (?:om )?(?:half|kwart|\d{{1,2}}[.:u]\d\d)))"
)
_NEAR = re.compile(
    r"\b(?<!de )(?<!dag )(?<!elke )(?<!iedere )(?<!goede )"
    r"(?P<day>vandaag|vanavond|vanmiddag|vanochtend|overmorgen|morgen)(?:avond|middag|ochtend)?\b"
)
_AFTER = re.compile(rf"\b(?:over|binnen) {COUNT} (?P<unit>dag(?:en)?|week|weken|maand(?:en)?)\b")
_WEEK = re.compile(
    r"\b(?:(?P<which>deze|volgende|komende) (?P<unit>week|maand)|week (?P<number>\d{1,2}))\b"
)


def _day_months(low: str, today: date) -> Iterator[Point]:
    """ "wo 9 en do 10 dec", "18 december 2026", "11 t/m 20 jan"."""
    for match in _DAY_MONTH.finditer(low):
        month, year = _month_number(match["month"]), match["year"] or match["after"]
        start = match.start() + len(match["more"])
        for day, weekday, at, end in _listed(match["more"], match.start(), int(match["day"])):
            yield _point((at, end), _one_day(month, day), year, weekday, today)
        whole = _one_day(month, int(match["day"]))
        yield _point((start, match.end()), whole, year, match["weekday"] or "", today)
    for match in _TO_DAY.finditer(low):
        first, last = int(match["first"]), int(match["last"])
        if first < last:
            span = match.start(), match.start() + len(match["first"])
            yield _point(span, _one_day(_month_number(match["month"]), first), None, "", today)


def _listed(more: str, start: int, last: int) -> Iterator[tuple[int, str, int, int]]:
    """The days before the last one of a list, which say no month themselves."""
    for match in re.finditer(rf"(?P<weekday>{_NAMED}|ma|di|wo|do|vr|za|zo)?\.? ?(\d{{1,2}})", more):
        day = int(match[2])
        if match["weekday"] or 0 < last - day <= 7:
            yield day, match["weekday"] or "", start + match.start(), start + match.end()


def _numerics(low: str, today: date) -> Iterator[Point]:
    """ "wo 16.12", "16-12-2026", "op 16/12"; 16.12 alone is a time."""
    for match in _NUMERIC.finditer(low):
        is_said = bool(_NUMBER_DAY.search(low[: match.start()])) and match["sign"] != "."
        if not (match["weekday"] or match["year"] or is_said or match["sign"] == "/"):
            continue
        year = match["year"]
        year = f"20{year}" if year and len(year) == 2 else year
        whole = _one_day(int(match["month"]), int(match["day"]))
        yield _point(match.span(), whole, year, match["weekday"] or "", today)
    for match in _ISO.finditer(low):
        whole = _one_day(int(match["month"]), int(match["day"]))
        yield _point(match.span(), whole, match["year"], "", today)


def _months(low: str, today: date) -> Iterator[Point]:
    """ "eind maart", "in april", "sept 2027"; a short name alone may be a person."""
    for match in _MONTH.finditer(low):
        name, is_bare = match["month"], match[0] == match["month"]
        if is_bare and len(name) < 4 and name != "mei":
            continue
        month = _month_number(name)
        first, last = _PARTS.get(match["part"] or "", _END) if match["part"] else (1, 31)
        point = _point(match.span(), _part_of(month, first, last), match["year"], "", today)
        yield Point(point.start, point.end, point.ahead, point.behind, exact=False)


def _weekdays(low: str, today: date) -> Iterator[Point]:
    """ "volgende week do", "komende woensdag", "woensdag half 8"."""
    monday = today - timedelta(days=today.weekday())
    for match in _NEXT_WEEK.finditer(low):
        name = next(filter(None, match.group("after", "before", "coming", "near", "bare")))
        place = WEEKDAYS.index(_weekday_name(name))
        if match["after"] or match["before"]:
            day = monday + timedelta(days=7 + place)
        else:
            day = today + timedelta(days=(place - today.weekday()) % 7 or 7)
        last = day - timedelta(days=7) if match["bare"] else None
        yield Point(*match.span(), Days(day, day), Days(last, last) if last else None)


def _nears(low: str, today: date) -> Iterator[Point]:
    for match in _NEAR.finditer(low):
        ahead = {"morgen": 1, "overmorgen": 2}.get(match["day"], 0)
        day = today + timedelta(days=ahead)
        yield Point(*match.span(), Days(day, day), None)
    for match in _AFTER.finditer(low):
        yield Point(*match.span(), _after(match, today), None, exact=False)
    for match in _WEEK.finditer(low):
        if (days := _week(match, today)) is not None:
            yield Point(*match.span(), days, None, exact=False)


def _after(match: re.Match[str], today: date) -> Days:
    """About so long from today: the week in which that is."""
    number = count(match["count"])
    of_unit = {"d": 1, "w": 7, "m": 30}[match["unit"][0]]
    day = today + timedelta(days=min(number * of_unit, 366))
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6))


def _week(match: re.Match[str], today: date) -> Days | None:
    monday = today - timedelta(days=today.weekday())
    if match["number"]:
        try:
            monday = date.fromisocalendar(today.year, int(match["number"]), 1)
            if monday < today - timedelta(days=90):
                monday = date.fromisocalendar(today.year + 1, int(match["number"]), 1)
        except ValueError:
            return None
    elif match["unit"] == "maand":
        place = today.month - 1 + (match["which"] != "deze")
        return _part_of(place % 12 + 1, 1, 31)(today.year + place // 12)
    elif match["which"] != "deze":
        monday += timedelta(days=7)
    return Days(monday, monday + timedelta(days=6))


_FINDERS: Iterable[Callable[[str, date], Iterator[Point]]] = (
    _day_months,
    _numerics,
    _months,
    _weekdays,
    _nears,
)


def _month_number(name: str) -> int:
    return MONTH_NAMES[name.removesuffix("r") if name == "febr" else name]


def _weekday_name(told: str) -> str:
    return _SHORT[told[:2]]


_OfYear = Callable[[int], Days | None]


def _one_day(month: int, day: int) -> _OfYear:
    def of_year(year: int) -> Days | None:
        try:
            one = date(year, month, day)
        except ValueError:
            return None
        return Days(one, one)

    return of_year


def _part_of(month: int, first: int, last: int) -> _OfYear:
    def of_year(year: int) -> Days:
        after = date(year + month // 12, month % 12 + 1, 1)
        end = min(after - timedelta(days=1), date(year, month, 1) + timedelta(days=last - 1))
        return Days(date(year, month, first), end)

    return of_year


def _point(
    span: tuple[int, int], of_year: _OfYear, year: str | None, weekday: str, today: date
) -> Point:
    """The days that are meant in a year, or without one in the nearest years both ways, as far as
    they are the weekday that is said."""
    name = _weekday_name(weekday) if weekday else ""
    near = range(today.year - 1, today.year + 2)
    years = [int(year)] if year else list(near)
    known = [days for each in years if (days := of_year(each)) and _is_near(days, today)]
    said = [one for one in known if not name or one.first.weekday() == WEEKDAYS.index(name)]
    ahead = min((one for one in said if one.last >= today), key=_first, default=None)
    behind = max((one for one in said if one.last < today), key=_first, default=None)
    if name and not year and ahead is None and behind and (today - behind.last).days > OLD:
        behind = None  # that weekday is of another year, which nobody means
    return Point(*span, ahead, behind, weekday=name if known and not (ahead or behind) else "")


def _first(days: Days) -> date:
    return days.first


def _is_near(days: Days, today: date) -> bool:
    return abs(days.first.year - today.year) <= MOST_YEARS


# --- the clock ------------------------------------------------------------------------------------

_SIGN = r" ?(?:-|–|tot) ?"
_AT = r"\d{1,2}(?:[.:u]\d\d)?"
_TIME = (
    rf"half (?:\d{{1,2}}|{'|'.join(COUNTS)})\b"
    r"|kwart (?:voor|over) \w+"
    r"|\d{1,2}(?:[.:]|u)\d\d"
    r"|\d{1,2}(?= ?(?:-|–|tot) ?\d{1,2}(?:[.:u]\d\d)? ?(?:u|uur)\b)"
    r"|\d{1,2}(?= ?(?:u|uur)\b)"
)
_BETWEEN = re.compile(
    r"[ ,(:]*(?:van|tussen) (?P<first>\d{1,2}(?:[.:]\d\d)?) ?(?:u|uur)? ?(?:tot|en) "
    r"(?P<last>\d{1,2}(?:[.:]\d\d)?)(?: ?(?:u|uur)\b)?(?! ?(?:jaar|weken|dagen|maanden|mensen))"
)
"""From when to when, right behind a day: "tussen 16 en 20 uur", "van 2 tot 4"."""
_CLOCK = re.compile(
    r"(?:[ ,(:]|om|van|vanaf|rond|'?s? ?(?:avonds?|middags?|ochtends?))*?"
    rf"(?P<told>(?:{_TIME})(?:{_SIGN}(?:{_TIME}|\d{{1,2}}))?(?P<unit> ?(?:u|uur)\b)?)"
    rf"(?: en (?:om )?(?P<more>{_TIME})(?P<again> ?(?:u|uur)\b)?)?"
)


def clock_after(low: str, end: int) -> Clock | None:
    """The time that stands right behind a day, or two of them; None when none does."""
    if between := _BETWEEN.match(low, end):
        first, last = (between[each].replace(":", ".") for each in ("first", "last"))
        return Clock(between.end(), f"{first}-{last} uur")
    match = _CLOCK.match(low, end)
    if match is None:
        return None
    told = match["told"].removesuffix(match["unit"] or "").strip()
    more = match["more"]
    if more:
        hour = " uur" if told[-1].isdecimal() and not more[0].isdecimal() else ""
        told = f"{told}{hour} en {more}"
    told = re.sub(r"(?<=\d)[:u](?=\d\d)", ".", told)
    is_figures = (more or told)[0].isdecimal()
    return Clock(match.end(), f"{told} uur" if is_figures else told)
