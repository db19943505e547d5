"""Numbers in Dutch: the one reader of what people type, and the one writer of what they are shown.

A text is read as a whole. What is known to the last word is exact; with words in it that say
nothing of a number, or that make it rough ("ongeveer 40"), it is read but not exact: ask for a yes.
All else is no number, for a wrong one is worse than none: questions, dates, dimensions, lists,
denials, and units that the question does not ask for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby, pairwise
from types import MappingProxyType
from typing import Protocol

from bot.words.number_tokens import Token, prepared, tokens
from bot.words.number_words import HALF, Part, together
from bot.words.units import Measure, measure


class Bounded(Protocol):
    """What lies between two numbers; None is unbounded, an open bound itself is not in it."""

    @property
    def low(self) -> Fraction | None:
        """The lower bound."""

    @property
    def high(self) -> Fraction | None:
        """The upper bound."""

    @property
    def low_open(self) -> bool:
        """Whether the lower bound is not in it."""

    @property
    def high_open(self) -> bool:
        """Whether the upper bound is not in it."""


@dataclass(frozen=True, slots=True)
class Amount:
    """The numbers that a text leaves possible; ``exact``: it says so itself, to the last word."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False
    exact: bool = True


COUNT = "aantal"
"""The unit of what is counted, where a question names none."""
_MOST_WORDS = 8
"""In a longer text with words that are not known here, a number may be about anything."""


def read(text: str, unit: str | None = None) -> Amount | None:
    """The amount that a text states, in this unit; None where that is not certain.

    Without a unit the number stands as it is written. With one, another unit of the same kind is
    converted ("2 ha" in "vierkante meter"), and a unit of another kind is no answer.
    """
    plain, wanted = prepared(text), re.findall(r"[a-z0-9%€']+", prepared(unit or ""))
    known = [word for word in wanted if measure(word) is None]
    pieces = _with_units(_merged(_articles(list(tokens(plain, known)))))
    shape = re.sub("&+", "&", "".join(piece.sign for piece in pieces if piece.sign != "~"))
    numbers = [piece for piece in pieces if piece.sign == "N"]
    strange, year = "u" in shape, any(one.year and one.unit is None for one in numbers)
    if strange and (year or "n" in shape or len(plain.split()) > _MOST_WORDS):
        return None
    asked = next(filter(None, map(measure, wanted)), None)
    values = _values(numbers, asked, free=unit is None)
    amount = _amount(shape.strip("u&"), values, year) if values is not None else None
    rough = strange or "n" in shape or (year and " " in plain) or any(p.sign == "~" for p in pieces)
    return None if amount is None else replace(amount, exact=not rough)


# --- the pieces together --------------------------------------------------------------------


def _articles(pieces: list[Token]) -> Iterator[Token]:
    """Each "een" as a number beside "of" or "tot", or where no other number is; else it goes."""
    alone = not {piece.sign for piece in pieces} & set("Nun")
    for before, piece, after in zip([None, *pieces], pieces, [*pieces[1:], None], strict=False):
        if piece.sign != "1":
            yield piece
        elif alone or {side.sign for side in (before, after) if side} & set("ot-"):
            yield Token("N", Part(Fraction(1)))


def _merged(pieces: Iterator[Token]) -> Iterator[Token]:
    """The words of one number as one number: "2 miljoen", "drie en een half"."""
    for _, run in groupby(pieces, key=lambda piece: piece.sign in "Nh"):
        first, *more = run
        if first.sign != "N":
            yield from (first, *more)
            continue
        halves = [piece for piece in more if piece.sign == "h"]
        parts = [piece.part for piece in (first, *more) if piece.part]
        part = together(parts)
        if part is None or (halves and (len(parts) > 1 or part.value.denominator > 1)):
            yield Token("!")
        else:
            yield replace(first, part=replace(part, value=part.value + HALF * len(halves)))


def _with_units(pieces: Iterator[Token]) -> list[Token]:
    """Each unit on its number: behind it, or "€" before it. A unit without one stays alone."""
    kept: list[Token] = []
    for piece in pieces:
        last = kept[-1] if kept else None
        if piece.sign == "U" and last and last.sign == "N" and last.unit in (None, piece.unit):
            kept[-1] = replace(last, unit=piece.unit)
        elif piece.sign == "N" and last and last.unit and last.sign == "U":
            money = last.unit.of == "geld"
            kept[-1] = replace(piece, unit=last.unit) if money else Token("!")
        else:
            kept.append(piece)
    return kept


def _values(
    numbers: Sequence[Token], asked: Measure | None, *, free: bool
) -> list[Fraction] | None:
    """The numbers in the unit that is asked for; None when they are of another kind."""
    named = [number.unit for number in numbers if number.unit]
    values = _spread([number.part for number in numbers if number.part])
    if values is None or not named:
        return values
    units = [number.unit or named[0] for number in numbers]
    if free:
        return values if len(set(units)) == 1 else None
    if asked is None or {unit.of for unit in units} != {asked.of}:
        return None
    return [v * unit.size / asked.size for v, unit in zip(values, units, strict=True)]


_SURELY_BOTH = 10**6


def _spread(parts: Sequence[Part]) -> list[Fraction] | None:
    """The values; what two numbers share is said once: "2 tot 3 miljoen", "drie tot vierhonderd".
    None for "500 tot 1 miljoen", which may be 500 or 500 thousand."""
    values = [part.value for part in parts]
    for place, (left, right) in enumerate(pairwise(parts)):
        if left.last == 1 < right.last and left.value < right.value / right.last:
            values[place] = left.value * right.last
        elif left.last == 1 < right.last and right.last >= _SURELY_BOTH:
            return None
    return values


def _at_least(number: Fraction) -> Amount:
    return Amount(low=number)


def _at_most(number: Fraction) -> Amount:
    return Amount(high=number)


_ONE: MappingProxyType[str, Callable[[Fraction], Amount]] = MappingProxyType(
    {
        "N": lambda number: Amount(number, number),
        "xN": lambda number: Amount(-number, -number),
        ">N": lambda number: Amount(low=number, low_open=True),
        "<N": lambda number: Amount(high=number, high_open=True),
        **dict.fromkeys(("}N", "yN", "fN", "N}", "N+"), _at_least),
        **dict.fromkeys(("{N", "tN", "N{", "N_"), _at_most),
    }
)
_RANGES = {"NtN", "N-N", "vNtN", "vN-N", "bN&N"}
_NOT_OF_YEARS = {"N", ">N", "<N", "}N", "{N"}
_RISING, _FALLING = re.compile(r"([>}yfx])N&?([<{t])N"), re.compile(r"([<{])N&?([>}y])N")


def _amount(shape: str, values: Sequence[Fraction], year: bool) -> Amount | None:
    """What the signs around the numbers make of them; None when that is nothing."""
    if shape == "n":
        return Amount(Fraction(0), Fraction(0))
    if year and shape not in _NOT_OF_YEARS:
        return None
    if shape in _ONE:
        return _ONE[shape](values[0])
    if len(values) != 2:
        return None
    low, high = values
    amount = None
    if shape in _RANGES or (shape == "NoN" and low + 1 == high):
        amount = Amount(low, high)
    elif match := _RISING.fullmatch(shape):
        amount = Amount(low, high, match[1] == ">", match[2] == "<")
    elif match := _FALLING.fullmatch(shape):
        amount = Amount(high, low, match[2] == ">", match[1] == "<")
    return amount if amount is not None and not is_empty(amount) else None


def is_empty(span: Bounded) -> bool:
    """Whether no number lies between the bounds."""
    if span.low is None or span.high is None:
        return False
    return span.low > span.high or (span.low == span.high and (span.low_open or span.high_open))


# --- writing --------------------------------------------------------------------------------

_LARGE = ("miljoen", "miljard", "biljoen", "biljard", "triljoen", "triljard")
_ENDLESS = 6
"""So many decimals are written of a number that has no last one, as 1/3."""


def number(value: Fraction) -> str:
    """A number with a decimal comma and dots between the thousands, to its last decimal."""
    below = value.denominator
    places = next((n for n in range(below.bit_length()) if 10**n % below == 0), _ENDLESS)
    whole, rest = divmod(round(abs(value) * 10**places), 10**places)
    decimals = f"{rest:0{places}d}".rstrip("0") if places else ""
    sign = "-" if value < 0 and (whole or rest) else ""
    return f"{sign}{count(whole)}{',' if decimals else ''}{decimals}"


def coded(value: Fraction) -> str:
    """A number as a file writes it: 1200, 2.5."""
    return number(value).replace(".", "").replace(",", ".")


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


def share(part: Fraction) -> str:
    """A share as a percentage with one decimal; never 0% or 100% when it is not."""
    if part in (0, 1):
        return f"{100 * part}%"
    if part < Fraction(1, 1000):
        return "minder dan 0,1%"
    if part > Fraction(999, 1000):
        return "meer dan 99,9%"
    return f"{float(100 * part):.1f}%".replace(".", ",")


def written(span: Bounded) -> str:
    """Numbers as people give them: "25", "10 tot 20", "meer dan 100"."""
    closed = not (span.low_open or span.high_open)
    if span.low is not None and span.high is not None and closed and span.low != span.high:
        return f"{number(span.low)} tot {number(span.high)}"
    return bounds(span)


def bounds(span: Bounded) -> str:
    """Numbers as a rule tells them: "25", "minstens 10 en hoogstens 20", "meer dan 100"."""
    if span.low is not None and span.low == span.high:
        return number(span.low)
    parts: list[str] = []
    if span.low is not None:
        parts.append(f"{'meer dan' if span.low_open else 'minstens'} {number(span.low)}")
    if span.high is not None:
        parts.append(f"{'minder dan' if span.high_open else 'hoogstens'} {number(span.high)}")
    return " en ".join(parts)


Cut = tuple[Fraction, int]
"""(x, 0) is just below x, (x, 1) just above it."""


def between(low: Cut | None, high: Cut | None, unit: str = "") -> str:
    """The numbers between two cuts: "20 tot 50", "meer dan 5", "10 of minder"."""
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


def _from(cut: Cut) -> str:
    return f"meer dan {number(cut[0])}" if cut[1] else f"{number(cut[0])} of meer"


def _to(cut: Cut) -> str:
    return f"{number(cut[0])} of minder" if cut[1] else f"minder dan {number(cut[0])}"
