"""Where in the files the things of a pack stand, found by their ids."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.packs.errors import Place
from bot.packs.inherit.merge import id_of
from bot.packs.load import Loaded
from bot.packs.names import maps
from bot.packs.text.source import List, Map

_INSIDE = ("rijen", "opties")


def find(root: Map, about: str, sections: Iterable[str]) -> Place | None:
    """The place of ``id`` or ``id.deel`` in one of these lists of a pack, or of a key of its own.

    A part is a row, an option, an outcome, the number of an item, or ``rij/kolom`` of a matrix.
    A part without a place of its own stands where the whole does.
    """
    name, _, part = about.partition(".")
    for section in sections:
        if section in root and not isinstance(root[section], List):
            return root.at(section)
        for item in maps(root, section):
            if id_of(item) == name:
                return _part(item, part) or item.at("id")
    return None


def own(loaded: Loaded, place: Place) -> bool:
    """Whether this stands in a file of the pack itself, and not in one that it takes over."""
    return place.file.rpartition("/")[0] == loaded.root.place.file.rpartition("/")[0]


def _part(item: Map, part: str) -> Place | None:
    if not part:
        return None
    for key in _INSIDE:
        for inner in maps(item, key):
            if id_of(inner) == part:
                return inner.at("id")
    points, cells, outcomes = (item.get(key) for key in ("items", "vakken", "uitkomsten"))
    if isinstance(points, List) and part.isdecimal() and int(part) < len(points):
        return points.at(int(part))
    if isinstance(cells, Map) and "/" in part:
        return _cell(cells, part)
    if isinstance(outcomes, List) and part in outcomes:
        return outcomes.at(outcomes.index(part))
    return None


def _cell(cells: Map, part: str) -> Place | None:
    row, _, column = part.partition("/")
    cells_of_row: Any = cells.get(row)
    return cells_of_row.at(column) if isinstance(cells_of_row, Map) else None
