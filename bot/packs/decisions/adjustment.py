"""Shifts of another decision in a raw pack."""

from __future__ import annotations

from bot.packs import wording
from bot.packs.conditions import condition_of
from bot.packs.decisions.references import check_outcome, own_outcomes
from bot.packs.errors import INPUT, Report, did_you_mean
from bot.packs.format.schema import RECORDS
from bot.packs.names import Names, maps
from bot.packs.text.source import Map
from bot.rules.model.decisions.adjustment import Adjustment, Shift
from bot.rules.model.decisions.decision import Logic
from bot.rules.model.decisions.registry import BY_WORD
from bot.rules.model.ids import NO_RULE


def build(item: Map, names: Names, report: Report) -> Logic:
    """Shifts of another decision."""
    shifts = tuple(
        Shift(**RECORDS["schuif"].fields(row), when=condition_of(row, names, report))
        for row in item["rijen"]
    )
    return Adjustment(item["van"], shifts)


def check(item: Map, names: Names, report: Report) -> None:
    """Report a base without an order, and steps that lead nowhere."""
    base = names.decisions.get(item["van"])
    if base is None:
        wrong = wording.NO_DECISION.format(name=item["van"])
        right = did_you_mean(item["van"], names.decisions)
        report.add(item.at("van"), wrong, right, about=(INPUT, item["van"]))
        return
    raw = base.raw
    in_order = raw is None or raw.get("geordend") is True or BY_WORD[raw["soort"]].below(raw)
    if not in_order:
        wrong = wording.UNORDERED.format(name=item["van"])
        report.add(item.at("van"), wrong, wording.ORDER_IT.format(name=item["van"]))
    if "uitkomsten" in item and base.values is not None:
        given, theirs = tuple(item["uitkomsten"]), tuple(v for v in base.values if v != NO_RULE)
        if given != theirs:
            wrong = wording.OTHER_OUTCOMES.format(id=base.id)
            report.add(item.at("uitkomsten"), wrong, "weglaten")
    for row in maps(item, "rijen"):
        if row["stap"] == 0:
            report.add(row.at("stap"), wording.NO_STEP, "1 of -1")
        for key in ("ten_hoogste", "ten_minste"):
            if key in row:
                check_outcome(row[key], row.at(key), own_outcomes(item, names), item, report)
