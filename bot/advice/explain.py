"""Why not another form: what the person said that keeps it out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.advice.advice import main_cell
from bot.rules.diagram.compile import Compiled
from bot.rules.explain import why_not
from bot.rules.model.answers import Answer
from bot.rules.model.book import AnswerBook, cell_answers
from bot.rules.model.ids import Outcome
from bot.words.names import answer_told, label, outcome_name, topic


@dataclass(frozen=True, slots=True)
class KeptOut:
    """A form and what keeps it out: a ``question``, and the ``answer`` in a few words and as it is
    ``told``. Both are empty while it is open; without a question no single answer does."""

    outcome: Outcome
    name: str
    question: str = ""
    answer: str = ""
    told: str = ""


def kept_out(
    compiled: Compiled, book: AnswerBook, outcomes: Iterable[Outcome]
) -> tuple[KeptOut, ...]:
    """What keeps each of these out of the main piece."""
    answers = cell_answers(compiled.pack, book, main_cell(compiled, book))
    return tuple(_kept_out(compiled, answers, outcome) for outcome in outcomes)


def _kept_out(compiled: Compiled, answers: Mapping[str, Answer], outcome: Outcome) -> KeptOut:
    pack, name = compiled.pack, outcome_name(compiled.pack, outcome)
    reason = why_not(compiled, answers, pack.advices[0].decision, outcome)
    question = pack.find_question(reason.question) if reason else None
    if reason is None or question is None:
        return KeptOut(outcome, name)
    short = topic(question)
    if not reason.given:
        return KeptOut(outcome, name, short)
    answer = answers[question.id]
    told = answer_told(question, answer)
    return KeptOut(outcome, name, short, label(question, answer).lower(), told)
