"""How far days lie apart, as the rules of a pack say it: "binnen 6 weken", "minstens 10 dagen".

A gap is in whole days, from the first day to the second; it is below zero where the second day
comes first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.words.dates import COUNT, count


@dataclass(frozen=True, slots=True)
class Gap:
    """From so many days to so many days apart, both included; None is unbounded."""

    low: int | None = None
    high: int | None = None

    def within(self, other: Gap) -> Gap:
        """What lies in both."""
        lows = [low for low in (self.low, other.low) if low is not None]
        highs = [high for high in (self.high, other.high) if high is not None]
        return Gap(max(lows, default=None), min(highs, default=None))


HELP = '"binnen 6 weken", "minstens 6 weken later", "meer dan 10 dagen geleden" of ">= 42"'
"""What may stand there, for who wrote something else."""

_NOW: Mapping[str, Gap] = {
    "dezelfde dag": Gap(0, 0),
    "dezelfde dag of later": Gap(0, None),
    "dezelfde dag of eerder": Gap(None, 0),
    "voorbij": Gap(None, -1),
}
_LATER: Mapping[str, Callable[[int], Gap]] = {
    "binnen": lambda days: Gap(0, days),
    "minstens": lambda days: Gap(days, None),
    "meer dan": lambda days: Gap(days + 1, None),
    "hoogstens": lambda days: Gap(None, days),
    "minder dan": lambda days: Gap(None, days - 1),
    "precies": lambda days: Gap(days, days),
}
_PHRASE = re.compile(
    rf"(?P<how>{'|'.join(_LATER)}) {COUNT} (?P<unit>dag(?:en)?|week|weken)"
    r"(?: (?P<way>later|ervoor|vooraf|van tevoren|geleden|eerder))?"
)
_BEFORE = ("geleden", "eerder")


def read(text: str) -> Gap | None:
    """The gap that a phrase means, or two with "en"; None when it is no such phrase."""
    whole = Gap()
    for phrase in text.lower().replace("é", "e").split(" en "):
        gap = _one(" ".join(phrase.split()))
        if gap is None:
            return None
        whole = whole.within(gap)
    empty = whole.low is not None and whole.high is not None and whole.low > whole.high
    return None if empty else whole


def _one(phrase: str) -> Gap | None:
    gap = _NOW.get(phrase.replace("vandaag", "dezelfde dag"))
    match = _PHRASE.fullmatch(phrase)
    if match is None:
        return gap
    days = count(match["count"]) * (7 if match["unit"].startswith("we") else 1)
    gap = _LATER[match["how"]](days)
    return _turned(gap) if match["way"] in _BEFORE else gap


def _turned(gap: Gap) -> Gap:
    """The same the other way round in time."""
    low = None if gap.high is None else -gap.high
    return Gap(low, None if gap.low is None else -gap.low)


def in_words(gap: Gap, now: str = "vandaag") -> str:
    """A gap as ``read`` reads it; ``now``: how no days apart is called. Empty when it is any."""
    if gap.low == gap.high == 0:
        return now
    if gap.low is not None and gap.low == gap.high:
        return f"precies {_told(gap.low)}"
    if gap.low == 0 and gap.high is not None:
        return f"binnen {_span(gap.high)}"
    return " en ".join(filter(None, (_from(gap.low, now), _to(gap.high, now))))


def _from(low: int | None, now: str) -> str:
    if low is None:
        return ""
    if low == 0:
        return f"{now} of later"
    if low < 0:
        return f"hoogstens {_told(low)}"
    return f"meer dan {_told(low - 1)}" if low % 7 == 1 < low else f"minstens {_told(low)}"


def _to(high: int | None, now: str) -> str:
    if high is None:
        return ""
    if high == 0:
        return f"{now} of eerder"
    if high == -1:
        return "voorbij"
    if high < 0:
        return f"minstens {_told(high)}" if high % 7 != 6 else f"meer dan {_told(high + 1)}"
    return f"minder dan {_told(high + 1)}" if high % 7 == 6 else f"hoogstens {_told(high)}"


def _told(days: int) -> str:
    return f"{_span(abs(days))} {'later' if days > 0 else 'geleden'}"


def _span(days: int) -> str:
    """A number of days, in weeks where it is whole weeks."""
    number, single, more = (days // 7, "week", "weken") if days % 7 == 0 else (days, "dag", "dagen")
    return f"1 {single}" if number == 1 else f"{number} {more}"
