"""Where the boxes and lines of a decision requirements diagram go.

Boxes stand in layers, what is needed below what needs it. A line that passes a layer gets a gap
there, so that no line crosses a box. The order within a layer is the one with the fewest crossings
that some sweeps find. Everything is deterministic: the same pack gives the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations, pairwise
from math import ceil
from typing import TypeAlias

Point: TypeAlias = tuple[int, int]
Line: TypeAlias = tuple[str, str]
"""A line runs from what is needed to what needs it."""
Layers: TypeAlias = list[list[str]]
Weighted: TypeAlias = tuple[str, float]

GAP_X, GAP_Y = 24, 80
LEFT, TOP = 40, 100
"""The margins; editors put the name of the file over the top left corner."""

ROW = 12
"""More leaves than this in one layer are put in rows."""
ORDER_SWEEPS, PLACE_SWEEPS = 24, 200
STRAIGHT = 8.0
"""How much more a line wants to be straight where it passes a layer."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a thing is; ``beside`` is the room kept free on its right, for a text."""

    width: int
    height: int
    beside: int = 0


PASSAGE = Size(10, 0)
"""The room that a passing line takes in a layer."""
PASSAGE_GAP = 4


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; y grows downward."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> float:
        """The x of its middle."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Drawing:
    """A box for every thing, the points of every line."""

    boxes: Mapping[str, Box]
    lines: Mapping[Line, tuple[Point, ...]]


def draw(sizes: Mapping[str, Size], lines: Sequence[Line]) -> Drawing:
    """Place things of these sizes with these lines between them."""
    level = _levels(sizes, lines)
    links, ways = _with_passages(level, lines)
    layers = _ordered(_layers(level), links)
    room = {name: sizes.get(name, PASSAGE) for layer in layers for name in layer}
    middles = _middles(layers, links, room)
    boxes = _boxes(layers, middles, room)
    points = {line: _points(way, boxes, links) for line, way in ways.items()}
    return Drawing({name: boxes[name] for name in sizes}, points)


# --- layers -----------------------------------------------------------------------------------


def _levels(names: Iterable[str], lines: Sequence[Line]) -> dict[str, int]:
    """Each thing above all that it needs; what needs nothing just below what needs it first."""
    needs: dict[str, list[str]] = {name: [] for name in names}
    needed_by: dict[str, list[str]] = {name: [] for name in needs}
    for low, high in lines:
        needs[high].append(low)
        needed_by[low].append(high)
    level: dict[str, int] = {}

    def visit(name: str) -> int:
        if name not in level:
            level[name] = 1 + max((visit(other) for other in needs[name]), default=-1)
        return level[name]

    for name in needs:
        visit(name)
    leaves = [name for name in needs if not needs[name]]
    for name in leaves:
        if needed_by[name]:
            level[name] = min(level[other] for other in needed_by[name]) - 1
    return _in_rows(level, sorted(leaves, key=lambda name: -len(needed_by[name])))


def _in_rows(level: dict[str, int], leaves: Sequence[str]) -> dict[str, int]:
    """No more than a row of leaves in one layer: the others go one lower, those with few lines."""
    at = max(level.values(), default=0)
    while any(level[name] <= at for name in leaves):
        here = [name for name in leaves if level[name] == at]
        rows = max(1, ceil(len(here) / ROW))
        keep = ceil(len(here) / rows)
        level |= dict.fromkeys(here[keep:], at - 1)
        at -= 1
    lowest = min(level.values(), default=0)
    return {name: at - lowest for name, at in level.items()}


def _with_passages(
    level: dict[str, int], lines: Sequence[Line]
) -> tuple[list[Line], dict[Line, list[str]]]:
    """Lines cut at every layer that they pass, and for each whole line the way it goes."""
    ways: dict[Line, list[str]] = {}
    for low, high in lines:
        passed = range(level[low] + 1, level[high])
        between = [f"{low}>{high}>{at}" for at in passed]
        level.update(zip(between, passed, strict=True))
        ways[low, high] = [low, *between, high]
    return [link for way in ways.values() for link in pairwise(way)], ways


def _layers(level: Mapping[str, int]) -> Layers:
    layers: Layers = [[] for _ in range(1 + max(level.values(), default=0))]
    for name, at in level.items():
        layers[at].append(name)
    return layers


# --- the order in a layer ---------------------------------------------------------------------


def _ordered(layers: Layers, links: Sequence[Line]) -> Layers:
    """The layers with few crossings."""
    below, above = _neighbours(links)
    best, fewest = layers, _crossings(layers, above)
    for sweep in range(ORDER_SWEEPS):
        upward = sweep % 2 == 0
        layers = _swept(layers, below if upward else above, upward)
        crossings = _crossings(layers, above)
        if crossings < fewest:
            best, fewest = layers, crossings
    return best


def _neighbours(links: Sequence[Line]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    below: dict[str, list[str]] = {}
    above: dict[str, list[str]] = {}
    for low, high in links:
        below.setdefault(high, []).append(low)
        above.setdefault(low, []).append(high)
    return below, above


def _swept(layers: Layers, toward: Mapping[str, list[str]], upward: bool) -> Layers:
    """Each layer by the average place of its neighbours in the layer before."""
    found = [list(layer) for layer in layers]
    order = range(1, len(found)) if upward else range(len(found) - 2, -1, -1)
    for at in order:
        other = {name: i for i, name in enumerate(found[at - 1 if upward else at + 1])}
        place = {name: float(i) for i, name in enumerate(found[at])}
        for name in found[at]:
            if near := [other[one] for one in toward.get(name, ())]:
                place[name] = sum(near) / len(near)
        found[at].sort(key=lambda name: place[name])
    return found


def _crossings(layers: Layers, above: Mapping[str, list[str]]) -> int:
    count = 0
    for low, high in pairwise(layers):
        place = {name: i for i, name in enumerate(high)}
        ends = [(i, place[up]) for i, name in enumerate(low) for up in above.get(name, ())]
        count += sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(ends, 2))
    return count


# --- places -----------------------------------------------------------------------------------


def _middles(layers: Layers, links: Sequence[Line], room: Mapping[str, Size]) -> dict[str, float]:
    """The x of every middle: near its neighbours, in order, without touching."""
    near: dict[str, list[Weighted]] = {name: [] for layer in layers for name in layer}
    for low, high in links:
        weight = STRAIGHT ** sum(room[end] is PASSAGE for end in (low, high))
        near[low].append((high, weight))
        near[high].append((low, weight))
    middles: dict[str, float] = {}
    for layer in layers:
        middles |= zip(layer, _spread(layer, [(0.0, 1.0)] * len(layer), room), strict=True)
    for sweep in range(PLACE_SWEEPS):
        for layer in layers if sweep % 2 else reversed(layers):
            wanted = [_wanted(near[name] or [(name, 1.0)], middles) for name in layer]
            middles |= zip(layer, _spread(layer, wanted, room), strict=True)
    return middles


def _wanted(near: Sequence[Weighted], middles: Mapping[str, float]) -> tuple[float, float]:
    """Where something is drawn to, and how strongly."""
    total = sum(weight for _, weight in near)
    return sum(middles[name] * weight for name, weight in near) / total, total


def _spread(
    layer: Sequence[str], wanted: Sequence[tuple[float, float]], room: Mapping[str, Size]
) -> list[float]:
    """The places nearest to what is wanted (least squares) that keep the order and the gaps.

    Without the gaps the places only have to go up. So neighbours that want to pass each other
    share one place, the weighted average of what they want, until nobody wants to pass.
    """
    offsets = [0.0, *accumulate(_apart(room[a], room[b]) for a, b in pairwise(layer))]
    groups: list[tuple[float, float, int]] = []
    for (place, weight), offset in zip(wanted, offsets, strict=False):
        group = (place - offset, weight, 1)
        while groups and groups[-1][0] > group[0]:
            group = _together(groups.pop(), group)
        groups.append(group)
    places = [place for place, _, count in groups for _ in range(count)]
    return [place + offset for place, offset in zip(places, offsets, strict=False)]


def _apart(left: Size, right: Size) -> float:
    """How far apart the middles of two neighbours are at least."""
    gap = PASSAGE_GAP if left is PASSAGE and right is PASSAGE else GAP_X
    return gap + (left.width + right.width) / 2 + left.beside


def _together(
    left: tuple[float, float, int], right: tuple[float, float, int]
) -> tuple[float, float, int]:
    weight = left[1] + right[1]
    return (left[0] * left[1] + right[0] * right[1]) / weight, weight, left[2] + right[2]


def _boxes(
    layers: Layers, middles: Mapping[str, float], room: Mapping[str, Size]
) -> dict[str, Box]:
    """Boxes in whole pixels, the highest layer on top."""
    start = min((middles[name] - room[name].width / 2 for name in middles), default=0.0)
    boxes: dict[str, Box] = {}
    y = TOP
    for layer in reversed(layers):
        height = max((room[name].height for name in layer), default=0)
        for name in layer:
            width = room[name].width
            x = LEFT + round(middles[name] - width / 2 - start)
            boxes[name] = Box(x, y, width, height)
        y += height + GAP_Y
    return boxes


def _points(
    way: Sequence[str], boxes: Mapping[str, Box], links: Sequence[Line]
) -> tuple[Point, ...]:
    """From the top of the lowest box, straight through each layer, to the foot of the highest."""
    start, *passed, end = way
    points = [(round(boxes[start].middle), boxes[start].y)]
    for name in passed:
        box = boxes[name]
        points += [(round(box.middle), box.y + box.height), (round(box.middle), box.y)]
    last = way[-2]
    coming = sorted({low for low, high in links if high == end}, key=lambda low: boxes[low].middle)
    foot = boxes[end]
    step = foot.width / (len(coming) + 1)
    points.append((round(foot.x + step * (coming.index(last) + 1)), foot.y + foot.height))
    return tuple(points)
