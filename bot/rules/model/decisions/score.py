"""Points, and the bands that turn them into an outcome."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import cast

from bot.rules.diagram.diagram import Node
from bot.rules.diagram.folds import added, folded
from bot.rules.model.conditions import Condition, ValueOf, holds, named
from bot.rules.model.decisions.decision import Below, Logic, Rule, Version
from bot.rules.model.decisions.rooms import Compiling, Result, Run, Space
from bot.rules.model.ids import NO_RULE, NOT_APPLICABLE, DecisionId, InputId, Outcome
from bot.rules.model.own_key import OwnKey
from bot.rules.model.renaming import Renaming

BAND = "band "
"""What the id of a band among the versions of rules begins with, before its outcome."""


@dataclass(frozen=True, slots=True)
class Item:
    """Points for one input: either per value of ``input``, or ``points`` when ``when`` holds."""

    input: InputId | None = None
    per_value: Mapping[str, Fraction] = field(default_factory=dict)
    when: Condition | None = None
    points: Fraction = Fraction(0)
    why: str = ""
    interpretation: str = ""

    def earned(self, value_of: ValueOf) -> Fraction | None:
        """The points that it gives for these values; None when it doesn't count."""
        if self.input is None:
            counts = self.when is None or holds(self.when, value_of)
            return self.points if counts else None
        value = value_of(self.input)
        if value is None:
            return self.per_value.get(NOT_APPLICABLE)
        return sum((self.per_value.get(name, Fraction(0)) for name in named(value)), Fraction(0))

    def compile(self, at: Compiling) -> tuple[Node, Node]:
        """Where it counts, and its points there."""
        diagram = at.diagram
        if self.input is None:
            when = diagram.true if self.when is None else at.condition(self.when)
            return when, diagram.terminal(self.points)
        applies, points = at.applies(self.input), at.points(self.input, self.per_value)
        if NOT_APPLICABLE not in self.per_value:
            return applies, points
        otherwise = diagram.terminal(self.per_value[NOT_APPLICABLE])
        return diagram.true, diagram.ite(applies, points, otherwise)

    def takes_part(self, space: Space) -> Node:
        """Where it counts in an average, as far as that is not seen from its points."""
        if self.input is None:
            return space.diagram.false if self.points else space.diagram.true
        if NOT_APPLICABLE in self.per_value:
            return space.diagram.true
        return space.applies(self.input)


@dataclass(frozen=True, slots=True)
class Band:
    """From ``start`` points on (None: from the bottom), the outcome is ``then``."""

    start: Fraction | None
    then: Outcome
    interpretation: str = ""


@dataclass(frozen=True, slots=True)
class Score(Logic):
    """Points, summed or averaged over the items that apply, cut into bands from low to high."""

    word = "punten"
    keys = (
        OwnKey("tel", "", "count"),
        OwnKey("items", "", "items", needed=True),
        OwnKey("banden", "", "bands", needed=True),
    )
    has_points = True

    items: tuple[Item, ...]
    bands: tuple[Band, ...]
    average: bool = False

    # --- what it says ---

    @property
    def way(self) -> str:
        """How its points are counted."""
        return "average" if self.average else "sum"

    def renamed(self, id: DecisionId, names: Renaming) -> Score:
        """Its items and its bands."""
        bands = tuple(replace(band, then=names.value(id, band.then)) for band in self.bands)
        return replace(self, items=tuple(_renamed(item, names) for item in self.items), bands=bands)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Its items, by their number from 0."""
        return tuple(
            Rule(
                str(index),
                why=item.why,
                when=item.when,
                input=item.input,
                per_value=item.per_value,
                interpretation=item.interpretation,
                points=item.points,
            )
            for index, item in enumerate(self.items)
        )

    def can_give(self, on: date | None, of: Below) -> frozenset[Outcome]:
        """The outcomes of its bands, and no rule where the lowest has a start."""
        open_below = not self.bands or self.bands[0].start is not None
        return frozenset((*(band.then for band in self.bands), *([NO_RULE] if open_below else [])))

    def starts_at(self, outcome: Outcome) -> Fraction | None:
        """Where the first band with this outcome starts that has a start."""
        starts = (band.start for band in self.bands if band.then == outcome)
        return next((start for start in starts if start is not None), None)

    def band_of(self, points: Fraction) -> Outcome:
        """The outcome of the band that a number of points falls in."""
        reached = [band.then for band in self.bands if band.start is None or points >= band.start]
        return reached[-1] if reached else NO_RULE

    # --- what follows from it ---

    def decide(self, run: Run) -> tuple[Result, tuple[str, ...]]:
        """The band of the points, by the items that gave any."""
        counted = self._counted(run.value_of)
        fired = tuple(str(index) for index, points in counted.items() if points)
        return self.band_of(self._total(counted)), fired

    @property
    def limits(self) -> tuple[tuple[Fraction | None, Outcome], ...]:
        """The starts of its bands, from low to high."""
        return tuple((band.start, band.then) for band in self.bands)

    def points(self, value_of: ValueOf) -> Fraction | None:
        """The sum, or the average over the items that apply (0 when none does)."""
        return self._total(self._counted(value_of))

    def _counted(self, value_of: ValueOf) -> dict[int, Fraction]:
        earned = (item.earned(value_of) for item in self.items)
        return {index: points for index, points in enumerate(earned) if points is not None}

    def _total(self, counted: Mapping[int, Fraction]) -> Fraction:
        return self._divided(sum(counted.values(), Fraction(0)), len(counted))

    def _divided(self, points: Fraction, count: int) -> Fraction:
        return points / count if self.average and count else points

    def compile(self, at: Compiling) -> tuple[Node, dict[str, Node]]:
        """The band of the points that the items give together."""
        diagram, fires = at.diagram, dict[str, Node]()
        zero, nothing = diagram.terminal(Fraction(0)), diagram.terminal((Fraction(0), 0))
        parts = []
        for index, item in enumerate(self.items):
            counts, points = item.compile(at)
            earned = diagram.ite(counts, points, zero)
            fires[str(index)] = diagram.map_terminals(bool, earned)
            if self.average:
                pairs = diagram.map_terminals(lambda points: (points, 1), points)
                earned = diagram.ite(counts, pairs, nothing)
            parts.append(earned)
        if self.average:
            node = folded(diagram, _add_pairs, (Fraction(0), 0), parts)
            return diagram.map_terminals(self._band_of_pair, node), fires
        node = added(diagram, parts)
        return diagram.map_terminals(lambda p: self.band_of(cast("Fraction", p)), node), fires

    def _band_of_pair(self, pair: Hashable) -> Outcome:
        """The band of a pair (points, how many items count)."""
        return self.band_of(self._divided(*cast("tuple[Fraction, int]", pair)))

    # --- what is wrong with it, and what changed ---

    def counts_in(self, space: Space, rule: str, fires: Node) -> Node:
        """Where an item counts. One without points counts all the same in an average."""
        if not self.average:
            return fires
        return space.diagram.either(fires, self.items[int(rule)].takes_part(space))

    def manner(self) -> Hashable:
        """Whether it is an average."""
        return self.average

    def versions(self, on: date | None) -> dict[str, Version]:
        """Items by what they look at (they have no id), and bands by their outcome."""
        versions = {}
        for number, item in enumerate(self.items, start=1):
            name = item.input or f"punten {number}"
            does = (item.when, item.points, tuple(sorted(item.per_value.items())))
            versions[name] = Version(Rule(name, why=item.why, when=item.when), does)
        for band in self.bands:
            name = f"{BAND}{band.then}"
            versions[name] = Version(Rule(name, band.then), band.start)
        return versions


def _add_pairs(first: Hashable, second: Hashable) -> Hashable:
    """Pairs (points, how many items count) added."""
    points, count = cast("tuple[Fraction, int]", first)
    more, others = cast("tuple[Fraction, int]", second)
    return points + more, count + others


def _renamed(item: Item, names: Renaming) -> Item:
    """An item with points, in other names."""
    when = None if item.when is None else names.condition(item.when)
    if item.input is None:
        return replace(item, when=when)
    per_value = {names.value(item.input, v): points for v, points in item.per_value.items()}
    return replace(item, when=when, input=names.input(item.input), per_value=per_value)
