"""Direct evaluation of complete answers, with a trace of the rows that fired.

It reads the pack as it is written and knows nothing of the diagram; the tests let the two check
each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from bot.rules.model.conditions import Value, holds
from bot.rules.model.content import is_valid_on
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.rooms import Result
from bot.rules.model.ids import (
    DecisionId,
    InputId,
    Outcome,
    QuestionId,
)
from bot.rules.model.pack import Pack
from bot.rules.model.questions.registry import kind_of

Given: TypeAlias = "str | frozenset[str] | Fraction"


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


def evaluate(pack: Pack, values: Mapping[QuestionId, Given], on: date | None = None) -> Evaluation:
    """What follows from these values. A question that applies and is used must have a value."""
    run = _Run(pack, values, on)
    for decision in pack.decisions:
        run.outcome(decision)
    applicable = frozenset(q.id for q in pack.questions if run.value_of(q.id) is not None)
    concerns = frozenset(
        point.id
        for point in pack.points
        if is_valid_on(point, on) and holds(point.when, run.value_of)
    )
    order = [decision.id for decision in pack.decisions]
    return Evaluation(
        {name: run.outcomes[name] for name in order},
        {name: run.fired[name] for name in order},
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
        return self.outcome_of(name)

    def outcome(self, decision: Decision) -> Result:
        if decision.id not in self.outcomes:
            result, fired = decision.logic.decide(self)
            self.outcomes[decision.id] = result
            self.fired[decision.id] = fired
        return self.outcomes[decision.id]

    def outcome_of(self, id: DecisionId) -> Result:
        return self.outcome(self.pack.decision(id))

    def order_of(self, id: DecisionId) -> tuple[Outcome, ...]:
        return self.pack.decision(id).outcomes
