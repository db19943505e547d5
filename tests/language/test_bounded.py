"""A text before it is understood: bounded, and without runs of white space."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.language.understand import MAX_TEXT, bounded


@given(st.text(alphabet=" \t\n\r\u00a0ab.", max_size=300))
def test_words_and_lines_stay_and_white_space_goes(text: str) -> None:
    """The words are the same, in the same lines; between them stands one space."""
    found = bounded(text)
    assert found.split() == text.split()
    assert "  " not in found
    assert "\n\n" not in found
    assert bounded(found) == found


def test_a_long_text_is_cut() -> None:
    """What comes after the limit is not read."""
    assert len(bounded("a" * 5000)) == MAX_TEXT
    assert bounded(" " * 5000) == ""
