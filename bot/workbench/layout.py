"""Puts things in layers in an order with few crossings, near what they are joined to.

The steps are the usual ones (Sugiyama, Tagawa and Toda, 1981). A line that passes a layer gets a
gap there, so that no line crosses a thing. The order within a layer is the one with the fewest
crossings that some sweeps find; then everything moves as near to its neighbours as the order and
the room allow. Everything is deterministic: the same graph gives the same picture.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import accumulate, combinations, pairwise
from typing import NamedTuple, TypeVar

Thing = TypeVar("Thing", bound=Hashable)
ORDER_SWEEPS, PLACE_SWEEPS = 24, 200
STRAIGHT = 8.0
"""How much more a line wants to be straight where it passes a layer."""


class Room(NamedTuple):
    """How much of its layer a thing takes, in pixels: its size, and room kept free behind it.

    ``passing``: it is a line that passes.
    """

    size: float
    beside: float = 0
    passing: bool = False


class Gaps(NamedTuple):
    """How far apart neighbours are at least, in pixels, and two lines that pass."""

    things: float
    lines: float


def levels(needs: Mapping[Thing, Sequence[Thing]]) -> dict[Thing, int]:
    """The layer of each thing: one past the last of those it needs. There is no circle."""
    level: dict[Thing, int] = {}

    def visit(thing: Thing) -> int:
        if thing not in level:
            level[thing] = 1 + max(map(visit, needs[thing]), default=-1)
        return level[thing]

    for thing in needs:
        visit(thing)
    return level


# --- the order in a layer ---------------------------------------------------------------------


def ordered(layers: list[list[Thing]], links: Sequence[tuple[Thing, Thing]]) -> list[list[Thing]]:
    """The layers with few crossings. A link runs from a layer to the next."""
    before, after = _neighbours(links)
    best, fewest = layers, _crossings(layers, after)
    for sweep in range(ORDER_SWEEPS):
        forward = sweep % 2 == 0
        layers = _swept(layers, before if forward else after, forward)
        crossings = _crossings(layers, after)
        if crossings < fewest:
            best, fewest = layers, crossings
    return best


def _neighbours(
    links: Sequence[tuple[Thing, Thing]],
) -> tuple[dict[Thing, list[Thing]], dict[Thing, list[Thing]]]:
    before: dict[Thing, list[Thing]] = {}
    after: dict[Thing, list[Thing]] = {}
    for start, end in links:
        before.setdefault(end, []).append(start)
        after.setdefault(start, []).append(end)
    return before, after


def _swept(
    layers: list[list[Thing]], toward: Mapping[Thing, list[Thing]], forward: bool
) -> list[list[Thing]]:
    """Each layer by the average place of its neighbours in the layer before."""
    swept = [list(layer) for layer in layers]
    order = range(1, len(swept)) if forward else range(len(swept) - 2, -1, -1)
    for at in order:
        other = {thing: i for i, thing in enumerate(swept[at - 1 if forward else at + 1])}
        place = {thing: float(i) for i, thing in enumerate(swept[at])}
        for thing in swept[at]:
            if near := [other[neighbour] for neighbour in toward.get(thing, ())]:
                place[thing] = sum(near) / len(near)
        swept[at].sort(key=place.__getitem__)
    return swept


def _crossings(layers: list[list[Thing]], after: Mapping[Thing, list[Thing]]) -> int:
    count = 0
    for low, high in pairwise(layers):
        place = {thing: i for i, thing in enumerate(high)}
        ends = [(i, place[end]) for i, thing in enumerate(low) for end in after.get(thing, ())]
        count += sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(ends, 2))
    return count


# --- places -----------------------------------------------------------------------------------


def middles(
    layers: Sequence[Sequence[Thing]],
    links: Sequence[tuple[Thing, Thing]],
    room: Mapping[Thing, Room],
    gaps: Gaps,
) -> dict[Thing, float]:
    """Where the middle of everything is along its layer, in pixels from a point of no meaning."""
    near: dict[Thing, list[tuple[Thing, float]]] = {t: [] for layer in layers for t in layer}
    for start, end in links:
        weight = STRAIGHT ** (room[start].passing + room[end].passing)
        near[start].append((end, weight))
        near[end].append((start, weight))
    offsets = [_offsets(layer, room, gaps) for layer in layers]
    places: dict[Thing, float] = {}
    for layer, shifts in zip(layers, offsets, strict=True):
        places |= zip(layer, _spread([(0.0, 1.0)] * len(layer), shifts), strict=True)
    whole = list(zip(layers, offsets, strict=True))
    for sweep in range(PLACE_SWEEPS):
        for layer, shifts in whole if sweep % 2 else reversed(whole):
            wanted = [_wanted(near[thing] or [(thing, 1.0)], places) for thing in layer]
            places |= zip(layer, _spread(wanted, shifts), strict=True)
    return places


def _offsets(layer: Sequence[Thing], room: Mapping[Thing, Room], gaps: Gaps) -> list[float]:
    """How far everything in a layer is at least from the first."""
    return [0.0, *accumulate(_apart(room[a], room[b], gaps) for a, b in pairwise(layer))]


def _apart(left: Room, right: Room, gaps: Gaps) -> float:
    gap = gaps.lines if left.passing and right.passing else gaps.things
    return gap + (left.size + right.size) / 2 + left.beside


def _wanted(
    near: Sequence[tuple[Thing, float]], places: Mapping[Thing, float]
) -> tuple[float, float]:
    """Where something is drawn to, and how strongly."""
    total = sum(weight for _, weight in near)
    return sum(places[thing] * weight for thing, weight in near) / total, total


def _spread(wanted: Sequence[tuple[float, float]], offsets: Sequence[float]) -> list[float]:
    """The places nearest to what is wanted (least squares) that keep the order and the gaps.

    Without the gaps the places only have to go up. So neighbours that want to pass each other
    share one place, the weighted average of what they want, until nobody wants to pass.
    """
    groups: list[tuple[float, float, int]] = []
    for (place, weight), offset in zip(wanted, offsets, strict=False):
        group = (place - offset, weight, 1)
        while groups and groups[-1][0] > group[0]:
            group = _together(groups.pop(), group)
        groups.append(group)
    places = [place for place, _, count in groups for _ in range(count)]
    return [place + offset for place, offset in zip(places, offsets, strict=False)]


def _together(
    left: tuple[float, float, int], right: tuple[float, float, int]
) -> tuple[float, float, int]:
    weight = left[1] + right[1]
    return (left[0] * left[1] + right[0] * right[1]) / weight, weight, left[2] + right[2]
