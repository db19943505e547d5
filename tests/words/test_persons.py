"""What points to one person is found in a text and masked; places, dates and amounts are left."""

from __future__ import annotations

from itertools import pairwise
from string import ascii_letters, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.persons import Personal, masked, personal

FOUND = [
    ("mail naar jan.de.vries+werk@example.nl graag", "mail naar [mailadres] graag"),
    ("Info@Voorbeeld-Dorp.example.org.", "[mailadres]."),
    ("bel 06-12345678", "bel [telefoonnummer]"),
    ("bel 06 12 34 56 78 of 010-1234567", "bel [telefoonnummer] of [telefoonnummer]"),
    ("tel:0612345678, ook 's avonds", "tel:[telefoonnummer], ook 's avonds"),
    ("(010) 123 45 67", "[telefoonnummer]"),
    ("+31 6 12345678", "[telefoonnummer]"),
    ("+31 (0)6 1234 5678", "[telefoonnummer]"),
    ("0031612345678", "[telefoonnummer]"),
    ("+32 470 12 34 56 is van een Belg", "[telefoonnummer] is van een Belg"),
    ("op NL91 ABNA 0417 1643 00 graag", "op [rekeningnummer] graag"),
    ("nl91abna0417164300", "[rekeningnummer]"),
    ("NL91 ABNA 0417 1643 01 heeft een typefout", "[rekeningnummer] heeft een typefout"),
    ("BE68 5390 0754 7034", "[rekeningnummer]"),
    ("DE89370400440532013000", "[rekeningnummer]"),
    ("zijn bsn is 111222333", "zijn bsn is [BSN]"),
    ("1112.22.333 staat op de lijst", "[BSN] staat op de lijst"),
    ("111 222 333", "[BSN]"),
    ("BSN: 10000008", "BSN: [BSN]"),
    ("hij woont op 1234 AB 12", "hij woont op [adres]"),
    ("1234AB, huisnummer 12a", "[adres]"),
    ("1234ab 12", "[adres]"),
    ("Kerkstraat 12, 1234 AB Dorp", "Kerkstraat [adres] Dorp"),
    ("mevrouw woont in de Kerkstraat 12 b", "mevrouw woont in de [adres]"),
    ("mijn thuisadres is Lange Lindelaan 3", "mijn thuisadres is Lange Lindelaan 3"),
    ("mijn thuisadres is Lindelaan 3", "mijn thuisadres is [adres]"),
    ("bel 0612345678 of jan@example.nl", "bel [telefoonnummer] of [mailadres]"),
]

LEFT = [
    "",
    "bel 112, 14 020, 0800-1234 of 0900 8844",
    "op 01-01-2026 12:30 uur, en op 5/11/2026 10.30 uur",
    "de Kerkstraat 12 wordt opgebroken",
    "het riool in 1234 AB",
    "het ging om 2027 op 3 plekken en 1500 m2",
    "WE BEGINNEN IN 2027 OP 3 PLEKKEN",
    "een buis van 1500 mm 20 meter lang",
    "een plan van € 111222333 of 111222333 euro",
    "€ 111.222.333,00",
    "zaak Z-2024-0612345678",
    "111222334 is geen bsn",
    "000000000",
    "20261201 is een datum",
    "10000008 inwoners",
    "GB82 WEST 1234 5698 7654 33",
    "wie woont er in een straat met 12 huizen",
    "kenmerk AB12 CDEF 1234",
    "@gemeente en 5 @ 3",
    "1 200 tot 25 000 woningen",
]


@pytest.mark.parametrize(("text", "told"), FOUND, ids=[text for text, _ in FOUND])
def test_what_points_to_one_person_is_masked(text: str, told: str) -> None:
    """The rest of the text stays as it was."""
    assert masked(text) == told


@pytest.mark.parametrize("text", LEFT)
def test_what_points_to_nobody_is_left(text: str) -> None:
    """Places, dates, amounts, short numbers."""
    assert personal(text) == ()
    assert masked(text) == text


def test_each_piece_says_its_kind_and_its_place() -> None:
    """In the order of the text."""
    text = "mail a@b.nl of bel 06-12345678"
    assert personal(text) == (
        Personal("mailadres", 5, 11),
        Personal("telefoonnummer", 19, 30),
    )
    assert [text[one.start : one.end] for one in personal(text)] == ["a@b.nl", "06-12345678"]


@given(st.text(alphabet=f"{ascii_letters}{digits}@.+- €", max_size=200))
def test_pieces_lie_in_the_text_and_apart(text: str) -> None:
    """Whatever the text."""
    pieces = personal(text)
    assert all(0 <= one.start < one.end <= len(text) for one in pieces)
    assert all(one.end <= other.start for one, other in pairwise(pieces))


@pytest.mark.parametrize("sign", ["a", "0", " ", "-", "0 ", "a.", "woont op ", "1234 AB "])
def test_a_long_text_costs_little(sign: str) -> None:
    """No pattern runs away; were one quadratic, this would take minutes."""
    assert masked(sign * 20_000) is not None
