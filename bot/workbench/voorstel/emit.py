"""Writes values as YAML that our own reader reads back as exactly the same values."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from bot.packs.errors import Report
from bot.packs.text.source import parse

WIDTH = 110
"""How long a line may get; a longer text is folded."""

SHORT = 50
"""How long an item of a list may get on one line when it is a mapping."""


_SHORT_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


def emit(value: Any, indent: int = 0) -> str:
    """A mapping or list in block style, each line indented; ends with a line break."""
    pad = " " * indent
    return "".join(f"{pad}{line}\n" if line else "\n" for line in _block(value, WIDTH - indent))


def _block(value: Any, room: int) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _entry(scalar(key), inner, room)
    else:
        for inner in value:
            yield from _item(inner, room)


def _entry(key: str, value: Any, room: int) -> Iterator[str]:
    short = _short(value)
    if short is not None and len(key) + 2 + len(short) <= room:
        yield f"{key}: {short}"
    elif isinstance(value, dict | list) and value:
        yield f"{key}:"
        yield from (f"  {line}" if line else line for line in _block(value, room - 2))
    else:
        lines = _folded(value, room - 2)
        yield f"{key}: {lines[0]}"
        yield from (f"  {line}" for line in lines[1:])


def _item(value: Any, room: int) -> Iterator[str]:
    short, most = _short(value), min(room - 2, SHORT if isinstance(value, dict) else WIDTH)
    if short is not None and len(short) <= most:
        lines = [short]
    elif isinstance(value, dict | list) and value:
        lines = list(_block(value, room - 2))
    else:
        lines = _folded(value, room - 2)
    yield f"- {lines[0]}"
    yield from (f"  {line}" if line else line for line in lines[1:])


def _short(value: Any) -> str | None:
    """The value on one line, if that may be; a text needs fewer quotes outside ``[…]``."""
    if isinstance(value, str):
        return _text(value, in_brackets=False)
    return flow(value) if _is_small(value) else None


def _is_small(value: Any) -> bool:
    """What may stand on one line: a scalar, a list of scalars, or a mapping without an id."""
    if isinstance(value, dict):
        return "id" not in value and all(_is_small(inner) for inner in value.values())
    if isinstance(value, list):
        return not any(isinstance(inner, dict) and "id" in inner for inner in value)
    return True


def flow(value: Any) -> str:
    """The value on one line, between brackets where it is more than one thing."""
    if isinstance(value, dict):
        inside = ", ".join(f"{scalar(key)}: {flow(inner)}" for key, inner in value.items())
        return f"{{{inside}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return scalar(value)


def scalar(value: Any) -> str:
    """A scalar on one line, with quotes only where they are needed."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Fraction):
        text = f"{Decimal(value.numerator) / Decimal(value.denominator):f}"
        return text if "." in text else f"{text}.0"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):  # a rounded figure; no pack holds one
        return scalar(Fraction(f"{value:.6f}"))
    return _text(value)


@lru_cache(maxsize=4096)
def _text(text: str, in_brackets: bool = True) -> str:
    plain = text.isprintable() and text == text.strip()
    written = f"[{text}, {{{text}: {text}}}]" if in_brackets else f"- {text}\n- {text}"
    if plain and _reads_as(written, [text, {text: text}] if in_brackets else [text, text]):
        return text
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(sign: str) -> str:
    if sign in ('"', "\\"):
        return f"\\{sign}"
    if sign.isprintable():
        return sign
    return _SHORT_ESCAPES.get(sign) or f"\\U{ord(sign):08x}"


def _reads_as(written: str, value: Any) -> bool:
    report = Report()
    values = parse(written, "", report)
    return values == [value] and not report.problems


def _folded(value: Any, room: int) -> list[str]:
    """A long text over more lines, else on one line between quotes."""
    if isinstance(value, str) and value.isprintable():
        lines = textwrap.wrap(
            value, max(room, 40), break_long_words=False, break_on_hyphens=False
        )  # fmt: skip
        written = ["", *(f"  {line}" for line in lines)]
        if _reads_as("- >-" + "\n".join(written), [value]):
            return [">-", *lines]
    return [flow(value)]
