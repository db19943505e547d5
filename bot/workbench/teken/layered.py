"""The columns of the picture of a whole pack: who stands where, from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from bot.workbench.layout import Gaps, Room, middles, ordered

Place: TypeAlias = "tuple[str, int]"
"""A node in a column: its own, or one that a line from it passes."""
LINE_HEIGHT = 14.0
"""The room for a line that passes a column."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands: the column of each node, and the middle of each place."""

    columns: Mapping[str, int]
    middle: Mapping[Place, float]
    height: float


def arrange(
    parents: Mapping[str, Sequence[str]],
    columns: Mapping[str, int],
    heights: Mapping[str, float],
    gap: float,
) -> Layout:
    """Place the nodes of every column. Nodes start in the order in which they are given."""
    links = _links(parents, columns)
    layers = ordered(_layers(parents, columns, links), links)
    room = {
        place: Room(heights[place[0]])
        if columns[place[0]] == place[1]
        else Room(LINE_HEIGHT, passing=True)
        for layer in layers
        for place in layer
    }
    middle = middles(layers, links, room, Gaps(gap, gap))
    top = min(middle[place] - room[place].size / 2 for place in middle)
    bottom = max(middle[place] + room[place].size / 2 for place in middle)
    return Layout(columns, {place: y - top for place, y in middle.items()}, bottom - top)


def _links(
    parents: Mapping[str, Sequence[str]], columns: Mapping[str, int]
) -> list[tuple[Place, Place]]:
    """The pieces of all lines, each from one column to the next; lines of one node share them."""
    pieces: dict[tuple[Place, Place], None] = {}
    for node, above in parents.items():
        for parent in above:
            way = [(parent, column) for column in range(columns[parent], columns[node])]
            pieces |= dict.fromkeys(pairwise([*way, (node, columns[node])]))
    return list(pieces)


def _layers(
    parents: Iterable[str], columns: Mapping[str, int], links: Iterable[tuple[Place, Place]]
) -> list[list[Place]]:
    layers: list[dict[Place, None]] = [{} for _ in range(1 + max(columns.values(), default=0))]
    for node in parents:
        layers[columns[node]][node, columns[node]] = None
    for start, end in links:
        layers[start[1]][start] = layers[end[1]][end] = None
    return [list(layer) for layer in layers]
