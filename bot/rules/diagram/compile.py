"""A pack compiled once into a decision diagram.

Every test of a question becomes "it applies, and its value is one of these", so that a function
never depends on a question where that question does not apply.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import reduce
from typing import cast

from bot.rules.diagram.diagram import Diagram, Node, TooComplex
from bot.rules.diagram.folds import added, deepest_first
from bot.rules.diagram.priors import rank
from bot.rules.model.conditions import (
    AllOf,
    AnyOf,
    Condition,
    Contains,
    Is,
    Test,
    counted,
    named,
    test_holds,
)
from bot.rules.model.content import is_valid_on
from bot.rules.model.decisions.decision import Decision, Fires, Rule
from bot.rules.model.ids import NOT_APPLICABLE, DecisionId, InputId, Outcome, QuestionId
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of
from bot.rules.model.variables import Variables, build_variables

BUDGET = 200_000


@dataclass(frozen=True, slots=True, eq=False)
class Compiled:
    """A pack with its diagram.

    ``rules`` gives per decision its rules by their ids, ``fires`` where each of those that are
    valid on the day holds by itself, both in the order of the decision.
    ``concerns`` are the points of attention, and the places in the order of informing; ``sayings``
    the conditions of single sentences.
    ``targets`` are the roots of the advice decisions, ``serious`` those of the concerns that may
    not be missed, ``deeper`` those of the other concerns and the decisions beside the advice.
    ``ranked`` gives for each advice decision pairs of its outcome and how much more a combination
    weighs by the priors of the pack; empty when it has none.
    """

    pack: Pack
    on: date | None
    diagram: Diagram
    variables: Variables
    roots: Mapping[DecisionId, Node]
    concerns: Mapping[str, Node]
    sayings: Mapping[Condition, Node]
    applies: Mapping[QuestionId, Node]
    divisions: Mapping[str, Node]
    rules: Mapping[DecisionId, Mapping[str, Rule]]
    fires: Mapping[DecisionId, Fires]
    targets: tuple[Node, ...]
    serious: tuple[Node, ...]
    deeper: tuple[Node, ...]
    ranked: Mapping[DecisionId, Node]
    questions: Mapping[QuestionId, Question]
    decisions: Mapping[DecisionId, Decision]
    following: tuple[Question, ...]
    """The questions that are never asked: they follow from others, or from the piece at hand."""

    def asked_for(self, name: QuestionId) -> tuple[QuestionId, ...]:
        """The questions to ask to know the answer to one: itself, or those it follows from."""
        question = self.questions[name]
        return kind_of(question).sources(question) or (name,)


def compile_pack(pack: Pack, on: date | None = None, *, budget: int = BUDGET) -> Compiled:
    """Compile a pack, without the rows and concerns that do not hold on the day ``on``.

    Raises TooComplex, naming the tables, when more than ``budget`` nodes are needed, and
    ValueError for a pack whose questions and decisions rest on each other in a circle.
    """
    return compile_onto(Diagram(budget), build_variables(pack, on), pack, on)


def compile_onto(
    diagram: Diagram, variables: Variables, pack: Pack, on: date | None = None
) -> Compiled:
    """Compile a pack into a diagram and on variables that it may share with another pack.

    A value of a question that no variable has is a value that never occurs.
    """
    return _Compiler(pack, on, diagram, variables).run()


def with_decision(compiled: Compiled, id: DecisionId, node: Node) -> Mapping[DecisionId, Node]:
    """The roots of the decisions if this one were given by another node of the same diagram."""
    compiler = _Compiler(compiled.pack, compiled.on, compiled.diagram, compiled.variables)
    compiler.roots[id] = node
    for decision in compiled.decisions:
        compiler.root(decision)
    return compiler.roots


@dataclass(slots=True)
class _Compiler:
    pack: Pack
    on: date | None
    diagram: Diagram
    variables: Variables
    questions: dict[QuestionId, Question] = field(init=False)
    decisions: dict[DecisionId, Decision] = field(init=False)
    roots: dict[DecisionId, Node] = field(default_factory=dict)
    applicable: dict[QuestionId, Node] = field(default_factory=dict)
    fires: dict[DecisionId, Fires] = field(default_factory=dict)
    sizes: dict[DecisionId, int] = field(default_factory=dict)
    doing: list[InputId] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.questions = {question.id: question for question in self.pack.questions}
        self.decisions = {decision.id: decision for decision in self.pack.decisions}

    def run(self) -> Compiled:
        try:
            return self._all()
        except TooComplex as error:
            raise TooComplex(self._blamed()) from error

    def _blamed(self) -> tuple[str, ...]:
        """The decisions at work when the budget ran out, innermost first, then the largest."""
        at_work = [name for name in reversed(self.doing) if name in self.decisions]
        done = [name for name in self.sizes if name in self.decisions]
        largest = sorted(done, key=lambda name: -self.sizes[name])[:1]
        return tuple(dict.fromkeys([*at_work, *largest]))

    def _all(self) -> Compiled:
        for decision in self.pack.decisions:
            self.root(decision.id)
        concerns = {
            point.id: self.condition(point.when)
            for point in self.pack.points
            if is_valid_on(point, self.on)
        }
        serious = {c.id for c in self.pack.concerns if c.serious}
        mild = tuple(node for name, node in concerns.items() if name not in serious)
        applies = {question.id: self.applies(question.id) for question in self.pack.questions}
        divisions = {d.id: self.condition(d.applies_if) for d in self.pack.divisions}
        ranked = self._ranked()
        self.diagram.forget_work()
        return Compiled(
            pack=self.pack,
            on=self.on,
            diagram=self.diagram,
            variables=self.variables,
            roots=self.roots,
            concerns=concerns,
            sayings={condition: self.condition(condition) for condition in self.pack.sayings},
            applies=applies,
            divisions=divisions,
            rules={d.id: {rule.id: rule for rule in d.logic.rules} for d in self.pack.decisions},
            fires=self.fires,
            targets=tuple(self.roots[advice.decision] for advice in self.pack.advices),
            serious=tuple(node for name, node in concerns.items() if name in serious),
            deeper=(*(self.roots[name] for name in self.pack.beside), *mild),
            ranked=ranked,
            questions=self.questions,
            decisions=self.decisions,
            following=tuple(q for q in self.pack.questions if kind_of(q).is_derived),
        )

    def _once(self, name: InputId, work: Callable[[], Node]) -> Node:
        if name in self.doing:
            raise ValueError(f"in a circle: {' -> '.join([*self.doing, name])}")
        self.doing.append(name)
        before = len(self.diagram)
        node = work()
        self.doing.pop()
        self.sizes[name] = len(self.diagram) - before
        return node

    def root(self, id: DecisionId) -> Node:
        if id not in self.roots:
            self.roots[id] = self._once(id, lambda: self._decide(self.decisions[id]))
        return self.roots[id]

    def _decide(self, decision: Decision) -> Node:
        root, self.fires[decision.id] = decision.logic.compile(self)
        return root

    def order_of(self, id: DecisionId) -> tuple[Outcome, ...]:
        return self.decisions[id].outcomes

    def applies(self, id: InputId) -> Node:
        if id in self.decisions:
            return self.diagram.true
        if id not in self.applicable:
            condition = self.questions[id].applies_if
            self.applicable[id] = self._once(id, lambda: self.condition(condition))
        return self.applicable[id]

    def _ranked(self) -> dict[DecisionId, Node]:
        where = [
            (prior, self.diagram.both(self.applies(prior.question), self.condition(prior.when)))
            for prior in self.pack.priors
        ]
        roots = {advice.decision: self.roots[advice.decision] for advice in self.pack.advices}
        return rank(self.diagram, self.variables, where, roots)

    # --- conditions ---

    def condition(self, condition: Condition) -> Node:
        if isinstance(condition, AllOf):
            parts = [self.condition(part) for part in condition.conditions]
            return reduce(self.diagram.both, deepest_first(self.diagram, parts), self.diagram.true)
        if isinstance(condition, AnyOf):
            parts = [self.condition(part) for part in condition.conditions]
            deepest = deepest_first(self.diagram, parts)
            return reduce(self.diagram.either, deepest, self.diagram.false)
        if condition.input in self.decisions:
            return self._outcome_test(condition)
        return self._question_test(condition)

    def _outcome_test(self, test: Test) -> Node:
        root = self.root(test.input)
        return self.diagram.map_terminals(
            lambda outcome: test_holds(test, cast("str | frozenset[str]", outcome)), root
        )

    def _question_test(self, test: Test) -> Node:
        question = self.questions[test.input]
        applies = self.applies(test.input)
        inside = self.diagram.both(applies, self._value_test(question, test))
        if isinstance(test, Is) and NOT_APPLICABLE in test.values:
            return self.diagram.either(inside, self.diagram.negate(applies))
        return inside

    def _value_test(self, question: Question, test: Test) -> Node:
        kind = kind_of(question)
        if kind.is_set:
            return self._count_test(kind.counted(test))
        index = self.variables.of[question.id][0]
        return self._node(index, kind.truths(question, self.variables.all[index], test))

    def _count_test(self, rule: Contains | None) -> Node:
        if rule is None:
            return self.diagram.false
        chosen = self.points(rule.input, dict.fromkeys(rule.options, Fraction(1)))
        return self.diagram.map_terminals(
            lambda count: counted(rule, int(cast("Fraction", count))), chosen
        )

    def _node(self, index: int, values: Iterable[Hashable]) -> Node:
        return self.diagram.make(index, tuple([self.diagram.terminal(v) for v in values]))

    # --- points ---

    def points(self, name: InputId, per_value: Mapping[str, Fraction]) -> Node:
        """The points that a value gives, where its question applies."""
        if name in self.decisions:
            return self.diagram.map_terminals(
                lambda found: _worth(per_value, named(cast("str | frozenset[str]", found))),
                self.root(name),
            )
        parts = []
        for index in self.variables.of[name]:
            variable = self.variables.all[index]
            if variable.option is not None:
                values: tuple[str, ...] = ("", variable.option)
            else:
                values = variable.values
            parts.append(self._node(index, [per_value.get(v, Fraction(0)) for v in values]))
        return added(self.diagram, parts)


def _worth(per_value: Mapping[str, Fraction], names: frozenset[str]) -> Fraction:
    """The points of these option ids or outcomes."""
    return sum((per_value.get(name, Fraction(0)) for name in names), Fraction(0))
