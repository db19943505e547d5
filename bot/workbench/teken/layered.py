"""A layered layout of a graph: nodes in columns from left to right, without overlap.

The steps are the usual ones (Sugiyama, Tagawa and Toda, 1981): a node stands one column past the
last of those it rests on; a line over several columns gets a place in each, so that no box lies
on it; each column is ordered by the middle of its neighbours, keeping the order with the fewest
crossings; then every node moves as near to its neighbours as the order allows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import TypeAlias

Place: TypeAlias = "tuple[str, int]"
"""A node in a column: its own, or one that a line from it passes."""

SWEEPS = 12
LINE_HEIGHT = 14.0
"""The room for a line that passes a column."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands: the column of each node, and the middle of each place."""

    columns: Mapping[str, int]
    middle: Mapping[Place, float]
    height: float


def columns_of(parents: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The column of each node: one past the last of its parents. ``parents`` has no circle."""
    found: dict[str, int] = {}

    def column(node: str) -> int:
        if node not in found:
            found[node] = 1 + max(map(column, parents[node]), default=-1)
        return found[node]

    for node in parents:
        column(node)
    return found


def arrange(
    parents: Mapping[str, Sequence[str]],
    columns: Mapping[str, int],
    heights: Mapping[str, float],
    gap: float,
) -> Layout:
    """Place the nodes of every column. Nodes start in the order in which they are given."""
    links = _links(parents, columns)
    layers = _layers(parents, columns, links)
    layers = _ordered(layers, links)
    size = {p: heights[p[0]] if columns[p[0]] == p[1] else LINE_HEIGHT for p in _all(layers)}
    middle = _stacked(layers, size, gap)
    for sweep in range(SWEEPS):
        order = list(layers) if sweep % 2 else list(reversed(layers))
        for layer in order:
            middle |= _settled(layer, middle, links, size, gap)
    top = min(middle[p] - size[p] / 2 for p in middle)
    bottom = max(middle[p] + size[p] / 2 for p in middle)
    return Layout(columns, {p: y - top for p, y in middle.items()}, bottom - top)


def _all(layers: Iterable[Sequence[Place]]) -> Iterable[Place]:
    return (place for layer in layers for place in layer)


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
    parents: Mapping[str, Sequence[str]],
    columns: Mapping[str, int],
    links: Iterable[tuple[Place, Place]],
) -> list[list[Place]]:
    layers: list[dict[Place, None]] = [{} for _ in range(1 + max(columns.values(), default=0))]
    for node in parents:
        layers[columns[node]][node, columns[node]] = None
    for start, end in links:
        layers[start[1]][start] = layers[end[1]][end] = None
    return [list(layer) for layer in layers]


def _ordered(layers: list[list[Place]], links: Sequence[tuple[Place, Place]]) -> list[list[Place]]:
    before, after = _sides(links)
    best, fewest = layers, _crossings(layers, links)
    for sweep in range(SWEEPS):
        layers = [list(layer) for layer in layers]
        forward = sweep % 2 == 0
        steps = range(1, len(layers)) if forward else range(len(layers) - 2, -1, -1)
        for index in steps:
            fixed = layers[index - 1 if forward else index + 1]
            _sort(layers[index], fixed, before if forward else after)
        crossings = _crossings(layers, links)
        if crossings < fewest:
            best, fewest = layers, crossings
    return best


def _sides(
    links: Iterable[tuple[Place, Place]],
) -> tuple[dict[Place, list[Place]], dict[Place, list[Place]]]:
    before: dict[Place, list[Place]] = {}
    after: dict[Place, list[Place]] = {}
    for start, end in links:
        before.setdefault(end, []).append(start)
        after.setdefault(start, []).append(end)
    return before, after


def _sort(layer: list[Place], fixed: list[Place], near: Mapping[Place, list[Place]]) -> None:
    """Order a column by the middle of each place's neighbours in the fixed column; who has none
    goes last."""
    at = {place: index for index, place in enumerate(fixed)}
    own = {place: index for index, place in enumerate(layer)}

    def rank(place: Place) -> tuple[float, int]:
        found = [at[other] for other in near.get(place, ())]
        return (sum(found) / len(found) if found else inf, own[place])

    layer.sort(key=rank)


def _crossings(layers: Sequence[Sequence[Place]], links: Sequence[tuple[Place, Place]]) -> int:
    at = {place: index for layer in layers for index, place in enumerate(layer)}
    count = 0
    for column in range(len(layers) - 1):
        ends = sorted((at[start], at[end]) for start, end in links if start[1] == column)
        count += sum(
            later < earlier
            for index, (_, earlier) in enumerate(ends)
            for _, later in ends[index + 1 :]
        )
    return count


def _stacked(
    layers: Iterable[Sequence[Place]], size: Mapping[Place, float], gap: float
) -> dict[Place, float]:
    """Every column packed from the top."""
    middle: dict[Place, float] = {}
    for layer in layers:
        y = 0.0
        for place in layer:
            middle[place] = y + size[place] / 2
            y += size[place] + gap
    return middle


def _settled(
    layer: Sequence[Place],
    middle: Mapping[Place, float],
    links: Sequence[tuple[Place, Place]],
    size: Mapping[Place, float],
    gap: float,
) -> dict[Place, float]:
    """The column as near to its neighbours as the order and the sizes allow (least squares)."""
    before, after = _sides(links)
    wished, offsets, offset = [], [], 0.0
    for index, place in enumerate(layer):
        if index:
            offset += (size[layer[index - 1]] + size[place]) / 2 + gap
        near = [middle[p] for p in (*before.get(place, ()), *after.get(place, ()))]
        if near:
            wished.append(sum(near) / len(near) - offset)
        else:  # nobody pulls: stay with the one above
            wished.append(wished[-1] if wished else middle[place])
        offsets.append(offset)
    rising = _rising(wished)
    return {p: y + shift for p, y, shift in zip(layer, rising, offsets, strict=True)}


def _rising(values: Sequence[float]) -> list[float]:
    """The nearest numbers that never fall: neighbours that would, share their mean."""
    blocks: list[tuple[float, int]] = []
    for value in values:
        total, count = value, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            more, others = blocks.pop()
            total, count = total + more, count + others
        blocks.append((total, count))
    return [total / count for total, count in blocks for _ in range(count)]
