"""What the compiler does with the values at the ends of the diagram."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from fractions import Fraction
from typing import cast

from bot.rules.evaluate import band_of, moved, total
from bot.rules.model.decisions.adjustment import Shift
from bot.rules.model.decisions.score import Score
from bot.rules.model.ids import MORE_THAN_ONE


def add(first: Hashable, second: Hashable) -> Hashable:
    """Points added."""
    return cast("Fraction", first) + cast("Fraction", second)


def add_pairs(first: Hashable, second: Hashable) -> Hashable:
    """Pairs (points, how many items count) added."""
    points, count = cast("tuple[Fraction, int]", first)
    more, others = cast("tuple[Fraction, int]", second)
    return points + more, count + others


def join(first: Hashable, second: Hashable) -> Hashable:
    """The outcomes of two rows of a Collect table together."""
    return cast("frozenset[str]", first) | cast("frozenset[str]", second)


def only_one(first: Hashable, second: Hashable) -> Hashable:
    """Of two rows of a Unique table: the one that holds (None: neither)."""
    if first is None or second is None:
        return second if first is None else first
    return MORE_THAN_ONE


def shifted(order: tuple[str, ...], shift: Shift, outcome: Hashable) -> Hashable:
    """Where a shift brings an outcome."""
    return moved(order, shift, str(outcome))


def worth(per_value: Mapping[str, Fraction], names: frozenset[str]) -> Fraction:
    """The points of these option ids or outcomes."""
    return sum((per_value.get(name, Fraction(0)) for name in names), Fraction(0))


def average_band(score: Score, pair: Hashable) -> str:
    """The band of a pair (points, how many items count)."""
    points, count = cast("tuple[Fraction, int]", pair)
    return band_of(score.bands, total(points, count, True))
