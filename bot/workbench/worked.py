"""How a worked case comes out, beside what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.residual import residual
from bot.rules.model.answers import Answer
from bot.rules.model.book import AnswerBook, cell_answers
from bot.rules.model.ids import DecisionId, Outcome, QuestionId
from bot.rules.model.pack import WorkedCase
from bot.rules.query import possible


@dataclass(frozen=True, slots=True)
class Worked:
    """One worked case: per cell the likeliest outcome, and the cells where another was expected.

    ``silent``: the names of the questions that it leaves open and that decide in those cells.
    """

    case: WorkedCase
    found: Mapping[str, Outcome]
    wrong: tuple[str, ...]
    silent: tuple[str, ...] = ()


def worked(compiled: Compiled, case: WorkedCase, book: AnswerBook) -> Worked:
    """The case on the pack's first advice; ``book`` holds its answers."""
    pack = compiled.pack
    decision = pack.advices[0].decision
    outcomes = {
        cell.name: _text(possible(compiled, cell_answers(pack, book, cell), decision)[0].outcome)
        for cell in book.cells
    }
    wrong = tuple(
        name
        for name, expected in case.expected.items()
        if outcomes.get(name) not in (expected, *case.also_fine.get(name, ()))
    )
    open_here = {
        question_id
        for cell in book.cells
        if cell.name in wrong
        for question_id in _left_open(compiled, cell_answers(pack, book, cell), decision)
    }
    silent = tuple(question.name for question in pack.questions if question.id in open_here)
    return Worked(case, outcomes, wrong, silent)


def _left_open(
    compiled: Compiled, answers: Mapping[QuestionId, Answer], decision: DecisionId
) -> frozenset[QuestionId]:
    return residual(compiled, answers).questions(compiled.roots[decision])


def _text(outcome: Outcome | frozenset[Outcome]) -> Outcome:
    return outcome if isinstance(outcome, str) else " ".join(sorted(outcome))
