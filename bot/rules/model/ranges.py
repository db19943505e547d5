"""What a range of numbers means, as a pack writes it: ``20``, ``">= 20"`` or ``"20..50"``."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from bot.rules.model.conditions import Between
from bot.words.number_tokens import literal

_COMPARED = re.compile(r"(>=|<=|>|<|=)?\s*([^<>=\s].*)")
_RANGE = re.compile(r"(.*[0-9])\s*\.\.\s*(.+)")


def number_range(raw: Any) -> Between | None:
    """The interval that a raw value means, without an input; None when it is no range."""
    if isinstance(raw, bool):
        return None
    if isinstance(raw, int | Fraction):
        return Between("", Fraction(raw), Fraction(raw))
    if not isinstance(raw, str):
        return None
    if match := _RANGE.fullmatch(raw.strip()):
        low, high = literal(match[1]), literal(match[2])
        both = low is not None and high is not None and low <= high
        return Between("", low, high) if both else None
    match = _COMPARED.fullmatch(raw.strip())
    bound = literal(match[2]) if match else None
    return _compared(match[1] or "=", bound) if match and bound is not None else None


def _compared(sign: str, bound: Fraction) -> Between:
    if sign == "=":
        return Between("", bound, bound)
    if sign in (">", ">="):
        return Between("", low=bound, low_open=sign == ">")
    return Between("", high=bound, high_open=sign == "<")
