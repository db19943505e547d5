"""Points, and the bands that turn them into an outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from bot.rules.model.conditions import Condition
from bot.rules.model.ids import InputId, Outcome


@dataclass(frozen=True, slots=True)
class Item:
    """Points for one input: either per value of ``input``, or ``points`` when ``when`` holds."""

    input: InputId | None = None
    per_value: Mapping[str, Fraction] = field(default_factory=dict)
    when: Condition | None = None
    points: Fraction = Fraction(0)
    why: str = ""
    interpretation: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """From ``start`` points on (None: from the bottom), the outcome is ``then``."""

    start: Fraction | None
    then: Outcome
    interpretation: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """Points, summed or averaged over the items that apply, cut into bands from low to high."""

    items: tuple[Item, ...]
    bands: tuple[Band, ...]
    average: bool = False
