"""From questions to the variables of the diagram, and from answers to the values they leave.

A choice is one variable; a multiple choice is one yes/no variable per option; a number is one
variable whose values are the intervals that the conditions of the pack tell apart. That a
question does not apply is no value: the compiler puts ``applies_if`` before every test.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TypeAlias

from bot.rules.model.answers import Answer, is_valid
from bot.rules.model.conditions import Between, Condition, Cut, inputs, thresholds, within
from bot.rules.model.decisions.adjustment import Adjustment
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.decisions.score import Score
from bot.rules.model.decisions.table import Table
from bot.rules.model.ids import NO, YES, InputId, QuestionId
from bot.rules.model.pack import Option, Pack, Question

Allowed: TypeAlias = tuple[tuple[int, ...], ...]
"""Per variable, the indexes of the values that are still possible."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers between two cuts; None is unbounded."""

    start: Cut | None = None
    end: Cut | None = None

    def overlaps(self, low: Fraction, high: Fraction) -> bool:
        """Whether a number of ``[low, high]`` lies in this interval."""
        after = self.start is None or self.start < (high, 1)
        return after and (self.end is None or self.end > (low, 0))

    @property
    def label(self) -> str:
        """The interval in signs: ``>= 20 en < 50``; empty when it holds all numbers."""
        low = f"{'>=' if self.start[1] == 0 else '>'} {self.start[0]}" if self.start else ""
        high = f"{'<=' if self.end[1] else '<'} {self.end[0]}" if self.end else ""
        return " en ".join(filter(None, (low, high)))

    def sample(self, minimum: Fraction | None, maximum: Fraction | None) -> Fraction:
        """A number in this interval, within the bounds of its question where there are any."""
        low = self.start or ((minimum, 0) if minimum is not None else None)
        high = self.end or ((maximum, 1) if maximum is not None else None)
        if low and low[1] == 0:
            return low[0]
        if high and high[1] == 1:
            return high[0]
        if low and high:
            return (low[0] + high[0]) / 2
        return low[0] + 1 if low else high[0] - 1 if high else Fraction(0)


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable of the diagram; ``weights`` says how often each value occurs."""

    question: QuestionId
    values: tuple[str, ...]
    weights: tuple[int, ...]
    option: str | None = None
    intervals: tuple[Interval, ...] = ()


@dataclass(frozen=True, slots=True)
class Variables:
    """The variables in the order of the diagram; ``of`` gives each question's indexes."""

    all: tuple[Variable, ...]
    of: Mapping[QuestionId, tuple[int, ...]]


def decision_conditions(decision: Decision) -> Iterator[Condition]:
    """Every condition inside a decision."""
    logic = decision.logic
    if isinstance(logic, Table):
        yield from (row.when for row in logic.rows)
    elif isinstance(logic, Score):
        yield from (item.when for item in logic.items if item.when is not None)
    elif isinstance(logic, Adjustment):
        yield from (shift.when for shift in logic.shifts)


def decision_inputs(decision: Decision) -> tuple[InputId, ...]:
    """The questions and decisions that a decision looks at itself."""
    logic = decision.logic
    found = {name for part in decision_conditions(decision) for name in inputs(part)}
    if isinstance(logic, Score):
        found |= {item.input for item in logic.items if item.input is not None}
    elif isinstance(logic, Matrix):
        found |= {logic.rows_of, logic.columns_of}
    elif isinstance(logic, Adjustment):
        found.add(logic.base)
    return tuple(sorted(found))


def pack_conditions(pack: Pack) -> Iterator[Condition]:
    """Every condition of a pack."""
    yield from (question.applies_if for question in pack.questions)
    yield from (division.applies_if for division in pack.divisions)
    for decision in pack.decisions:
        yield from decision_conditions(decision)
    yield from (concern.when for concern in pack.concerns)
    yield from (prior.when for prior in pack.priors)


def question_order(pack: Pack) -> tuple[Question, ...]:
    """The questions in the pack's order, each after the questions it depends on."""
    questions = {question.id: question for question in pack.questions}
    decisions = {decision.id: decision for decision in pack.decisions}
    order: dict[str, Question] = {}
    seen: set[str] = set()

    def visit(name: InputId) -> None:
        if name in seen:
            return
        seen.add(name)
        if name in questions:
            for parent in sorted(inputs(questions[name].applies_if)):
                visit(parent)
            order[name] = questions[name]
        elif name in decisions:
            for parent in decision_inputs(decisions[name]):
                visit(parent)

    for question in pack.questions:
        visit(question.id)
    return tuple(order.values())


def build_variables(pack: Pack) -> Variables:
    """The variables of a pack."""
    found = cuts_of(pack)
    variables: list[Variable] = []
    of: dict[QuestionId, tuple[int, ...]] = {}
    for question in question_order(pack):
        new = variables_of(question, found.get(question.id, set()))
        of[question.id] = tuple(range(len(variables), len(variables) + len(new)))
        variables += new
    return Variables(tuple(variables), of)


def cuts_of(pack: Pack) -> dict[InputId, set[Cut]]:
    """Per number question, where the conditions of a pack cut its values."""
    found: dict[InputId, set[Cut]] = {}
    for condition in pack_conditions(pack):
        for name, places in thresholds(condition).items():
            found.setdefault(name, set()).update(places)
    return found


def variables_of(question: Question, places: set[Cut]) -> list[Variable]:
    """The variables of one question; a number is cut at these places."""
    if question.kind == "number":
        spans = _intervals(question, sorted(places))
        labels = tuple(span.label for span in spans)
        return [Variable(question.id, labels, (1,) * len(spans), intervals=spans)]
    if question.kind == "multi":
        return [
            Variable(question.id, (NO, YES), _whole((Fraction(1), option.weight)), option.id)
            for option in question.options
        ]
    options = choices(question)
    weights = _whole(tuple(option.weight for option in options))
    return [Variable(question.id, tuple(option.id for option in options), weights)]


def choices(question: Question) -> tuple[Option, ...]:
    """The options of a choice or yes/no question, also where a yes/no leaves them unsaid."""
    if question.kind == "yesno" and not question.options:
        return (Option(YES, "Ja"), Option(NO, "Nee"))
    return question.options


def _intervals(question: Question, places: list[Cut]) -> tuple[Interval, ...]:
    low, high = question.minimum, question.maximum
    inside: list[Cut | None] = [
        place
        for place in places
        if (low is None or place > (low, 0)) and (high is None or place < (high, 1))
    ]
    return tuple(map(Interval, [None, *inside], [*inside, None]))


def _whole(weights: tuple[Fraction, ...]) -> tuple[int, ...]:
    scale = lcm(*(weight.denominator for weight in weights))
    return tuple(int(weight * scale) for weight in weights)


def restriction(
    variables: Variables, question: Question, answer: Answer
) -> dict[int, frozenset[int]]:
    """The values that an answer leaves, per variable; unknown and skipped leave all of them."""
    indexes = variables.of.get(question.id, ())
    if answer.status != "given" or not is_valid(question, answer):
        return {index: frozenset(range(len(variables.all[index].values))) for index in indexes}
    return {index: _left(variables.all[index], answer) for index in indexes}


def _left(variable: Variable, answer: Answer) -> frozenset[int]:
    if variable.option is not None:
        if variable.option in answer.maybe:
            return frozenset((0, 1))
        return frozenset((int(variable.option in answer.values),))
    if variable.intervals:
        assert answer.low is not None
        assert answer.high is not None
        spans = enumerate(variable.intervals)
        return frozenset(i for i, span in spans if span.overlaps(answer.low, answer.high))
    return frozenset(i for i, value in enumerate(variable.values) if value in answer.values)


def interval_holds(question: Question, span: Interval, test: Between) -> bool:
    """Whether a comparison holds on an interval that its own bounds do not cut."""
    return within(test, span.sample(question.minimum, question.maximum))


def restrictions(
    variables: Variables, questions: Mapping[QuestionId, Question], answers: Mapping[str, Answer]
) -> dict[QuestionId, dict[int, frozenset[int]]]:
    """The values that each given answer leaves; unknown, skipped and outdated ones say nothing."""
    return {
        name: restriction(variables, questions[name], answer)
        for name, answer in answers.items()
        if answer.status == "given" and name in questions and is_valid(questions[name], answer)
    }


def allowed_values(
    variables: Variables, questions: Mapping[QuestionId, Question], answers: Mapping[str, Answer]
) -> Allowed:
    """Per variable the values that all answers leave."""
    left = [tuple(range(len(variable.values))) for variable in variables.all]
    for values in restrictions(variables, questions, answers).values():
        for index, kept in values.items():
            left[index] = tuple(sorted(kept))
    return tuple(left)
