"""Which lines are read for others before a turn, and what a doubt about one does."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from bot.dialogue.focus import Confirm, KeepLine, OwnLines
from bot.dialogue.messages import Happening, Said, Tapped
from bot.dialogue.state import State
from bot.dialogue.step import new_state
from bot.dialogue.to_judge import to_judge
from bot.dialogue.turn import Shelf

NOW = datetime(2026, 12, 1, 9, tzinfo=timezone.utc)
SOME_TAP = Tapped("x")


def judged(shelf: Shelf, state: State, what: Happening = SOME_TAP) -> tuple[str, ...]:
    return to_judge(shelf, state, what, NOW)


def test_what_awaits_a_yes_is_read(shelf: Shelf) -> None:
    state = new_state(shelf)
    for focus in (Confirm((), also=("de brug gaat dicht",)), KeepLine("de brug gaat dicht")):
        assert judged(shelf, state.focused(focus)) == ("De brug gaat dicht.",)


def test_what_is_typed_for_a_paper_is_read(shelf: Shelf) -> None:
    state = new_state(shelf).focused(OwnLines(("bewonersbrief",)))
    said = Said("waarom: het dak lekt\nopen: de kleur")
    assert judged(shelf, state, said) == ("Het dak lekt.", "De kleur.")


def test_a_request_with_something_told_is_read_in_any_place(shelf: Shelf) -> None:
    assert "Het dak lekt." in judged(shelf, new_state(shelf), Said("maak een brief. het dak lekt"))


@pytest.mark.parametrize("what", [Said("het dak lekt"), SOME_TAP])
def test_else_nothing_is_read(shelf: Shelf, what: Happening) -> None:
    assert judged(shelf, new_state(shelf), what) == ()


def test_of_what_nobody_may_promise_only_what_may_be_said_is_read(shelf: Shelf) -> None:
    state = new_state(shelf).focused(OwnLines(("bewonersbrief",)))
    lines = judged(shelf, state, Said("niks beloven over de kap"))
    assert lines == ("Over de kap kunnen we nog niets beloven.",)
