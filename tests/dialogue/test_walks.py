"""Random conversations: whatever a person taps or types, the dialogue keeps its promises."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from random import Random

import pytest

from bot.dialogue import state_versions as states
from bot.dialogue.advice_text import words
from bot.dialogue.messages import (
    Button,
    Candidate,
    Event,
    Forgotten,
    Happening,
    Reply,
    Said,
    Say,
    Started,
    Tapped,
    Understanding,
)
from bot.dialogue.replies_json import from_json, to_json
from bot.dialogue.state import State
from bot.dialogue.step import new_state, step
from bot.dialogue.turn import Shelf

START = datetime(2026, 11, 24, 9, 0, tzinfo=timezone.utc)
MOST_WORDS_OF_A_QUESTION = 40
MOST_WORDS_OF_AN_ADVICE = 120
MOST_BYTES_OF_A_BUTTON = 64
MOST_LETTERS_OF_A_BUTTON = 60


class Walker:
    """Someone who taps at random, and checks every reply."""

    def __init__(self, shelf: Shelf, seed: int) -> None:
        self.shelf = shelf
        self.chance = Random(seed)
        self.state: State = new_state(shelf)
        self.seen: list[Button] = []
        self.screen: list[Button] = []
        self.turns = 0
        self.advices = 0

    def do(self, what: Happening) -> tuple[Reply, ...]:
        """One step; the state must survive being saved."""
        self.turns += 1
        at = START + timedelta(minutes=self.turns)
        id = f"{self.chance.getrandbits(96):024x}"
        state, replies = step(self.shelf, self.state, Event(what, at, id))
        assert states.from_json(states.to_json(state)) == state
        self.state = state
        for reply in replies:
            assert from_json(to_json(reply)) == reply
            if isinstance(reply, Say):
                self._check(reply)
        assert replies, f"silence after {what}"
        return replies

    def _check(self, reply: Say) -> None:
        assert reply.text.strip()
        assert "{" not in reply.text
        if reply.shape == "question":
            assert words(reply.text) <= MOST_WORDS_OF_A_QUESTION, reply.text
        if reply.shape == "advice":
            self.advices += 1
            assert words(reply.text) <= MOST_WORDS_OF_AN_ADVICE, reply.text
            assert len(reply.buttons) <= 7
        for button in reply.buttons:
            assert len(button.data.encode()) <= MOST_BYTES_OF_A_BUTTON, button
            assert 0 < len(button.label) <= MOST_LETTERS_OF_A_BUTTON, button
        if reply.buttons:
            self.screen = list(reply.buttons)
            self.seen += reply.buttons

    def tap(self) -> None:
        """Tap a button of the last message, now and then an old one, or type something."""
        kind = self.chance.random()
        if kind < 0.8:
            self.do(Tapped(self.chance.choice(self.screen).data))
        elif kind < 0.9:
            self.do(Tapped(self.chance.choice(self.seen).data))
        else:
            self.do(self.chance.choice(self._typed()))

    def _typed(self) -> list[Happening]:
        question = self.chance.choice(self.shelf.packs[self.shelf.default].pack.questions)
        option = self.chance.choice(question.options).id if question.options else "x"
        answers = ((question.id, (option,)),)
        return [
            Started(),
            Said("/terug"),
            Said("/overzicht"),
            Said("/opnieuw"),
            Said("/nieuw"),
            Said("/waarom"),
            Said("/stop"),
            Said("/onzin"),
            Said("/"),
            Said(str(self.chance.randint(0, 12))),
            Said("1, 2"),
            Said("😀😀"),
            Said("bla", Understanding(ready=False)),
            Said("kutbot"),
            Said("bewoners zijn woest"),
            Said("tekst", Understanding("beschrijving", "", 0.9, (), answers, sure=True)),
            Said(
                "tekst",
                Understanding("antwoord", f"{question.id}.{option}", 0.9, (), answers, sure=True),
            ),
            Said(
                "tekst",
                Understanding(
                    "antwoord",
                    f"{question.id}.{option}",
                    0.4,
                    (
                        Candidate("antwoord", f"{question.id}.{option}", 0.4),
                        Candidate("vraag", "bestaat_niet", 0.3),
                        Candidate("opdracht", "hulp", 0.2),
                    ),
                ),
            ),
            Said("hulp", Understanding("opdracht", "hulp", 0.9, sure=True)),
            Said("ja", Understanding("opdracht", "ja", 0.9, sure=True)),
            Said("nee", Understanding("opdracht", "nee", 0.9, sure=True)),
            Said("vraag", Understanding("vraag", "bestaat_niet", 0.9, sure=True)),
        ]


@pytest.mark.parametrize("seed", range(100))
def test_whatever_is_tapped_the_promises_hold(shelf: Shelf, seed: int) -> None:
    """No crash, no silence, no dead end, no long question, in forty random turns."""
    walker = Walker(shelf, seed)
    walker.do(Started())
    for _ in range(40):
        walker.tap()


def _ends(data: str) -> bool:
    """Whether a button divides the project, or ends a list of ticks."""
    return ":deel:" in data or ":aangetikt:" in data


@pytest.mark.parametrize("seed", range(25))
def test_answering_leads_to_an_advice(shelf: Shelf, seed: int) -> None:
    """Who only answers gets an advice within fifty taps."""
    walker = Walker(shelf, seed)
    walker.do(Started())
    walker.do(Tapped(next(b.data for b in walker.screen if "advies_vraag" in b.data)))
    for _ in range(50):
        if walker.advices:
            return
        ways = [b for b in walker.screen if not b.label.startswith("✓")]
        answers = [b for b in ways if b.data.startswith("a:") or _ends(b.data)]
        walker.do(Tapped(walker.chance.choice(answers).data))
    pytest.fail("no advice within fifty taps")


def test_forgetting_starts_a_blank_state(shelf: Shelf) -> None:
    """After "wis" nothing of the person is left in the state."""
    walker = Walker(shelf, 1)
    walker.do(Started())
    walker.do(Said("/nieuw"))
    walker.do(Said("/verwijder"))
    replies = walker.do(Tapped("c:0:wis"))
    assert any(isinstance(reply, Forgotten) for reply in replies)
    assert walker.state.projects == ()
