"""Conditions of a pack as cubes over the columns of DMN tables.

What doesn't fit in a few rules becomes a table of its own: an alternative inside a condition (does
it hold?), how many options were chosen, whether an outcome is in the set of a Collect table.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import takewhile

from bot.packs.dmn_cells import meet_all, merged, number_column, quoted
from bot.packs.dmn_graph import ANY, Column, Cube, DmnTable, Hit, Rule
from bot.packs.dmn_ids import rule_id
from bot.packs.dmn_names import name_of, part_of
from bot.rules.conditions import Test, test_holds
from bot.rules.content import is_valid_on
from bot.rules.evaluate import MORE_THAN_ONE
from bot.rules.pack import (
    ALWAYS,
    NO,
    NO_RULE,
    NOT_APPLICABLE,
    YES,
    Adjustment,
    AllOf,
    AnyOf,
    Between,
    Condition,
    Contains,
    Decision,
    InputId,
    Matrix,
    Outcome,
    Pack,
    Question,
    Row,
    Score,
    Table,
)
from bot.rules.variables import build_variables, choices

MOST_CUBES = 6
"""A condition of more cubes than this becomes a table of its own inside another condition."""

YES_NO = (YES, NO)


def may_not_apply(question: Question) -> bool:
    """Whether ``nvt`` is a value of this question."""
    return question.applies_if != ALWAYS


def option_name(question: Question, option: str) -> str:
    """The variable of one option of a multiple choice."""
    return part_of(question.id, option)


def applies_name(question: Question) -> str:
    """The variable that says whether a number applies."""
    return part_of(question.id, "geldt")


@dataclass(slots=True)
class Columns:
    """One export at work: the columns so far, and the tables that were needed to fill them."""

    pack: Pack
    on: date | None = None
    known: dict[str, Column] = field(default_factory=dict)
    tables: dict[str, DmnTable] = field(default_factory=dict)
    parts: dict[Condition, Column] = field(default_factory=dict)
    questions: dict[str, Question] = field(init=False)
    decisions: dict[str, Decision] = field(init=False)

    def __post_init__(self) -> None:
        self.questions = {question.id: question for question in self.pack.questions}
        self.decisions = {decision.id: decision for decision in self.pack.decisions}
        variables = build_variables(self.pack)
        for question in self.pack.questions:
            if question.kind == "number":
                (index,) = variables.of[question.id]
                spans = variables.all[index].intervals
                name = name_of(question.id)
                values = tuple(str(i) for i in range(len(spans)))
                self.known[name] = Column(name, question.name, values, (name,), spans)

    # --- columns ---

    def column(self, name: str, label: str, values: Sequence[str]) -> Column:
        """A column with named values, made once."""
        return self.known.setdefault(name, Column(name, label, tuple(values), (name,)))

    def single(self, input: InputId) -> Column:
        """The column of a question with one answer, or of a decision with one outcome."""
        if input in self.decisions:
            decision = self.decisions[input]
            return self.column(name_of(input), decision.title or input, self.outcomes_of(decision))
        question = self.questions[input]
        if question.kind == "number":
            return self.known[name_of(input)]
        return self.column(
            name_of(input),
            question.name,
            self._with_nvt(question, [o.id for o in choices(question)]),
        )

    def option(self, question: Question, option: str) -> Column:
        """The column of one option of a multiple choice: ja, nee, and nvt where that can be."""
        label = next(one.label for one in question.options if one.id == option)
        return self.column(
            option_name(question, option),
            f"{question.name} {label}",
            self._with_nvt(question, YES_NO),
        )

    def _with_nvt(self, question: Question, values: Sequence[str]) -> tuple[str, ...]:
        return (*values, NOT_APPLICABLE) if may_not_apply(question) else tuple(values)

    def applies(self, question: Question, whether: bool) -> list[Cube]:
        """Where a question applies, or where it doesn't."""
        if not may_not_apply(question):
            return [ANY] if whether else []
        if question.kind == "number":
            column = self.column(
                applies_name(question), f"{question.name} Geldt deze vraag?", YES_NO
            )
            return [{column.expression: frozenset((YES if whether else NO,))}]
        column = (
            self.option(question, question.options[0].id)
            if question.kind == "multi"
            else self.single(question.id)
        )
        nvt = frozenset((NOT_APPLICABLE,))
        return [{column.expression: frozenset(column.values) - nvt if whether else nvt}]

    def members(self, input: InputId, wanted: Collection[str]) -> list[Column]:
        """Per option or outcome a column that says whether it is in the set."""
        if input in self.questions:
            question = self.questions[input]
            ids = [option.id for option in question.options]
            return [self.option(question, id) for id in ids if id in wanted]
        decision = self.decisions[input]
        return [self.member(decision, one) for one in self.outcomes_of(decision) if one in wanted]

    # --- decisions as inputs ---

    def rows(self, table: Table) -> list[Row]:
        """The rows that hold on the day of the export."""
        return [row for row in table.rows if is_valid_on(row, self.on)]

    def is_set(self, input: InputId) -> bool:
        """Whether the value of this input is a set."""
        if input in self.questions:
            return self.questions[input].kind == "multi"
        logic = self.decisions[input].logic
        return isinstance(logic, Table) and logic.hit == "collect"

    def outcomes_of(self, decision: Decision) -> tuple[Outcome, ...]:
        """Every outcome that a decision can have, in its order, the named ones of ours last."""
        found = self._outcomes(decision)
        order = (*decision.outcomes, NO_RULE, MORE_THAN_ONE)
        return tuple(dict.fromkeys(one for one in (*order, *sorted(found)) if one in found))

    def _outcomes(self, decision: Decision) -> set[Outcome]:
        logic = decision.logic
        if isinstance(logic, Table):
            rest = logic.otherwise or (None if logic.hit == "collect" else NO_RULE)
            found = {row.then for row in self.rows(logic)} | ({rest} if rest else set())
            return found | ({MORE_THAN_ONE} if logic.hit == "unique" else set())
        if isinstance(logic, Score):
            open_below = not logic.bands or logic.bands[0].start is not None
            return {band.then for band in logic.bands} | ({NO_RULE} if open_below else set())
        if isinstance(logic, Matrix):
            return {one for row in logic.cells.values() for one in row.values()} | {NO_RULE}
        assert isinstance(logic, Adjustment)
        base = self.decisions[logic.base]
        return self._outcomes(base) | set(base.outcomes)

    def member(self, decision: Decision, outcome: Outcome) -> Column:
        """Whether an outcome is in the set of a Collect table."""
        logic = decision.logic
        assert isinstance(logic, Table)
        cubes = [
            cube for row in self.rows(logic) if row.then == outcome
            for cube in self.cubes(row.when, part_of(decision.id, "rij", row.id))
        ]  # fmt: skip
        if logic.otherwise == outcome:
            cubes.append({self.hits(decision).expression: frozenset("0")})
        name = part_of(decision.id, "bevat", outcome)
        return self.truth(
            name, f"Zit {outcome} in {decision.title or decision.id}?", cubes, decision.id
        )

    def hits(self, decision: Decision) -> Column:
        """How many rows of a table hold: none (0), one (1) or more (2)."""
        name = part_of(decision.id, "treffers")
        title = f"Hoeveel rijen raak zijn in {decision.title or decision.id}"
        column = self.known.setdefault(
            f"sum({name})",
            number_column(f"sum({name})", title, (name,), [(Fraction(1), 0), (Fraction(1), 1)]),
        )
        if name not in self.tables:
            logic = decision.logic
            assert isinstance(logic, Table)
            ones = []
            for row in self.rows(logic):
                cube = self.exclusive(row.when, decision.id, row.id)
                if cube is not None:
                    ones.append(Rule(rule_id(name, row.id), cube, "1"))
            self.sum(name, title, decision.id, ones)
        return column

    # --- tables that help ---

    def truth(self, name: str, title: str, cubes: Sequence[Cube], helps: str) -> Column:
        """A table that says ja where one of the cubes holds, else nee; and its column."""
        column = self.column(name, title, YES_NO)
        if name not in self.tables:
            when = merged(cubes, self.known)
            rules = [
                Rule(rule_id(name, str(i)), cube, quoted(YES))
                for i, cube in enumerate(when, start=1)
            ]
            rest = Rule(rule_id(name, "Anders"), ANY, quoted(NO))
            self.tables[name] = self.table(
                name, title, "FIRST", [*rules, rest], YES_NO, helps=helps
            )
        return column

    def sum(
        self, name: str, title: str, helps: str, rules: Iterable[Rule], *,
        start: int = 0, note: str = "", sources: Sequence[str] = (),
    ) -> None:  # fmt: skip
        """A table whose rules add up; the first always holds, so that there is always a number."""
        first = Rule(rule_id(name, "Begin"), ANY, str(start))
        self.tables[name] = self.table(
            name, title, "COLLECT", [first, *rules], (),
            helps=helps, sums=True, note=note, sources=sources,
        )  # fmt: skip

    def table(
        self, name: str, title: str, hit: Hit, rules: Sequence[Rule], outcomes: Sequence[str],
        *, sums: bool = False, helps: str = "", sources: Sequence[str] = (), note: str = "",
    ) -> DmnTable:  # fmt: skip
        """A table with the columns that its rules look at, in the order in which they come up."""
        used = dict.fromkeys(expression for rule in rules for expression in rule.when)
        columns = tuple(self.known[expression] for expression in used)
        return DmnTable(
            name, title, hit, columns, tuple(rules), tuple(outcomes), sums, helps,
            tuple(dict.fromkeys(sources)), note,
        )  # fmt: skip

    # --- conditions ---

    def cubes(self, condition: Condition, scope: str) -> list[Cube]:
        """Where a condition holds. ``scope`` names what is needed beside it."""
        if isinstance(condition, AllOf):
            parts = [self.cubes(part, scope) for part in condition.conditions]
            for index in sorted(range(len(parts)), key=lambda index: -len(parts[index])):
                if _product(parts) > MOST_CUBES and len(parts[index]) > 1:
                    part = condition.conditions[index]
                    parts[index] = [self._holds(part, parts[index], scope)]
            return merged(meet_all(parts), self.known)
        if isinstance(condition, AnyOf):
            found = [cube for part in condition.conditions for cube in self.cubes(part, scope)]
            return merged(found, self.known)
        return self._test(condition, scope)

    def exclusive(self, condition: Condition, owner: str, key: str) -> Cube | None:
        """One cube where a condition holds, so that no two rules hold for it; None if nowhere."""
        scope = part_of(owner, "rij", key)
        cubes = self.cubes(condition, scope)
        if len(cubes) > 1:
            return self._holds(condition, cubes, scope)
        return cubes[0] if cubes else None

    def _holds(self, condition: Condition, cubes: Sequence[Cube], scope: str) -> Cube:
        if condition not in self.parts:
            number = 1 + sum(name.startswith(f"{scope}Deel") for name in self.tables)
            name = part_of(scope, f"deel{number}")
            title = f"Geldt deel {number} van {scope}?"
            self.parts[condition] = self.truth(name, title, cubes, _owner(scope))
        return {self.parts[condition].expression: frozenset((YES,))}

    def _test(self, test: Test, scope: str) -> list[Cube]:
        if self.is_set(test.input):
            return self._set_test(test, scope)
        question = self.questions.get(test.input)
        column = self.single(test.input)
        if question is not None and question.kind == "number":
            return self._number_test(question, column, test)
        left = frozenset(
            value
            for value in column.values
            if test_holds(test, None if value == NOT_APPLICABLE else value)
        )
        return merged([{column.expression: left}], self.known) if left else []

    def _number_test(self, question: Question, column: Column, test: Test) -> list[Cube]:
        samples = [span.sample(question.minimum, question.maximum) for span in column.spans]
        left = frozenset(str(i) for i, number in enumerate(samples) if test_holds(test, number))
        found = (
            meet_all([self.applies(question, True), [{column.expression: left}]]) if left else []
        )
        return merged([*found, *self._nvt(question, test)], self.known)

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
        counts = {
            n for n in range(len(members) + 1) if test_holds(test, frozenset(ids[:n]))
        }  # fmt: skip
        question = self.questions.get(test.input)
        applies = [ANY] if question is None else self.applies(question, True)
        found = meet_all([applies, self._count(test.input, members, counts, scope)])
        return merged([*found, *self._nvt(question, test)], self.known)

    def names_of(self, input: InputId) -> tuple[str, ...]:
        """The options or outcomes that may be in a set."""
        if input in self.questions:
            return tuple(option.id for option in self.questions[input].options)
        return self.outcomes_of(self.decisions[input])

    def _count(
        self, input: InputId, members: Sequence[Column], counts: set[int], scope: str
    ) -> list[Cube]:
        size = len(members)
        if not counts or len(counts) == size + 1:
            return [ANY] if counts else []
        if counts == {0} or counts == {size}:
            said = frozenset((NO if counts == {0} else YES,))
            return [{column.expression: said for column in members}]
        if counts == set(range(1, size + 1)):
            return [{column.expression: frozenset((YES,))} for column in members]
        return [self._counted(input, members, counts, scope)]

    def _counted(
        self, input: InputId, members: Sequence[Column], counts: set[int], scope: str
    ) -> Cube:
        """How many members are in the set, in a table of its own."""
        number = 1 + sum(name.startswith(f"{scope}Telt") for name in self.tables)
        name = part_of(scope, f"telt{number}")
        title = f"Hoeveel van {len(members)} er gelden bij {input}"
        ones = [
            Rule(rule_id(name, column.expression), {column.expression: frozenset((YES,))}, "1")
            for column in members
        ]
        self.sum(name, title, _owner(scope), ones)
        cuts = [(Fraction(n), 0) for n in range(1, len(members) + 1)]
        column = number_column(f"sum({name})", title, (name,), cuts)
        self.known[column.expression] = column
        return {column.expression: frozenset(str(n) for n in counts)}


def _product(parts: Sequence[Sequence[Cube]]) -> int:
    size = 1
    for part in parts:
        size *= len(part)
    return size


def _names_in(test: Test) -> frozenset[str]:
    """The members that a test on a set names."""
    if isinstance(test, Between):
        return frozenset()
    return (test.options if isinstance(test, Contains) else test.values) - {NOT_APPLICABLE}


def _owner(scope: str) -> str:
    """The decision in a name that was made by part_of: all before the first capital."""
    return "".join(takewhile(lambda letter: not letter.isupper(), scope))
