"""A date in a conversation: asked, typed in words, said back, kept, and refused kindly."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path

import pytest

from bot.dialogue.messages import Event, Happening, Said, Say, Started, Tapped
from bot.dialogue.state_versions import from_json, to_json
from bot.dialogue.step import new_state, step
from bot.dialogue.turn import Shelf
from bot.packs.load import load_pack
from bot.rules.diagram.compile import compile_pack
from bot.rules.model.answers import Answer, number

FOLDER = Path(__file__).resolve().parents[1] / "packs" / "straatfeest"
MORNING = datetime(2026, 11, 24, 9, tzinfo=timezone.utc)


@cache
def shelf_on(at: datetime) -> Shelf:
    """The pack about a street party, as it holds on a day."""
    pack = load_pack(FOLDER)
    return Shelf({pack.id: compile_pack(pack, at.date())}, pack.id)


class Planner:
    """Somebody who plans a street party, and is asked when it is."""

    def __init__(self) -> None:
        self.now = MORNING
        self.state = new_state(shelf_on(MORNING))
        self.said: list[Say] = []
        self.do(Started())
        self.tap("Advies voor mijn project")

    def do(self, what: Happening) -> str:
        """Let something happen, and keep the state as a storage does; all that is said."""
        event = Event(what, self.now, f"{len(self.said):024x}")
        state, replies = step(shelf_on(self.now), self.state, event)
        self.state = from_json(to_json(state))
        self.said = [reply for reply in replies if isinstance(reply, Say)]
        return "\n".join(say.text for say in self.said)

    def tap(self, label: str) -> str:
        """Tap a button of the last messages."""
        buttons = [button for say in self.said for button in say.buttons]
        return self.do(Tapped(next(button.data for button in buttons if button.label == label)))

    @property
    def answers(self) -> dict[str, Answer]:
        """What is kept of the project."""
        assert self.state.project is not None
        return dict(self.state.project.book.answers)


@pytest.fixture
def planner() -> Planner:
    """Somebody at the first question."""
    return Planner()


def test_a_date_is_asked_with_how_to_answer(planner: Planner) -> None:
    asked = planner.said[-1].text
    assert "Wanneer is het feest?" in asked
    assert "Typ een dag, een maand, of bijvoorbeeld ‘voor de zomer’." in asked
    assert [button.label for button in planner.said[-1].buttons] == [
        "Weet ik niet",
        "Waarom vraag je dit?",
    ]


def test_a_full_day_is_kept_as_a_day_of_the_calendar(planner: Planner) -> None:
    assert "Komen er kramen of een podium?" in planner.do(Said("12 juni 2027"))
    assert planner.answers == {"feest": number(datetime(2027, 6, 12).toordinal())}


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("12 juni", "12 juni 2027"),
        ("over zes weken", "5 januari 2027"),
        ("voor de zomer", "24 november 2026 tot en met 20 juni 2027"),
        ("in juni", "juni 2027"),
    ],
)
def test_what_leaves_something_to_guess_is_said_back(
    planner: Planner, text: str, back: str
) -> None:
    assert back in planner.do(Said(text))
    assert planner.answers == {}
    assert "Komen er kramen of een podium?" in planner.tap("Klopt")
    assert set(planner.answers) == {"feest"}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("31 februari", "31 februari bestaat niet. Welke dag bedoel je?"),
        ("2027", "Alleen een jaar is te ruim. Weet je ook de maand of het seizoen?"),
        ("3 maart 2026", "3 maart 2026 is al geweest. Welke dag bedoel je?"),
        ("als de kermis komt", "Die dag begrijp ik niet."),
    ],
)
def test_a_day_that_can_not_be_gets_a_kind_answer(planner: Planner, text: str, answer: str) -> None:
    said = planner.do(Said(text))
    assert answer in said
    assert "Wanneer is het feest?" in said
    assert planner.answers == {}


def test_the_second_date_is_asked_and_the_days_between_never(planner: Planner) -> None:
    planner.do(Said("12 februari 2027"))
    assert "Wanneer is de vergunning aangevraagd?" in planner.tap("Ja")
    said = planner.do(Said("1 november 2026"))  # it may be over
    assert "meld het feest" in said
    assert set(planner.answers) == {"feest", "kramen", "aanvraag"}


def test_a_date_that_follows_is_a_reason_in_words(planner: Planner) -> None:
    planner.do(Said("12 januari 2027"))
    planner.tap("Ja")
    said = planner.do(Said("1 december 2026"))
    assert "kies een latere dag" in said
    assert "Tijd tussen aanvraag en feest precies 6 weken later" in said


def test_an_advice_that_was_given_keeps_its_day(planner: Planner) -> None:
    planner.do(Said("12 januari 2027"))
    assert "meld het feest" in planner.tap("Nee")
    frozen = planner.state.project and planner.state.project.given
    assert frozen is not None
    assert (frozen.at, frozen.outcomes) == (MORNING, (("", "melden"),))
    kept = planner.answers

    planner.now += timedelta(days=14)
    assert "bel de gemeente" in planner.do(Said("/advies"))
    assert planner.answers == kept


def test_the_overview_and_the_note_tell_the_day(planner: Planner) -> None:
    planner.do(Said("12 januari 2027"))
    planner.tap("Nee")
    assert "12 januari 2027" in planner.do(Said("/overzicht"))
