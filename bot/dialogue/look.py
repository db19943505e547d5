"""A look at a conversation without a turn: the card, and how far the rules are. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.advice.advice import main_cell, to_settle
from bot.advice.answer_lines import ToAsk, Told, to_ask, told_answers
from bot.advice.card import Card
from bot.advice.ladder import Standing, standing
from bot.dialogue import way
from bot.dialogue.places.advice import kept_out_lines
from bot.dialogue.places.overview import Answered, to_change
from bot.dialogue.project import given_answers, is_for, not_counting, to_come
from bot.dialogue.state import State
from bot.dialogue.turn import Shelf, Turn
from bot.rules.model.book import AnswerKey, split_key


@dataclass(frozen=True, slots=True)
class RulesState:
    """How far the rules are with a project; which forms are left stands at the pieces of its card.

    ``fixed``: the answers that count. ``open``: what can still settle the advice, what settles most
    first.
    """

    fixed: tuple[Told, ...]
    open: tuple[ToAsk, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """What stands beside a talk, without the whole advice, which takes longer to work out.

    ``answers``: each that counts; ``set_aside``: those that do not count, at present. ``next``:
    what is asked now or next, None when nothing needs asking; ``remaining``: about how many
    questions are still to come.
    """

    project: str
    standing: Standing
    answers: tuple[Answered, ...]
    set_aside: tuple[str, ...]
    next: ToAsk | None
    remaining: int


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of the project at hand.

    ``why_not``: of the other forms what keeps each out; ``why_next``: why the next question is
    asked. Both only in a look that is ``whole``. ``words``: of an answer that was read from a text
    the words that it came from, only in a look that was asked for them.
    """

    project: str
    card: Card
    rules: RulesState
    glance: Glance
    why_not: tuple[str, ...] = ()
    why_next: tuple[str, ...] = ()
    words: Mapping[AnswerKey, str] = field(default_factory=dict)


def look(
    shelf: Shelf, state: State, at: datetime, *, whole: bool = False, with_words: bool = False
) -> Look | None:
    """What is known of the project at hand under the rules of now; None without a project.

    ``whole``: also what takes longer to work out; ``with_words``: also those of the person.
    """
    if state.project is None:
        return None
    turn = way.begun(Turn(shelf, state, at, ""))
    seen = _glance(turn, with_words=with_words)
    return Look(
        turn.project.name,
        turn.card,
        _rules_state(turn),
        seen,
        tuple(kept_out_lines(turn)) if whole else (),
        tuple(_why_next(turn, seen.next)) if whole else (),
        turn.project.words if with_words else {},
    )


def glance(shelf: Shelf, state: State, at: datetime) -> Glance | None:
    """What stands beside a talk under the rules of now; None without a project."""
    turn = way.begun(Turn(shelf, state, at, "")) if state.project else None
    return _glance(turn, with_words=True) if turn else None


def _glance(turn: Turn, *, with_words: bool) -> Glance:
    book = turn.project.book
    aside = not_counting(turn, book)
    return Glance(
        turn.project.name,
        standing(turn.compiled, book),
        tuple(each if with_words else replace(each, words="") for each in to_change(turn)),
        tuple(told.line for told in told_answers(turn.pack, book) if told.key in aside),
        _next(turn),
        to_come(turn),
    )


def _rules_state(turn: Turn) -> RulesState:
    book, compiled = turn.project.book, turn.compiled
    still = to_settle(compiled, book, main_cell(compiled, book))
    return RulesState(
        fixed=tuple(given_answers(turn)),
        open=tuple(to_ask(open.key, open.question) for open in still),
    )


def _why_next(turn: Turn, asked: ToAsk | None) -> Iterable[str]:
    """What the pack says of the next question, and what its answer can still change."""
    question = turn.pack.find_question(split_key(asked.key)[0]) if asked else None
    if asked is None or question is None:
        return
    if question.why:
        yield question.why
    yield from is_for(turn, asked.key)


def _next(turn: Turn) -> ToAsk | None:
    """The question, or the division of the project, that is asked now or comes next."""
    focus = turn.state.focus
    key = (focus if focus.is_interview else way.next_question(turn)).first
    if division := turn.pack.division(key):
        return ToAsk(division.id, division.text, division.text, "", "")
    return to_ask(key, turn.question(key)) if key else None
