"""A question whose answer is a number, in real packs: nothing is heard that was not said."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bot.dialogue.messages import Said, Started
from bot.dialogue.turn import Shelf
from bot.rules.model.answers import Answer, number

from .test_lens import Person


def at_the_size(shelf: Shelf) -> Person:
    """A person who is asked how large an outbuilding becomes, in Nijmegen."""
    person = Person(shelf)
    person.do(Started("nijmegen"))
    person.tap("Advies voor mijn project")
    person.tap("Bijgebouw buiten de bebouwde kom")
    person.tap("Klaar")
    assert "vierkante meter" in person.said[-1].text
    return person


def kept(person: Person) -> dict[str, Answer]:
    """What is known of the project, by question."""
    project = person.state.project
    assert project is not None
    return dict(project.book.answers)


def test_more_than_a_hundred_is_over_the_limit_of_a_hundred(shelf: Shelf) -> None:
    """It is not read as a hundred, which would be under it."""
    person = at_the_size(shelf)
    person.do(Said("meer dan 100"))
    assert kept(person)["bijgebouw_m2"] == Answer(low=Fraction(100), low_open=True)
    assert "(participatie verplicht)" in person.said[-1].text.partition("\n")[0]


def test_less_than_half_is_not_half(shelf: Shelf) -> None:
    """In Vlaardingen sixty percent answered, and less than fifty of them are in favour."""
    person = Person(shelf)
    person.do(Started("vlaardingen_parkeren"))
    person.tap("Advies voor mijn project")
    person.do(Said("60"))
    advice = person.do(Said("minder dan 50"))
    assert advice.shape == "advice"
    assert "voer betaald parkeren niet in" in advice.text.lower()


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("1", number(1)),
        ("150 m2", number(150)),
        ("1 200", number(1200)),
        ("1.500,50", number(Fraction("1500.5"))),
        ("minder dan 2.000", Answer(high=Fraction(2000), high_open=True)),
        ("honderdvijftig", number(150)),
    ],
)
def test_a_number_is_the_answer_and_never_a_button(shelf: Shelf, text: str, answer: Answer) -> None:
    """Also where a button would stand at that place."""
    person = at_the_size(shelf)
    person.do(Said(text))
    assert kept(person)["bijgebouw_m2"] == answer


@pytest.mark.parametrize(
    "text",
    ["10 bij 15 meter", "waarom 100?", "nog niet bekend, 2027 pas", "2 miljoen", "-5", "²", "①"],
)
def test_what_is_no_sure_number_is_asked_back(shelf: Shelf, text: str) -> None:
    """Nothing is kept, and the person hears what would be right."""
    person = at_the_size(shelf)
    before = kept(person)
    asked = person.said[-1].text
    person.do(Said(text))
    assert kept(person) == before
    assert "van 0 tot 1.000.000" in person.said[0].text
    assert person.said[-1].text == asked


def test_a_rough_number_counts_after_a_yes(shelf: Shelf) -> None:
    """It is said back first."""
    person = at_the_size(shelf)
    before = kept(person)
    told = person.do(Said("ongeveer 150"))
    assert "150 vierkante meter" in told.text
    assert kept(person) == before
    person.tap("Klopt")
    assert kept(person)["bijgebouw_m2"] == number(150)


def test_the_buttons_of_a_number_carry_no_numbers_and_work_by_their_words(shelf: Shelf) -> None:
    """The channel is told so; "weet ik niet" can be typed."""
    person = at_the_size(shelf)
    assert person.said[-1].typed
    person.do(Said("weet ik niet"))
    assert kept(person)["bijgebouw_m2"].status == "unknown"
