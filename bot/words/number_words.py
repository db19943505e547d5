"""Numbers as Dutch words: ``twintig``, ``honderdvijftig``, ``anderhalf``, ``twee miljoen``."""

# ruff: noqa: SIM905 - a list of short words reads best as one text

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

HALF = Fraction(1, 2)
_SMALL = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
    "zestien zeventien achttien negentien"
).split()
_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
_SCALES = MappingProxyType(
    {"honderd": 100, "duizend": 1000, "k": 1000, "mln": 10**6, "miljoen": 10**6}
    | {"mld": 10**9, "mrd": 10**9, "miljard": 10**9, "biljoen": 10**12}
)


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a number. ``scale``: it multiplies what stands before it. ``spoken``: a word,
    which the next word goes on with. ``last``: the power that it ends with ("vierhonderd")."""

    value: Fraction
    scale: bool = False
    spoken: bool = True
    last: int = 1


def _below_hundred() -> dict[str, int]:
    words = {word: number for number, word in enumerate(_SMALL)}
    for ten, name in enumerate(_TENS, 2):
        words[name] = 10 * ten
        words |= {f"{_SMALL[unit]}en{name}": 10 * ten + unit for unit in range(1, 10)}
    return words


_WORDS = MappingProxyType(_below_hundred())
_HALVES = MappingProxyType(
    {"half": HALF, "halve": HALF, "anderhalf": 3 * HALF, "anderhalve": 3 * HALF}
    | {f"{word}enhalf": number + HALF for number, word in enumerate(_SMALL) if number > 1}
)


def part_of(word: str) -> Part | None:
    """What one word (small letters, no accents) says of a number; None when it is no such word."""
    if word in _SCALES:
        return Part(Fraction(_SCALES[word]), scale=True)
    if word in _HALVES:
        return Part(_HALVES[word])
    value = _whole(word)
    last = next((size for name, size in _SCALES.items() if word.endswith(name)), 1)
    return None if value is None else Part(Fraction(value), last=last)


def _whole(word: str) -> int | None:
    """A whole number that is written as one word, below a million."""
    if word in _WORDS:
        return _WORDS[word]
    name = "duizend" if "duizend" in word else "honderd"
    head, scale, tail = word.partition(name)
    if not scale:
        return None
    size = _SCALES[scale]
    times = _whole(head) if head else 1
    rest = _whole(tail if tail in _WORDS else tail.removeprefix("en")) if tail else 0
    most = 1000 if size == 1000 else 100
    fits = times is not None and rest is not None and 0 < times < most and rest < size
    return times * size + rest if fits and times is not None and rest is not None else None


def together(parts: Sequence[Part]) -> Part | None:
    """Pieces that stand side by side as one number: ``twee miljoen``, ``honderd vijftig``; None
    when they are no single number. Its ``last`` is the power it ends with."""
    total, scale, current = Fraction(0), 0, None
    for part in parts:
        if part.scale and part.value >= 1000 and (current is None or current.value < part.value):
            if scale and part.value >= scale:
                return None
            total += part.value * (current.value if current else 1)
            scale, current = int(part.value), None
        else:
            current = _beside(current, part)
            if current is None or (scale and not (part.spoken and current.value < scale)):
                return None
    if current is not None:
        return Part(total + current.value, spoken=current.spoken, last=current.last)
    alone = len(parts) == 1
    return Part(total, last=1 if alone else scale)


def _beside(current: Part | None, part: Part) -> Part | None:
    """A hundred, a word or digits after what stands before it, below a thousand."""
    if current is None:
        return Part(part.value, spoken=part.spoken, last=part.last)
    if part.scale and current.value < part.value == 100:
        return Part(current.value * 100, last=100)
    room = next((size for size in (1000, 100) if current.value % size == 0), 1)
    joins = part.spoken and current.spoken and 0 < part.value < room
    return Part(current.value + part.value) if joins else None
