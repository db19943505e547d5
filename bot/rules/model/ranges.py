"""What a range of numbers means, as a pack writes it: ``20``, ``">= 20"`` or ``"20..50"``."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from bot.rules.model.conditions import Between

RANGE_HELP = 'een getal, ">= 20", "> 20", "<= 20", "< 20", "= 20" of "20..50"'
"""What may stand there, for who wrote something else."""
THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
"""A number with dots between the thousands."""
_NUMBER = r"(-?[0-9]{1,18}(?:[.,][0-9]{1,18})?)"
_COMPARED = re.compile(rf"(>=|<=|>|<|=)?\s*{_NUMBER}")
_RANGE = re.compile(rf"{_NUMBER}\s*\.\.\s*{_NUMBER}")


def number_range(raw: Any) -> Between | None:
    """The interval that a raw value means, without an input; None when it is no range."""
    if isinstance(raw, bool):
        return None
    if isinstance(raw, int | Fraction):
        return Between("", Fraction(raw), Fraction(raw))
    if not isinstance(raw, str):
        return None
    if match := _RANGE.fullmatch(raw.strip()):
        low, high = _exact(match[1]), _exact(match[2])
        return Between("", low, high) if low <= high else None
    if match := _COMPARED.fullmatch(raw.strip()):
        return _compared(match[1] or "=", _exact(match[2]))
    return None


def _exact(text: str) -> Fraction:
    if THOUSANDS.fullmatch(text):
        text = text.replace(".", "")
    return Fraction(text.replace(",", "."))


def _compared(sign: str, bound: Fraction) -> Between:
    if sign == "=":
        return Between("", bound, bound)
    if sign in (">", ">="):
        return Between("", low=bound, low_open=sign == ">")
    return Between("", high=bound, high_open=sign == "<")
