"""Decisions of a pack as DMN tables.

An "eerste" table becomes FIRST, with its rows as they are. A "uniek" table becomes UNIQUE, a
"verzameling" COLLECT; where no row or more than one may hold, a table beside it counts the rows.
A matrix becomes UNIQUE with a rule per cell. A shift becomes a
table over the outcome so far; more shifts become a chain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from bot.rules.diagram.compile import Compiled
from bot.rules.model.decisions.adjustment import Adjustment, Shift
from bot.rules.model.decisions.decision import Decision, Logic
from bot.rules.model.decisions.decision import Rule as PackRule
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.decisions.score import Score
from bot.rules.model.decisions.table import Table
from bot.rules.model.ids import MORE_THAN_ONE, NO_RULE, Outcome
from bot.workbench.dmn import wording
from bot.workbench.dmn.cells import meet, meet_all, quoted
from bot.workbench.dmn.conditions import Conditions
from bot.workbench.dmn.graph import ANY, Column, Cube, Hit, Rule
from bot.workbench.dmn.ids import rule_id
from bot.workbench.dmn.names import name_of, part_of
from bot.workbench.dmn.points import band_rules
from bot.workbench.dmn.words import reason


class Decisions:
    """Makes the tables of a pack's decisions, with the tables that they need, in ``columns``.

    ``compiled`` proves what holds for every combination of answers; without it (a pack that is too
    large to compile) nothing is taken to be proved, and a table counts its rows.
    """

    def __init__(self, columns: Conditions, compiled: Compiled | None) -> None:
        self.columns = columns
        self.compiled = compiled
        self.pack = columns.pack

    def add(self, decision: Decision) -> None:
        """Make the table of one decision."""
        _ADD[type(decision.logic)](self, decision, decision.logic)

    def _main(
        self, decision: Decision, hit: Hit, rules: Sequence[Rule], sources: Sequence[str] = (),
        note: str = "",
    ) -> None:  # fmt: skip
        name = name_of(decision.id)
        self.columns.tables[name] = self.columns.table(
            name, decision.title or decision.id, hit, rules, self.columns.outcomes_of(decision),
            sources=sources, note=note,
        )  # fmt: skip

    # --- beslistabel ---

    def _table(self, decision: Decision, table: Table) -> None:
        rows = table.rules_on(self.columns.on)
        sources = [source for row in rows for source in row.sources]
        if table.hit == "first":
            rest = self._rest(decision, table, ANY)
            rules = [rule for row in rows for rule in self._rules(decision, row)]
            self._main(decision, "FIRST", [*rules, rest], sources)
        elif table.hit == "unique":
            self._main(decision, "UNIQUE", self._unique(decision, table, rows), sources)
        else:
            rules = [rule for row in rows for rule in self._rules(decision, row)]
            if table.otherwise is not None:
                none = self.columns.hits(decision).expression
                rules.append(self._rest(decision, table, {none: frozenset("0")}))
            self._main(decision, "COLLECT", rules, sources)

    def _rules(self, decision: Decision, row: PackRule) -> Iterator[Rule]:
        """A row as one rule, or one per alternative."""
        cubes = self.columns.rule_cubes(decision, row)
        for number, cube in enumerate(cubes, start=1):
            name = rule_id(name_of(decision.id), row.id, *_numbered(number))
            yield Rule(name, cube, quoted(row.then), reason(self.pack, row))

    def _rest(self, decision: Decision, table: Table, where: Cube) -> Rule:
        outcome = table.otherwise or NO_RULE
        return Rule(rule_id(name_of(decision.id), "Anders"), where, quoted(outcome), wording.NO_ROW)

    def _unique(self, decision: Decision, table: Table, rows: Sequence[PackRule]) -> list[Rule]:
        """Rules of which exactly one holds; how many rows hold tells the other two cases apart."""
        where: Cube = ANY
        extra: list[Rule] = []
        if not self._exactly_one(decision, rows):
            hits = self.columns.hits(decision).expression
            where = {hits: frozenset("1")}
            more = {hits: frozenset("2")}
            extra = [
                self._rest(decision, table, {hits: frozenset("0")}),
                Rule(
                    rule_id(name_of(decision.id), "Meer"), more, quoted(MORE_THAN_ONE),
                    wording.MORE_ROWS,
                ),
            ]  # fmt: skip
        rules = []
        for row in rows:
            cube = self.columns.exclusive(row.when, decision.id, row.id)
            both = None if cube is None else meet(cube, where)
            if both is not None:
                name = rule_id(name_of(decision.id), row.id)
                rules.append(Rule(name, both, quoted(row.then), reason(self.pack, row)))
        return [*rules, *extra]

    def _exactly_one(self, decision: Decision, rows: Sequence[PackRule]) -> bool:
        """Whether for every combination of answers exactly one row holds."""
        if self.compiled is None:
            return False
        diagram = self.compiled.diagram
        so_far = diagram.false
        for row in rows:
            here = self.compiled.fires[decision.id][row.id]
            if diagram.both(so_far, here) != diagram.false:
                return False
            so_far = diagram.either(so_far, here)
        return so_far == diagram.true

    # --- punten ---

    def _score(self, decision: Decision, score: Score) -> None:
        rules, note = band_rules(self.columns, decision, score)
        self._main(decision, "FIRST", rules, note=note)

    # --- matrix ---

    def _matrix(self, decision: Decision, matrix: Matrix) -> None:
        sides = (matrix.rows_of, matrix.columns_of)
        down, across = (self.columns.single(side) for side in sides)
        rules: list[Rule] = []
        for row in down.values:
            cells = matrix.cells.get(row, {})
            here: Cube = {down.expression: frozenset((row,))}
            for value in across.values:
                if value in cells and (
                    cube := meet(here, {across.expression: frozenset((value,))})
                ):
                    name = rule_id(name_of(decision.id), row, value)
                    rules.append(Rule(name, cube, quoted(cells[value])))
            left = frozenset(across.values) - cells.keys()
            if left and (cube := meet(here, {across.expression: left})):
                name = rule_id(name_of(decision.id), row, "Leeg")
                rules.append(Rule(name, cube, quoted(NO_RULE), wording.EMPTY_CELL))
        self._main(decision, "UNIQUE", rules)

    # --- bijstelling ---

    def _adjustment(self, decision: Decision, adjustment: Adjustment) -> None:
        """A chain of tables: each takes the outcome so far and does one shift."""
        base = self.columns.decisions[adjustment.base]
        values = self.columns.outcomes_of(decision)
        before = self.columns.single(base.id)
        last = len(adjustment.shifts)
        for number, shift in enumerate(adjustment.shifts, start=1):
            rules = [
                *self._shifted(decision, base.outcomes, shift, before),
                *_kept(decision, number, before),
            ]
            if number == last:
                self._main(decision, "FIRST", rules, shift.sources)
                return
            name = part_of(decision.id, f"stap{number}")
            title = wording.AFTER_STEP.format(decision=decision.title or decision.id, number=number)
            self.columns.tables[name] = self.columns.table(
                name, title, "FIRST", rules, values, helps=decision.id, sources=shift.sources
            )
            before = self.columns.column(name, title, values)
        self._main(decision, "FIRST", list(_kept(decision, 0, before)))

    def _shifted(
        self, decision: Decision, order: Sequence[Outcome], shift: Shift, before: Column
    ) -> Iterator[Rule]:
        """The rules of one shift, one per outcome that it leads to."""
        leads: dict[str, set[str]] = {}
        for value in before.values:
            target = shift.moved(order, value)
            if target != value:
                leads.setdefault(target, set()).add(value)
        cubes = self.columns.rule_cubes(decision, shift.rule)
        for target, values in leads.items():
            reached = meet_all([[{before.expression: frozenset(values)}], cubes])
            for number, cube in enumerate(reached, start=1):
                name = rule_id(name_of(decision.id), shift.id, target, *_numbered(number))
                yield Rule(name, cube, quoted(target), reason(self.pack, shift.rule))


_ADD: Mapping[type[Logic], Callable[[Decisions, Decision, Any], None]] = {
    Table: Decisions._table,
    Score: Decisions._score,
    Matrix: Decisions._matrix,
    Adjustment: Decisions._adjustment,
}
"""How each kind of decision becomes tables."""


def _kept(decision: Decision, number: int, before: Column) -> Iterator[Rule]:
    """Where nothing shifts, the outcome stays."""
    for value in before.values:
        name = rule_id(name_of(decision.id), f"Stap{number}", value)
        yield Rule(name, {before.expression: frozenset((value,))}, quoted(value), wording.STAYS)


def _numbered(number: int) -> list[str]:
    """What the rule of another alternative has in its id."""
    return [] if number == 1 else [str(number)]
