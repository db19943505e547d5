"""Danger to people stops the advice, at every screen, and nothing of the text is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest

from bot.dialogue import focus as at
from bot.dialogue import wording
from bot.dialogue.danger import DOUBT, SURE, heard, judged, to_hear
from bot.dialogue.messages import Alarm, Said, Understanding
from bot.dialogue.places import wording as sentences
from bot.dialogue.step import new_state
from bot.dialogue.turn import Shelf
from bot.language.understand import Context
from bot.packs.danger import load_guards
from bot.rules.model.answers import chosen
from bot.settings import ROOT
from tests.driver import driver_in

from .test_lens import Person, at_the_advice

NOW = datetime(2026, 11, 24, 9, tzinfo=timezone.utc)
THREAT = "een bewoner heeft mij bij de inloop bedreigd, wat moet ik daar mee"
READ = Understanding("beschrijving", "", 0.9, (), (("wie_begint", ("inwoners",)),), sure=True)
"""What a model might make of it."""


@pytest.fixture(scope="module")
def guarded(shelf: Shelf) -> Shelf:
    """The shelf with the guards of this repository."""
    return replace(shelf, guards=load_guards(ROOT, ROOT / "knowledge", pytest.fail))


def tell(person: Person, text: str, understanding: Understanding = READ) -> None:
    """The person says something, heard as the conversation hears it."""
    person.do(Said(text, understanding, heard(person.shelf, person.state, text)))


SCREENS: tuple[at.Focus, ...] = (
    at.Doors(),
    at.Question("te_kiezen"),
    at.Question("gevolgen", ("hinder",)),
    at.Divide("onderdeel"),
    at.Pause(),
    at.Confirm((("wie_begint", chosen("gemeente")),)),
    at.Lens("raad", "te_kiezen"),
    at.Others("raalte", "p", "schaal"),
    at.Pick(),
    at.Overrule("informeren"),
    at.Name(),
    at.Forget(),
    at.Restart(),
    at.Advice(),
    at.Faq(),
    at.Resume(),
)


@pytest.mark.parametrize("focus", SCREENS, ids=repr)
@pytest.mark.parametrize(
    ("text", "first"),
    [
        (THREAT, "Wat naar."),
        ("er is een bewoner die dreigt mij thuis op te zoeken", "Wat naar."),
        ("ik voel mij niet veilig", "Wat naar."),
        ("ik heb druk op mijn borst en pijn in mijn arm", "Dit kan ernstig zijn."),
        ("er is een kind verdronken bij de nieuwe speelplek en de buurt is woedend", "Wat versch"),
        ("ik kan niet meer slapen van dit project", "Wat zwaar."),
        ("ik wil niet meer leven", "Wat erg dat het zo zwaar is."),
    ],
)
def test_it_is_answered_at_every_screen(
    guarded: Shelf, focus: at.Focus, text: str, first: str
) -> None:
    """With whom to call, then what this bot can do; the project stays as it was."""
    person = at_the_advice(guarded)
    before = person.state.projects
    person.state = person.state.focused(focus)
    tell(person, text)
    warned, after = person.said
    assert warned.text.startswith(first)
    assert "112" in warned.text
    assert after.text == wording.AFTER_DANGER
    assert after.buttons[0].label == wording.BTN_FIRST_AID
    assert person.state.projects == before


@pytest.mark.parametrize("focus", [at.Name(), at.Overrule("informeren")], ids=repr)
def test_no_prompt_stays_open_for_what_is_said_next(guarded: Shelf, focus: at.Focus) -> None:
    """What comes after it is no name and no reason."""
    person = at_the_advice(guarded)
    before = person.state.projects
    person.state = person.state.focused(focus)
    tell(person, THREAT, Understanding())
    tell(person, "hij belt nu weer aan", Understanding())
    assert person.state.projects == before


@pytest.mark.parametrize("text", [THREAT, f"/naam {THREAT}"])
def test_as_the_very_first_message(guarded: Shelf, text: str) -> None:
    """Before any greeting, and after a slash too."""
    person = Person(guarded)
    person.state = new_state(guarded)
    tell(person, text)
    assert person.said[0].text.startswith("Wat naar.")
    assert person.state.projects == ()
    assert person.state.greeted


def test_in_a_second_project(guarded: Shelf) -> None:
    """As in the first."""
    person = at_the_advice(guarded)
    person.do(Said("/nieuw"))
    before = person.state.projects
    tell(person, THREAT)
    assert person.said[0].text.startswith("Wat naar.")
    assert person.said[-1].buttons[-1].label == wording.BACK_TO_QUESTION
    assert person.state.projects == before


def test_a_meeting_tonight_goes_to_first_aid_at_once(guarded: Shelf) -> None:
    """No question about the project."""
    person = Person(guarded)
    text = (
        "HELP vanavond bewonersavond, 120 man boos, ik moet over 3 uur voor die zaal staan. "
        "wat moet ik zeggen"
    )
    tell(person, text)
    assert "Besloten is" in person.said[1].text
    assert "12:00  Open in drie minuten." in person.said[1].text  # it is nine o'clock
    assert person.state.projects == ()


@pytest.mark.parametrize("text", [f"{THREAT}. maak een brief aan de dorpsraad"])
def test_a_request_for_a_paper_beside_it_is_not_lost(guarded: Shelf, text: str) -> None:
    """What to do comes first; the papers are one tap away."""
    person = at_the_advice(guarded)
    tell(person, text)
    assert person.said[0].text.startswith("Wat naar.")
    assert wording.ALSO_A_PAPER in person.said[-1].text
    assert wording.BTN_PAPERS in [button.label for button in person.said[-1].buttons]
    tell(person, f"{THREAT}, en wanneer is de termijn voorbij?")
    assert wording.ALSO_ASKED in person.said[-1].text


def test_papers_come_after_the_plan_for_tonight(guarded: Shelf) -> None:
    """For who asked for both at once."""
    person = at_the_advice(guarded)
    tell(person, "help vanavond bijeenkomst, 120 man boos, maak een draaiboek", Understanding())
    assert "Besloten is" in person.said[0].text or "Besloten is" in person.said[1].text
    assert person.said[-1].text.startswith(sentences.OWN_ASK.split("{")[0])


def test_the_first_aid_card_names_the_number(guarded: Shelf) -> None:
    """Also when nobody spoke of danger."""
    person = Person(guarded)
    person.tap(wording.DOOR_HELP)
    assert any("112" in say.text for say in person.said)
    assert "112" in wording.FIRST_AID


# --- what the model hears, and no phrase ----------------------------------------------------------

UNSAID = "hij stond ineens achter mij en deed de deur dicht"
"""No phrase hears this."""


def hear(person: Person, text: str, confidence: float, kind: str = "dreiging") -> None:
    """The person says something in which the model hears danger, as the conversation hears it."""
    assert heard(person.shelf, person.state, text) == ""
    understood = replace(READ, sure=False, alarm=Alarm(kind, confidence))
    person.do(judged(person.shelf, person.state, Said(text, understood)))


def test_what_the_model_surely_hears_is_answered_as_the_phrases_are(guarded: Shelf) -> None:
    """And nothing that was read with it is noted."""
    person = at_the_advice(guarded)
    before = person.state.projects
    hear(person, UNSAID, SURE)
    assert person.said[0].text.startswith("Wat naar.")
    assert person.state.projects == before


def test_doubt_is_asked_in_one_line(guarded: Shelf) -> None:
    """With the number; a yes gives what to do."""
    person = at_the_advice(guarded)
    hear(person, UNSAID, DOUBT)
    assert [say.text for say in person.said] == [sentences.IS_DANGER]
    assert "112" in sentences.IS_DANGER
    person.do(Said("ja"))
    assert person.said[0].text.startswith("Wat naar.")


def test_who_says_no_is_not_asked_again_that_day(guarded: Shelf) -> None:
    """The same words are then read as any other; the next day doubt is asked anew."""
    person = at_the_advice(guarded)
    hear(person, UNSAID, DOUBT)
    person.tap(sentences.BTN_NO)
    assert person.said[0].text.startswith(sentences.IS_SAFE)
    hear(person, UNSAID, DOUBT)
    assert sentences.IS_DANGER not in [say.text for say in person.said]
    hear(person, UNSAID, SURE)
    assert person.said[0].text.startswith("Wat naar.")


def test_what_was_typed_is_heard_after_a_no(guarded: Shelf) -> None:
    """Nobody types it again; it is kept for that one turn only."""
    person = at_the_advice(guarded)
    hear(person, UNSAID, DOUBT)
    before = person.state
    assert before.doubted == UNSAID
    person.tap(sentences.BTN_NO)
    assert to_hear(before, person.state) == UNSAID
    assert not person.state.doubted


def test_no_number_of_a_person_is_kept_with_it(guarded: Shelf) -> None:
    person = at_the_advice(guarded)
    hear(person, f"{UNSAID}, bel mij op 06-12345678", DOUBT)
    assert "12345678" not in person.state.doubted


def test_what_was_typed_is_gone_when_something_else_is_said(guarded: Shelf) -> None:
    """Then there is nothing to hear."""
    person = at_the_advice(guarded)
    hear(person, UNSAID, DOUBT)
    tell(person, "ik wil iets anders")
    assert not person.state.doubted


def test_danger_that_is_sure_lets_an_earlier_text_go(guarded: Shelf) -> None:
    """Only what is asked about now is kept."""
    person = at_the_advice(guarded)
    hear(person, UNSAID, DOUBT)
    tell(person, THREAT)
    assert not person.state.doubted


def test_a_threat_in_the_lines_of_a_paper_loses_none_of_them(guarded: Shelf) -> None:
    """What to do comes first; a tap then makes the paper, and the second time it is known."""
    lines = f"het riool staat vast. {THREAT.removesuffix(', wat moet ik daar mee')}"
    person = at_the_advice(guarded)
    paper = guarded.pack(guarded.default).pack.papers[0].id
    person.state = person.state.focused(at.OwnLines((paper,)))
    tell(person, lines)
    assert "112" in person.said[0].text
    before = person.state
    person.tap(sentences.BTN_WRITE)
    assert to_hear(before, person.state) == lines
    tell(person, lines)
    assert "112" not in person.said[0].text


def test_a_threat_that_must_stay_out_of_a_letter_is_no_danger(guarded: Shelf) -> None:
    assert not guarded.guards.heard("de bedreiging NIET in de brief, die is voor de politie")
    assert guarded.guards.heard("hij heeft mij bedreigd, dat niet in de brief")


def test_less_than_doubt_is_nothing(guarded: Shelf) -> None:
    """Then the message is read as any other."""
    said = Said(UNSAID, Understanding(alarm=Alarm("dreiging", DOUBT / 2)))
    assert judged(guarded, new_state(guarded), said) == said


def test_what_was_surely_understood_is_no_danger(guarded: Shelf) -> None:
    """Then only the phrases tell of it."""
    told = Said(UNSAID, replace(READ, alarm=Alarm("dreiging", SURE)))
    assert judged(guarded, new_state(guarded), told) == told


@pytest.mark.parametrize(
    ("text", "confidence", "danger", "in_doubt"),
    [
        ("die discussie is een doodlopende weg", DOUBT, "", False),
        ("die discussie is een doodlopende weg", SURE, "dreiging", True),
        ("er is een plan tegen geweld in de wijk", SURE, "", False),
        ("in 1998 liep hier een man met een wapen rond", SURE, "", False),
    ],
)
def test_the_phrases_know_what_only_looks_like_it(
    guarded: Shelf, text: str, confidence: float, danger: str, in_doubt: bool
) -> None:
    """A saying makes the model a step less sure; long ago and a policy are no danger now."""
    alarm = Alarm("dreiging", confidence)
    said = judged(guarded, new_state(guarded), Said(text, Understanding(alarm=alarm)))
    assert (said.danger, said.in_doubt) == (danger, in_doubt)


def test_a_label_of_the_screen_is_no_danger(guarded: Shelf) -> None:
    """Whatever the model makes of it."""
    state = replace(new_state(guarded), screen=((UNSAID, "x"),))
    said = Said(UNSAID, Understanding(alarm=Alarm("dreiging", SURE)))
    assert judged(guarded, state, said) == said


class NeverAsked:
    """An understander that must not be asked."""

    def understand(self, text: str, context: Context) -> Understanding:
        """No text of danger comes here."""
        pytest.fail(text)

    def status(self) -> str:
        """Nothing."""
        return ""

    def close(self) -> None:
        """Nothing runs."""


def test_no_model_is_asked(tmp_path: Path) -> None:
    """The real bot, whichever way it understands text."""
    driver = driver_in(tmp_path, NeverAsked())
    driver.say(THREAT)
    driver.conversation.close()
    assert "0900-8844" in str(driver.replies)
