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
from bot.rules.model.conditions import Value
from bot.rules.model.decisions.decision import OTHERWISE, Decision, Rule
from bot.rules.model.ids import DecisionId, InputId, Outcome, QuestionId
from bot.rules.model.questions.registry import kind_of
from bot.rules.query import Answers, possible


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
        if not fired and decision.logic.may_pass:
            yield self._reason(decision, Rule(OTHERWISE))
        for row in fired:
            yield self._reason(decision, self.compiled.rules[id][row])

    def _reason(self, decision: Decision, rule: Rule) -> Reason:
        outcome = self.evaluation.outcomes[decision.id]
        names = dict.fromkeys(rule.looked_at(self.value_of))
        return Reason(
            decision.id,
            rule.id,
            outcome if isinstance(outcome, str) else rule.then,
            rule.why,
            rule.sources,
            tuple(name for name in names if name in self.compiled.questions),
            self._certain(decision, rule.id),
        )

    def _used(self, id: DecisionId, reasons: list[Reason]) -> Iterator[InputId]:
        """What these rules of a decision looked at, in order."""
        rules, below = self.compiled.rules[id], self.compiled.decisions[id].logic.moves
        for reason in reasons:
            if reason.row != OTHERWISE:
                yield from rules[reason.row].looked_at(self.value_of)
        if below is not None:
            yield below

    def _certain(self, decision: Decision, row: str) -> bool:
        """Whether a rule fires for every combination that agrees with the answers."""
        fires = self.compiled.fires[decision.id]
        if row != OTHERWISE and self.left.truth(fires[row]) is not True:
            return False
        ahead = decision.logic.ahead_of(row, tuple(fires))
        return all(self.left.truth(fires[other]) is False for other in ahead)
