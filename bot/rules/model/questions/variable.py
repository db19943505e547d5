"""The variables of the diagram, and the intervals that are the values of what is measured."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from bot.rules.model.conditions import Cut
from bot.rules.model.ids import QuestionId


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers between two cuts; None is unbounded."""

    start: Cut | None = None
    end: Cut | None = None

    def overlaps(
        self,
        low: Fraction | None,
        high: Fraction | None,
        *,
        low_open: bool = False,
        high_open: bool = False,
    ) -> bool:
        """Whether a number from ``low`` to ``high`` lies in this interval; None is unbounded."""
        after = self.start is None or high is None or self.start < (high, int(not high_open))
        before = self.end is None or low is None or self.end > (low, int(low_open))
        return after and before

    @property
    def label(self) -> str:
        """The interval in signs: ``>= 20 en < 50``; empty when it holds all numbers."""
        low = f"{'>=' if self.start[1] == 0 else '>'} {self.start[0]}" if self.start else ""
        high = f"{'<=' if self.end[1] else '<'} {self.end[0]}" if self.end else ""
        return " en ".join(filter(None, (low, high)))

    def sample(self, minimum: Fraction | None, maximum: Fraction | None) -> Fraction:
        """A number in this interval, within the bounds of its question where there are any."""
        low = self.start or ((minimum, 0) if minimum is not None else None)
        high = self.end or ((maximum, 1) if maximum is not None else None)
        if low and low[1] == 0:
            return low[0]
        if high and high[1] == 1:
            return high[0]
        if low and high:
            return (low[0] + high[0]) / 2
        return low[0] + 1 if low else high[0] - 1 if high else Fraction(0)


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable of the diagram; ``weights`` says how often each value occurs.

    ``option``: of a multiple choice, the option that it says yes or no to. ``intervals``: its
    values, of what is measured; they are counted from ``origin``. ``adrift``: where that lies is
    not known, so that no answer can be placed on it.
    """

    question: QuestionId
    values: tuple[str, ...]
    weights: tuple[int, ...]
    option: str | None = None
    intervals: tuple[Interval, ...] = ()
    origin: Fraction = Fraction(0)
    adrift: bool = False


def in_whole_numbers(weights: Iterable[Fraction]) -> tuple[int, ...]:
    """The same weights, relative to one another, as whole numbers."""
    given = tuple(weights)
    scale = lcm(*(weight.denominator for weight in given))
    return tuple(int(weight * scale) for weight in given)
