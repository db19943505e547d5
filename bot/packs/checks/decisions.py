"""Checks the decisions of a pack: what is inside each of them, and that nothing goes round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.packs import wording
from bot.packs.decisions.references import check_outcome
from bot.packs.decisions.registry import RAW_KINDS
from bot.packs.errors import Report
from bot.packs.names import Names, maps, whole
from bot.packs.text.source import List, Map
from bot.rules.model.own_key import QUESTION, OwnKey
from bot.rules.model.questions.registry import BY_WORD


def check_decisions(root: Map, names: Names, report: Report) -> None:
    """Report what is wrong inside each decision."""
    for item in whole(root, "besluiten"):
        outcomes = names.decisions[item["id"]].values
        RAW_KINDS[item["soort"]].check(item, names, report)
        if outcomes is not None:
            _check_bounds(item, outcomes, report)


def _check_bounds(item: Map, outcomes: tuple[str, ...], report: Report) -> None:
    bounds: List = item.get("ondergrens", List(item.place))
    for index, value in enumerate(bounds):
        check_outcome(value, bounds.at(index), outcomes, item, report)


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
            wrong = wording.RESTS_ON_ITSELF.format(name=round_[0], way=way)
            report.add(places[round_[0]], wrong, wording.TAKE_OUT_STEP)


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
    for own in question_keys(item):
        yield item[own.dutch]
    for key in ("rijen", "items"):
        for row in maps(item, key):
            yield from _inputs(row)
            if key == "items" and "vraag" in row:
                yield row["vraag"]


def question_keys(item: Map) -> Iterator[OwnKey]:
    """The keys of a raw question under which another question stands."""
    kind = BY_WORD.get(item.get("soort", ""))
    keys = kind.keys if kind is not None else ()
    return (key for key in keys if key.shape == QUESTION and key.dutch in item)


def _condition_inputs(raw: Any) -> Iterator[str]:
    if not isinstance(raw, dict):
        return
    for key, value in raw.items():
        if key != "een_van":
            yield key
        elif isinstance(value, List):
            for part in value:
                yield from _condition_inputs(part)
