"""Figures beside their goals, with the interval in which they lie (Wilson, 95 %)."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

_Z = 1.96


@dataclass(frozen=True, slots=True)
class Figure:
    """A share, and what it should be: at least the goal, or ``most``: at most."""

    name: str
    part: int
    whole: int
    goal: float
    most: bool = False

    def line(self) -> str:
        """As it is printed."""
        share = self.part / max(1, self.whole)
        low, high = interval(self.part, self.whole)
        is_met = share <= self.goal if self.most else share >= self.goal
        sign = "≤" if self.most else "≥"
        return (
            f"{'ja ' if is_met else 'NEE'} {self.name:<44} {share:.3f} ({self.part}/{self.whole})"
            f"  [{low:.3f}, {high:.3f}]  doel {sign} {self.goal:g}"
        )


@dataclass(frozen=True, slots=True)
class Amount:
    """Something in a unit that should be at most so much."""

    name: str
    value: float
    unit: str
    goal: float

    def line(self) -> str:
        """As it is printed."""
        is_met = self.value <= self.goal
        told = f"{'ja ' if is_met else 'NEE'} {self.name:<44} {self.value:.0f} {self.unit}"
        return f"{told}  doel ≤ {self.goal:g}"


def interval(part: int, whole: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share; what was counted is taken to be independent."""
    if not whole:
        return 0.0, 1.0
    share, square = part / whole, _Z**2 / whole
    middle = (share + square / 2) / (1 + square)
    reach = _Z * sqrt(share * (1 - share) / whole + square / (4 * whole)) / (1 + square)
    return max(0.0, middle - reach), min(1.0, middle + reach)
