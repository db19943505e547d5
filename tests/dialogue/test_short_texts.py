"""Short texts that were once taken for something else, each told what is done with it."""

from __future__ import annotations

import pytest

from bot.dialogue import wording
from bot.dialogue.messages import Understanding
from bot.dialogue.places import wording as sentences
from tests.dialogue.small import Talker, told

NO = Understanding("opdracht", "nee", 1.0, sure=True)


@pytest.mark.parametrize(("text", "name"), [("ja", "ja"), ("yes please", "ja"), ("nee", "nee")])
def test_yes_or_no_to_a_question_with_other_answers_is_said(text: str, name: str) -> None:
    """Nothing is skipped in silence."""
    talker = Talker().begin()
    said = talker.say(text, Understanding("opdracht", name, 1.0, sure=True))
    assert said.startswith(sentences.NO_YES)
    assert talker.answers == {}


def test_an_undo_without_anything_to_undo_says_that_it_goes_back() -> None:
    """One answer is taken back."""
    talker = Talker().begin("De gemeente")
    said = talker.say("/ongedaan")
    assert said.startswith(sentences.ONE_BACK)
    assert talker.answers == {}


def test_no_to_an_advice_asks_which_answer_is_wrong() -> None:
    """With all of them to choose from."""
    talker = Talker().begin("De gemeente", "Niets", "Rustig")
    talker.tap("Niemand")
    assert talker.said[-1].shape == "advice"
    said = talker.say("dat klopt niet", NO)
    assert said.startswith(sentences.WHAT_IS_WRONG)
    assert "Wie begon hiermee?" in talker.labels


def test_a_question_is_no_name_of_a_project() -> None:
    """It is answered, or not understood; the name stays."""
    talker = Talker().begin("De gemeente")
    name = talker.project.name
    talker.say("/naam")
    talker.say("wat is een bopa?", Understanding())
    assert talker.project.name == name


@pytest.mark.parametrize("text", ["/naam plan van jan@voorbeeld.nl", "/naam bel 0612345678"])
def test_what_points_to_a_person_is_not_kept_behind_a_slash_either(text: str) -> None:
    """It is warned about, as everywhere."""
    talker = Talker().begin("De gemeente")
    said = talker.say(text)
    assert said.startswith("Let op: hier staat een ")
    assert "jan@" not in talker.project.name
    assert "0612" not in talker.project.name


def test_what_was_told_before_is_said_to_be_known() -> None:
    """And the question comes again."""
    talker = Talker().begin()
    text = "het is rustig daar"
    understood = told(text, plain=True, sfeer="rustig: het is rustig")
    talker.say(text, understood)
    assert talker.say(text, understood).startswith(sentences.KNOWN)


def test_several_projects_in_one_message_are_done_one_by_one() -> None:
    """That is said first."""
    text = "we hebben twee projecten: bewoners kwamen met een plan, en een riool"
    said = Talker().say(text, told(text, wie="zij: bewoners kwamen met een plan"))
    assert said.startswith(sentences.ONE_AT_A_TIME)


@pytest.mark.parametrize("text", ["dit slaat nergens op", "dit is onzin"])
def test_a_complaint_about_nothing_in_particular_is_heard(text: str) -> None:
    """It is no answer, whatever a reader makes of it."""
    talker = Talker().begin()
    said = talker.say(text, told(text, sfeer=f"boos: {text}"))
    assert said.startswith(sentences.SORRY)
    assert talker.answers == {}


def test_who_stopped_is_greeted_with_where_they_were() -> None:
    """As is promised: "met /start ga je verder"."""
    talker = Talker().begin("De gemeente")
    assert wording.STOPPED in talker.say("/stop")
    assert "Verder of opnieuw?" in talker.say("/start")
