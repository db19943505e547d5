"""The first condition that kept another outcome out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.rules.diagram.compile import Compiled
from bot.rules.explain.change import Change, nearest_change
from bot.rules.explain.why import Trace
from bot.rules.model.answers import Answer
from bot.rules.model.conditions import Between, Contains, Is, Test, failing
from bot.rules.model.content import is_valid_on
from bot.rules.model.decisions.decision import Rule
from bot.rules.model.ids import NOT_APPLICABLE, DecisionId, Outcome, QuestionId
from bot.rules.model.questions.registry import choices, kind_of
from bot.rules.model.questions.variable import Interval
from bot.rules.query import Answers


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What kept an outcome out: the test of row ``row`` of ``decision`` that failed.

    ``given``: what was answered (empty: nothing yet); ``needed``: the values that would do, as
    option ids or an interval. ``stopped_by``: an earlier row that took precedence.
    """

    outcome: Outcome
    decision: DecisionId
    row: str
    question: QuestionId
    given: tuple[str, ...]
    needed: tuple[str, ...]
    stopped_by: str | None = None


def why_not(
    compiled: Compiled, answers: Answers, decision: DecisionId, outcome: Outcome
) -> WhyNot | None:
    """What kept ``outcome`` out; None when it is the likeliest outcome or cannot be reached.

    The rows for it, the one with the fewest failing tests first, are followed down the graph to a
    question that was answered and whose answer is in the way on the nearest way to the outcome.
    Where no row says so (points, a matrix), the nearest way does; ``row`` is empty then.
    """
    trace = Trace(compiled, answers, decision)
    if trace.outcome == outcome:
        return None
    search = _Search(trace, outcome)
    candidates = [
        candidate
        for candidate in search.decision(decision, frozenset((outcome,)), frozenset())
        if candidate.given and not search.is_piece(candidate.question)
    ]
    change = nearest_change(compiled, answers, decision, outcome)
    if change is None:
        return next((candidate for candidate in candidates if candidate.stopped_by is None), None)
    return _that_helps(candidates, change) or search.nearest(decision, change)


def _that_helps(candidates: list[WhyNot], change: Change) -> WhyNot | None:
    """The first of these whose answer is among those to change, with the values that do it."""
    for candidate in candidates:
        if candidate.question in change.changes:
            return replace(candidate, needed=change.changes[candidate.question])
    return None


class _Search:
    def __init__(self, trace: Trace, outcome: Outcome) -> None:
        self.trace = trace
        self.compiled = trace.compiled
        self.outcome = outcome

    def decision(
        self, id: DecisionId, wanted: frozenset[str], seen: frozenset[DecisionId]
    ) -> Iterator[WhyNot]:
        """What kept a decision from all of the wanted outcomes, the nearest row first."""
        if id in seen:
            return
        seen, logic = seen | {id}, self.compiled.decisions[id].logic
        rows = [r for r in logic.leading_to(wanted) if is_valid_on(r, self.compiled.on)]
        failing_tests = [(row, row.failing(self.trace.value_of)) for row in rows]
        for row, tests in sorted(failing_tests, key=lambda pair: len(pair[1])):
            for test in tests:
                yield from self._test(test, True, self._blank(id, row.id), seen)
            if not tests:
                yield from self._stopped(id, row, seen)

    def is_piece(self, name: QuestionId) -> bool:
        """Whether it says which piece is at hand: nobody can answer that otherwise."""
        return kind_of(self.compiled.questions[name]).is_piece

    def _blank(self, id: DecisionId, row: str, stopped_by: str | None = None) -> WhyNot:
        return WhyNot(self.outcome, id, row, "", (), (), stopped_by)

    def _stopped(self, id: DecisionId, row: Rule, seen: frozenset[DecisionId]) -> Iterator[WhyNot]:
        """The row holds, but another one took precedence."""
        fired = self.trace.evaluation.fired[id]
        rules = self.compiled.rules[id]
        other = next((rules[name] for name in fired if name != row.id), None)
        if other is not None:
            blank = self._blank(id, row.id, other.id)
            for test in other.holding(self.trace.value_of):
                for reason in self._test(test, False, blank, seen):
                    yield replace(reason, decision=id, row=row.id, stopped_by=other.id)

    def _test(
        self, test: Test, should: bool, blank: WhyNot, seen: frozenset[DecisionId]
    ) -> Iterator[WhyNot]:
        """A test that should hold (or should not): a question, or a decision to go down into."""
        name = test.input
        if name in self.compiled.decisions:
            outcomes = self.compiled.decisions[name].outcomes
            yield from self.decision(name, _wanted(test, outcomes, should), seen)
        elif self.trace.value_of(name) is not None:
            needed = self._needed(test, should)
            yield replace(blank, question=name, given=self.given(name), needed=needed)
        elif should:
            condition = self.compiled.questions[name].applies_if
            for deeper in failing(condition, self.trace.value_of):
                yield from self._test(deeper, True, blank, seen)

    def _needed(self, test: Test, should: bool) -> tuple[str, ...]:
        question = self.compiled.questions[test.input]
        if not isinstance(test, Between):
            ids = tuple(option.id for option in choices(question))
            wanted = _wanted(test, ids, should)
            return tuple(value for value in ids if value in wanted)
        kind = kind_of(question)
        if should:
            return (kind.span_name(_interval(test)),)
        (level,) = self.compiled.variables.of[question.id]
        variable = self.compiled.variables.all[level]
        pairs = zip(variable.values, kind.truths(question, variable, test), strict=True)
        return tuple(name for name, holds in pairs if not holds)

    def given(self, name: QuestionId) -> tuple[str, ...]:
        """What was answered to a question, in the order of its options."""
        answer = self.trace.answers.get(name, Answer(status="unknown"))
        if answer.status != "given":
            return ()
        question = self.compiled.questions[name]
        return kind_of(question).names(question, answer)

    def nearest(self, decision: DecisionId, change: Change) -> WhyNot:
        """The first answer to change (or to know) on the nearest way to the outcome."""
        name, needed = next(iter((change.changes or change.assumed).items()))
        blank = self._blank(decision, "")
        return replace(blank, question=name, given=self.given(name), needed=needed)


def _wanted(test: Test, known: tuple[str, ...], should: bool) -> frozenset[str]:
    """Of the known values, those that make a test hold (or not)."""
    if isinstance(test, Between):
        return frozenset()
    named = test.options if isinstance(test, Contains) else test.values - {NOT_APPLICABLE}
    positive = isinstance(test, Is) or (isinstance(test, Contains) and test.at_least > 0)
    return named if positive == should else frozenset(known) - named


def _interval(test: Between) -> Interval:
    start = None if test.low is None else (test.low, int(test.low_open))
    end = None if test.high is None else (test.high, int(not test.high_open))
    return Interval(start, end)
