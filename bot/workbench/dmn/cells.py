"""Cubes and cells: what is left per column, and how a table writes that.

Every cell is written so that FEEL and Python read it alike: a quoted text, a comparison of
numbers, or ``? in (…)``. So an engine of either kind decides the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from bot.rules.model.conditions import Cut
from bot.rules.model.questions.variable import Interval
from bot.workbench.dmn import wording
from bot.workbench.dmn.graph import ANY, Column, Cube, DmnError

MOST_DIGITS = 20


def meet(first: Cube, second: Cube) -> Cube | None:
    """Where both hold; None where that is nowhere."""
    both = dict(first)
    for name, values in second.items():
        both[name] = both[name] & values if name in both else values
    return both if all(both.values()) else None


def meet_all(parts: Iterable[Sequence[Cube]]) -> list[Cube]:
    """Where one cube of each part holds."""
    met: list[Cube] = [ANY]
    for part in parts:
        met = [both for one in met for two in part if (both := meet(one, two)) is not None]
    return met


def merged(cubes: Iterable[Cube], columns: Mapping[str, Column]) -> list[Cube]:
    """The same in fewer cubes: two that differ in one column become one."""
    left: list[Cube] = []
    for cube in cubes:
        new = _open(cube, columns)
        while (other := next((old for old in left if _joined(old, new)), None)) is not None:
            left.remove(other)
            joined = _joined(other, new)
            assert joined is not None
            new = _open(joined, columns)
        left.append(new)
    return [ANY] if ANY in left else left


def _joined(first: Cube, second: Cube) -> dict[str, frozenset[str]] | None:
    """Two cubes as one, if that is possible."""
    if first.keys() != second.keys():
        return None
    other = [name for name in first if first[name] != second[name]]
    if len(other) > 1:
        return None
    return {name: first[name] | second[name] for name in first}


def _open(cube: Cube, columns: Mapping[str, Column]) -> Cube:
    """Without the columns that may have any value."""
    return {name: left for name, left in cube.items() if not left >= set(columns[name].values)}


# --- cells ------------------------------------------------------------------------------------


def quoted(text: str) -> str:
    """A text as FEEL and Python both write it. Ids have nothing that needs escaping."""
    return f'"{text}"'


def decimal(value: Fraction) -> str:
    """A number as FEEL and Python both write it. Raises DmnError when it has no end."""
    digits = next((n for n in range(MOST_DIGITS) if (value * 10**n).denominator == 1), None)
    if digits is None:
        raise DmnError(wording.NOT_DECIMAL.format(value=value))
    return f"{Decimal((value * 10**digits).numerator).scaleb(-digits):f}"


def cell(column: Column, left: frozenset[str] | None) -> str:
    """A cell that holds for the values that are left."""
    if left is None or left >= set(column.values):
        return "-"
    if column.spans:
        return _numbers([span for i, span in enumerate(column.spans) if str(i) in left])
    values = [quoted(value) for value in column.values if value in left]
    return values[0] if len(values) == 1 else f"? in ({', '.join(values)})"


def _numbers(spans: Sequence[Interval]) -> str:
    ranges = [_sides(span) for span in _glued(spans)]
    if len(ranges) == 1 and len(ranges[0]) == 1:
        return ranges[0][0].removeprefix("= ")
    return " or ".join(" and ".join(map(_asked, sides)) for sides in ranges)


def _glued(spans: Sequence[Interval]) -> list[Interval]:
    """Intervals that touch, as one."""
    glued: list[Interval] = []
    for span in spans:
        if glued and glued[-1].end == span.start:
            glued[-1] = Interval(glued[-1].start, span.end)
        else:
            glued.append(span)
    return glued


def _sides(span: Interval) -> list[str]:
    """The comparisons that make an interval; ``= 3`` when it holds one number."""
    if span.start and span.end and span.start[0] == span.end[0]:
        return [f"= {decimal(span.start[0])}"]
    low = [f"{'>' if span.start[1] else '>='} {decimal(span.start[0])}"] if span.start else []
    high = [f"{'<=' if span.end[1] else '<'} {decimal(span.end[0])}"] if span.end else []
    return low + high


def _asked(comparison: str) -> str:
    """One comparison inside a longer test; FEEL and Python write "equals" differently."""
    if comparison.startswith("= "):
        value = comparison.removeprefix("= ")
        return f"? >= {value} and ? <= {value}"
    return f"? {comparison}"


def spans_between(cuts: Iterable[Cut]) -> tuple[Interval, ...]:
    """All numbers, cut at these places."""
    ends: list[Cut | None] = [None, *sorted(set(cuts)), None]
    return tuple(Interval(start, end) for start, end in pairwise(ends))


def number_column(
    expression: str, label: str, needs: tuple[str, ...], cuts: Iterable[Cut]
) -> Column:
    """A column of numbers, cut at these places."""
    spans = spans_between(cuts)
    return Column(expression, label, tuple(str(i) for i in range(len(spans))), needs, spans)


def at_least(column: Column, value: Fraction) -> frozenset[str]:
    """The values of a number column from here on."""
    return frozenset(
        str(i)
        for i, span in enumerate(column.spans)
        if span.start is not None and span.start >= (value, 0)
    )


def below(column: Column, value: Fraction) -> frozenset[str]:
    """The values of a number column under here."""
    return frozenset(column.values) - at_least(column, value)
