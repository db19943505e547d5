"""What the advice would be with one answer changed, beside what it is. Pure; nothing is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.advice.answer_lines import told_answers
from bot.advice.card import Card, Point
from bot.dialogue import way
from bot.dialogue.project import given_answers
from bot.dialogue.state import State
from bot.dialogue.turn import Shelf, Turn
from bot.rules.model.answers import Answer, chosen
from bot.rules.model.book import AnswerBook, AnswerKey
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of
from bot.words.names import label

TIP = "kantelpunt"
"""Picks the one answer that would tip the advice."""


@dataclass(frozen=True, slots=True)
class Movable:
    """An answer that counts, as a ``line``, and what could be answered instead: what to show and
    what picks it. Nothing of what is typed."""

    line: str
    instead: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """Something (``name``; empty when it is clear) as it was, and as it becomes."""

    name: str
    was: str
    becomes: str

    @property
    def differs(self) -> bool:
        """Whether it becomes something else."""
        return self.was != self.becomes


@dataclass(frozen=True, slots=True)
class Difference:
    """What one other answer makes of the advice: the answers that change, the form of each piece
    and track (the main one first), and the points that come and go."""

    answers: tuple[Changed, ...]
    forms: tuple[Changed, ...]
    added: tuple[Point, ...]
    gone: tuple[Point, ...]

    @property
    def is_same(self) -> bool:
        """Whether the advice stays as it is."""
        return not (self.added or self.gone or any(form.differs for form in self.forms))


def movable(shelf: Shelf, state: State, at: datetime) -> tuple[Movable, ...]:
    """The answers of the project at hand, each with what could be answered instead."""
    if state.project is None:
        return ()
    turn = way.begun(Turn(shelf, state, at, ""))
    book = turn.project.book
    return tuple(
        Movable(told.line, tuple(_instead(turn.question(told.key), told.key, book)))
        for told in given_answers(turn)
    )


def _instead(question: Question, key: AnswerKey, book: AnswerBook) -> Iterator[tuple[str, str]]:
    """Of a choice every other option; of a set the same with one more, or one less."""
    kind, now = kind_of(question), book.answers[key].values
    for option in kind.choices(question):
        values = frozenset((option.id,))
        if kind.is_set and not option.alone:
            alone = {other.id for other in question.options if other.alone}
            values = (now - alone) ^ values
        if values and values != now:
            answer = Answer(values)
            yield label(question, answer), f"{key}={','.join(sorted(values))}"


def difference(shelf: Shelf, state: State, at: datetime, *, pick: str) -> Difference | None:
    """What a pick (of ``movable``, or ``TIP``) makes of the advice; None when it is none."""
    if state.project is None:
        return None
    turn = way.begun(Turn(shelf, state, at, ""))
    picked = _picked(turn, pick)
    if not picked:
        return None
    before = turn.project.book
    book = before
    for key, answer in picked.items():
        book = book.with_answer(key, answer)
    was, now = turn.card, turn.card_with(book)
    return Difference(
        tuple(_answers(turn, before, book, picked)),
        tuple(_forms(was, now)),
        _more(now, was),
        _more(was, now),
    )


def _picked(turn: Turn, pick: str) -> Mapping[AnswerKey, Answer]:
    if pick == TIP:
        tip = turn.card.hinge or turn.card.tip
        answers = tip.answers if tip else {}
        return {key: answer for key, answer in answers.items() if turn.is_asked(key)}
    key, _, values = pick.partition("=")
    if key not in turn.project.book.answers:
        return {}
    answer, question = chosen(*values.split(",")), turn.question(key)
    kind = kind_of(question)
    fits = not kind.is_free and (kind.is_set or len(answer.values) == 1)
    return {key: answer} if fits and kind.is_valid(question, answer) else {}


def _answers(
    turn: Turn, before: AnswerBook, after: AnswerBook, keys: Iterable[AnswerKey]
) -> Iterator[Changed]:
    was, becomes = (
        {told.key: told.line for told in told_answers(turn.pack, book)} for book in (before, after)
    )
    for key in keys:
        yield Changed(turn.short(key), was.get(key, ""), becomes.get(key, ""))


def _forms(was: Card, now: Card) -> Iterator[Changed]:
    """The form of the main piece, then of the others, then what another track says."""
    then, after = dict(_terms(was)), dict(_terms(now))
    for name in dict.fromkeys((*then, *after)):
        yield Changed(name, then.get(name, ""), after.get(name, ""))


def _terms(card: Card) -> Iterator[tuple[str, str]]:
    pieces = sorted(card.pieces, key=lambda piece: not piece.is_main)
    yield from ((piece.name, piece.term) for piece in pieces)
    yield from ((track.name, track.piece.term) for track in card.tracks)


def _more(card: Card, other: Card) -> tuple[Point, ...]:
    known = {point.id for point in other.points}
    return tuple(point for point in card.points if point.id not in known)
