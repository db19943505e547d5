"""Several of a list: ticks on one screen, numbers and words in one message, and nothing else."""

from __future__ import annotations

import pytest

from bot.dialogue.messages import Chosen, Say, Tapped, Ticked
from tests.dialogue.small import Talker


def at_several() -> Talker:
    """Asked whom they do not hear yet."""
    talker = Talker().begin("De gemeente", "Niets", "Rustig")
    assert talker.state.focus.asked == "mist"
    return talker


def test_a_tick_changes_the_message_that_was_tapped() -> None:
    """No new message, no other question: the same buttons, of which one has a tick."""
    talker = at_several()
    before = talker.labels
    talker.tap("Drukke mensen")
    (say,) = talker.replies
    assert isinstance(say, Say)
    assert say.instead
    assert talker.labels == [
        "Kinderen",
        "✓ Drukke mensen",
        "Ondernemers",
        "Niemand",
        "Klaar",
        before[-3],
        "Dit is genoeg",
    ]


def test_a_tick_is_taken_away_by_a_second_tap() -> None:
    """With none left it is as if nothing was ticked."""
    talker = at_several()
    before, answers = talker.labels, talker.answers
    talker.tap("Kinderen")
    talker.tap("Ondernemers")
    talker.tap("✓ Kinderen")
    assert talker.answers["mist"] == "zaak"
    talker.tap("✓ Ondernemers")
    assert (talker.labels, talker.answers) == (before, answers)


def test_klaar_shows_all_that_was_ticked_and_goes_on() -> None:
    """One "Klaar" for the whole list."""
    talker = at_several()
    talker.tap("Kinderen")
    talker.tap("Ondernemers")
    talker.tap("Klaar")
    assert talker.replies[0] == Chosen("Kinderen, Ondernemers")
    assert talker.answers["mist"] == "jeugd,zaak"
    assert talker.said[-1].shape == "advice"


def test_an_answer_that_stands_alone_needs_no_klaar() -> None:
    """Nor does it keep what was ticked."""
    talker = at_several()
    talker.tap("Kinderen")
    talker.tap("Niemand")
    assert talker.answers["mist"] == "niemand"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1 en 2", "druk,jeugd"),
        ("1,3", "jeugd,zaak"),
        ("1 3", "jeugd,zaak"),
        ("2, 3 en kinderen", "druk,jeugd,zaak"),
        ("kinderen & ondernemers", "jeugd,zaak"),
        ("1 en 1", "jeugd"),
    ],
)
@pytest.mark.parametrize("ticked", [False, True])
def test_several_choices_in_one_message(text: str, values: str, ticked: bool) -> None:
    """Numbers and words of the list on the screen; a tick that was there stays."""
    talker = at_several()
    if ticked:
        talker.tap("Kinderen")
    talker.say(text)
    assert talker.answers["mist"] == values
    assert talker.said[-1].shape == "advice"


@pytest.mark.parametrize("text", ["1 en 2", "de gemeente en inwoners"])
def test_where_one_answer_fits_several_are_asked_back(text: str) -> None:
    """Nothing is kept."""
    talker = Talker().begin()
    said = talker.say(text)
    assert said.startswith("Hier past één antwoord.")
    assert "Wie begon hiermee?" in said
    assert talker.answers == {}


@pytest.mark.parametrize("text", ["9", "0", "1 en 9"])
def test_a_number_means_the_list_on_the_screen_and_nothing_else(text: str) -> None:
    """One that is not on it is told so."""
    talker = Talker().begin()
    assert f"staat geen {text[-1]}." in talker.say(text)
    assert talker.answers == {}


def test_a_number_is_never_of_an_older_list() -> None:
    """The list of the doors is gone when a question stands on the screen."""
    talker = Talker()
    talker.say("2")
    assert "Wie begon hiermee?" in talker.said[-1].text
    talker.say("2")
    assert talker.answers == {"wie": "zij"}


def test_what_was_ticked_elsewhere_comes_as_one_answer() -> None:
    """A page sends all ticks at once; one that was there stays."""
    talker = at_several()
    talker.tap("Kinderen")
    data = dict(talker.state.screen)
    talker.do(Ticked((data["✓ Kinderen"], data["Ondernemers"])))
    assert talker.answers["mist"] == "jeugd,zaak"


def test_an_old_button_of_the_list_is_a_tick_on_its_own_message() -> None:
    """The keyboard above still stands; after the answer it asks whether that should change."""
    talker = at_several()
    data = dict(talker.state.screen)["Kinderen"]
    talker.tap("Ondernemers")
    talker.do(Tapped(data))
    assert talker.answers["mist"] == "jeugd,zaak"
    talker.tap("Klaar")
    assert "al beantwoord" in talker.do(Tapped(data))
    assert talker.answers["mist"] == "jeugd,zaak"
