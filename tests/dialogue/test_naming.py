"""A project gets the name that the person gives it."""

from __future__ import annotations

from bot.dialogue.messages import Said
from bot.dialogue.turn import Shelf

from .test_lens import at_the_advice


def test_a_name_can_be_asked_for_and_typed(shelf: Shelf) -> None:
    """By button; then the overview and the other projects show it."""
    person = at_the_advice(shelf)
    person.do(Said("/overzicht"))
    person.tap("Geef dit project een naam")
    person.do(Said("riool **en** straat"))
    assert person.state.project is not None
    assert person.state.project.name == "riool en straat"
    person.do(Said("/nieuw"))
    overview = person.do(Said("/overzicht"))
    assert "Ga naar riool en straat" in [button.label for button in overview.buttons]


def test_a_name_can_be_given_at_once(shelf: Shelf) -> None:
    """``/naam Speelplek``; a long one is cut; leaving it keeps the old one."""
    person = at_the_advice(shelf)
    person.do(Said("/naam Speelplek"))
    assert person.state.project is not None
    assert person.state.project.name == "Speelplek"
    person.do(Said("/naam " + "x" * 100))
    assert len(person.state.project.name) == 40
    person.do(Said("/naam"))
    person.tap("Laat zo")
    assert len(person.state.project.name) == 40
