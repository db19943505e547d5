"""The book of a project's answers, per cell.

An answer key is ``vraag``, or ``vraag@deel`` for a question that is answered per part or group.
A cell is one (part, group) of the project; a project that is one piece has the single cell
``WHOLE``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from bot.rules.model.answers import Answer, chosen
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of

AnswerKey: TypeAlias = str

PART, GROUP = "onderdeel", "groep"


@dataclass(frozen=True, slots=True)
class Cell:
    """One piece of the project: a part, a group, both or neither."""

    part: str | None = None
    group: str | None = None

    @property
    def name(self) -> str:
        """``""`` for the whole, else ``hoe``, ``geraakt`` or ``hoe/geraakt``."""
        return "/".join(piece for piece in (self.part, self.group) if piece)


WHOLE = Cell()


@dataclass(frozen=True, slots=True)
class AnswerBook:
    """All answers of one project, and the parts and groups into which it falls apart."""

    answers: Mapping[AnswerKey, Answer] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells in order; a project in one piece has ``WHOLE``."""
        parts: tuple[str | None, ...] = self.parts or (None,)
        groups: tuple[str | None, ...] = self.groups or (None,)
        return tuple(Cell(part, group) for part in parts for group in groups)

    def pieces(self, division: str) -> tuple[str, ...]:
        """The pieces of one kind: the parts, or the groups."""
        return {PART: self.parts, GROUP: self.groups}.get(division, ())

    def with_answer(self, key: AnswerKey, answer: Answer) -> AnswerBook:
        """This book with one answer added or changed."""
        return replace(self, answers={**self.answers, key: answer})

    def without(self, keys: Iterable[AnswerKey]) -> AnswerBook:
        """This book with some answers taken out."""
        gone = set(keys)
        return replace(self, answers={k: a for k, a in self.answers.items() if k not in gone})


def answer_key(question: Question, cell: Cell) -> AnswerKey:
    """Where the answer of this question for this cell stands."""
    piece = {PART: cell.part, GROUP: cell.group}.get(question.per or "")
    return f"{question.id}@{piece}" if piece else question.id


def split_key(key: AnswerKey) -> tuple[str, str | None]:
    """The question id and the part or group of an answer key."""
    question, _, piece = key.partition("@")
    return question, piece or None


def cell_answers(pack: Pack, book: AnswerBook, cell: Cell) -> dict[str, Answer]:
    """Question id -> answer, as it holds for one cell, with what follows from those answers and
    from the cell itself.

    An answer that was given before the project was divided holds for every cell that has no
    answer of its own.
    """
    answers: dict[str, Answer] = {}
    for question in pack.questions:
        if kind_of(question).is_piece:
            answer = _piece_at_hand(question, cell)
        else:
            answer = book.answers.get(answer_key(question, cell)) or book.answers.get(question.id)
        if answer is not None:
            answers[question.id] = answer
    return dict(pack.completed(answers))


def _piece_at_hand(question: Question, cell: Cell) -> Answer | None:
    """The piece of a division that a cell is, as far as the pack (still) has it."""
    piece = cell.part if question.id == PART else cell.group
    if piece is None or piece not in {option.id for option in question.options}:
        return None
    return chosen(piece)
