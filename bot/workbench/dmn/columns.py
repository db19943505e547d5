"""The columns of DMN tables: what a question or a decision is when a table looks at it.

A question is one column, a multiple choice one per option; what is measured and may not apply
has a second one that says whether it does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.rules.model.conditions import ALWAYS
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.ids import (
    MORE_THAN_ONE,
    NO,
    NO_RULE,
    NOT_APPLICABLE,
    YES,
    DecisionId,
    InputId,
    Outcome,
)
from bot.rules.model.pack import Pack
from bot.rules.model.questions.measured import Measured
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import choices, kind_of
from bot.rules.model.questions.variable import Variable
from bot.rules.model.variables import build_variables
from bot.workbench.dmn import wording
from bot.workbench.dmn.cells import merged, quoted
from bot.workbench.dmn.graph import ANY, Column, Cube, DmnTable, Hit, Rule
from bot.workbench.dmn.ids import rule_id
from bot.workbench.dmn.names import name_of, part_of

YES_NO = (YES, NO)


def may_not_apply(question: Question) -> bool:
    """Whether ``nvt`` is a value of this question."""
    return question.applies_if != ALWAYS


def option_name(question: Question, option: str) -> str:
    """The variable of one option of a multiple choice."""
    return part_of(question.id, option)


def applies_name(question: Question) -> str:
    """The variable that says whether what is measured applies."""
    return part_of(question.id, "geldt")


@dataclass(slots=True)
class Columns:
    """One export at work: the columns so far, and the tables that were needed to fill them."""

    pack: Pack
    on: date | None = None
    known: dict[str, Column] = field(default_factory=dict)
    tables: dict[str, DmnTable] = field(default_factory=dict)
    measured: dict[str, tuple[Column, Variable]] = field(default_factory=dict)
    questions: dict[str, Question] = field(init=False)
    decisions: dict[str, Decision] = field(init=False)

    def __post_init__(self) -> None:
        self.questions = {question.id: question for question in self.pack.questions}
        self.decisions = {decision.id: decision for decision in self.pack.decisions}
        variables = build_variables(self.pack)
        for question in self.pack.questions:
            if (measure := kind_of(question).measure) is not None:
                (index,) = variables.of[question.id]
                self._measure(question, measure, variables.all[index])

    def _measure(self, question: Question, measure: Measured, variable: Variable) -> None:
        """Make the column of what is measured."""
        feel, spans = measure.feel(question, name_of), variable.intervals
        values = tuple(str(i) for i in range(len(spans)))
        column = Column(feel.expression, question.name, values, feel.needs, spans)
        self.known[feel.expression] = column
        self.measured[question.id] = column, variable

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
        if input in self.measured:
            return self.measured[input][0]
        return self.column(
            name_of(input),
            question.name,
            self._with_nvt(question, [o.id for o in choices(question)]),
        )

    def option(self, question: Question, option: str) -> Column:
        """The column of one option of a multiple choice: ja, nee, and nvt where that can be."""
        label = next(choice.label for choice in question.options if choice.id == option)
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
        if question.id in self.measured:
            column = self.column(
                applies_name(question), wording.APPLIES.format(name=question.name), YES_NO
            )
            return [{column.expression: frozenset((YES if whether else NO,))}]
        column = (
            self.option(question, question.options[0].id)
            if kind_of(question).is_set
            else self.single(question.id)
        )
        nvt = frozenset((NOT_APPLICABLE,))
        return [{column.expression: frozenset(column.values) - nvt if whether else nvt}]

    # --- decisions as inputs ---

    def is_set(self, input: InputId) -> bool:
        """Whether the value of this input is a set."""
        if input in self.questions:
            return kind_of(self.questions[input]).is_set
        return self.decisions[input].logic.gives_set

    def outcomes_of(self, decision: Decision) -> tuple[Outcome, ...]:
        """Every outcome that a decision can have, in its order, the named ones of ours last."""
        possible = self._outcomes(decision)
        order = (*decision.outcomes, NO_RULE, MORE_THAN_ONE)
        return tuple(
            dict.fromkeys(outcome for outcome in (*order, *sorted(possible)) if outcome in possible)
        )

    def _outcomes(self, decision: Decision) -> frozenset[Outcome]:
        return decision.logic.can_give(self.on, self._below)

    def _below(self, id: DecisionId) -> frozenset[Outcome]:
        base = self.decisions[id]
        return self._outcomes(base) | frozenset(base.outcomes)

    def names_of(self, input: InputId) -> tuple[str, ...]:
        """The options or outcomes that may be in a set."""
        if input in self.questions:
            return tuple(option.id for option in self.questions[input].options)
        return self.outcomes_of(self.decisions[input])

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
