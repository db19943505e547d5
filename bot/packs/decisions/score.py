"""Points in a raw pack."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from bot.packs import wording
from bot.packs.conditions import condition_of
from bot.packs.decisions.references import check_outcome, check_value, own_outcomes, valued
from bot.packs.errors import Report
from bot.packs.format.schema import RECORDS
from bot.packs.format.structure import shown
from bot.packs.names import Names, maps
from bot.packs.text.source import Map
from bot.rules.model.decisions.decision import Logic
from bot.rules.model.decisions.score import Band, Item, Score


def build(item: Map, names: Names, report: Report) -> Logic:
    """Points and bands."""
    bands = tuple(Band(**{"start": None} | RECORDS["band"].fields(band)) for band in item["banden"])
    items = tuple(_item(each, names, report) for each in item["items"])
    return Score(items, bands, item.get("tel") == "gemiddelde")


def _item(item: Map, names: Names, report: Report) -> Item:
    """Points for the values of an input, or for a condition."""
    points = item["punten"]
    given = RECORDS["item"].fields(item)
    if isinstance(points, Map):
        per_value = {value: Fraction(number) for value, number in points.items()}
        return Item(**given, per_value=per_value)
    when = condition_of(item, names, report)
    return Item(**given, when=when, points=Fraction(points))


def check(item: Map, names: Names, report: Report) -> None:
    """Report items that give no points, and bands that do not go up."""
    outcomes = own_outcomes(item, names)
    for each in maps(item, "items"):
        _check_item(each, names, report)
    start: Any = None
    for index, band in enumerate(maps(item, "banden")):
        check_outcome(band["dan"], band.at("dan"), outcomes, item, report)
        if index == 0:
            if "vanaf" in band:
                report.add(band.at("vanaf"), wording.LOWEST_BAND_FROM, wording.WITHOUT_FROM)
        elif "vanaf" not in band:
            report.add(band.place, wording.BAND_WITHOUT_FROM, wording.ONLY_FIRST_WITHOUT_FROM)
        elif start is not None and band["vanaf"] <= start:
            wrong = wording.BAND_NOT_HIGHER.format(value=shown(band["vanaf"]), start=shown(start))
            report.add(band.at("vanaf"), wrong, wording.LOW_TO_HIGH)
        start = band.get("vanaf", start)


def _check_item(item: Map, names: Names, report: Report) -> None:
    conditional = "als" in item or "een_van" in item
    per_value = isinstance(item["punten"], Map)
    if per_value and ("vraag" not in item or conditional):
        report.add(item.place, wording.POINTS_NEED_QUESTION, "{vraag: …, punten: {…}}")
    elif not per_value and ("vraag" in item or not conditional):
        report.add(item.place, wording.POINTS_NEED_CONDITION, wording.POINTS_EXAMPLE)
    elif per_value:
        to = valued(item, "vraag", names, report)
        for value in item["punten"] if to else ():
            check_value(to, value, item["punten"].at(value), report)
