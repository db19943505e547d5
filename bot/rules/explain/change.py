"""The nearest changes of answers that would give another outcome."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.diagram import Node
from bot.rules.diagram.paths import Assignment, Price, Search
from bot.rules.diagram.residual import residual
from bot.rules.model.answers import Answer
from bot.rules.model.ids import MORE_THAN_ONE, NO_RULE, DecisionId, Outcome, QuestionId
from bot.rules.model.questions.kind import Taken
from bot.rules.model.questions.registry import kind_of
from bot.rules.model.questions.variable import Variable
from bot.rules.model.variables import restrictions
from bot.rules.query import Answers, possible

CHANGED, ASSUMED = 1000, 1
"""What it costs to change an answer, and to assume one that was not given."""


@dataclass(frozen=True, slots=True)
class Change:
    """What would give another outcome.

    ``changes``: question -> the values that do equally well, instead of what was answered (of a
    multiple choice: the options that then hold; of a number: the interval). ``assumed``: likewise
    for what was not answered or not sure. ``answers`` holds one answer for each of both, to try
    it, and for what those follow from.
    """

    outcome: Outcome
    changes: Mapping[QuestionId, tuple[str, ...]]
    assumed: Mapping[QuestionId, tuple[str, ...]] = field(default_factory=dict)
    answers: Mapping[QuestionId, Answer] = field(default_factory=dict)

    @property
    def cost(self) -> int:
        """How many answers change."""
        return len(self.changes)


def counterfactuals(
    compiled: Compiled, answers: Answers, decision: DecisionId
) -> tuple[Change, ...]:
    """For every other outcome that can be reached, the nearest change of answers; nearest first.

    Facts that are ``fixed`` keep their answer. What was not answered may be assumed, and counts
    for little.
    """
    root = compiled.roots[decision]
    now = possible(compiled, answers, decision)[0].outcome
    search = _Changes(compiled, answers)
    order = {name: i for i, name in enumerate(compiled.decisions[decision].outcomes)}
    changes = []
    for outcome in sorted(order, key=lambda name: order[name]):
        if outcome not in (now, NO_RULE, MORE_THAN_ONE):
            changes.append(search.nearest(root, outcome))
    return tuple(
        sorted(filter(None, changes), key=lambda change: (change.cost, len(change.assumed)))
    )


def nearest_change(
    compiled: Compiled, answers: Answers, decision: DecisionId, outcome: Outcome
) -> Change | None:
    """The nearest change of answers that gives this outcome, if there is one."""
    return _Changes(compiled, answers).nearest(compiled.roots[decision], outcome)


class _Changes:
    def __init__(self, compiled: Compiled, answers: Answers) -> None:
        self.compiled = compiled
        self.answers = answers
        self.given = restrictions(compiled.variables, compiled.questions, answers)
        self.prices = [self._price(level) for level in range(len(compiled.variables.all))]
        self.search = Search(compiled, self.prices)

    def _price(self, level: int) -> list[Price]:
        variable = self.compiled.variables.all[level]
        width = len(variable.values)
        allowed = self.given.get(variable.question, {}).get(level)
        if allowed is None:
            return [ASSUMED] * width
        fixed = self.compiled.questions[variable.question].fixed
        inside = 0 if len(allowed) == 1 else ASSUMED
        return [inside if i in allowed else None if fixed else CHANGED for i in range(width)]

    def nearest(self, root: Node, outcome: Hashable) -> Change | None:
        way = self.search.cheapest(root, lambda value: value == outcome)
        if way is None:
            return None
        changes, assumed = self._split(way.values)
        assumed = self._needed(root, way.values, changes, assumed)
        answers = {name: self._answer(name, way.values) for name in (*changes, *assumed)}
        return Change(
            str(outcome),
            {name: self._values(name, way.values) for name in changes},
            {name: self._values(name, way.values) for name in assumed},
            {**self._behind(answers), **answers},
        )

    def _behind(self, answers: Answers) -> Answers:
        """What to answer to the questions that a changed answer follows from."""
        found: dict[QuestionId, Answer] = {}
        for name, answer in answers.items():
            question = self.compiled.questions[name]
            found.update(kind_of(question).behind(question, answer, self.answers))
        return found

    def _split(self, taken: Assignment) -> tuple[list[QuestionId], list[QuestionId]]:
        """The questions whose answer changes, and those that are assumed."""
        dearest: dict[QuestionId, int] = {}
        for level, values in taken.items():
            question = self.compiled.variables.all[level].question
            price = self.prices[level][values[0]] or 0
            dearest[question] = max(dearest.get(question, 0), price)
        changes = [name for name, price in dearest.items() if price == CHANGED]
        return changes, [name for name, price in dearest.items() if price == ASSUMED]

    def _needed(
        self, root: Node, taken: Assignment, changes: list[QuestionId], assumed: list[QuestionId]
    ) -> list[QuestionId]:
        """The assumptions without which the outcome would not be certain."""
        answers = dict(self.answers)
        answers.update({name: self._answer(name, taken) for name in (*changes, *assumed)})
        needed = []
        for name in assumed:
            without = {**answers}
            without.pop(name)
            if name in self.answers:
                without[name] = self.answers[name]
            if residual(self.compiled, without).settled(root):
                answers = without
            else:
                needed.append(name)
        return needed

    def _values(self, name: QuestionId, taken: Assignment) -> tuple[str, ...]:
        question = self.compiled.questions[name]
        after = self._answer(name, taken)
        return kind_of(question).names_of_change(question, *self._own(name, taken), after)

    def _answer(self, name: QuestionId, taken: Assignment) -> Answer:
        question, before = self.compiled.questions[name], self.answers.get(name)
        return kind_of(question).changed(question, *self._own(name, taken), before)

    def _own(self, name: QuestionId, taken: Assignment) -> tuple[list[Variable], Taken]:
        """The variables of a question, and the values that they take."""
        levels = self.compiled.variables.of[name]
        return [self.compiled.variables.all[i] for i in levels], [taken.get(i) for i in levels]
