"""Every kind of question. A new kind is a module in this folder, and a line here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.rules.model.answers import Answer
from bot.rules.model.ids import QuestionId
from bot.rules.model.questions.choice import Choice
from bot.rules.model.questions.date import Date, DaysBetween
from bot.rules.model.questions.kind import Kind
from bot.rules.model.questions.measured import Measured
from bot.rules.model.questions.multi import Multi
from bot.rules.model.questions.number import Number
from bot.rules.model.questions.piece import Piece
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.questions.yesno import YesNo

_ALL: tuple[Kind, ...] = (
    Choice(),
    YesNo(),
    Multi(),
    Number(),
    Date(),
    DaysBetween(),
)

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _ALL}
"""Name of a kind -> the kind, of those that a pack can ask for."""
BY_WORD: Mapping[str, Kind] = {kind.word: kind for kind in _ALL}
"""What a pack calls a kind -> the kind."""
_PIECE = Piece()
"""The kind that no pack writes down: it comes with a division."""
_EVERY: Mapping[str, Kind] = {**KINDS, _PIECE.name: _PIECE}
_DERIVED = frozenset(kind.name for kind in _EVERY.values() if kind.is_derived)


def kind_of(question: Question) -> Kind:
    """The kind of a question. Raises KeyError when there is no such kind."""
    return _EVERY[question.kind]


def measure_of(question: Question) -> Measured:
    """The kind of a question that a bound or an interval is about: then it is measured."""
    measure = kind_of(question).measure
    assert measure is not None, question.id
    return measure


def completed(
    questions: Iterable[Question], answers: Mapping[QuestionId, Answer]
) -> Mapping[QuestionId, Answer]:
    """The answers, with those that follow from them and are not among them yet."""
    derived: dict[QuestionId, Answer] = {}
    for question in questions:  # on every look at the rules: most packs have nothing to derive
        if question.kind in _DERIVED and question.id not in answers:
            answer = kind_of(question).follows(question, answers)
            if answer is not None:
                derived[question.id] = answer
    return {**answers, **derived} if derived else answers


def choices(question: Question) -> tuple[Option, ...]:
    """The options of a question, also where it leaves them unsaid."""
    return kind_of(question).choices(question)


def is_valid(question: Question, answer: Answer) -> bool:
    """Whether this answer can still be an answer to this question (packs change)."""
    return answer.status != "given" or kind_of(question).is_valid(question, answer)
