"""The piece of the project that is at hand, as a rule sees it: which part, or which group.

Nobody answers it: the piece says so itself (``bot.rules.model.book``). It always has a value; that
of a project which is not divided is ``UNDIVIDED``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from bot.rules.model.answers import Answer, chosen
from bot.rules.model.conditions import Value
from bot.rules.model.ids import UNDIVIDED, QuestionId
from bot.rules.model.questions import wording
from bot.rules.model.questions.choice import Choice
from bot.rules.model.questions.question import Option, Question


class Piece(Choice):
    """One of the pieces of a division, or none of them."""

    name, word = "piece", "indeling"
    keys = ()
    is_derived = True
    is_piece = True

    def seen(self, question: Question, values: Mapping[QuestionId, Any], on: date | None) -> Value:
        """The piece; none of them where no piece is at hand."""
        piece: Value = values.get(question.id, UNDIVIDED)
        return piece

    def follows(self, question: Question, answers: Mapping[QuestionId, Answer]) -> Answer | None:
        """None of the pieces: this project is not divided."""
        return chosen(UNDIVIDED)

    def sentence(self, question: Question, answer: Answer) -> str:
        """The piece as a sentence; that there are no pieces needs none."""
        return "" if UNDIVIDED in answer.values else super().sentence(question, answer)


def piece_question(id: QuestionId, options: Iterable[Option]) -> Question:
    """The question which piece of a division is at hand."""
    pieces = (Option(option.id, option.label, option.sentence) for option in options)
    whole = Option(UNDIVIDED, wording.UNDIVIDED[id])
    return Question(
        id,
        wording.WHICH_PIECE[id],
        Piece.name,
        options=(whole, *pieces),
        short=wording.THE_PIECE[id],
        explanation=wording.PIECE_IS_NOT_ASKED,
        fixed=True,
    )
