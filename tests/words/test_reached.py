"""Whom one can reach: a sentence where somebody is named, and no slot filled with a clause."""

from __future__ import annotations

import pytest

from bot.words.own_lines import sorted_lines
from bot.words.reached import is_contact, reached
from tests import shelf
from tests.shelf import DAY

TOPICS = shelf.packs()[shelf.DEFAULT].own_topics


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("contact beheerder begraafplaatsen", "je kunt terecht bij de beheerder begraafplaatsen"),
        ("contact kan via het loket", "je kunt contact opnemen via het loket"),
        ("vragen kunnen naar de projectleider", "je kunt met vragen terecht bij de projectleider"),
        ("kunnen naar de balie", "je kunt terecht bij de balie"),
        ("ze kunnen bij de wijkcoach terecht", "je kunt terecht bij de wijkcoach"),
        ("kunt mailen naar info@dorp.nl", "je kunt mailen naar info@dorp.nl"),
        ("contactpersoon is de wijkmanager", "je kunt terecht bij de wijkmanager"),
        ("bel 0345 123456", "je kunt bellen met 0345 123456"),
        (
            "voor vragen over huren: woonstichting",
            "voor vragen over huren kun je terecht bij de woonstichting",
        ),
    ],
)
def test_somebody_to_reach_is_told_in_a_sentence(told: str, said: str) -> None:
    assert reached(told) == said


@pytest.mark.parametrize(
    "told",
    [
        "contact is lastig want veel ouderen",
        "contact met de bewoners loopt via de wijkraad",
        "contactpersoon wordt nog gezocht",
        "bellen kan tussen 9 en 12",
        "vragen stellen kan tot 5 februari",
        "vragen die we krijgen verzamelen we",
        "contact opnemen is nog niet mogelijk",
    ],
)
def test_a_clause_fills_no_slot_of_somebody(told: str) -> None:
    assert reached(told) == told


@pytest.mark.parametrize(
    ("told", "is_one"),
    [
        ("met vragen naar de balie", True),
        ("de aannemer heeft een eigen nummer, 0800 1234", True),
        ("vragen van bewoners gaan over parkeren", False),
        ("we vragen de aannemer om een offerte", False),
        ("14 huizen krijgen een nieuwe voordeur", False),
    ],
)
def test_a_number_or_who_takes_questions_is_contact(told: str, is_one: bool) -> None:
    assert is_contact(told) is is_one


def test_what_goes_on_about_contact_stands_there_too() -> None:
    told = sorted_lines("voor vragen over huren: woonstichting. over de bouw: loket", TOPICS, DAY)
    assert told == {
        "contact": (
            "Voor vragen over huren kun je terecht bij de woonstichting.",
            "Voor vragen over de bouw kun je terecht bij het loket.",
        )
    }


def test_contact_that_names_nobody_is_left_to_whoever_writes() -> None:
    assert sorted_lines("contact: nog niemand", TOPICS, DAY) == {
        "contact": ("[INVULLEN: nog niemand]",)
    }
