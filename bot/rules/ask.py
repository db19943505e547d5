"""Which question comes next, and when there is nothing left to ask.

Each piece of the project (cell) has its own residual; a question that is shared by several cells
is worth what it settles in all of them. Exact counting, no chance.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.diagram import Node
from bot.rules.diagram.residual import Residual, kept_values, residual
from bot.rules.model.book import AnswerBook, AnswerKey, Cell, answer_key, cell_answers, split_key
from bot.rules.model.ids import QuestionId
from bot.rules.query import can_differ, division_applies

DivisionId: TypeAlias = str

OPENING = 4
"""So many of the questions with which a pack opens are asked before the first advice."""
TOLD = 2
"""So many, of who told about the project in words."""

MOST_TICKS = 11
"""So many answers fit on one screen of ticks."""

TOGETHER = 0.8
"""A question that belongs with one just asked comes first when it settles at least this share
of what the best question settles."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask this question, for this piece of the project."""

    question: QuestionId
    cell: Cell


@dataclass(frozen=True, slots=True)
class _View:
    """One cell: what was answered there, and what that leaves."""

    cell: Cell
    answered: frozenset[QuestionId]
    left: Residual


def next_ask(compiled: Compiled, book: AnswerBook) -> Ask | None:
    """The next question, or None when the advice and the serious concerns are as settled as the
    answers allow and the questions that are always asked have been asked."""
    views = _views(compiled, book)
    groups = _groups_begun(compiled, views)
    return (
        _opening(compiled, views)
        or _best(compiled, views, compiled.targets, groups)
        or _best(compiled, views, compiled.serious, groups)
        or _always(compiled, views)
    )


def deeper(compiled: Compiled, book: AnswerBook) -> Ask | None:
    """The next question that can change another concern or a decision beside the advice."""
    views = _views(compiled, book)
    return _best(compiled, views, compiled.deeper, _groups_begun(compiled, views))


def on_one_screen(compiled: Compiled, book: AnswerBook, ask: Ask) -> tuple[QuestionId, ...]:
    """The questions that can be asked together where this one is asked next, in the pack's order:
    those that the pack lets people tick and that would be asked too, of the project as a whole, as
    many as fit. Empty unless there are two: a single question is asked by itself."""
    if compiled.questions[ask.question].checklist is None:
        return ()
    views = _views(compiled, book)
    found = [
        question.id
        for question in compiled.pack.questions
        if question.checklist
        and not (question.per and book.pieces(question.per))
        and any(_is_wanted(compiled, view, question.id) for view in views)
    ]
    here = next((each for each in tick_screens(compiled, found) if ask.question in each), ())
    return here if len(here) > 1 else ()


def tick_screens(
    compiled: Compiled, questions: Iterable[QuestionId]
) -> tuple[tuple[QuestionId, ...], ...]:
    """Questions to tick over screens that are not too long, each on the first with room; those of
    which can be ticked that nothing is the matter stand together."""
    screens: list[tuple[QuestionId, ...]] = []
    for id in questions:
        room = (place for place, each in enumerate(screens) if _fits(compiled, (*each, id)))
        if (place := next(room, None)) is None:
            screens.append((id,))
        else:
            screens[place] = (*screens[place], id)
    return tuple(screens)


def _fits(compiled: Compiled, questions: Iterable[QuestionId]) -> bool:
    asked = [compiled.questions[id] for id in questions]
    rests = [bool(one.checklist and one.checklist.otherwise) for one in asked]
    count = sum(len(one.options) - rest for one, rest in zip(asked, rests, strict=True))
    return count <= MOST_TICKS and len(set(rests)) == 1


def _is_wanted(compiled: Compiled, view: _View, question: QuestionId) -> bool:
    """Whether a question would be asked: for the form or a serious point, or because it always
    is."""
    if not _may_ask(compiled, view, question):
        return False
    roots = (*compiled.targets, *compiled.serious)
    return compiled.questions[question].always or _matters(compiled, view.left, roots, question)


def is_opened(compiled: Compiled, book: AnswerBook, most: int = OPENING) -> bool:
    """Whether enough was asked for a first advice: the questions with which the pack opens were
    answered or no longer matter, and of at least one the answer is known; or that of ``most``."""
    known = {
        split_key(key)[0]
        for key, answer in book.answers.items()
        if split_key(key)[0] in compiled.pack.opening and answer.status == "given"
    }
    if not known:
        return False
    return len(known) >= most or _opening(compiled, _views(compiled, book)) is None


def next_division(
    compiled: Compiled, book: AnswerBook, divided: Collection[DivisionId]
) -> DivisionId | None:
    """The way of dividing the project to ask about now, of those that were not asked (``divided``):
    after the opening, when it applies and what is asked for each piece could change the advice or
    a serious point. A pack without an opening divides before its first question of a piece, or at
    once where its rules look at the piece."""
    left = _left(compiled, divided)
    return _due(compiled, book, left, next_ask(compiled, book)) if left else None


def taken_as_one(
    compiled: Compiled, book: AnswerBook, guessed: Iterable[DivisionId]
) -> tuple[DivisionId, ...]:
    """Of the ways of dividing of which was guessed that they come to one piece (``guessed``), those
    with which something could still be otherwise."""
    every = [division.id for division in compiled.pack.divisions]
    return tuple(
        id
        for id in dict.fromkeys(guessed)
        if next_division(compiled, book, [other for other in every if other != id])
    )


def next_step(
    compiled: Compiled,
    book: AnswerBook,
    divided: Collection[DivisionId],
    differs: Collection[QuestionId] = (),
) -> tuple[DivisionId | None, Ask | None]:
    """``next_division`` and ``next_ask`` together, each worked out once; the division comes first
    where there is one. A way of dividing that the question itself can be answered with ("dat
    verschilt") is not asked apart, unless that was the answer to one (``differs``)."""
    ask = next_ask(compiled, book)
    per = compiled.questions[ask.question].per if ask else None
    wanted = {compiled.questions[name].per for name in differs if name in compiled.questions}
    left = [id for id in _left(compiled, divided) if id != per or id in wanted]
    return _due(compiled, book, left, ask), ask


def keys_to_ask(
    compiled: Compiled, book: AnswerBook, question: QuestionId
) -> tuple[AnswerKey, ...]:
    """Where a question still needs an answer: for each piece that it is asked of."""
    asked = compiled.questions[question]
    views = (view for view in _views(compiled, book) if _may_ask(compiled, view, question))
    return tuple(dict.fromkeys(answer_key(asked, view.cell) for view in views))


def can_be_divided(compiled: Compiled, book: AnswerBook, key: AnswerKey) -> DivisionId | None:
    """The way of dividing by which the answer to this may differ, while the project is still one
    piece of that kind; None when there is none."""
    question = compiled.questions.get(key)
    per = question.per if question else None
    if per is None or per not in compiled.divisions or book.pieces(per):
        return None
    free = book.without((key,))
    views = (cell_answers(compiled.pack, free, cell) for cell in free.cells)
    return per if any(division_applies(compiled, v, per) != "no" for v in views) else None


def is_divisible(compiled: Compiled, book: AnswerBook, division: DivisionId) -> bool:
    """Whether a way of dividing applies for sure."""
    views = (cell_answers(compiled.pack, book, cell) for cell in book.cells)
    return any(division_applies(compiled, view, division) == "yes" for view in views)


def _left(compiled: Compiled, divided: Collection[DivisionId]) -> list[DivisionId]:
    return [one.id for one in compiled.pack.divisions if one.id not in divided]


def _due(
    compiled: Compiled, book: AnswerBook, left: Sequence[DivisionId], ask: Ask | None
) -> DivisionId | None:
    """The division to ask about, with what would be asked otherwise."""
    if ask is not None and ask.question in compiled.pack.opening:
        return None
    per = compiled.questions[ask.question].per if ask else None
    return next(
        (
            id
            for id in left
            if _divides(compiled, book, id, bool(compiled.pack.opening) or id == per)
        ),
        None,
    )


def _divides(compiled: Compiled, book: AnswerBook, division: DivisionId, is_due: bool) -> bool:
    """Whether a way of dividing applies and can change something: by its pieces themselves, or
    (when ``is_due``) by what is asked of each."""
    own = {question.id for question in compiled.pack.questions if question.per == division}
    roots = (*compiled.targets, *compiled.serious)
    for cell in book.cells:
        answers = cell_answers(compiled.pack, book, cell)
        if division_applies(compiled, answers, division) != "yes":
            continue
        left = residual(compiled, {name: a for name, a in answers.items() if name not in own})
        asks = is_due and any(left.questions(root) & own for root in roots)
        if asks or can_differ(compiled, answers, division):
            return True
    return False


def is_done(compiled: Compiled, book: AnswerBook) -> bool:
    """Whether nothing needs asking any more."""
    return next_ask(compiled, book) is None


def _views(compiled: Compiled, book: AnswerBook) -> tuple[_View, ...]:
    return tuple(_view(compiled, book, cell) for cell in book.cells)


def _view(compiled: Compiled, book: AnswerBook, cell: Cell) -> _View:
    answers = {
        name: answer
        for name, answer in cell_answers(compiled.pack, book, cell).items()
        if kept_values(compiled, name, answer) is not None
    }
    return _View(cell, frozenset(answers), residual(compiled, answers))


def _groups_begun(compiled: Compiled, views: Iterable[_View]) -> frozenset[str]:
    """The groups of questions (``together``) of which one was answered."""
    answered = {name for view in views for name in view.answered}
    groups = {compiled.questions[name].together for name in answered}
    return frozenset(group for group in groups if group)


def _may_ask(compiled: Compiled, view: _View, question: QuestionId) -> bool:
    """Whether a question is asked, has no answer yet, and certainly applies."""
    if compiled.asked_for(question) != (question,):
        return False
    return question not in view.answered and view.left.truth(compiled.applies[question]) is True


def _opening(compiled: Compiled, views: tuple[_View, ...]) -> Ask | None:
    roots = (*compiled.targets, *compiled.serious)
    for name in compiled.pack.opening:
        for view in views:
            if _may_ask(compiled, view, name) and _matters(compiled, view.left, roots, name):
                return Ask(name, view.cell)
    return None


def _matters(
    compiled: Compiled, left: Residual, roots: Iterable[Node], question: QuestionId
) -> bool:
    names = (name for root in roots for name in left.questions(root))
    return any(question in compiled.asked_for(name) for name in names)


def _best(
    compiled: Compiled,
    views: tuple[_View, ...],
    roots: tuple[Node, ...],
    groups: frozenset[str],
) -> Ask | None:
    """The question that is expected to settle most of these roots; ties go by the pack's order."""
    gains: dict[AnswerKey, float] = {}
    asks: dict[AnswerKey, Ask] = {}
    for view in views:
        for name, gain in _view_gains(compiled, view, roots):
            key = answer_key(compiled.questions[name], view.cell)
            asks.setdefault(key, Ask(name, view.cell))
            gains[key] = gains.get(key, 0.0) + gain
    if not gains:
        return None
    order = {name: index for index, name in enumerate(compiled.questions)}
    ranked = sorted(gains, key=lambda key: (-round(gains[key], 9), order[asks[key].question]))
    enough = gains[ranked[0]] * TOGETHER
    for key in ranked:
        if gains[key] >= enough and compiled.questions[asks[key].question].together in groups:
            return asks[key]
    return asks[ranked[0]]


def _view_gains(
    compiled: Compiled, view: _View, roots: tuple[Node, ...]
) -> Iterator[tuple[QuestionId, float]]:
    for root in roots:
        for name, gain in view.left.gains(root).items():
            for asked in compiled.asked_for(name):
                if _may_ask(compiled, view, asked):
                    yield asked, gain


def _always(compiled: Compiled, views: tuple[_View, ...]) -> Ask | None:
    for question in compiled.pack.questions:
        if question.always:
            for view in views:
                if _may_ask(compiled, view, question.id):
                    return Ask(question.id, view.cell)
    return None
