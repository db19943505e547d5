"""A grid of two inputs."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.rules.diagram.diagram import Diagram, Node
from bot.rules.diagram.folds import first_of
from bot.rules.model.conditions import Is
from bot.rules.model.decisions.decision import Below, Fires, Logic, Rule, Version
from bot.rules.model.decisions.rooms import Compiling, Result, Run
from bot.rules.model.ids import NO_RULE, NOT_APPLICABLE, DecisionId, InputId, Outcome
from bot.rules.model.own_key import OwnKey
from bot.rules.model.renaming import Renaming


@dataclass(frozen=True, slots=True)
class Matrix(Logic):
    """Two inputs and a grid: ``cells[row value][column value]`` is the outcome."""

    word = "matrix"
    keys = (
        OwnKey("rijen_van", "", "id", needed=True),
        OwnKey("kolommen_van", "", "id", needed=True),
        OwnKey("vakken", "", "cells", needed=True),
    )
    is_full = True

    rows_of: InputId
    columns_of: InputId
    cells: Mapping[str, Mapping[str, Outcome]]

    # --- in the files of a pack ---

    @classmethod
    def can_pass(cls, item: Mapping[str, Any]) -> bool:
        """A cell may be missing."""
        return True

    # --- what it says ---

    def _squares(self) -> Iterator[tuple[str, str, str, Outcome]]:
        """Per cell its id, its row, its column and its outcome."""
        for row, columns in self.cells.items():
            for column, outcome in columns.items():
                yield f"{row}/{column}", row, column, outcome

    def renamed(self, id: DecisionId, names: Renaming) -> Matrix:
        """Both sides, and what stands in the cells."""
        rows, columns = self.rows_of, self.columns_of
        cells = {
            names.value(rows, row): {
                names.value(columns, column): names.value(id, then) for column, then in line.items()
            }
            for row, line in self.cells.items()
        }
        return Matrix(names.input(rows), names.input(columns), cells)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Its cells, as ``row/column``."""
        return tuple(
            Rule(square, outcome, cell=((self.rows_of, row), (self.columns_of, column)))
            for square, row, column, outcome in self._squares()
        )

    def inputs(self) -> tuple[InputId, ...]:
        """Its two sides."""
        return tuple(sorted({self.rows_of, self.columns_of}))

    def can_give(self, on: date | None, of: Below) -> frozenset[Outcome]:
        """The outcomes in its cells, and no rule for a cell that is not there."""
        return frozenset((NO_RULE, *(outcome for *_, outcome in self._squares())))

    # --- what follows from it ---

    def decide(self, run: Run) -> tuple[Result, tuple[str, ...]]:
        """What stands in the cell of both values."""
        row, column = (_heading(run, side) for side in (self.rows_of, self.columns_of))
        outcome = self.cells.get(row, {}).get(column)
        return (NO_RULE, ()) if outcome is None else (outcome, (f"{row}/{column}",))

    def compile(self, at: Compiling) -> tuple[Node, dict[str, Node]]:
        """What stands in the cell of both values."""
        diagram, fires = at.diagram, dict[str, Node]()
        for square, row, column, _ in self._squares():
            in_row = at.condition(Is(self.rows_of, frozenset((row,))))
            in_column = at.condition(Is(self.columns_of, frozenset((column,))))
            fires[square] = diagram.both(in_row, in_column)
        outcomes = [(fires[square], outcome) for square, _, _, outcome in self._squares()]
        return first_of(diagram, [*outcomes], NO_RULE), fires

    def firing(self, diagram: Diagram, fires: Fires) -> Node:
        """The cell."""
        return first_of(diagram, [(node, rule) for rule, node in fires.items()], NO_RULE)

    # --- what changed ---

    def manner(self) -> Hashable:
        """Its two sides."""
        return self.rows_of, self.columns_of

    def versions(self, on: date | None) -> dict[str, Version]:
        """Its cells."""
        return {rule.id: Version(rule, rule.then) for rule in self.rules}


def _heading(run: Run, name: InputId) -> str:
    value = run.value_of(name)
    return value if isinstance(value, str) else NOT_APPLICABLE
