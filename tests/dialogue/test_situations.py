"""What kind of project it is: heard and confirmed, or chosen; and first aid for an evening."""

from __future__ import annotations

from datetime import datetime, timezone
from functools import cache
from pathlib import Path

import pytest

from bot.dialogue.messages import (
    Asked,
    Event,
    Happening,
    Said,
    Say,
    Started,
    Tapped,
    Understanding,
)
from bot.dialogue.state_versions import from_json, to_json
from bot.dialogue.step import new_state, step
from bot.dialogue.turn import Shelf
from bot.packs.load import load_pack
from bot.rules.diagram.compile import compile_pack

FOLDER = Path(__file__).resolve().parents[1] / "packs" / "situaties"
AFTERNOON = datetime(2026, 11, 24, 17, 30, tzinfo=timezone.utc)


@cache
def shelf() -> Shelf:
    """A small pack with two kinds of project."""
    pack = load_pack(FOLDER)
    return Shelf({pack.id: compile_pack(pack)}, pack.id)


class Official:
    """Somebody who types and taps; the state is kept as a storage does."""

    def __init__(self) -> None:
        self.state = new_state(shelf())
        self.turns = 0
        self.said: list[Say] = []
        self.do(Started())

    def do(self, what: Happening) -> str:
        """Let something happen; all that is said."""
        self.turns += 1
        event = Event(what, AFTERNOON, f"{self.turns:024x}")
        state, replies = step(shelf(), self.state, event)
        self.state = from_json(to_json(state))
        self.said = [reply for reply in replies if isinstance(reply, Say)]
        return "\n".join(say.text for say in self.said)

    def types(self, text: str, **answers: str) -> str:
        """Type a text; ``answers``: what the model reads in it."""
        told = tuple((name, (value,)) for name, value in answers.items())
        kind = "beschrijving" if answers else "onbekend"
        return self.do(Said(text, Understanding(kind, answers=told)))

    def tap(self, label: str) -> str:
        """Tap a button of the last messages."""
        buttons = [button for say in self.said for button in say.buttons]
        return self.do(Tapped(next(button.data for button in buttons if button.label == label)))

    @property
    def kind(self) -> str | None:
        """The kind of project that is kept."""
        return self.state.project.situation if self.state.project else None


def test_a_kind_of_project_is_heard_said_back_and_kept_after_a_yes() -> None:
    person = Official()
    told = person.types("we gaan het riool vervangen", open="nee")
    assert "Het lijkt op: De straat gaat open." in told
    assert person.kind is None
    person.tap("Klopt")
    assert person.kind == "straat"


def test_without_a_model_the_kind_alone_is_said_back() -> None:
    person = Official()
    assert "De straat gaat open" in person.types("rioolvervanging in de lindestraat")
    person.tap("Klopt")
    assert person.kind == "straat"


def test_a_kind_is_heard_beside_a_question_when_facts_are_told() -> None:
    person, asked = Official(), Asked("hoe laat is het?", "hoe laat is het?")
    told = Understanding("beschrijving", answers=(("open", ("nee",)),))
    text = "het riool moet eruit en alles ligt vast. hoe laat is het?"
    said = person.do(Said(text, asked=(asked,), told=told))
    assert "Het lijkt op: De straat gaat open." in said


def test_the_overview_tells_the_kind_and_lets_another_be_chosen() -> None:
    person = Official()
    person.types("rioolvervanging in de lindestraat")
    person.tap("Klopt")
    assert "Soort project: De straat gaat open." in person.do(Said("/overzicht"))
    assert "Typ in een paar woorden wat voor project het is." in person.tap("Soort project")


def test_a_wrong_kind_is_dropped_and_the_facts_stay() -> None:
    person = Official()
    person.types("het zwembad", open="nee")
    person.tap("Eén ding klopt niet")
    told = person.tap("Het lijkt op: Het zwembad gaat dicht.")
    assert "zwembad" not in told
    assert "Alles ligt vast." in told
    person.tap("Klopt")
    assert person.kind is None


@pytest.mark.parametrize("text", ["het is geen zwembad", "we doen iets met cultuur"])
def test_what_is_denied_or_not_said_is_not_heard(text: str) -> None:
    person = Official()
    assert "lijkt op" not in person.types(text, open="nee")


def at_the_advice(*taps: str) -> Official:
    """A person who tapped through to the advice."""
    person = Official()
    person.tap("Advies voor mijn project")
    for label in taps:
        person.tap(label)
    return person


def test_the_button_asks_for_the_kind_and_brings_its_steps() -> None:
    person = at_the_advice("Nee", "Nee")
    assert "Schrijf het op." in person.said[-1].text
    assert "Typ in een paar woorden wat voor project het is." in person.tap(
        "Wat voor project is het?"
    )
    told = person.tap("De straat gaat open")
    assert "1. Bel de projectleider van het riool." in told
    assert "Het riool komt er. We zeggen wanneer." in told


def test_a_kind_that_the_answers_deny_is_not_offered() -> None:
    person = at_the_advice("Ja", "Nee")
    person.tap("Wat voor project is het?")
    labels = [button.label for button in person.said[-1].buttons]
    assert labels == ["De straat gaat open", "Iets anders"]
    person.tap("Iets anders")
    assert person.kind == ""


def test_a_kind_is_taken_at_once_and_narrower_ones_stand_with_it() -> None:
    """No list in a list; a text tells a narrower one at once."""
    person = at_the_advice("Nee", "Nee")
    person.tap("Wat voor project is het?")
    told = person.tap("Het zwembad gaat dicht")
    assert "Welke soort precies? Dat mag je overslaan." in told
    assert "1. Bel de badmeester." in told
    assert person.kind == "bad"
    person.tap("Het golfbad gaat dicht")
    assert person.kind == "golfbad"
    for label in ("Dit soort project", "Een ander soort project", "Het zwembad gaat dicht"):
        person.tap(label)
    person.tap("Dit soort project")
    labels = [button.label for button in person.said[-1].buttons]
    assert {"Het schoolbad gaat dicht", "Het golfbad gaat dicht"} <= set(labels)
    assert "1. Bel de school." in person.tap("Het schoolbad gaat dicht")
    assert person.kind == "school"
    assert "Het lijkt op: Het golfbad gaat dicht." in Official().types("ons golfbad", open="nee")


def test_what_a_narrower_kind_does_not_say_comes_from_the_kind() -> None:
    golf = shelf().packs["situaties"].pack.situation("golfbad")
    wide = shelf().packs["situaties"].pack.situation("bad")
    assert golf
    assert wide
    assert (golf.steps["week"], golf.when) == (wide.steps["week"], wide.when)
    assert golf.on_leak == "Bel de pers terug."
    assert golf.cues == ("golfbad",)


def test_everything_else_stands_behind_one_button() -> None:
    person = at_the_advice("Nee", "Ja")
    assert len(person.said[-1].buttons) <= 7
    person.tap("Wat voor project is het?")
    person.tap("De straat gaat open")
    told = person.tap("Dit soort project")
    assert "Na het bestek is elke wens meerwerk." in told
    assert "Alles is nog mogelijk." in told
    assert "Vraag eerst: Is het bestek al uit?" in told
    assert "Zet een nummer op het bord." in person.tap("Alle stappen")
    hours = person.tap("Wie hoort het hoe laat")
    assert "09:00  De straat zelf. Loop er samen langs." in hours
    assert "De boze buren" in hours
    assert "De raad hoort het vóór de brief." in person.tap("De rol van de raad")
    values = person.tap("Zo pak je het aan")
    assert "🟠 Legitimiteit: zij hoorden het te laat" in values
    assert "⚪ Inclusie" in values


def test_an_answer_to_the_first_question_is_said_back_before_it_counts() -> None:
    person = at_the_advice("Ja", "Nee")
    person.tap("Wat voor project is het?")
    person.tap("De straat gaat open")
    person.tap("Dit soort project")
    told = person.tap("Ja")
    assert "Praat alleen over de uitvoering." in told
    assert "Alles ligt vast." in told
    person.tap("Klopt")
    assert person.state.project is not None
    assert person.state.project.book.answers["open"].values == {"nee"}


# --- tonight ------------------------------------------------------------------------------------


def test_a_meeting_tonight_gets_words_and_a_plan_by_the_clock_at_once() -> None:
    told = Official().types("help vanavond bewonersavond, 120 man boos")
    assert "“Besloten is …”" in told
    assert "Vanavond, begin 19:30" in told
    assert "17:30  Bel je baas." in told
    assert "19:30  Begin met drie zinnen." in told
    assert "21:00  Herhaal de beloften." in told
    assert "Stop bij een dreigement." in told
    assert "Beloof geen uitstel." in told


def test_what_is_not_known_is_said_with_its_question_and_what_is_denied_is_not() -> None:
    told = Official().types("vanavond sta ik voor een zaal")
    assert "Hoorden zij het te laat? “Dat is onze fout.”" in told
    assert "Jullie wisten het al." not in told


def test_the_plan_is_scaled_to_what_is_left() -> None:
    told = Official().types("over 1 uur begint de bewonersavond")
    assert "17:30  Bel je baas." in told
    assert "18:30  Begin met drie zinnen." in told
    near = Official().types("vanavond om 18:00 een zaal vol boze mensen")
    assert "Druk vragen en antwoorden af." not in near


def test_the_facts_are_asked_afterwards() -> None:
    person = Official()
    told = person.types("vanavond een avond over het riool", open="nee")
    assert told.index("Besloten is") < told.index("Dit begrijp ik:")


def test_a_known_kind_of_project_adds_its_own_step_for_the_evening() -> None:
    person = at_the_advice("Nee", "Nee")
    person.tap("Wat voor project is het?")
    person.tap("De straat gaat open")
    assert "Neem de tekening van de straat mee." in person.types("vanavond is de bewonersavond")


def test_the_same_card_never_comes_twice() -> None:
    person = Official()
    first = person.types("vanavond bewonersavond")
    again = person.types("help, vanavond is er een bewonersavond")
    assert "Besloten is" in first
    assert "Besloten is" not in again
    assert "Dit komt nu:" in again


def test_who_tells_more_about_this_evening_is_heard() -> None:
    """The plan stands there already: a long text that names the evening once more is about
    something else."""
    person = Official()
    person.types("vanavond bewonersavond")
    again = person.types(
        "er is nog een tweede plek waar ik vanavond niets over mag zeggen, maar ik wil niet liegen"
    )
    assert "Dit komt nu:" not in again


def test_another_time_gives_another_plan() -> None:
    person = Official()
    person.types("vanavond bewonersavond")
    person.tap("Het begint op een andere tijd")
    assert "20:30  Begin met drie zinnen." in person.tap("20:30")


def test_a_meeting_tomorrow_has_a_plan_for_tomorrow() -> None:
    assert "Morgen, begin 20:00" in Official().types("morgen is de bewonersavond om 20 uur")


def test_the_button_gives_the_plan_for_now() -> None:
    told = Official().tap("Help, er is gedoe")
    assert "Doe dit nu" in told
    assert "17:30  Bel je baas." in told
    assert "Begin met drie zinnen." not in told


@pytest.mark.parametrize(
    "text", ["bewoners zijn woest", "de dorpsraad is boos. 17 nov dorpsavond", "de buurt is kwaad"]
)
def test_anger_alone_gets_words_and_no_plan_by_the_clock(text: str) -> None:
    told = Official().types(text)
    assert "Besloten is" in told
    assert "Doe dit nu" not in told
    assert "17:30" not in told


def test_anger_with_a_cry_for_help_gets_the_plan_for_now() -> None:
    assert "Doe dit nu" in Official().types("bewoners zijn woest, help")


@pytest.mark.parametrize("text", ["de bijeenkomst is volgende maand", "niet vanavond maar later"])
def test_what_is_not_near_is_no_evening(text: str) -> None:
    assert "Besloten is" not in Official().types(text)
