"""What a question is for, under the answers so far: what its answer can still change.

Computed on the diagram, for every piece of the project that the answer counts for: nothing is
declared by a pack.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from bot.rules.ask import DivisionId, can_be_divided, is_divisible, next_step
from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.diagram import Node
from bot.rules.diagram.residual import Residual, residual
from bot.rules.model.answers import UNKNOWN
from bot.rules.model.book import AnswerBook, AnswerKey, answer_key, cell_answers, split_key
from bot.rules.model.ids import QuestionId
from bot.rules.model.questions.registry import kind_of

Purpose = Literal["form", "duty", "warning", "steps"]

HORIZON = 25
"""How far ``coming`` looks ahead."""


def purposes(compiled: Compiled, book: AnswerBook, key: AnswerKey) -> tuple[Purpose, ...]:
    """What the answer to a question, or a way of dividing, can change, the weightiest first: the
    form, a duty of the law, another point of attention; else it can only make the steps sharper.

    An answer that it has already is left out of account. A key that asks no question of the pack
    can change nothing.
    """
    if compiled.pack.division(key) is not None:
        return division_purposes(compiled, book, key)
    question = compiled.questions.get(split_key(key)[0])
    if question is None:
        return ()
    free = book.without((key,))
    lefts = [
        residual(compiled, cell_answers(compiled.pack, free, cell))
        for cell in free.cells
        if key in (question.id, answer_key(question, cell))
    ]
    return _found(compiled, lefts, frozenset((question.id,)))


def division_purposes(
    compiled: Compiled, book: AnswerBook, division: DivisionId
) -> tuple[Purpose, ...]:
    """What dividing the project can change: by what is then asked for each piece, or by which
    piece it is where a rule looks at that."""
    own = frozenset(q.id for q in compiled.pack.questions if q.per == division)
    free = book.without(key for key in book.answers if split_key(key)[0] in own)
    views = [cell_answers(compiled.pack, free, cell) for cell in free.cells]
    if division in compiled.questions:
        views = [{**view, division: UNKNOWN} for view in views]
    lefts = [residual(compiled, view) for view in views]
    return _found(compiled, lefts, own | {division})


def _found(
    compiled: Compiled, lefts: Iterable[Residual], questions: frozenset[QuestionId]
) -> tuple[Purpose, ...]:
    lefts = tuple(lefts)
    duties = [c.id for c in compiled.pack.concerns if c.duty and c.id in compiled.concerns]
    others = [id for id in compiled.concerns if id not in duties]
    roots: tuple[tuple[Purpose, Iterable[Node]], ...] = (
        ("form", compiled.targets),
        ("duty", [compiled.concerns[id] for id in duties]),
        ("warning", [compiled.concerns[id] for id in others]),
    )
    able = tuple(
        name
        for name, nodes in roots
        if any(_can_change(compiled, left, node, questions) for left in lefts for node in nodes)
    )
    return able or ("steps",)


def _can_change(
    compiled: Compiled, left: Residual, root: Node, questions: frozenset[QuestionId]
) -> bool:
    names = left.questions(root)
    return any(questions.intersection((name, *compiled.asked_for(name))) for name in names)


# --- what is still to come ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is still asked when each question gets its likeliest answer: how many questions, how
    many of them can change the form, and how many others can add a duty of the law."""

    questions: int = 0
    form: int = 0
    duty: int = 0


def coming(
    compiled: Compiled,
    book: AnswerBook,
    divided: Iterable[DivisionId] = (),
    differs: Collection[QuestionId] = (),
) -> Iterator[tuple[AnswerBook, AnswerKey]]:
    """What is still asked of a project when each question gets its likeliest answer: the answers by
    then, and the key of the question or the way of dividing. ``divided``: the ways of dividing it
    that were asked; ``differs``: the questions whose answer differs by piece."""
    seen = list(divided)
    for _ in range(HORIZON):
        division, ask = next_step(compiled, book, seen, differs)
        if division is not None:
            yield book, division
            seen.append(division)
        elif ask is not None:
            question = compiled.questions[ask.question]
            key = answer_key(question, ask.cell)
            yield book, key
            by_piece = can_be_divided(compiled, book, key)
            book = book.with_answer(key, kind_of(question).likeliest(question))
            if by_piece and is_divisible(compiled, book, by_piece):
                seen.append(by_piece)
        else:
            return


def ahead(
    compiled: Compiled,
    book: AnswerBook,
    divided: Iterable[DivisionId] = (),
    differs: Collection[QuestionId] = (),
) -> Ahead:
    """What is still asked of a project, and what for; see ``coming``."""
    left = coming(compiled, book, divided, differs)
    first = [purposes(compiled, then, key)[0] for then, key in left]
    return Ahead(len(first), first.count("form"), first.count("duty"))


def unseen(compiled: Compiled, book: AnswerBook) -> tuple[QuestionId, ...]:
    """The questions without any answer on which a serious point still hangs and that certainly
    apply somewhere: what was not looked at yet. Those that can't change the form come first, and
    then the pack's order counts."""
    open: set[QuestionId] = set()
    for cell in book.cells:
        answers = cell_answers(compiled.pack, book, cell)
        left = residual(compiled, answers)
        for root in compiled.serious:
            asked = {a for name in left.questions(root) for a in compiled.asked_for(name)}
            open |= {a for a in asked - set(answers) if left.truth(compiled.applies[a]) is True}
    order = {name: place for place, name in enumerate(compiled.questions)}
    form = {name for name in open if "form" in purposes(compiled, book, name)}
    return tuple(sorted(open, key=lambda name: (name in form, order[name])))
