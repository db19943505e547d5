"""From questions to the variables of the diagram, and from answers to the values they leave.

Which variables a question has, its kind says. That a question does not apply is no value: the
compiler puts ``applies_if`` before every test.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from bot.rules.model.answers import Answer
from bot.rules.model.conditions import Condition, Cut, thresholds
from bot.rules.model.graph import in_order, looks_at
from bot.rules.model.ids import InputId, QuestionId
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import completed, is_valid, kind_of
from bot.rules.model.questions.variable import Variable

Allowed: TypeAlias = tuple[tuple[int, ...], ...]
"""Per variable, the indexes of the values that are still possible."""


@dataclass(frozen=True, slots=True)
class Variables:
    """The variables in the order of the diagram; ``of`` gives each question's indexes."""

    all: tuple[Variable, ...]
    of: Mapping[QuestionId, tuple[int, ...]]


def pack_conditions(pack: Pack) -> Iterator[Condition]:
    """Every condition of a pack."""
    yield from (question.applies_if for question in pack.questions)
    yield from (division.applies_if for division in pack.divisions)
    for decision in pack.decisions:
        yield from decision.logic.conditions()
    yield from (point.when for point in pack.points)
    yield from (prior.when for prior in pack.priors)
    yield from pack.sayings


def question_order(pack: Pack) -> tuple[Question, ...]:
    """The questions in the pack's order, each after the questions it depends on."""
    questions, graph = {question.id: question for question in pack.questions}, looks_at(pack)
    order = in_order(questions, lambda name: graph.get(name, ()))
    return tuple(questions[name] for name in order if name in questions)


def build_variables(pack: Pack, on: date | None = None) -> Variables:
    """The variables of a pack, on a day."""
    cuts = cuts_of(pack)
    variables: list[Variable] = []
    of: dict[QuestionId, tuple[int, ...]] = {}
    for question in question_order(pack):
        new = kind_of(question).variables(question, cuts.get(question.id, ()), on)
        of[question.id] = tuple(range(len(variables), len(variables) + len(new)))
        variables += new
    return Variables(tuple(variables), of)


def cuts_of(pack: Pack) -> dict[InputId, set[Cut]]:
    """Per question that is measured, where the conditions of a pack cut its values."""
    cuts: dict[InputId, set[Cut]] = {}
    for condition in pack_conditions(pack):
        for name, places in thresholds(condition).items():
            cuts.setdefault(name, set()).update(places)
    return cuts


def restriction(
    variables: Variables, question: Question, answer: Answer
) -> dict[int, frozenset[int]]:
    """The values that an answer leaves, per variable; unknown and skipped leave all of them."""
    indexes = variables.of.get(question.id, ())
    if answer.status != "given" or not is_valid(question, answer):
        return {index: frozenset(range(len(variables.all[index].values))) for index in indexes}
    kind = kind_of(question)
    return {index: kind.left(variables.all[index], answer) for index in indexes}


def restrictions(
    variables: Variables, questions: Mapping[QuestionId, Question], answers: Mapping[str, Answer]
) -> dict[QuestionId, dict[int, frozenset[int]]]:
    """The values that each given answer leaves; unknown, skipped and outdated ones say nothing."""
    return {
        name: restriction(variables, questions[name], answer)
        for name, answer in completed(questions.values(), answers).items()
        if answer.status == "given" and name in questions and is_valid(questions[name], answer)
    }
