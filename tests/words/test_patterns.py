"""How an editor writes a phrase, and which lines have it."""

from __future__ import annotations

import pytest

from bot.words.guards import line_of
from bot.words.patterns import Index, phrase


@pytest.mark.parametrize(
    ("written", "text", "has"),
    [
        ("raad ~ besloten", "de raad heeft dit gisteren besloten", True),
        ("raad ~ besloten", "de raad heeft niets besloten", False),
        ("raad ~ besloten", "de raad ziet, besloten is besloten", False),
        ("raad ~ kiezen", "de raad laat bewoners kiezen", False),
        ("naar (de/het) raad", "het gaat naar raad en dorp", True),
        ("naar (de/het) raad", "het gaat naar de raad", True),
        ("gaat over !op/tot", "dat gaat over op gas", False),
        ("gaat over !op/tot", "dat gaat over gas", True),
        ("gaat over !op/tot", "dat gaat over", True),
        ("te kiezen ,", "te kiezen: groen", True),
        ("te kiezen ,", "te kiezen is groen", False),
        ("mogelijk $", "drie plekken mogelijk", True),
        ("mogelijk $", "mogelijk drie plekken", False),
        ("alles (zelf) $", "ze mogen alles zelf. leuk", True),
        ("b_en_w besluit", "B en W besluit", True),
    ],
)
def test_a_line_has_a_phrase(written: str, text: str, *, has: bool) -> None:
    """A gap without denial or another clause, a word that may lack or must lack, signs, an end."""
    assert bool(phrase(written).pattern.search(line_of(text))) == has


def test_an_index_leaves_out_only_what_a_line_cannot_have() -> None:
    """A phrase without a whole word is always tried."""
    raad, wide = phrase("raad beslist/kiest"), phrase("besl*")
    index = Index.of((raad, wide))
    assert index.near(" de raad kiest ") == {raad, wide}
    assert index.near(" het college zwijgt ") == {wide}
