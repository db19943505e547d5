"""A matrix in a raw pack."""

from __future__ import annotations

from collections.abc import Collection

from bot.packs import wording
from bot.packs.decisions.references import check_outcome, check_value, own_outcomes, valued
from bot.packs.errors import CELLS, Report, listed
from bot.packs.names import Input, Names
from bot.packs.text.source import Map
from bot.rules.model.decisions.decision import Logic
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.ids import NO_RULE


def build(item: Map, names: Names, report: Report) -> Logic:
    """A grid of two inputs."""
    cells = {row: dict(columns) for row, columns in item["vakken"].items()}
    return Matrix(item["rijen_van"], item["kolommen_van"], cells)


def check(item: Map, names: Names, report: Report) -> None:
    """Report values and outcomes that are not there, and cells that are missing."""
    outcomes = own_outcomes(item, names)
    rows = valued(item, "rijen_van", names, report, one=True)
    columns = valued(item, "kolommen_van", names, report, one=True)
    grid: Map = item["vakken"]
    for value, line in grid.items():
        check_value(rows, value, grid.at(value), report)
        for column, outcome in line.items():
            check_value(columns, column, line.at(column), report)
            check_outcome(outcome, line.at(column), outcomes, item, report)
        missing = _missing(columns, line)
        cells = [f"{value}/{column}" for column in missing]
        _report(columns, line, missing, wording.GRID_ROW.format(value=value), item, cells, report)
    missing, every = _missing(rows, grid), _missing(columns, {})
    cells = [f"{value}/{column}" for value in missing for column in every]
    _report(rows, grid, missing, wording.GRID, item, cells, report)
    if item["rijen_van"] == item["kolommen_van"]:
        report.add(item.at("kolommen_van"), wording.SAME_AXES, wording.SOMETHING_ELSE)


def _missing(to: Input | None, there: Collection[str]) -> list[str]:
    """The values of an axis that are not there."""
    return [v for v in (to.values or () if to else ()) if v not in there and v != NO_RULE]


def _report(
    to: Input | None, there: Map, missing: list[str], what: str, item: Map, cells: list[str],
    report: Report,
) -> None:  # fmt: skip
    """Report what is missing in a row or in the grid; ``cells``: each of them, as row/column."""
    if missing and to:
        wrong = wording.CELLS_MISSING.format(what=what, missing=listed(missing))
        right = wording.CELL_FOR_EACH.format(id=to.id)
        report.add(there.place, wrong, right, about=(CELLS, item["id"], *cells))
