"""An answer: a non-empty set of a question's values."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Status = Literal["given", "unknown", "skipped"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to one question.

    ``values``: for a choice or yes/no the values still possible (several: "A of B"); for a
    multiple choice the options that hold, with ``maybe`` those left open. ``low`` and ``high``
    bound what is measured; None is unbounded, and an open bound itself is not in it ("meer dan
    100"). With status ``unknown`` or ``skipped`` every value is possible.
    """

    values: frozenset[str] = frozenset()
    maybe: frozenset[str] = frozenset()
    low: Fraction | None = None
    high: Fraction | None = None
    status: Status = "given"
    low_open: bool = False
    high_open: bool = False


UNKNOWN = Answer(status="unknown")
SKIPPED = Answer(status="skipped")


def chosen(*values: str) -> Answer:
    """The answer that names these values."""
    return Answer(values=frozenset(values))


def number(low: Fraction | int, high: Fraction | int | None = None) -> Answer:
    """The answer of one number, or of a range of numbers."""
    return Answer(low=Fraction(low), high=Fraction(low if high is None else high))
