"""A project falls apart into the groups that a rule tells apart: offered, picked, and told."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bot.dialogue.focus import Divide, Question
from bot.dialogue.messages import Said
from bot.dialogue.turn import Shelf
from bot.packs.load import load_pack
from bot.rules.diagram.compile import compile_pack

from .test_lens import Person

FOLDER = Path(__file__).resolve().parents[1] / "packs" / "flat"


@cache
def flat_shelf() -> Shelf:
    """The pack about a flat that is torn down."""
    pack = load_pack(FOLDER)
    return Shelf({pack.id: compile_pack(pack)}, pack.id)


@pytest.fixture
def person() -> Person:
    """Somebody who answered the opening question, went on past the first advice, and whose parts
    are all alike."""
    person = Person(flat_shelf())
    person.tap("Advies voor mijn project")
    assert person.state.focus == Question("van_wie")
    person.tap("Van een ander")
    person.tap()
    assert person.state.focus == Divide("onderdeel")
    person.tap("Alles even vast")
    return person


def groups(person: Person) -> tuple[str, ...]:
    """The groups into which the project falls apart."""
    assert person.state.project is not None
    return person.state.project.book.groups


def labels(person: Person) -> list[str]:
    """The buttons of the last message."""
    return [button.label for button in person.said[-1].buttons]


def test_groups_are_asked_about_after_the_opening(person: Person) -> None:
    assert person.state.focus == Divide("groep")
    assert labels(person)[:2] == ["Eén aanpak voor iedereen", "Het verschilt per groep"]


def test_three_groups_are_picked_and_all_others_come_along(person: Person) -> None:
    told = person.tap("Het verschilt per groep")
    assert told.text == "Voor welke groepen is het anders? Kies er hoogstens 3."
    assert "Alle anderen" not in labels(person)
    for name in ("De huurders", "De buren", "De winkels", "Klaar"):
        person.tap(name)
    assert groups(person) == ("huurders", "buren", "winkels", "rest")
    assert person.said[0].text == (
        "Duidelijk. Ik kijk apart naar: de huurders, de buren, de winkels en alle anderen."
    )


def test_a_group_is_taken_away_by_a_second_tap(person: Person) -> None:
    person.tap("Het verschilt per groep")
    before = labels(person)
    person.tap("De huurders")
    assert "✓ De huurders" in labels(person)
    person.tap("✓ De huurders")
    assert labels(person) == before


def test_several_groups_are_typed_at_once(person: Person) -> None:
    person.tap("Het verschilt per groep")
    person.do(Said("1 en 2"))
    assert groups(person) == ("huurders", "buren", "rest")


def test_one_group_is_enough(person: Person) -> None:
    person.tap("Het verschilt per groep")
    person.tap("De huurders")
    assert "Alle anderen" not in labels(person)
    person.tap("Klaar")
    assert groups(person) == ("huurders", "rest")


def test_one_approach_for_everybody_divides_nothing(person: Person) -> None:
    person.tap("Eén aanpak voor iedereen")
    assert groups(person) == ()
    assert person.state.focus == Question("ruimte")


def test_groups_can_be_chosen_anew(person: Person) -> None:
    person.tap("Het verschilt per groep")
    person.tap("De huurders")
    person.tap("Klaar")
    person.do(Said("/overzicht"))
    person.tap("Groepen")
    assert person.state.focus == Divide("groep")
    assert groups(person) == ()
