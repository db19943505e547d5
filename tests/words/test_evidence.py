"""The words that an answer came from: at most eighty signs, nothing of persons."""

from __future__ import annotations

import pytest

from bot.words.evidence import MOST, Evidence, evidence

LONG = "wij gaan de hele straat openbreken voor het riool en daarna de stoep en daarna de bomen"


def test_the_words_of_a_stretch() -> None:
    """Without the white space around it."""
    assert evidence("ja, de gemeente begon. en?", 3, 22) == Evidence(4, 21, "de gemeente begon")
    assert evidence("de\n gemeente") == Evidence(0, 12, "de gemeente")


def test_a_long_stretch_is_cut_after_a_whole_word() -> None:
    """And one long word in the middle."""
    cut = evidence(LONG)
    assert cut.words == f"{LONG[: cut.end]}…"
    assert cut.end <= MOST
    assert LONG[cut.end] == " "
    assert evidence("a" * 200).end == MOST


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("bel op 06-12345678 voor zijn plan", 0, None, "bel op [telefoonnummer] voor zijn plan"),
        ("bel 06-12345678, het is zijn plan", 8, 33, "[telefoonnummer], het is zijn plan"),
        ("het is zijn plan: jan@example.nl", 0, 24, "het is zijn plan: [mailadres]"),
    ],
)  # fmt: skip
def test_what_points_to_a_person_is_masked(
    text: str, start: int, end: int | None, words: str
) -> None:
    """Also where the stretch holds only a part of it."""
    assert evidence(text, start, end).words == words


def test_a_number_that_is_cut_in_two_is_masked_whole() -> None:
    """The place where a long text is cut gives nothing away."""
    text = f"{'x' * 70} 06-12345678 en meer"
    assert "06-1" not in evidence(text).words
