"""One step of a conversation: ``step(shelf, state, event) -> (state, replies)``, pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue import choosing, commands, freetext, overview, taps
from bot.dialogue.messages import Document, Event, Reply, Said, Say, Started, Tapped
from bot.dialogue.state import State
from bot.dialogue.turn import Shelf, Turn
from bot.rules.model.answers import split_key


def new_state(shelf: Shelf) -> State:
    """The state of someone who was never here."""
    return State(pack=shelf.default)


def question_at_hand(state: State) -> str | None:
    """The id of the question or division that is asked, for the understanding of a text."""
    if state.focus.kind not in ("question", "divide", "lens", "others") or not state.focus.key:
        return None
    return split_key(state.focus.key)[0]


def step(shelf: Shelf, state: State, event: Event) -> tuple[State, tuple[Reply, ...]]:
    """What the conversation becomes after an event, and what is said."""
    turn = overview.after_pack_change(Turn(shelf, state, event.at, event.id))
    what = event.what
    if isinstance(what, Started):
        turn = _started(turn, what)
    elif isinstance(what, Tapped):
        turn = taps.tapped(turn, what.data)
    else:
        turn = _said(turn, what)
    if not any(isinstance(reply, (Say, Document)) for reply in turn.replies):
        turn = commands.home(turn)  # never silent
    state = replace(turn.state, touched=event.at, screen=_screen(turn.replies, turn.state))
    return state, turn.replies


def _started(turn: Turn, event: Started) -> Turn:
    if event.payload:
        turn = choosing.by_link(turn, event.payload)
    if turn.state.project and turn.project.order:
        return overview.offer_resume(turn)
    return commands.greet(turn)


def _said(turn: Turn, event: Said) -> Turn:
    if not turn.state.greeted and not event.text.startswith("/"):
        turn = commands.greet(turn)
        if event.understanding.kind == "opdracht" and event.understanding.id == "begroet":
            return turn
    return freetext.said(turn, event)


def _screen(replies: Sequence[Reply], state: State) -> tuple[tuple[str, str], ...]:
    for reply in reversed(replies):
        if isinstance(reply, Say) and any(button.data for button in reply.buttons):
            return tuple((b.label, b.data) for b in reply.buttons if b.data)
    return state.screen
