"""A worked case, played as a conversation: each answer in the order in which it would be asked.

The real dialogue asks; what the case does not say is skipped. Nothing is saved and nothing can fail
on the way, so that a demonstration is the same every time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from bot.dialogue import commands, way, wording
from bot.dialogue.look import Glance, Look, look
from bot.dialogue.messages import Reply
from bot.dialogue.places import here
from bot.dialogue.project import divided
from bot.dialogue.state import State
from bot.dialogue.step import new_state
from bot.dialogue.turn import Shelf, Turn
from bot.rules.model.answers import SKIPPED
from bot.rules.model.book import GROUP, PART, AnswerBook
from bot.words.names import label

T = TypeVar("T")
MOST = 100
"""Moments of a case; none comes near."""
WORDS_A_MINUTE = 200
"""At which a case is read."""
_ID = "voorbeeld"


@dataclass(frozen=True)
class Moment:
    """A moment of a case: what was ``said`` (empty at the start), and the turn that followed."""

    said: str
    _turn: Turn

    @property
    def replies(self) -> tuple[Reply, ...]:
        """What the bot says then."""
        return self._turn.replies

    @cached_property
    def look(self) -> Look | None:
        """What is known by then; worked out when it is asked for."""
        return look(self._turn.shelf, self._turn.state, self._turn.at, whole=True)

    def view(self, view: Callable[[Shelf, State, datetime], T]) -> T:
        """What a pure view makes of the conversation by then."""
        return view(self._turn.shelf, self._turn.state, self._turn.at)

    @property
    def glance(self) -> Glance | None:
        """What stands beside the talk by then."""
        return self.look.glance if self.look else None


def replay(shelf: Shelf, pack: str, name: str, book: AnswerBook, day: datetime) -> list[Moment]:
    """The moments of a case by the rules of a pack, from its first question to its advice.

    ``name``: what the project is called; ``book``: the answers of the case.
    """
    turn = Turn(shelf, replace(new_state(shelf), pack=pack, greeted=True), day, _ID * 2)
    turn = way.follow(turn.onward())
    turn = turn.with_project(replace(turn.project, name=name, named=True))
    return [Moment("", turn), *(Moment(said, after) for said, after in _answered(turn, book))]


def _answered(turn: Turn, book: AnswerBook) -> Iterator[tuple[str, Turn]]:
    for _ in range(MOST):
        step = _next(Turn(turn.shelf, turn.state, turn.at, turn.id), book)
        if step is None:
            return
        said, after = step
        turn = way.follow(after)
        yield said, turn


def _next(turn: Turn, book: AnswerBook) -> tuple[str, Turn] | None:
    """What the case says now, and the turn after it; None when nothing more is asked."""
    place, asked = here(turn), turn.state.focus.asked
    if asked and turn.pack.division(asked) is not None:
        return _divided(turn, asked, book)
    if (told := place.told_by(book)) is not None:
        return told
    if place.question is not None:
        answer = book.answers.get(asked, SKIPPED)
        said = commands.SKIP.label if answer is SKIPPED else label(place.question, answer)
        return said, place.settle(answer)
    onward = turn.onward()
    if way.next_question(onward) == turn.state.focus:
        return None
    return wording.CONTINUE, onward


def _divided(turn: Turn, id: str, book: AnswerBook) -> tuple[str, Turn] | None:
    division = turn.pack.division(id)
    if division is None:
        return None
    picked = {PART: book.parts, GROUP: book.groups}.get(id, ())
    names = [option.label for option in division.options if option.id in picked]
    said = ", ".join(names) or wording.DIVIDE_SAME[id]
    return said, divided(turn, division, picked)
