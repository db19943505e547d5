"""A project falls apart into the groups that a rule tells apart: offered, picked, and told."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bot.dialogue.button_data import SAME_VALUE
from bot.dialogue.focus import Divide, Question
from bot.dialogue.messages import Said, Understanding
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


ALIKE = Understanding(
    "antwoord", "onderdeel._gelijk", 1.0, answers=(("onderdeel", (SAME_VALUE,)),), sure=True
)
"""That somebody typed that all parts are alike."""


@pytest.fixture
def asked_both() -> Person:
    """Somebody who answered the opening question and went on past the first advice."""
    person = Person(flat_shelf())
    person.tap("Advies voor mijn project")
    assert person.state.focus == Question("van_wie")
    person.tap("Van een ander")
    person.tap()
    assert person.state.focus == Divide("onderdeel")
    return person


@pytest.fixture
def person(asked_both: Person) -> Person:
    """And told that the parts are all alike."""
    asked_both.do(Said("alles ligt even vast", ALIKE))
    return asked_both


def test_parts_and_groups_are_asked_about_at_once(asked_both: Person) -> None:
    """Most projects are one piece in both."""
    assert labels(asked_both)[:4] == [
        "Alles en iedereen gelijk",
        "Het verschilt per onderdeel",
        "Het verschilt per groep",
        "Weet ik niet",
    ]
    asked_both.tap("Alles en iedereen gelijk")
    project = asked_both.state.project
    assert project is not None
    assert (project.divided, project.guessed) == (("onderdeel", "groep"), ())


def test_not_knowing_is_a_guess_of_both(asked_both: Person) -> None:
    asked_both.tap("Weet ik niet")
    project = asked_both.state.project
    assert project is not None
    assert project.guessed == ("onderdeel", "groep")


def test_what_differs_leaves_the_other_to_be_asked(asked_both: Person) -> None:
    """Nothing is taken for alike in silence."""
    asked_both.tap("Het verschilt per groep")
    for name in ("De huurders", "Klaar"):
        asked_both.tap(name)
    assert groups(asked_both) == ("huurders", "rest")
    assert asked_both.state.focus == Divide("onderdeel")
    assert labels(asked_both)[:2] == ["Alles even vast", "Het verschilt"]


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
