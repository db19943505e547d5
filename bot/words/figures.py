"""Numbers and shares as people write them in Dutch."""

from __future__ import annotations

from fractions import Fraction

from bot.rules.model.questions.variable import Interval


def count(number: int) -> str:
    """A whole number with dots: 13.353.320."""
    return f"{number:,}".replace(",", ".")


def about(number: int) -> str:
    """A whole number as people say it: exact under a million, then "1,8 biljoen"."""
    power = (len(str(number)) - 1) // 3
    if power < 2:
        return count(number)
    if power - 2 >= len(_LARGE):
        return f"meer dan duizend {_LARGE[-1]}"
    shown = f"{number / 1000**power:.1f}".replace(".", ",").removesuffix(",0")
    return f"{shown} {_LARGE[power - 2]}"


_LARGE = ("miljoen", "miljard", "biljoen", "biljard", "triljoen", "triljard")


def share(part: Fraction) -> str:
    """A share as a percentage with one decimal; never 0% or 100% when it is not."""
    if part in (0, 1):
        return f"{100 * part}%"
    if part < Fraction(1, 1000):
        return "minder dan 0,1%"
    if part > Fraction(999, 1000):
        return "meer dan 99,9%"
    return f"{float(100 * part):.1f}%".replace(".", ",")


def number(value: Fraction) -> str:
    """A number with a decimal comma and dots between the thousands."""
    whole, _, rest = f"{float(value):.6f}".rstrip("0").rstrip(".").partition(".")
    shown = count(int(whole))
    if whole.startswith("-0"):
        shown = f"-{shown}"
    return f"{shown},{rest}" if rest else shown


def span(interval: Interval, unit: str = "") -> str:
    """The numbers between two cuts: "20 tot 50", "meer dan 5", "10 of minder"."""
    low, high = interval.start, interval.end
    if low and high:
        if low == (high[0], 0) and high[1] == 1:
            told = f"precies {number(low[0])}"
        elif low[1] == 0 and high[1] == 0:
            told = f"{number(low[0])} tot {number(high[0])}"
        else:
            told = f"{_from(low)}, en {_to(high)}"
    elif low or high:
        told = _from(low) if low else _to(high) if high else ""
    else:
        told = "elk getal"
    return f"{told} {unit}".strip()


def _from(cut: tuple[Fraction, int]) -> str:
    return f"meer dan {number(cut[0])}" if cut[1] else f"{number(cut[0])} of meer"


def _to(cut: tuple[Fraction, int]) -> str:
    return f"{number(cut[0])} of minder" if cut[1] else f"minder dan {number(cut[0])}"
