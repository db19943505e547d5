"""Checks the decisions of a pack: outcomes, bands, grids, orders, and that nothing goes round."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from bot.packs.errors import INPUT, Place, Report, did_you_mean, listed
from bot.packs.format.structure import shown
from bot.packs.names import Input, Names, maps, whole
from bot.packs.text.source import List, Map
from bot.rules.model.ids import NO_RULE, NOT_APPLICABLE


def check_decisions(root: Map, names: Names, report: Report) -> None:
    """Report what is wrong inside each decision."""
    for item in whole(root, "besluiten"):
        outcomes = names.decisions[item["id"]].values
        _CHECKS[item["soort"]](item, names, report)
        if outcomes is not None:
            _check_bounds(item, outcomes, report)


def _outcome(
    value: Any, place: Place, outcomes: tuple[str, ...] | None, item: Map, report: Report
) -> None:
    """Report a value that is no outcome of this decision."""
    if outcomes is not None and value not in outcomes:
        wrong = f"{shown(value)} staat niet in ‘uitkomsten’"
        about = (INPUT, item["id"], str(value))
        report.add(place, wrong, did_you_mean(str(value), outcomes), about=about)


def _check_bounds(item: Map, outcomes: tuple[str, ...], report: Report) -> None:
    bounds: List = item.get("ondergrens", List(item.place))
    for index, value in enumerate(bounds):
        _outcome(value, bounds.at(index), outcomes, item, report)


def _own(item: Map, names: Names) -> tuple[str, ...] | None:
    """The outcomes that this decision may name: not the one for 'no rule'."""
    values = names.decisions[item["id"]].values
    return None if values is None else tuple(v for v in values if v != NO_RULE)


def _check_table(item: Map, names: Names, report: Report) -> None:
    outcomes = _own(item, names)
    for row in maps(item, "rijen"):
        _outcome(row["dan"], row.at("dan"), outcomes, item, report)
    if "anders" in item:
        _outcome(item["anders"], item.at("anders"), outcomes, item, report)
    if not item["rijen"] and "anders" not in item:
        report.add(
            item.at("rijen"), "er zijn geen rijen en er is geen ‘anders’", "minstens één rij"
        )


# --- points -----------------------------------------------------------------------------------


def _check_score(item: Map, names: Names, report: Report) -> None:
    outcomes = _own(item, names)
    for each in maps(item, "items"):
        _check_item(each, names, report)
    start: Any = None
    for index, band in enumerate(maps(item, "banden")):
        _outcome(band["dan"], band.at("dan"), outcomes, item, report)
        if index == 0:
            if "vanaf" in band:
                report.add(band.at("vanaf"), "de laagste band heeft een ‘vanaf’", "zonder ‘vanaf’")
        elif "vanaf" not in band:
            report.add(
                band.place, "deze band heeft geen ‘vanaf’", "alleen de eerste heeft geen ‘vanaf’"
            )
        elif start is not None and band["vanaf"] <= start:
            wrong = f"{shown(band['vanaf'])} is niet hoger dan de band ervoor ({shown(start)})"
            report.add(band.at("vanaf"), wrong, "van laag naar hoog")
        start = band.get("vanaf", start)


def _check_item(item: Map, names: Names, report: Report) -> None:
    conditional = "als" in item or "een_van" in item
    per_value = isinstance(item["punten"], Map)
    if per_value and ("vraag" not in item or conditional):
        report.add(item.place, "punten per waarde horen bij één ‘vraag’", "{vraag: …, punten: {…}}")
    elif not per_value and ("vraag" in item or not conditional):
        report.add(item.place, "één getal aan punten hoort bij ‘als’", "{als: {…}, punten: 1}")
    elif per_value:
        to = _valued(item, "vraag", names, report)
        for value in item["punten"] if to else ():
            _value(to, value, item["punten"].at(value), report)


def _valued(item: Map, key: str, names: Names, report: Report, one: bool = False) -> Input | None:
    """The input under this key, when it has values to name (``one``: of which one holds); None
    where it is spoiled."""
    name = item[key]
    to = names.inputs.get(name)
    if to is None:
        wrong = f"‘{name}’ is geen vraag of besluit"
        right = did_you_mean(name, names.inputs)
        report.add(item.at(key), wrong, right, about=(INPUT, name))
    elif to.measure is not None or (one and to.is_set):
        wrong = f"‘{name}’ heeft niet één van een paar vaste waarden"
        report.add(item.at(key), wrong, "een keuze, ja/nee of besluit; of punten bij ‘als’")
    elif not to.is_spoiled:
        return to
    return None


def _value(to: Input | None, value: str, place: Place, report: Report) -> None:
    if to is None or value in (to.values or ()):
        return
    if value == NOT_APPLICABLE and to.conditional:
        return
    right = did_you_mean(value, to.values or ())
    wrong = f"‘{value}’ is geen waarde van ‘{to.id}’"
    report.add(place, wrong, right, about=(INPUT, to.id, value))


# --- grids ------------------------------------------------------------------------------------


def _check_matrix(item: Map, names: Names, report: Report) -> None:
    outcomes = _own(item, names)
    rows = _valued(item, "rijen_van", names, report, one=True)
    columns = _valued(item, "kolommen_van", names, report, one=True)
    grid: Map = item["vakken"]
    for value, line in grid.items():
        _value(rows, value, grid.at(value), report)
        for column, outcome in line.items():
            _value(columns, column, line.at(column), report)
            _outcome(outcome, line.at(column), outcomes, item, report)
        _complete(columns, line, f"de rij ‘{value}’", report)
    _complete(rows, grid, "het rooster", report)
    if item["rijen_van"] == item["kolommen_van"]:
        report.add(item.at("kolommen_van"), "rijen en kolommen zijn hetzelfde", "iets anders")


def _complete(to: Input | None, there: Map, what: str, report: Report) -> None:
    missing = [v for v in (to.values or () if to else ()) if v not in there and v != NO_RULE]
    if missing and to:
        wrong = f"in {what} ontbreekt {listed(missing)}"
        report.add(there.place, wrong, f"een vak voor elke waarde van ‘{to.id}’")


# --- adjustments ------------------------------------------------------------------------------


def _check_adjustment(item: Map, names: Names, report: Report) -> None:
    base = names.decisions.get(item["van"])
    if base is None:
        wrong = f"‘{item['van']}’ is geen besluit"
        right = did_you_mean(item["van"], names.decisions)
        report.add(item.at("van"), wrong, right, about=(INPUT, item["van"]))
        return
    raw = base.raw
    if raw is not None and raw.get("geordend") is not True and raw.get("soort") != "bijstelling":
        wrong = f"het besluit ‘{item['van']}’ heeft geen volgorde"
        report.add(item.at("van"), wrong, f"‘geordend: true’ bij ‘{item['van']}’")
    if "uitkomsten" in item and base.values is not None:
        given, theirs = tuple(item["uitkomsten"]), tuple(v for v in base.values if v != NO_RULE)
        if given != theirs:
            wrong = f"dit zijn niet de uitkomsten van ‘{base.id}’"
            report.add(item.at("uitkomsten"), wrong, "weglaten")
    for row in maps(item, "rijen"):
        if row["stap"] == 0:
            report.add(row.at("stap"), "een stap van 0 doet niets", "1 of -1")
        for key in ("ten_hoogste", "ten_minste"):
            if key in row:
                _outcome(row[key], row.at(key), _own(item, names), item, report)


_CHECKS: dict[str, Callable[[Map, Names, Report], None]] = {
    "beslistabel": _check_table, "punten": _check_score, "matrix": _check_matrix,
    "bijstelling": _check_adjustment,
}  # fmt: skip


# --- cycles -----------------------------------------------------------------------------------


def check_cycles(root: Map, names: Names, report: Report) -> None:
    """Report every question or decision that rests on itself, with the whole round named."""
    graph = {
        item["id"]: sorted(set(_inputs(item)) & set(names.inputs))
        for key in ("vragen", "besluiten")
        for item in whole(root, key)
    }
    places = {i["id"]: i.place for key in ("vragen", "besluiten") for i in whole(root, key)}
    done: set[str] = set()
    for name in graph:
        for round_ in _rounds(name, graph, done):
            way = " → ".join([*round_, round_[0]])
            wrong = f"‘{round_[0]}’ rust op zichzelf: {way}"
            report.add(places[round_[0]], wrong, "één van deze stappen weghalen")


def _rounds(start: str, graph: dict[str, list[str]], done: set[str]) -> Iterator[list[str]]:
    """The rounds that a walk from here finds; visits every name once."""
    path: list[str] = []
    waiting: list[tuple[str, bool]] = [(start, False)]
    while waiting:
        name, leaving = waiting.pop()
        if leaving:
            path.pop()
            done.add(name)
        elif name in path:
            yield path[path.index(name) :]
        elif name not in done:
            path.append(name)
            waiting.append((name, True))
            waiting.extend((to, False) for to in graph.get(name, ()))


def _inputs(item: Map) -> Iterator[str]:
    """Every input that this raw question or decision looks at."""
    for key in ("alleen_als", "als"):
        yield from _condition_inputs(item.get(key))
    yield from _condition_inputs(Map(item.place) | {"een_van": item.get("een_van")})
    for key in ("rijen_van", "kolommen_van", "van"):
        if key in item:
            yield item[key]
    for key in ("rijen", "items"):
        for row in maps(item, key):
            yield from _inputs(row)
            if key == "items" and "vraag" in row:
                yield row["vraag"]


def _condition_inputs(raw: Any) -> Iterator[str]:
    if not isinstance(raw, dict):
        return
    for key, value in raw.items():
        if key != "een_van":
            yield key
        elif isinstance(value, List):
            for part in value:
                yield from _condition_inputs(part)
