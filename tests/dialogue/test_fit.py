"""What an advice says when there is not room for all of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.advice_text import Block, fit, words

LINES = st.lists(
    st.tuples(st.integers(1, 12).map(lambda n: " ".join(["woord"] * n)), st.integers(0, 4)),
    min_size=1,
    max_size=4,
)


def block(lines: list[tuple[str, int]]) -> Block:
    """A block whose ranks rise, as a reader reads it."""
    ordered = sorted(lines, key=lambda line: line[1])
    return Block(tuple(text for text, _ in ordered), tuple(rank for _, rank in ordered))


@given(st.lists(LINES, min_size=1, max_size=5), st.integers(5, 60))
def test_what_is_always_shown_stays_and_the_rest_fits(
    many: list[list[tuple[str, int]]], limit: int
) -> None:
    """Nothing of rank 0 is lost, and nothing else goes over the limit."""
    blocks = [block(lines) for lines in many]
    always = sum(words(one.least.text) for one in blocks)
    shown = fit(blocks, limit)
    assert sum(words(one.text) for one in shown) <= max(always, limit)
    assert sum(one.ranks.count(0) for one in shown) == sum(one.ranks.count(0) for one in blocks)


def test_the_lowest_rank_gets_room_first() -> None:
    """A later line with a lower rank goes before an earlier one with a higher."""
    blocks = [Block(("a b c", "d e f"), (0, 2)), Block(("g h i",), (1,))]
    assert [one.lines for one in fit(blocks, 6)] == [("a b c",), ("g h i",)]
    assert [one.lines for one in fit(blocks, 9)] == [("a b c", "d e f"), ("g h i",)]


def test_a_short_line_still_fits_where_a_long_one_does_not() -> None:
    """What is left over is used."""
    blocks = [Block(("a",)), Block(("b c d e",), (1,)), Block(("f",), (2,))]
    assert [one.lines for one in fit(blocks, 3)] == [("a",), ("f",)]
