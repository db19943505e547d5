"""The layout of the graph: nothing overlaps, and every line goes to the right."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.workbench.layout import levels
from bot.workbench.teken.layered import LINE_HEIGHT, Layout, arrange
from bot.workbench.teken.svg import text_width, wrap

GAP = 10.0
SEEDS = st.integers(0, 2**32 - 1)


def graph(seed: int, most: int = 40) -> tuple[dict[str, list[str]], dict[str, float]]:
    """A graph without circles, and how high its boxes are."""
    r = Random(seed)
    names = [f"n{i}" for i in range(r.randint(1, most))]
    first = r.randint(1, len(names))
    parents: dict[str, list[str]] = {name: [] for name in names[:first]}
    for index, name in enumerate(names[first:], first):
        parents[name] = r.sample(names[:index], r.randint(1, min(6, index)))
    return parents, {name: float(r.randint(20, 200)) for name in names}


def lay_out(parents: dict[str, list[str]], heights: dict[str, float]) -> Layout:
    return arrange(parents, levels(parents), heights, GAP)


@given(SEEDS)
def test_nothing_overlaps(seed: int) -> None:
    """In a column the boxes, and the lines that pass it, keep their distance."""
    parents, heights = graph(seed)
    layout = lay_out(parents, heights)
    columns: dict[int, list[tuple[float, float]]] = {}
    for (name, column), middle in layout.middle.items():
        height = heights[name] if layout.columns[name] == column else LINE_HEIGHT
        columns.setdefault(column, []).append((middle - height / 2, middle + height / 2))
    for spans in columns.values():
        spans.sort()
        gaps = [top - bottom for (_, bottom), (top, _) in pairwise(spans)]
        assert all(gap > GAP - 1e-6 for gap in gaps)
        assert spans[0][0] > -1e-6
        assert spans[-1][1] < layout.height + 1e-6


@given(SEEDS)
def test_every_line_has_a_place_in_each_column_that_it_passes(seed: int) -> None:
    """A node stands to the right of all that it looks at."""
    parents, heights = graph(seed)
    layout = lay_out(parents, heights)
    for name, above in parents.items():
        for parent in above:
            start, end = layout.columns[parent], layout.columns[name]
            assert start < end
            assert all((parent, column) in layout.middle for column in range(start, end))


def test_a_straight_row_is_drawn_straight() -> None:
    """Where nothing is in the way, a node stands beside what it looks at."""
    layout = lay_out({"a": [], "b": ["a"], "c": ["b"]}, {"a": 30, "b": 90, "c": 20})
    middles = layout.middle.values()
    assert max(middles) - min(middles) < 0.1


def test_lines_are_not_crossed_without_need() -> None:
    """Two pairs that are given crosswise are drawn beside each other."""
    layout = lay_out({"a": [], "b": [], "x": ["b"], "y": ["a"]}, dict.fromkeys("abxy", 20.0))
    middle = {name: layout.middle[name, layout.columns[name]] for name in "abxy"}
    assert (middle["a"] < middle["b"]) == (middle["y"] < middle["x"])


WORDS = st.lists(st.text("abcdefg ijlmw", min_size=1, max_size=40), max_size=12).map(" ".join)


@given(WORDS, st.sampled_from((11, 14, 18)), st.floats(60, 400), st.booleans())
def test_wrapped_text_fits_and_loses_nothing(
    text: str, size: int, width: float, bold: bool
) -> None:
    """Long words are cut; no letter is lost."""
    lines = wrap(text, width, size, bold)
    assert all(text_width(line, size, bold) <= width for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == text.replace(" ", "")
