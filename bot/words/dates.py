"""Days in Dutch: the one reader of the days that people name, and how days and spans are written.

A text is read as a whole, and precisely: in words that are not known here a day may be about
anything, and then it is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from bot.words.normal import folded

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_COUNTED = (
    "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
)  # fmt: skip
COUNTS: Mapping[str, int] = {word: place for place, word in enumerate(_COUNTED, start=1)}
"""Small numbers in words, without accents."""


FAR = 240
"""A day so many days away is told with its year."""


@dataclass(frozen=True, slots=True)
class Days:
    """Days in a row, the first and the last included."""

    first: date
    last: date


class NoDay(Exception):
    """A text that speaks of a day, but of none that can be meant; says so in Dutch."""


# --- writing --------------------------------------------------------------------------------


def in_words(day: date) -> str:
    """A day as people write it: 24 november 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    """The name of its day of the week: "maandag"."""
    return WEEKDAYS[day.weekday()]


def short_day(day: date, today: date) -> str:
    """A day with its weekday, as in an agenda: "wo 9 december", with the year when it is far."""
    year = f" {day.year}" if abs((day - today).days) > FAR else ""
    return f"{weekday(day)[:2]} {day.day} {MONTHS[day.month - 1]}{year}"


def days_in_words(days: Days) -> str:
    """Days as people write them: a day, a month, or from one day to another."""
    if days.first == days.last:
        return in_words(days.first)
    if days == _month(days.first.year, days.first.month):
        return f"{MONTHS[days.first.month - 1]} {days.first.year}"
    return f"{in_words(days.first)} tot en met {in_words(days.last)}"


def age(span: timedelta) -> str:
    """How long ago something was, roughly."""
    hours = int(span.total_seconds() // 3600)
    if hours < 48:
        return "1 uur" if hours <= 1 else f"{hours} uur"
    return f"{hours // 24} dagen"


# --- reading --------------------------------------------------------------------------------

DAY_GONE = "{day} is al geweest. Welke dag bedoel je?"
NO_SUCH_DAY = "{day} bestaat niet. Welke dag bedoel je?"
ONLY_A_YEAR = "Alleen een jaar is te ruim. Weet je ook de maand of het seizoen?"
MOST_WORDS = 12
"""A longer text tells a story; which day of it is meant is not for sure."""


def read(text: str, today: date, *, past: bool = False) -> Days | None:
    """The days that a text names, seen from today; None where it names none for sure.

    A day without a year is the next one; with ``past``, when it may be over, the nearest one.
    Raises NoDay for a day that does not exist or may not be meant, and for a year alone.
    """
    plain = _plain(text)
    if "?" in text or len(plain.split()) > MOST_WORDS:
        return None
    seen = _Seen(today, past)
    for pattern, meaning in _POINTS:
        plain = re.sub(rf"\b{pattern}\b", partial(seen.put, meaning), plain)
    plain = " ".join(word for word in plain.split() if word not in _SAY_NOTHING)
    for pattern, meet in _SHAPES:
        if match := re.fullmatch(pattern.replace("P", r"P(\d+)"), plain):
            points = [seen.points[int(place)] for place in match.groups() if place]
            days = meet(points, today)
            return days if days is None else seen.checked(days)
    if re.fullmatch(r"(?:\w+ )?(?:19|20)\d\d|(?:dit|volgend|komend) jaar", plain):
        raise NoDay(ONLY_A_YEAR)
    return None


def _plain(text: str) -> str:
    """The text in small letters, without accents and without signs that say nothing."""
    bare = folded(text.casefold().replace("’", "'"))
    bare = re.sub(rf"\b(?:{'|'.join(WEEKDAYS)})(?=,? \d)", " ", bare)
    return re.sub(r"[\s,;:!()]+|\.(?=\s|$)", " ", bare).strip()


_SAY_NOTHING = frozenset((
    "op", "in", "rond", "omstreeks", "ongeveer", "ergens", "de", "het", "een", "dat", "dit",
    "die", "is", "wordt", "word", "zijn", "zal", "moet", "gaat", "denk", "ik", "wij", "we",
    "waarschijnlijk", "vermoedelijk", "misschien", "liefst", "graag", "willen", "pas", "al",
    "zeker", "dan", "begint", "beginnen", "start", "starten", "feest", "evenement", "activiteit",
    "bijeenkomst", "gebeurt", "klaar", "gepland", "staat", "datum", "dag", "aan", "van",
))  # fmt: skip
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_SEASONS = {"lente": 3, "voorjaar": 3, "zomer": 6, "herfst": 9, "najaar": 9, "winter": 12}
"""Season -> the month in which it begins, on the 21st."""
MONTH_NAMES = {name: place for place, name in enumerate(MONTHS, start=1)}
MONTH_NAMES |= {name[:3]: place for name, place in MONTH_NAMES.items()}
MONTH_NAMES |= {"mrt": 3, "sept": 9}
"""How a month is written, also in short -> its number."""


@dataclass(slots=True)
class _Seen:
    """The points in time that a text names, in the order in which they were put."""

    today: date
    past: bool
    points: list[Days] = field(default_factory=list)

    def put(self, meaning: _Meaning, match: re.Match[str]) -> str:
        """Keep what this match means, and leave a mark in its place."""
        self.points.append(meaning(self, match))
        return f"P{len(self.points) - 1}"

    def nearest(self, of_year: Callable[[int], Days | None], year: str | None, told: str) -> Days:
        """What is meant in a year; without one the next, or the nearest if it may be over."""
        if year is not None:
            years = [int(year) + (2000 if len(year) == 2 else 0)]
        else:
            years = list(range(self.today.year - 1, self.today.year + 9))
        known = [days for year_tried in years if (days := of_year(year_tried)) is not None]
        if year is None:
            ahead = [days for days in known if days.last >= self.today]
            known = sorted(known, key=self._distance) if self.past else ahead
        if not known:
            raise NoDay(NO_SUCH_DAY.format(day=told))
        return known[0]

    def _distance(self, days: Days) -> int:
        return abs((days.first - self.today).days)

    def checked(self, days: Days) -> Days:
        """The days from today on, unless they may be over. Raises NoDay when none is left."""
        if self.past:
            return days
        if days.last < self.today:
            raise NoDay(
                DAY_GONE.format(day=days_in_words(Days(min(days.first, days.last), days.last)))
            )
        return Days(max(days.first, self.today), days.last)


_Meaning = Callable[[_Seen, "re.Match[str]"], Days]


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(year: int, month: int) -> Days:
    following = date(year + month // 12, month % 12 + 1, 1)
    return Days(date(year, month, 1), following - timedelta(days=1))


def _from_to(month: int, first: int, last: int) -> Callable[[int], Days | None]:
    """From one day of a month to another, in any year."""

    def of_year(year: int) -> Days | None:
        start, end = _valid(year, month, first), _valid(year, month, last)
        return Days(start, end) if start and end and start <= end else None

    return of_year


def _day(seen: _Seen, match: re.Match[str]) -> Days:
    """A day of a month, or two of them: "12 juni", "1 tot en met 10 juni 2027"."""
    name = match["month"]
    month = MONTH_NAMES[name] if name in MONTH_NAMES else int(name)
    last = int(match["last"] or match["day"])
    told = f"{last} {MONTHS[month - 1]}" if 1 <= month <= 12 else match[0]
    return seen.nearest(_from_to(month, int(match["day"]), last), match["year"], told)


def _iso(seen: _Seen, match: re.Match[str]) -> Days:
    year, month = int(match["year"]), int(match["month"])
    if not 1 <= month <= 12 or year < 1:
        raise NoDay(NO_SUCH_DAY.format(day=match[0]))
    if match["day"] is None:
        return _month(year, month)
    told = f"{int(match['day'])} {MONTHS[month - 1]}"
    day = int(match["day"])
    return seen.nearest(_from_to(month, day, day), match["year"], told)


def _part(seen: _Seen, match: re.Match[str]) -> Days:
    """A month, or the begin, the middle or the end of one."""
    month = MONTH_NAMES[match["month"]]
    first, last = _PARTS.get(match["part"] or "", (1, 31))

    def of_year(year: int) -> Days:
        whole = _month(year, month)
        return Days(date(year, month, first), min(whole.last, whole.first + timedelta(last - 1)))

    return seen.nearest(of_year, match["year"], match[0])


_PARTS = {"begin": (1, 10), "half": (11, 20), "midden": (11, 20), "medio": (11, 20),
          "eind": (21, 31), "einde": (21, 31)}  # fmt: skip


def _season(seen: _Seen, match: re.Match[str]) -> Days:
    month = _SEASONS[match["season"]]

    def of_year(year: int) -> Days:
        following = date(year + (month == 12), month % 12 + 3, 21)
        return Days(date(year, month, 21), following - timedelta(days=1))

    return seen.nearest(of_year, match["year"], match[0])


def _ahead(seen: _Seen, match: re.Match[str]) -> Days:
    """So many days, weeks or months from today."""
    number = count(match["count"])
    if match["unit"].startswith("maand"):
        month = seen.today.month - 1 + number
        whole = _month(seen.today.year + month // 12, month % 12 + 1)
        day = min(whole.last, whole.first + timedelta(days=seen.today.day - 1))
    else:
        day = seen.today + timedelta(days=number * (7 if match["unit"].startswith("we") else 1))
    return Days(day, day)


def _named(seen: _Seen, match: re.Match[str]) -> Days:
    day = seen.today + timedelta(days=("vandaag", "morgen", "overmorgen").index(match[0]))
    return Days(day, day)


def _weekday(seen: _Seen, match: re.Match[str]) -> Days:
    ahead = (WEEKDAYS.index(match["weekday"]) - seen.today.weekday()) % 7
    day = seen.today + timedelta(days=ahead or 7)
    return Days(day, day)


def _week(seen: _Seen, match: re.Match[str]) -> Days:
    """This week or month, or the one after it."""
    after = int(match["which"] != "deze")
    if match["unit"] == "maand":
        month = seen.today.month - 1 + after
        return _month(seen.today.year + month // 12, month % 12 + 1)
    monday = seen.today + timedelta(days=7 * after - seen.today.weekday())
    return Days(monday, monday + timedelta(days=6))


def count(text: str) -> int:
    """A count in figures or in a word: "6", "zes"."""
    return COUNTS[text] if text in COUNTS else int(text)


_TO = r"(?:tot en met|t/m|tot|-|en)"
_MONTH = rf"(?P<month>{'|'.join(sorted(MONTH_NAMES, key=len, reverse=True))})"
_YEAR = r"(?: (?:van )?(?P<year>(?:19|20)[0-9]{2}))?"
_DAY = r"(?P<day>[0-9]{1,2})(?:ste|de|e)?"
COUNT = rf"(?P<count>[0-9]{{1,4}}|{'|'.join(COUNTS)})"
_POINTS: Sequence[tuple[str, _Meaning]] = (
    (r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?", _iso),
    (r"(?P<day>[0-9]{1,2})(?P<last>)[-/.](?P<month>[0-9]{1,2})"
     r"(?:[-/.](?P<year>[0-9]{4}|[0-9]{2}))?", _day),
    (rf"{_DAY} {_TO} (?P<last>[0-9]{{1,2}})(?:ste|de|e)? {_MONTH}{_YEAR}", _day),
    (rf"{_DAY}(?P<last>) {_MONTH}{_YEAR}", _day),
    (rf"(?:(?P<part>{'|'.join(_PARTS)}) (?:van )?)?{_MONTH}{_YEAR}", _part),
    (rf"(?:(?:volgende?|komende?|aankomende?) )?(?P<season>{'|'.join(_SEASONS)}){_YEAR}", _season),
    (rf"over {COUNT} (?P<unit>dag(?:en)?|week|weken|maand(?:en)?)", _ahead),
    (r"(?P<which>deze|volgende|komende) (?P<unit>week|maand)", _week),
    (r"overmorgen|vandaag|morgen", _named),
    (rf"(?:(?:aanstaande|komende|volgende) )?(?P<weekday>{'|'.join(WEEKDAYS)})", _weekday),
)  # fmt: skip
"""What names a point in time, the longest way to say it first."""


def _until(points: Sequence[Days], today: date) -> Days:
    return Days(today, points[0].last)


def _before(points: Sequence[Days], today: date) -> Days:
    return Days(today, points[0].first - timedelta(days=1))


def _since(first: date) -> Days:
    """From a day to the end of its year."""
    return Days(first, date(first.year, 12, 31))


def _both(points: Sequence[Days], today: date) -> Days | None:
    first, last = points[0].first, points[1].last
    return Days(first, last) if first <= last else None


def _either(points: Sequence[Days], today: date) -> Days | None:
    """One of two; only when nothing lies between them."""
    near = points[1].first - points[0].last <= timedelta(days=1)
    return _both(points, today) if near else None


_SHAPES: Sequence[tuple[str, Callable[[Sequence[Days], date], Days | None]]] = (
    ("P", lambda points, today: points[0]),
    ("(?:nog )?(?:voor|eerder) P|tot P", _before),
    ("(?:uiterlijk|tot en met|t/m) P|P of eerder", _until),
    ("(?:na|later) P", lambda points, today: _since(points[0].last + timedelta(days=1))),
    ("vanaf P|niet voor P|P of later", lambda points, today: _since(points[0].first)),
    ("(?:tussen )?P en P|P (?:tot en met|t/m|tot|-) P", _both),
    ("P of P", _either),
)
"""How points in time are put together, with a P for each."""
