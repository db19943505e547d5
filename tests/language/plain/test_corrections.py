"""A text that puts something right, told from one that only begins so."""

from __future__ import annotations

import pytest

from bot.language.plain.corrections import corrected, in_passing


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("nee, bewoners begonnen", "bewoners begonnen"),
        ("Nee hoor, de raad", "de raad"),
        ("nee wacht, de raad", "de raad"),
        ("neen: de raad", "de raad"),
        ("dat klopt niet, wij begonnen", "wij begonnen"),
        ("nee, dat klopt helemaal niet. wij begonnen", "wij begonnen"),
        ("klopt niet: het is rustig", "het is rustig"),
        ("dat is niet waar, de sfeer is goed", "de sfeer is goed"),
        ("toch niet, de raad beslist", "de raad beslist"),
        ("toch de raad", "de raad"),
        ("toch wel bewoners", "bewoners"),
        ("ik bedoelde de raad", "de raad"),
        ("sorry, ik bedoel eigenlijk de raad", "de raad"),
        ("nee, ik bedoel dat de raad beslist", "de raad beslist"),
        ("oeps, verkeerd getypt: de raad", "de raad"),
        ("nee, niet wij, de buurt", "niet wij, de buurt"),
    ],
)
def test_where_what_is_right_begins(text: str, rest: str) -> None:
    """The words before it say that something was not right."""
    assert text[corrected(text) :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nee",
        "neem de tijd",
        "de raad zegt nee, het college ja",
        "klopt niet",
        "toch niet",
        "ik bedoel je het plan te geven",
        "toch is er bij de bewoners van de straat veel weerstand",
        "niet iedereen is boos",
    ],
)
def test_any_other_text_puts_nothing_right(text: str) -> None:
    """A bare "nee" is a command, and a "nee" further on is told of others."""
    assert corrected(text) == 0


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("ja, de raad beslist", "de raad beslist"),
        ("ehm de raad dus", "de raad dus"),
        ("oké. we beginnen morgen", "we beginnen morgen"),
        ("ja hoor", "ja hoor"),
        ("jawel dat is zo", "jawel dat is zo"),
    ],
)
def test_what_is_said_in_passing_before_a_sentence(text: str, rest: str) -> None:
    """Read as an answer it would invent one."""
    assert text[in_passing(text) :] == rest
