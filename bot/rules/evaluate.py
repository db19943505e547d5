"""Direct evaluation of complete answers, with a trace of the rows that fired.

It reads the pack as it is written and knows nothing of the diagram; the tests let the two check
each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from bot.rules.model.conditions import Value, ValueOf, holds, named
from bot.rules.model.content import is_valid_on
from bot.rules.model.decisions.adjustment import Adjustment, Shift
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.decisions.score import Band, Item, Score
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.ids import (
    MORE_THAN_ONE,
    NO_RULE,
    NOT_APPLICABLE,
    DecisionId,
    InputId,
    Outcome,
    QuestionId,
)
from bot.rules.model.pack import Pack
from bot.rules.model.questions.registry import kind_of

Given: TypeAlias = "str | frozenset[str] | Fraction"
Result: TypeAlias = "Outcome | frozenset[Outcome]"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What follows from complete answers.

    ``fired`` holds per decision the ids of the rows and shifts, the numbers of the items, or the
    cell of the matrix (``row/column``) that gave its outcome.
    """

    outcomes: Mapping[DecisionId, Result]
    fired: Mapping[DecisionId, tuple[str, ...]]
    applicable: frozenset[QuestionId]
    concerns: frozenset[str]


def band_of(bands: tuple[Band, ...], points: Fraction) -> Outcome:
    """The band that a number of points falls in."""
    reached = [band.then for band in bands if band.start is None or points >= band.start]
    return reached[-1] if reached else NO_RULE


def moved(order: tuple[Outcome, ...], shift: Shift, outcome: Outcome) -> Outcome:
    """Where a shift brings an outcome. A bound never moves it against the step's direction."""
    if outcome not in order:
        return outcome
    start = order.index(outcome)
    target = start + shift.steps
    if shift.at_most is not None:
        target = min(target, order.index(shift.at_most))
    if shift.at_least is not None:
        target = max(target, order.index(shift.at_least))
    if shift.steps >= 0:
        target = max(start, target)
    if shift.steps <= 0:
        target = min(start, target)
    return order[max(0, min(target, len(order) - 1))]


def total(points: Fraction, count: int, average: bool) -> Fraction:
    """The sum, or the average over the items that apply (0 when none does)."""
    return points / count if average and count else points


def earned(item: Item, value_of: ValueOf) -> Fraction | None:
    """The points that an item gives; None when it doesn't count."""
    if item.input is None:
        counts = item.when is None or holds(item.when, value_of)
        return item.points if counts else None
    value = value_of(item.input)
    if value is None:
        return item.per_value.get(NOT_APPLICABLE)
    return sum((item.per_value.get(name, Fraction(0)) for name in named(value)), Fraction(0))


def evaluate(pack: Pack, values: Mapping[QuestionId, Given], on: date | None = None) -> Evaluation:
    """What follows from these values. A question that applies and is used must have a value."""
    run = _Run(pack, values, on)
    for decision in pack.decisions:
        run.outcome(decision)
    applicable = frozenset(q.id for q in pack.questions if run.value_of(q.id) is not None)
    concerns = frozenset(
        concern.id
        for concern in pack.concerns
        if is_valid_on(concern, on) and holds(concern.when, run.value_of)
    )
    order = [decision.id for decision in pack.decisions]
    return Evaluation(
        {id: run.outcomes[id] for id in order},
        {id: run.fired[id] for id in order},
        applicable,
        concerns,
    )


@dataclass(slots=True)
class _Run:
    pack: Pack
    values: Mapping[QuestionId, Given]
    on: date | None
    outcomes: dict[DecisionId, Result] = field(default_factory=dict)
    fired: dict[DecisionId, tuple[str, ...]] = field(default_factory=dict)
    known: dict[InputId, Value] = field(default_factory=dict)

    def value_of(self, name: InputId) -> Value:
        if name not in self.known:
            self.known[name] = self._find(name)
        return self.known[name]

    def _find(self, name: InputId) -> Value:
        for question in self.pack.questions:
            if question.id == name:
                if not holds(question.applies_if, self.value_of):
                    return None
                return kind_of(question).seen(question, self.values, self.on)
        return self.outcome(self.pack.decision(name))

    def outcome(self, decision: Decision) -> Result:
        if decision.id not in self.outcomes:
            result, fired = self._decide(decision)
            self.outcomes[decision.id] = result
            self.fired[decision.id] = fired
        return self.outcomes[decision.id]

    def _decide(self, decision: Decision) -> tuple[Result, tuple[str, ...]]:
        logic = decision.logic
        if isinstance(logic, Table):
            return self._table(logic)
        if isinstance(logic, Score):
            return self._score(logic)
        if isinstance(logic, Matrix):
            return self._matrix(logic)
        return self._adjust(logic)

    def _table(self, table: Table) -> tuple[Result, tuple[str, ...]]:
        hits = [row for row in table.rows if is_valid_on(row, self.on) and self._hits(row)]
        if table.hit == "first":
            hits = hits[:1]
        fired = tuple(row.id for row in hits)
        if table.hit == "collect":
            rest = frozenset() if table.otherwise is None else frozenset((table.otherwise,))
            return frozenset(row.then for row in hits) or rest, fired
        if not hits:
            return NO_RULE if table.otherwise is None else table.otherwise, ()
        return (hits[0].then if len(hits) == 1 else MORE_THAN_ONE), fired

    def _hits(self, row: Row) -> bool:
        return holds(row.when, self.value_of)

    def _score(self, score: Score) -> tuple[Result, tuple[str, ...]]:
        counted = dict(self._counted(score.items))
        points = total(sum(counted.values(), Fraction(0)), len(counted), score.average)
        return band_of(score.bands, points), tuple(str(i) for i, given in counted.items() if given)

    def _counted(self, items: tuple[Item, ...]) -> Iterator[tuple[int, Fraction]]:
        for index, item in enumerate(items):
            points = earned(item, self.value_of)
            if points is not None:
                yield index, points

    def _matrix(self, matrix: Matrix) -> tuple[Result, tuple[str, ...]]:
        row = self._heading(matrix.rows_of)
        column = self._heading(matrix.columns_of)
        outcome = matrix.cells.get(row, {}).get(column)
        return (NO_RULE, ()) if outcome is None else (outcome, (f"{row}/{column}",))

    def _heading(self, name: InputId) -> str:
        value = self.value_of(name)
        return value if isinstance(value, str) else NOT_APPLICABLE

    def _adjust(self, adjustment: Adjustment) -> tuple[Result, tuple[str, ...]]:
        base = self.pack.decision(adjustment.base)
        outcome = str(self.outcome(base))
        holding = [shift for shift in adjustment.shifts if holds(shift.when, self.value_of)]
        for shift in holding:
            outcome = moved(base.outcomes, shift, outcome)
        return outcome, tuple(shift.id for shift in holding)
