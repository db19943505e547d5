"""The units that people measure in: which can stand for which, and how much one is."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit: ``of`` what it is a measure ("lengte"), and how many of the base unit it is."""

    of: str
    size: Fraction = Fraction(1)


def _family(of: str, sizes: dict[str, Fraction | int]) -> dict[str, Measure]:
    return {
        name: Measure(of, Fraction(size)) for names, size in sizes.items() for name in names.split()
    }


_MEASURES = MappingProxyType(
    _family("lengte", {
        "mm millimeter millimeters": Fraction(1, 1000), "cm centimeter centimeters":
        Fraction(1, 100), "m meter meters mtr": 1, "km kilometer kilometers": 1000,
    })
    | _family("vlak", {"m2 vierkantemeter": 1, "ha hectare hectaren hectares": 10**4, "km2": 10**6})
    | _family("inhoud", {"liter liters": Fraction(1, 1000), "m3 kuub": 1})
    | _family("geld", {"€ euro euro's euros eur": 1})
    | _family("deel", {"% procent procenten percent pct": 1})
    | _family("uren", {"minuut minuten": Fraction(1, 60), "uur uren": 1})
    | _family("dagen", {"dag dagen": 1, "week weken": 7})
    | _family("maanden", {"maand maanden": 1, "kwartaal kwartalen": 3, "jaar jaren": 12})
)  # fmt: skip


def measure(word: str) -> Measure | None:
    """The unit that a word (small letters) is; None when it is none."""
    return _MEASURES.get(word)


def same_word(one: str, other: str) -> bool:
    """Whether two words are one in singular and plural: "woning" and "woningen"."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in ("", "en", "s", "n", "e")
