"""What happens, told as on a phone, as whole sentences and in their order."""

from __future__ import annotations

import pytest

from bot.words.own_lines import sorted_lines
from bot.words.what_happens import in_order
from bot.words.whole_sentences import as_sentences, is_fragment
from tests import shelf
from tests.shelf import DAY

TOPICS = shelf.packs()[shelf.DEFAULT].own_topics


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Veld 3 weg, kunstgras erbij", "veld 3 verdwijnt. Er komt kunstgras bij"),
        ("12 bomen weg", "12 bomen verdwijnen"),
        ("60 plekken minder", "er zijn straks 60 plekken minder"),
        ("start bouw 1 juni", "de bouw begint op 1 juni"),
        ("eerste bewoners november", "de eerste bewoners komen in november"),
        ("nieuwe school aan de laan", "er komt een nieuwe school aan de laan"),
        ("nieuwe lantaarnpalen", "er komen nieuwe lantaarnpalen"),
        ("straat 3 weken dicht", "de straat is 3 weken dicht"),
        ("zwembad dicht op 1 juli", "het zwembad gaat dicht op 1 juli"),
        ("winkels open tijdens het werk", "winkels zijn open tijdens het werk"),
        ("per 1 mei betaald parkeren", "per 1 mei komt er betaald parkeren"),
        ("sloop in najaar", "de sloop is in het najaar"),
    ],
)
def test_a_fragment_that_fits_a_rule_is_a_sentence(told: str, said: str) -> None:
    assert as_sentences(told) == said


@pytest.mark.parametrize(
    "told",
    [
        "wij leggen een pad aan",
        "het riool wordt vervangen",
        "jongeren vertrekken",
        "we willen een bankje erbij",
        "drukke weg",
        "de school sluit in juni, de bieb blijft",
    ],
)
def test_what_has_a_verb_or_fits_no_rule_stays(told: str) -> None:
    assert as_sentences(told) == told


@pytest.mark.parametrize(
    ("told", "is_one"),
    [
        ("24 woningen, 2 lagen, 15 jaar", True),
        ("drempels bij school", True),
        ("jongeren vertrekken", False),
        ("het kost niets", False),
        ("wij zijn er dan", False),
        ("de raad besloot dit", False),
    ],
)
def test_only_what_surely_has_no_verb_is_a_fragment(told: str, is_one: bool) -> None:
    assert is_fragment(told) is is_one


def test_what_is_decided_comes_first_and_a_gap_last() -> None:
    told = ["Koffie staat klaar.", "[INVULLEN: x]", "De brug gaat dicht.", "De raad besloot dit."]
    assert in_order(told) == (told[3], told[2], told[0], told[1])


def test_when_a_building_opens_is_no_meeting_and_objection_no_opinion() -> None:
    told = sorted_lines("opening augustus 2028\nbezwaar kan pas later", TOPICS, DAY)
    assert told == {
        "gebeurt": ("De opening is in augustus 2028.",),
        "besluit": ("Bezwaar kan pas later.",),
    }


def test_how_many_came_is_no_invitation() -> None:
    told = sorted_lines("mei avond 130 mensen\navond 12 jan 20.00, 60 mensen", TOPICS, DAY)
    assert told == {
        "gedaan": ("Mei avond 130 mensen.",),
        "bijeenkomst": ("Avond: 12 januari om 20.00 uur, 60 mensen.",),
    }
