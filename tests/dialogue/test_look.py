"""A look at a conversation: what is fixed, what is open, what comes next, and the card."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.look import look
from bot.dialogue.messages import Said
from bot.dialogue.state import State
from bot.dialogue.step import new_state
from bot.dialogue.turn import Shelf
from bot.rules.model.answers import UNKNOWN, chosen
from bot.words.phrases import capital

from .test_lens import NOW, Person, at_the_advice, has_complete_advice


def test_nothing_is_seen_of_who_has_no_project(shelf: Shelf) -> None:
    """Nor of someone who was never here."""
    assert look(shelf, new_state(shelf), NOW) is None


def test_it_shows_what_is_asked_next(shelf: Shelf) -> None:
    """After every answer the question that stands on the screen."""
    person = Person(shelf)
    question = person.tap("Advies voor mijn project")
    while not has_complete_advice(person):
        if question.shape == "advice":  # the first one: on with the questions
            question = person.tap()
        seen = look(shelf, person.state, NOW)
        assert seen is not None
        assert seen.glance.next is not None
        assert seen.glance.next.key == question.key
        answered = {told.key for told in seen.rules.fixed}
        assert answered.isdisjoint(ask.key for ask in seen.rules.open)
        question = person.tap()
    seen = look(shelf, person.state, NOW)
    assert seen is not None
    assert (seen.glance.next, seen.glance.remaining) == (None, 0)
    assert not seen.card.is_provisional


def test_the_card_is_the_one_that_the_chat_shows(shelf: Shelf) -> None:
    """Its headline, steps and promise stand in the message."""
    person = at_the_advice(shelf)
    seen = look(shelf, person.state, NOW)
    assert seen is not None
    assert seen.project == "Project 1"
    assert f"**{capital(seen.card.main.headline)}**" in person.said[-1].text
    assert all(step in person.said[-1].text for step in seen.card.steps)


def state_with(shelf: Shelf, **answers: str) -> State:
    """A project with these answers; "?" is "weet ik niet"."""
    person = Person(shelf)
    person.tap("Advies voor mijn project")
    book = {key: UNKNOWN if value == "?" else chosen(value) for key, value in answers.items()}
    project = person.state.project
    assert project is not None
    return person.state.with_project(
        replace(project, book=replace(project.book, answers=book), order=tuple(book))
    )


def test_what_does_not_count_is_set_aside(shelf: Shelf) -> None:
    """An answer to a question that does not apply stays, and is no part of what is fixed."""
    seen = look(shelf, state_with(shelf, wie_begint="gemeente", dragen="zelf"), NOW)
    assert seen is not None
    assert [told.key for told in seen.rules.fixed] == ["wie_begint"]
    assert seen.glance.set_aside == ("De groep kan het zelf dragen.",)


def test_what_was_not_known_stays_open(shelf: Shelf) -> None:
    """It is no answer, and can still settle the advice."""
    state = state_with(shelf, wie_begint="gemeente", te_kiezen="?")
    seen = look(shelf, state, NOW)
    assert seen is not None
    assert [told.key for told in seen.rules.fixed] == ["wie_begint"]
    assert "te_kiezen" in [ask.key for ask in seen.rules.open]
    assert len(seen.card.main.possible) > 1


def test_a_look_at_a_changed_pack_says_nothing(shelf: Shelf) -> None:
    """What no longer fits is left out; the state itself keeps it until the person comes back."""
    state = state_with(shelf, wie_begint="gemeente", weg="ja")
    project = state.project
    assert project is not None
    state = state.with_project(replace(project, version="0" * 12))
    seen = look(shelf, state, NOW)
    assert seen is not None
    assert [told.key for told in seen.rules.fixed] == ["wie_begint"]
    assert state.project is not None
    assert "weg" in state.project.book.answers


def test_a_look_moves_nothing_on_the_screen(shelf: Shelf) -> None:
    """Whoever is looked at in the midst of a list still gets what was asked."""
    person = at_the_advice(shelf)
    before = person.state
    look(shelf, person.state, NOW)
    assert person.state == before
    assert person.do(Said("/overzicht")).text.startswith("Dit weet ik over")
