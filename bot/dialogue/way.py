"""The only place that says what comes next: handlers say where to, and here it is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from bot.dialogue import project
from bot.dialogue.focus import Advice, Checklist, Divide, Doors, Focus, Question, Resume
from bot.dialogue.messages import Say
from bot.dialogue.places import here
from bot.dialogue.places.advice import in_passing, menu
from bot.dialogue.turn import Next, Turn
from bot.rules.ask import OPENING, TOLD, deeper, is_opened, next_step, on_one_screen
from bot.rules.model.book import answer_key


def begun(turn: Turn) -> Turn:
    """The turn where the conversation was; at "verder of opnieuw?" when the pack changed and what
    was asked is gone."""
    turn = project.after_pack_change(turn)
    return turn if here(turn).is_there else turn.focus(Resume())


def follow(turn: Turn) -> Turn:
    """The turn with what comes next on the screen; never silent."""
    turn = _arrived(project.after_pack_change(turn))  # it may be at another project now
    return _once(_arrived(turn.home()) if turn.is_silent else turn)


def _once(turn: Turn) -> Turn:
    """A question that destroys stands while it is the last thing said; no later yes is for it."""
    if not turn.state.focus.is_once:
        return turn
    return turn if turn.shown == len(turn.replies) else turn.focus(Doors())


def _arrived(turn: Turn) -> Turn:
    while turn.next is not None:
        turn = _WAYS[turn.next](replace(turn, next=None))
    return turn


def _show(turn: Turn) -> Turn:
    return _shown(here(turn).show())


def _shown(turn: Turn) -> Turn:
    *before, last = turn.replies or (None,)
    if turn.is_ticked and isinstance(last, Say) and any(button.ticks for button in last.buttons):
        turn = replace(turn, replies=(*before, replace(last, instead=True)))
    return replace(turn, shown=len(turn.replies))


def _again(turn: Turn) -> Turn:
    if not turn.is_busy:
        return turn
    place = here(turn)
    return _shown(place.comes_again() or place.show())


def _on(turn: Turn) -> Turn:
    """What still matters, or the advice when all is settled; as soon as what decides is known, the
    advice stands above the question. A single question that is left is asked before it."""
    turn = project.ensured(turn)
    if not turn.state.project:
        return turn
    most = TOLD if turn.project.words else OPENING
    begun = turn.project.first is None and is_opened(turn.compiled, turn.project.book, most)
    if begun and project.to_come(turn) > 1:
        turn = in_passing(turn)
    return turn.goto(next_question(turn))


def next_question(turn: Turn) -> Focus:
    """What still matters of the project at hand, or the advice when nothing does."""
    now, book = turn.project, turn.project.book
    division, ask = next_step(turn.compiled, book, now.divided, now.differs)
    if division is not None:
        return Divide(division)
    if ask is not None and not turn.project.apart:
        together = on_one_screen(turn.compiled, book, ask)
        if together:
            return Checklist(together)
    if ask is None and turn.project.deeper:
        ask = deeper(turn.compiled, book)
    if ask is None:
        return Advice()
    return Question(answer_key(turn.pack.question(ask.question), ask.cell))


def _home(turn: Turn) -> Turn:
    if not turn.state.focus.is_start and turn.is_advised:
        return menu(turn)
    return turn.goto(Doors())


_WAYS: Mapping[Next, Callable[[Turn], Turn]] = MappingProxyType(
    {Next.SHOW: _show, Next.AGAIN: _again, Next.ON: _on, Next.HOME: _home}
)
