"""Conditions of a pack as cubes over the columns of DMN tables.

What doesn't fit in a few rules becomes a table of its own: an alternative inside a condition (does
it hold?), how many options were chosen, whether an outcome is in the set of a Collect table.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import takewhile
from math import prod

from bot.rules.model.conditions import (
    ALWAYS,
    AllOf,
    AnyOf,
    Between,
    Condition,
    Contains,
    Test,
    test_holds,
)
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.decision import Rule as PackRule
from bot.rules.model.ids import NO, NOT_APPLICABLE, YES, InputId, Outcome
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of
from bot.workbench.dmn import wording
from bot.workbench.dmn.cells import meet_all, merged, number_column
from bot.workbench.dmn.columns import Columns, applies_name, may_not_apply
from bot.workbench.dmn.graph import ANY, Column, Cube, Rule
from bot.workbench.dmn.ids import rule_id
from bot.workbench.dmn.names import part_of

MOST_CUBES = 6
"""A condition of more cubes than this becomes a table of its own inside another condition."""


@dataclass(slots=True)
class Conditions(Columns):
    """The columns of one export, and what conditions ask of them.

    ``parts`` holds the conditions that have a table of their own, with its column; ``counted`` the
    tests whose members are counted in one.
    """

    parts: dict[Condition, Column] = field(default_factory=dict)
    counted: dict[Test, Column] = field(default_factory=dict)

    def cubes(self, condition: Condition, scope: str) -> list[Cube]:
        """Where a condition holds. ``scope`` names what is needed beside it."""
        if isinstance(condition, AllOf):
            parts = [self.cubes(part, scope) for part in condition.conditions]
            for index in sorted(range(len(parts)), key=lambda index: -len(parts[index])):
                if prod(map(len, parts)) > MOST_CUBES and len(parts[index]) > 1:
                    part = condition.conditions[index]
                    parts[index] = [self._holds(part, parts[index], scope)]
            return merged(meet_all(parts), self.known)
        if isinstance(condition, AnyOf):
            either = [cube for part in condition.conditions for cube in self.cubes(part, scope)]
            return merged(either, self.known)
        return self._test(condition, scope)

    def rule_cubes(self, decision: Decision, rule: PackRule) -> list[Cube]:
        """Where the condition of a rule of a decision holds."""
        return self.cubes(rule.when or ALWAYS, part_of(decision.id, "rij", rule.id))

    def exclusive(self, condition: Condition | None, owner: str, key: str) -> Cube | None:
        """One cube where a condition holds, so that no two rules hold for it; None if nowhere."""
        if condition is None:
            return ANY
        scope = part_of(owner, "rij", key)
        cubes = self.cubes(condition, scope)
        if len(cubes) > 1:
            return self._holds(condition, cubes, scope)
        return cubes[0] if cubes else None

    def _holds(self, condition: Condition, cubes: Sequence[Cube], scope: str) -> Cube:
        if condition not in self.parts:
            number = 1 + sum(name.startswith(f"{scope}Deel") for name in self.tables)
            name = part_of(scope, f"deel{number}")
            title = wording.PART_HOLDS.format(number=number, scope=scope)
            self.parts[condition] = self.truth(name, title, cubes, _owner(scope))
        return {self.parts[condition].expression: frozenset((YES,))}

    def _test(self, test: Test, scope: str) -> list[Cube]:
        if self.is_set(test.input):
            return self._set_test(test, scope)
        question = self.questions.get(test.input)
        column = self.single(test.input)
        if question is not None and test.input in self.measured:
            return self._measured_test(question, test)
        left = frozenset(
            value
            for value in column.values
            if test_holds(test, None if value == NOT_APPLICABLE else value)
        )
        return merged([{column.expression: left}], self.known) if left else []

    def applies(self, question: Question, whether: bool) -> list[Cube]:
        """Where a question applies, or where it doesn't; one that follows from others is asked
        of nobody, so that is worked out."""
        if may_not_apply(question) and kind_of(question).sources(question):
            name, title = applies_name(question), wording.APPLIES.format(name=question.name)
            cubes = self.cubes(question.applies_if, part_of(question.id, "als"))
            if ANY in cubes:
                return [ANY] if whether else []
            column = self.truth(name, title, cubes, question.id)
            return [{column.expression: frozenset((YES if whether else NO,))}]
        return Columns.applies(self, question, whether)

    def _measured_test(self, question: Question, test: Test) -> list[Cube]:
        column, variable = self.measured[question.id]
        truths = kind_of(question).truths(question, variable, test)
        left = frozenset(str(i) for i, holds in enumerate(truths) if holds)
        holding = (
            meet_all([self.applies(question, True), [{column.expression: left}]]) if left else []
        )
        return merged([*holding, *self._nvt(question, test)], self.known)

    def _nvt(self, question: Question | None, test: Test) -> list[Cube]:
        """Where a question does not apply, if the test then holds."""
        if question is None or not test_holds(test, None):
            return []
        return self.applies(question, False)

    def _set_test(self, test: Test, scope: str) -> list[Cube]:
        """A test on a set looks at how many of some members are in it, and at nothing else."""
        wanted = _names_in(test)
        members = self.members(test.input, wanted)
        ids = [name for name in self.names_of(test.input) if name in wanted]
        sizes = range(len(members) + 1)
        counts = {size for size in sizes if test_holds(test, frozenset(ids[:size]))}
        question = self.questions.get(test.input)
        applies = [ANY] if question is None else self.applies(question, True)
        holding = meet_all([applies, self._count(test, members, counts, scope)])
        return merged([*holding, *self._nvt(question, test)], self.known)

    def _count(
        self, test: Test, members: Sequence[Column], counts: set[int], scope: str
    ) -> list[Cube]:
        size = len(members)
        if not counts or len(counts) == size + 1:
            return [ANY] if counts else []
        if counts == {0} or counts == {size}:
            said = frozenset((NO if counts == {0} else YES,))
            return [{column.expression: said for column in members}]
        if counts == set(range(1, size + 1)):
            return [{column.expression: frozenset((YES,))} for column in members]
        if test not in self.counted:
            self.counted[test] = self._counter(test.input, members, scope)
        return [{self.counted[test].expression: frozenset(str(n) for n in counts)}]

    def _counter(self, input: InputId, members: Sequence[Column], scope: str) -> Column:
        """How many members are in the set, in a table of its own."""
        number = 1 + sum(name.startswith(f"{scope}Telt") for name in self.tables)
        name = part_of(scope, f"telt{number}")
        title = wording.HOW_MANY.format(count=len(members), input=input)
        ones = [
            Rule(rule_id(name, column.expression), {column.expression: frozenset((YES,))}, "1")
            for column in members
        ]
        self.sum(name, title, _owner(scope), ones)
        cuts = [(Fraction(n), 0) for n in range(1, len(members) + 1)]
        column = number_column(f"sum({name})", title, (name,), cuts)
        self.known[column.expression] = column
        return column

    # --- sets ---

    def members(self, input: InputId, wanted: Collection[str]) -> list[Column]:
        """Per option or outcome a column that says whether it is in the set."""
        if input in self.questions:
            question = self.questions[input]
            ids = [option.id for option in question.options]
            return [self.option(question, id) for id in ids if id in wanted]
        decision = self.decisions[input]
        return [
            self.member(decision, outcome)
            for outcome in self.outcomes_of(decision)
            if outcome in wanted
        ]

    def member(self, decision: Decision, outcome: Outcome) -> Column:
        """Whether an outcome is in the set of a Collect table."""
        name = part_of(decision.id, "bevat", outcome)
        if name in self.tables:
            return self.known[name]
        logic = decision.logic
        cubes = [
            cube for rule in logic.rules_on(self.on) if rule.then == outcome
            for cube in self.rule_cubes(decision, rule)
        ]  # fmt: skip
        if logic.otherwise == outcome:
            cubes.append({self.hits(decision).expression: frozenset("0")})
        title = wording.IS_IN.format(outcome=outcome, decision=decision.title or decision.id)
        return self.truth(name, title, cubes, decision.id)

    def hits(self, decision: Decision) -> Column:
        """How many rows of a table hold: none (0), one (1) or more (2)."""
        name = part_of(decision.id, "treffers")
        title = wording.ROWS_HIT.format(decision=decision.title or decision.id)
        column = self.known.setdefault(
            f"sum({name})",
            number_column(f"sum({name})", title, (name,), [(Fraction(1), 0), (Fraction(1), 1)]),
        )
        if name not in self.tables:
            ones = []
            for rule in decision.logic.rules_on(self.on):
                cube = self.exclusive(rule.when, decision.id, rule.id)
                if cube is not None:
                    ones.append(Rule(rule_id(name, rule.id), cube, "1"))
            self.sum(name, title, decision.id, ones)
        return column


def _names_in(test: Test) -> frozenset[str]:
    """The members that a test on a set names."""
    if isinstance(test, Between):
        return frozenset()
    return (test.options if isinstance(test, Contains) else test.values) - {NOT_APPLICABLE}


def _owner(scope: str) -> str:
    """The decision in a name that was made by part_of: all before the first capital."""
    return "".join(takewhile(lambda letter: not letter.isupper(), scope))
