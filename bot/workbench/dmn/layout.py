"""Where the boxes and lines of a decision requirements diagram go.

Boxes stand in layers, what is needed below what needs it; their order and places are those of
``bot.workbench.layout``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import TypeAlias

from bot.workbench.layout import Gaps, Room, levels, middles, ordered

Point: TypeAlias = tuple[int, int]
Line: TypeAlias = tuple[str, str]
"""A line runs from what is needed to what needs it."""
Layers: TypeAlias = list[list[str]]

GAP_X, GAP_Y = 24, 80
LEFT, TOP = 40, 100
"""The margins; editors put the name of the file over the top left corner."""

ROW = 12
"""More leaves than this in one layer are put in rows."""


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
    layers = ordered(_layers(level), links)
    sized = {name: sizes.get(name, PASSAGE) for layer in layers for name in layer}
    room = {name: Room(s.width, s.beside, s is PASSAGE) for name, s in sized.items()}
    places = middles(layers, links, room, Gaps(GAP_X, PASSAGE_GAP))
    boxes = _boxes(layers, places, sized)
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
    level = levels(needs)
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


# --- places -----------------------------------------------------------------------------------


def _boxes(layers: Layers, places: Mapping[str, float], room: Mapping[str, Size]) -> dict[str, Box]:
    """Boxes in whole pixels, the highest layer on top."""
    start = min((places[name] - room[name].width / 2 for name in places), default=0.0)
    boxes: dict[str, Box] = {}
    y = TOP
    for layer in reversed(layers):
        height = max((room[name].height for name in layer), default=0)
        for name in layer:
            width = room[name].width
            x = LEFT + round(places[name] - width / 2 - start)
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
