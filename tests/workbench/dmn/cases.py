"""Complete answers to put to an exported file, and where its outcomes differ from ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from random import Random
from typing import Any, TypeAlias

from bot.packs.answers import book_of_case
from bot.rules.evaluate import Evaluation, Given, evaluate
from bot.rules.model.answers import Answer
from bot.rules.model.book import cell_answers
from bot.rules.model.ids import NO, NOT_APPLICABLE, YES, QuestionId
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import choices, kind_of
from bot.rules.model.questions.variable import Variable
from bot.rules.model.variables import build_variables
from bot.workbench.dmn.columns import applies_name, may_not_apply, option_name
from bot.workbench.dmn.export import APPLY, CONCERNS, pack_to_dmn
from bot.workbench.dmn.names import name_of
from tests.shelf import packs

DmnValue: TypeAlias = "str | int | float | date"


@cache
def exported(id: str) -> str:
    """The file of one pack, written once."""
    return pack_to_dmn(packs()[id])


def random_sets(r: Random, pack: Pack, count: int) -> Iterator[dict[str, Given]]:
    """Values for every question; for a number one of each interval that the rules tell apart."""
    variables = build_variables(pack)
    of = {id: [variables.all[i] for i in indexes] for id, indexes in variables.of.items()}
    for _ in range(count):
        yield {question.id: _any(r, question, of[question.id]) for question in pack.questions}


def _any(r: Random, question: Question, variables: list[Variable]) -> Given:
    ids = [option.id for option in choices(question)]
    if question.kind == "multi":
        return frozenset(id for id in ids if r.randint(0, 1))
    if question.kind == "number":
        span = r.choice(variables[0].intervals)
        return span.sample(question.minimum, question.maximum)
    return r.choice(ids)


def worked_values(r: Random, pack: Pack) -> Iterator[dict[str, Given]]:
    """The answers of the worked cases, per cell; what a case leaves open is filled in at random."""
    for case in pack.cases:
        book = book_of_case(pack, case)
        for cell in book.cells:
            values = next(random_sets(r, pack, 1))
            for id, answer in cell_answers(pack, book, cell).items():
                if answer.status == "given":
                    values[id] = _said(r, pack.question(id), answer)
            yield values


def _said(r: Random, question: Question, answer: Answer) -> Given:
    if question.kind == "number":
        assert answer.low is not None
        return answer.low
    if question.kind == "multi":
        return answer.values | frozenset(id for id in sorted(answer.maybe) if r.randint(0, 1))
    return r.choice(sorted(answer.values))


def filled_in(pack: Pack, values: Mapping[str, Given]) -> tuple[dict[str, DmnValue], Evaluation]:
    """What to give the file, and what our own rules say."""
    ours = evaluate(pack, values)
    return dmn_values(pack, values, ours.applicable), ours


def dmn_values(
    pack: Pack,
    values: Mapping[QuestionId, Given],
    applicable: frozenset[QuestionId],
    on: date | None = None,
) -> dict[str, DmnValue]:
    """What to fill in for complete answers, on a day; a question that doesn't apply gets
    ``nvt``."""
    filled: dict[str, DmnValue] = {}
    for question in pack.questions:
        given = values.get(question.id) if question.id in applicable else None
        filled |= _filled_in(question, given, on)
    return filled


def _filled_in(question: Question, given: Given | None, on: date | None) -> dict[str, DmnValue]:
    kind = kind_of(question)
    if kind.is_set:
        return {
            option_name(question, option.id): _member(option.id, given)
            for option in question.options
        }
    if kind.measure is not None:
        named = kind.measure.filled_in(question, given, on)
        filled = {name_of(name): value for name, value in named.items()}
        asked = may_not_apply(question) and not kind.sources(question)
        return filled | ({applies_name(question): NO if given is None else YES} if asked else {})
    return {name_of(question.id): NOT_APPLICABLE if given is None else str(given)}


def _member(option: str, given: Given | None) -> str:
    if not isinstance(given, frozenset):
        return NOT_APPLICABLE
    return YES if option in given else NO


def differences(ours: Evaluation, theirs: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Per decision where an engine says something else: our outcome and theirs."""
    expected = {**ours.outcomes, CONCERNS: ours.concerns, APPLY: ours.applicable}
    found = {id: _outcome(theirs.get(id, [])) for id in expected}
    return {id: (expected[id], found[id]) for id in expected if expected[id] != found[id]}


def _outcome(result: Any) -> Any:
    return frozenset(result) if isinstance(result, list) else result
