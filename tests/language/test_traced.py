"""A text as it is read, and where each letter of it stood as it was typed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.plain.shorthand import spelled, spelled_out
from bot.language.traced import Traced
from bot.language.understand import bounded, traced


@pytest.mark.parametrize(
    ("typed", "read", "came"),
    [
        ("de  gem.\n wil 't nie", "niet", "nie"),
        ("de  gem.\n wil 't nie", "gemeente", "gem."),
        ("  één idee", "een idee", "één idee"),
        ("kweet het", "ik weet", "kweet"),
        ("doe ’t maar", "het maar", "’t maar"),
        ("😀 de raad", "de raad", "de raad"),
    ],
)
def test_what_is_read_is_found_again_in_what_was_typed(typed: str, read: str, came: str) -> None:
    """Also when shorthand was spelled out and white space taken away."""
    plain = spelled(traced(typed))
    start = plain.text.index(read)
    first, last = plain.typed(start, start + len(read))
    assert typed[first:last] == came


@given(st.text(alphabet=" \t\nab.é'kn", max_size=60))
def test_each_letter_has_its_place_in_order(typed: str) -> None:
    """And the text is the one that everybody else reads."""
    plain = spelled(traced(typed))
    assert plain.text == spelled_out(bounded(typed))
    assert len(plain.places) == len(plain.text)
    assert list(plain.places) == sorted(plain.places)
    assert all(place < len(typed) for place in plain.places)


def test_what_is_put_in_place_comes_from_all_that_it_replaces() -> None:
    """Shorter, longer, or nothing."""
    text = Traced.of("a--b")
    dash = re.compile("-+")
    for put in ("=", "===", ""):
        assert text.sub(dash, lambda match, put=put: put).text == f"a{put}b"
    assert text.sub(dash, lambda match: "xyz").typed(1, 4) == (1, 3)
