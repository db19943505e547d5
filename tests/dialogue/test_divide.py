"""A project falls apart into the groups that a rule tells apart: offered, picked, and told."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bot.dialogue.focus import Divide, Question
from bot.dialogue.look import look
from bot.dialogue.messages import Said, Tapped, Ticked, Understanding
from bot.dialogue.turn import Shelf
from bot.packs.load import load_pack
from bot.rules.diagram.compile import compile_pack
from bot.rules.model.answers import chosen

from .test_lens import NOW, Person, has_complete_advice

FOLDER = Path(__file__).resolve().parents[1] / "packs" / "flat"


@cache
def flat_shelf() -> Shelf:
    """The pack about a flat that is torn down."""
    pack = load_pack(FOLDER)
    return Shelf({pack.id: compile_pack(pack)}, pack.id)


TOLD = (
    ("wie_begint", ("gemeente",)), ("te_kiezen", ("veel",)), ("nodig", ("beeld",)),
    ("bestuur", ("weegt",)), ("fase", ("plan",)), ("wie_beslist", ("college",)),
)  # fmt: skip
"""What leaves nothing to ask of a part or a group."""


@pytest.fixture
def asked_both(shelf: Shelf) -> Person:
    """Somebody who told all of which the answer may differ, and is asked whether it does."""
    person = Person(shelf)
    person.do(Said("zo zit het", Understanding("beschrijving", answers=TOLD, sure=True)))
    person.tap("Klopt")
    while "Alles en iedereen gelijk" not in labels(person):
        person.tap()
    return person


@pytest.fixture
def person() -> Person:
    """Somebody who answered the opening question."""
    person = Person(flat_shelf())
    person.tap("Advies voor mijn project")
    assert person.state.focus == Question("van_wie")
    person.tap("Van een ander")
    return person


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
    for name in ("Wie het direct raakt", "Klaar"):
        asked_both.tap(name)
    assert groups(asked_both) == ("geraakt", "rest")
    assert asked_both.state.project is not None
    assert "onderdeel" not in asked_both.state.project.divided


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


DIFFERS = "Het verschilt per onderdeel"


@pytest.fixture
def asked_room(person: Person) -> Person:
    """Somebody with one approach for everybody, who is asked how much can still change."""
    person.tap("Eén aanpak voor iedereen")
    assert person.state.focus == Question("ruimte")
    return person


def divided(person: Person) -> tuple[str, ...]:
    """The ways of dividing that were settled."""
    assert person.state.project is not None
    return person.state.project.divided


def test_that_it_differs_is_an_answer(asked_room: Person) -> None:
    """This pack has three parts, of which three may be picked: there is nothing to pick. Each is
    asked about by itself, and the others may be like the first."""
    asked_room.tap(DIFFERS)
    assert asked_room.state.project is not None
    assert asked_room.state.project.book.parts == ("sloop", "nieuwbouw", "beheer")
    one, other = "sloop", "nieuwbouw"
    assert asked_room.state.focus == Question(f"ruimte@{one}")
    assert DIFFERS not in labels(asked_room)
    asked_room.tap("Veel")
    assert asked_room.state.focus == Question(f"ruimte@{other}")
    asked_room.tap("Zelfde als bij")
    answers = asked_room.state.project.book.answers
    assert "ruimte" not in answers
    assert answers[f"ruimte@{one}"] == answers[f"ruimte@{other}"] == chosen("veel")


def test_one_answer_for_the_whole_is_not_asked_about_apart(asked_room: Person) -> None:
    """Who did not say that it differs, though it stood there, is not asked so; nobody said that
    it is one piece either, so that is a guess."""
    asked_room.tap("Veel")
    assert "onderdeel" in divided(asked_room)
    assert asked_room.state.project is not None
    assert asked_room.state.project.guessed == ("onderdeel",)
    while not has_complete_advice(asked_room):
        assert asked_room.state.focus != Divide("onderdeel")
        asked_room.tap()


def test_not_knowing_that_is_a_guess_of_the_pieces_too(asked_room: Person) -> None:
    """Then nothing is certain because of it."""
    asked_room.tap("Weet ik niet")
    assert asked_room.state.project is not None
    assert "onderdeel" in asked_room.state.project.guessed


def test_what_is_asked_about_the_rest_stands_there_alone(asked_both: Person) -> None:
    """One part was ticked on a page: its list does not come once more under what is asked now."""
    asked_both.tap("Het verschilt per onderdeel")
    part = next(b.data for b in asked_both.said[-1].buttons if b.label == "Hoe het wordt")
    asked_both.do(Ticked((part,)))
    asked = [say.text for say in asked_both.said if say.shape == "question"]
    assert asked == ["En de rest van het project?"]


def test_what_differs_is_asked_of_nobody(shelf: Shelf) -> None:
    """The advice says that it differs; it sends nobody to find out."""
    person = Person(shelf)
    person.tap("Advies voor mijn project")
    for name in ("Van ons, de gemeente", DIFFERS, "Dit is genoeg"):
        if name in labels(person):
            person.tap(name)
    seen = look(shelf, person.state, NOW)
    assert seen is not None
    card = seen.card
    assert "te_kiezen" not in {ask.key for ask in (*card.open, *card.homework, *card.ask_first)}
    assert [ask.key for ask in card.still.differs] == ["te_kiezen"]


def test_what_was_taken_for_true_is_certain_after_a_yes(shelf: Shelf) -> None:
    """Nobody said that all parts are alike: the advice asks, and a yes settles it."""
    person = Person(shelf)
    for label in ("Advies", "Van ons, de gemeente", "Bijna alles", "Ik heb nog", "Wat zij kiezen"):
        person.tap(label)
    while not has_complete_advice(person):
        person.tap()
    advice = person.said[-1].text
    assert "Waarschijnlijk past" in advice
    assert "Ik nam aan: alles is even vast en één aanpak past voor iedereen." in advice
    advice = person.do(Said("ja", Understanding("opdracht", "ja", 0.9, sure=True))).text
    assert "Mijn advies" in advice
    assert "Ik nam aan" not in advice


ASSUMED = "Ik neem aan: alles is even vast en één aanpak past voor iedereen."
SETTLES = "Verder niets, en je aanname klopt"


def at_what_goes_on(shelf: Shelf, *opening: str) -> Person:
    """At the list of what may be going on, after these answers."""
    person = Person(shelf)
    for label in ("Advies", *opening):
        person.tap(label)
    while "Verder speelt er niets" not in labels(person):
        person.tap()
    return person


OPEN = ("Van ons, de gemeente", "Bijna alles", "Ik heb nog", "We wegen")


def test_what_is_assumed_is_settled_where_it_stands(shelf: Shelf) -> None:
    """On the screen that everybody ends with a tap; it is said, and the advice rests on it."""
    person = at_what_goes_on(shelf, *OPEN)
    assert ASSUMED in person.said[-1].text
    person.tap(SETTLES)
    assert ASSUMED.replace("neem aan", "noteer") in [say.text for say in person.said]
    assert person.state.project is not None
    assert person.state.project.guessed == ()


def test_who_passes_it_by_leaves_it_assumed(shelf: Shelf) -> None:
    """With the same number of taps, and nothing is certain by it."""
    person = at_what_goes_on(shelf, *OPEN)
    person.tap("Verder speelt er niets")
    assert person.state.project is not None
    assert set(person.state.project.guessed) == {"onderdeel", "groep"}


def test_where_nothing_is_assumed_nothing_is_settled(shelf: Shelf) -> None:
    """Nothing is open there, so that no part can differ."""
    person = at_what_goes_on(shelf, "Van ons, de gemeente", "Niets meer")
    assert "Ik neem aan" not in person.said[-1].text
    assert SETTLES not in labels(person)


def test_what_was_settled_is_assumed_again_after_back(shelf: Shelf) -> None:
    """Who takes the screen back takes that back too."""
    person = at_what_goes_on(shelf, *OPEN)
    person.tap(SETTLES)
    again = person.do(Said("/terug"))
    assert ASSUMED in again.text
    assert SETTLES in labels(person)


NOT_SO = "Nee, het verschilt"


def test_who_sees_that_it_is_not_so_says_of_what_it_differs(shelf: Shelf) -> None:
    """One tap from there; the pieces are asked, and what differs by them."""
    person = at_what_goes_on(shelf, *OPEN)
    asked = person.tap(NOT_SO)
    assert "Ligt alles even vast" in asked.text
    assert "Kies je voor iedereen dezelfde aanpak" in asked.text
    person.tap("Het verschilt per onderdeel")
    person.tap("Of het er komt")
    person.tap("Hoe het wordt")
    person.tap("Klaar")
    assert "Over: of het er komt." in person.said[-1].text
    assert person.state.project is not None
    assert person.state.project.guessed == ()


def test_with_ticks_on_the_screen_they_are_finished_first(shelf: Shelf) -> None:
    """An old button leaves them as they are."""
    person = at_what_goes_on(shelf, *OPEN)
    differs = next(one.data for one in person.said[-1].buttons if one.label == NOT_SO)
    person.tap("Mist nog: kinderen")
    assert NOT_SO not in labels(person)
    person.do(Tapped(differs))
    assert "✓ Mist nog: kinderen of jongeren" in labels(person)


def test_what_comes_to_matter_later_was_not_settled(shelf: Shelf) -> None:
    """Only what stood there: once more is open, groups matter and are asked about."""
    person = at_what_goes_on(shelf, "Van ons, de gemeente", "Een paar", "Wat mensen", "We wegen")
    assert "Ik neem aan: alles is even vast." in person.said[-1].text
    person.tap(SETTLES)
    person.do(Tapped(next(d for d in overviewed(person) if ":wijzig:te_kiezen" in d)))
    person.tap("Bijna alles")
    assert "Kies je voor iedereen dezelfde aanpak" in person.said[-1].text


def overviewed(person: Person) -> list[str]:
    """What the buttons of the overview do."""
    return [button.data for button in person.do(Said("/overzicht")).buttons]
