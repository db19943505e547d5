"""Other eyes: looking through them, and back, changes nothing of one's own."""

from __future__ import annotations

from datetime import datetime, timezone

from bot.dialogue.focus import Advice, Lens
from bot.dialogue.messages import Event, Happening, Said, Say, Started, Tapped
from bot.dialogue.places.wording import BTN_WHICH
from bot.dialogue.state import State
from bot.dialogue.step import new_state, step
from bot.dialogue.turn import Shelf

NOW = datetime(2026, 11, 24, 9, tzinfo=timezone.utc)


class Person:
    """Somebody who taps the button with this label, or the first one."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.state: State = new_state(shelf)
        self.turns = 0
        self.said: list[Say] = []
        self.do(Started())

    def do(self, what: Happening) -> Say:
        self.turns += 1
        self.state, replies = step(self.shelf, self.state, Event(what, NOW, f"{self.turns:024x}"))
        self.said = [reply for reply in replies if isinstance(reply, Say)]
        return self.said[-1]

    def tap(self, label: str = "") -> Say:
        buttons = [button for say in self.said for button in say.buttons if button.data]
        if not label:  # what kind of project it is, is not asked of who only goes on
            buttons = [button for button in buttons if button.label != BTN_WHICH]
        if any(button.label.startswith("✓") for button in buttons):
            label = label or "Klaar"  # the first one would take its tick away again
        data = next(b.data for b in buttons if b.label.startswith(label))
        return self.do(Tapped(data))


def at_the_advice(shelf: Shelf) -> Person:
    """A person who tapped the first answer of everything, also past the first advice."""
    person = Person(shelf)
    person.tap("Advies voor mijn project")
    while not has_complete_advice(person):
        person.tap()
    return person


def has_complete_advice(person: Person) -> bool:
    """Whether the advice stands on the screen, and nothing is asked any more."""
    project = person.state.project
    return project is not None and project.given is not None and not project.given.provisional


def test_back_within_other_eyes_takes_nothing_of_ones_own(shelf: Shelf) -> None:
    """/terug asks the question before through the same eyes; before the first it leaves them."""
    person = at_the_advice(shelf)
    own = person.state.project
    person.tap("Waarom niet meer of minder?")
    person.tap("Bekijk door een andere bril")
    first = person.tap()
    second = person.tap()
    assert first.shape == "question"
    assert second.text != first.text
    assert person.do(Said("/terug")).text == first.text
    assert isinstance(person.state.focus, Lens)
    assert person.state.focus.seen == ()
    left = person.do(Said("/terug"))
    assert isinstance(person.state.focus, Advice)
    assert left.buttons
    assert person.state.project == own
