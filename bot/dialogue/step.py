"""One step of a conversation: ``step(shelf, state, event) -> (state, replies)``, pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue import choosing, commands, danger, focus, freetext, way
from bot.dialogue.messages import Due, Event, Happening, Reply, Said, Say, Started, Tapped
from bot.dialogue.places import carry, heard_days
from bot.dialogue.places.aftermath import ask_when_due
from bot.dialogue.places.doors import greet
from bot.dialogue.state import State
from bot.dialogue.tapped import tapped, ticked
from bot.dialogue.turn import Shelf, Turn
from bot.rules.model.book import split_key


def new_state(shelf: Shelf) -> State:
    """The state of someone who was never here."""
    return State(pack=shelf.default)


def question_at_hand(state: State) -> str | None:
    """The id of the question or division that is asked, for the understanding of a text."""
    return split_key(state.focus.asked)[0] or None


def step(shelf: Shelf, state: State, event: Event) -> tuple[State, tuple[Reply, ...]]:
    """What the conversation becomes after an event, and what is said."""
    fresh = replace(state.later(), answered="")
    turn = way.begun(_turn(shelf, fresh, event, leans_on=state.answered))
    return _ended(way.follow(_happened(turn, event.what)), state, event)


def arrive(
    shelf: Shelf, state: State, event: Event, other: State | None
) -> tuple[State, tuple[Reply, ...]]:
    """What the conversation becomes when a talk is brought here by a code; ``other``: that talk,
    None when the code leads nowhere."""
    turn, code = way.begun(_turn(shelf, state.later(), event)), carry.code_in(event.what)
    if other is None:
        turn = _started(carry.refused(turn), Started())
    elif carry.is_open(state) and not isinstance(event.what, Tapped):
        turn = carry.ask(turn, code)
    else:
        fresh = replace(other, greeted=True, screen=(), answered="")
        turn = carry.brought(way.begun(_turn(shelf, fresh, event)), code)
    return _ended(way.follow(turn), state, event)


def _turn(shelf: Shelf, state: State, event: Event, leans_on: str = "") -> Turn:
    return Turn(
        shelf, state, event.at, event.id, leans_on=leans_on, code=event.code, fits=event.fits
    )


def _ended(turn: Turn, state: State, event: Event) -> tuple[State, tuple[Reply, ...]]:
    misses = turn.state.misses if turn.state.misses > state.misses else 0
    turn = heard_days.lapsed(turn)
    screen = _screen(turn.replies, turn.state)
    asks = isinstance(event.what, Said) and event.what.danger
    doubted = turn.state.doubted if asks else ""
    ended = replace(turn.state, touched=event.at, screen=screen, misses=misses, doubted=doubted)
    return ended, turn.replies


def _happened(turn: Turn, what: Happening) -> Turn:
    if isinstance(what, Started):
        return ask_when_due(turn) or _started(turn, what)
    if isinstance(what, Due):
        return ask_when_due(turn) or turn.again()
    if isinstance(what, Said):
        return _said(turn, what)
    if isinstance(what, Tapped):
        turn = tapped(turn, what.data)
    else:
        turn = ticked(turn, what.data)
    # Who presses a button stood before the doors: a page shows them before any turn.
    return _greeted(turn)


def _greeted(turn: Turn) -> Turn:
    return turn.with_state(replace(turn.state, greeted=True))


def _started(turn: Turn, event: Started) -> Turn:
    if event.payload:
        turn = choosing.by_link(turn, event.payload)
    if turn.state.project and turn.project.order:
        return turn.goto(focus.Resume())
    return greet(turn)


def _said(turn: Turn, event: Said) -> Turn:
    if danger.is_told(turn, event):
        return _greeted(danger.answered(turn, event))
    if not turn.state.greeted and not event.text.startswith("/"):
        turn = greet(turn)
        understanding = event.understanding
        if (understanding.kind, understanding.id) == ("opdracht", commands.GREET.name):
            return turn
    listening = heard_days.listened(turn, event.text)
    return heard_days.offered(freetext.said(listening, event))


def _screen(replies: Sequence[Reply], state: State) -> tuple[tuple[str, str], ...]:
    for reply in reversed(replies):
        if isinstance(reply, Say) and any(button.data for button in reply.buttons):
            return tuple((b.label, b.data) for b in reply.buttons if b.data)
    return state.screen
