"""What somebody takes over is what was shown, also when the button is an old one."""

from __future__ import annotations

from bot.dialogue import commands, wording
from bot.dialogue.messages import Button, Tapped
from bot.dialogue.turn import Shelf

from .test_lens import Person, at_the_advice


def offered(person: Person) -> Button:
    """The button that takes over the first change that would give another advice."""
    person.do(Tapped(f"c:{person.state.current}:{commands.WHY_NOT.name}"))
    person.do(Tapped(f"c:{person.state.current}:{commands.WHAT_IF.name}:0"))
    return next(b for b in person.said[-1].buttons if b.label == wording.WHAT_IF_TAKE)


def test_a_change_that_was_shown_is_taken_over(shelf: Shelf) -> None:
    person = at_the_advice(shelf)
    before = person.state.project
    person.do(Tapped(offered(person).data))
    assert person.state.project != before


def test_an_old_button_takes_nothing_else_over(shelf: Shelf) -> None:
    """After the advice changed another change stands in its place; it counts for nothing."""
    person = at_the_advice(shelf)
    old = offered(person)
    person.do(Tapped(old.data))
    taken = person.state.project
    assert offered(person).data != old.data
    person.do(Tapped(old.data))
    assert taken is not None
    assert person.state.project is not None
    assert person.state.project.book == taken.book
