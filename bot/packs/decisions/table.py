"""A decision table in a raw pack."""

from __future__ import annotations

from bot.packs import wording
from bot.packs.conditions import condition_of
from bot.packs.decisions.references import check_outcome, own_outcomes
from bot.packs.errors import Report
from bot.packs.format.schema import RECORDS
from bot.packs.names import Names, maps
from bot.packs.text.source import Map
from bot.rules.model.decisions.decision import Logic
from bot.rules.model.decisions.table import Row, Table, hit_of


def build(item: Map, names: Names, report: Report) -> Logic:
    """A decision table."""
    rows = tuple(
        Row(**RECORDS["rij"].fields(row), when=condition_of(row, names, report))
        for row in item["rijen"]
    )
    return Table(rows, hit_of(item), item.get("anders"))


def check(item: Map, names: Names, report: Report) -> None:
    """Report outcomes that it does not have, and a table in which nothing stands."""
    outcomes = own_outcomes(item, names)
    for row in maps(item, "rijen"):
        check_outcome(row["dan"], row.at("dan"), outcomes, item, report)
    if "anders" in item:
        check_outcome(item["anders"], item.at("anders"), outcomes, item, report)
    if not item["rijen"] and "anders" not in item:
        report.add(item.at("rijen"), wording.NO_ROWS, wording.A_ROW)
