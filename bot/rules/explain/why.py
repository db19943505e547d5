"""The rules behind an outcome.

They come from evaluating the pack directly, on the likeliest values that agree with the answers;
the diagram says which of them fire for every such combination.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.paths import likeliest_values
from bot.rules.diagram.residual import Residual, residual
from bot.rules.evaluate import Evaluation, Given, evaluate
from bot.rules.model.conditions import Value, holding
from bot.rules.model.content import is_valid_on
from bot.rules.model.decisions.adjustment import Adjustment
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.decisions.score import Score
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.ids import DecisionId, InputId, Outcome, QuestionId
from bot.rules.model.questions.registry import kind_of
from bot.rules.query import Answers, possible

OTHERWISE = "anders"
"""Stands for the row id where no row of a table held."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that fired. ``row`` is a row or shift id, the number of an item, or the cell of a
    matrix; ``questions`` are those it looked at; ``certain``: whatever is still open."""

    decision: DecisionId
    row: str
    outcome: Outcome
    why: str = ""
    sources: tuple[str, ...] = ()
    questions: tuple[QuestionId, ...] = ()
    certain: bool = True


def why(compiled: Compiled, answers: Answers, decision: DecisionId) -> tuple[Reason, ...]:
    """The rules that gave the (likeliest) outcome, from the decision itself down the graph."""
    return tuple(Trace(compiled, answers, decision).reasons(decision, set()))


class Trace:
    """One evaluation, on the likeliest values that agree with the answers and their outcome."""

    def __init__(self, compiled: Compiled, answers: Answers, decision: DecisionId) -> None:
        self.compiled = compiled
        self.answers = answers
        self.left: Residual = residual(compiled, answers)
        self.outcome = possible(compiled, answers, decision)[0].outcome
        root = compiled.roots[decision]
        self.values: dict[QuestionId, Given] = likeliest_values(
            compiled, self.left, root, self.outcome
        )
        self.evaluation: Evaluation = evaluate(compiled.pack, self.values, compiled.on)

    def value_of(self, name: InputId) -> Value:
        """The value of a question or decision here; None: the question does not apply."""
        if name in self.compiled.decisions:
            return self.evaluation.outcomes[name]
        if name not in self.evaluation.applicable:
            return None
        question = self.compiled.questions[name]
        return kind_of(question).seen(question, self.values, self.compiled.on)

    def reasons(self, id: DecisionId, seen: set[DecisionId]) -> Iterator[Reason]:
        """The rules that fired in a decision, and then in those they looked at.

        Below the first decision only what is certain is told: the rest did not matter, or is open.
        """
        if id in seen:
            return
        own = [reason for reason in self._own(id) if reason.certain or not seen]
        seen.add(id)
        yield from own
        for name in self._used(id, own):
            if name in self.compiled.decisions:
                yield from self.reasons(name, seen)

    def _own(self, id: DecisionId) -> Iterator[Reason]:
        decision = self.compiled.decisions[id]
        fired = self.evaluation.fired[decision.id]
        if not fired and isinstance(decision.logic, Table):
            yield self._reason(decision, OTHERWISE, "", (), ())
        for row in fired:
            text, sources, tests = self._said(decision, row)
            yield self._reason(decision, row, text, sources, tests)

    def _reason(
        self,
        decision: Decision,
        row: str,
        text: str,
        sources: tuple[str, ...],
        names: tuple[InputId, ...],
    ) -> Reason:
        outcome = self.evaluation.outcomes[decision.id]
        questions = tuple(name for name in names if name in self.compiled.questions)
        return Reason(
            decision.id,
            row,
            outcome if isinstance(outcome, str) else self._then(decision, row),
            text,
            sources,
            tuple(dict.fromkeys(questions)),
            self._certain(decision, row),
        )

    def _then(self, decision: Decision, row: str) -> Outcome:
        rows = decision.logic.rows if isinstance(decision.logic, Table) else ()
        return next((r.then for r in rows if r.id == row), "")

    def _said(
        self, decision: Decision, row: str
    ) -> tuple[str, tuple[str, ...], tuple[InputId, ...]]:
        """Why a rule holds, its sources, and what it looked at."""
        logic = decision.logic
        if isinstance(logic, Matrix):
            return "", (), (logic.rows_of, logic.columns_of)
        if isinstance(logic, Score):
            item = logic.items[int(row)]
            tests = () if item.when is None else holding(item.when, self.value_of)
            own = () if item.input is None else (item.input,)
            return item.why, (), (*own, *(test.input for test in tests))
        rules = logic.rows if isinstance(logic, Table) else logic.shifts
        rule = next(rule for rule in rules if rule.id == row)
        tests = holding(rule.when, self.value_of)
        return rule.why, rule.sources, tuple(test.input for test in tests)

    def _used(self, id: DecisionId, reasons: list[Reason]) -> Iterator[InputId]:
        """What these rules of a decision looked at, in order."""
        decision = self.compiled.decisions[id]
        for reason in reasons:
            if reason.row != OTHERWISE:
                yield from self._said(decision, reason.row)[2]
        if isinstance(decision.logic, Adjustment):
            yield decision.logic.base

    def _certain(self, decision: Decision, row: str) -> bool:
        """Whether a rule fires for every combination that agrees with the answers."""
        logic, rows = decision.logic, self.compiled.rows
        if row == OTHERWISE and isinstance(logic, Table):
            own = [rows[key] for key in rows if key[0] == decision.id]
            return all(self.left.truth(node) is False for node in own)
        if self.left.truth(rows[decision.id, row]) is not True:
            return False
        if not isinstance(logic, Table) or logic.hit != "first":
            return True
        return all(
            self.left.truth(rows[decision.id, earlier.id]) is False
            for earlier in self._valid_before(logic, row)
        )

    def _valid_before(self, table: Table, row: str) -> list[Row]:
        """The rows that come before a row, as far as they are valid on the day."""
        ids = [one.id for one in table.rows]
        before = table.rows[: ids.index(row)]
        return [one for one in before if is_valid_on(one, self.compiled.on)]
