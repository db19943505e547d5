"""Shifts of the outcome of another decision."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from operator import ne
from typing import Any

from bot.rules.diagram.diagram import Diagram, Node
from bot.rules.model.conditions import Condition, holds
from bot.rules.model.decisions.decision import Below, Clash, Fires, Logic, Rule, Version
from bot.rules.model.decisions.rooms import Compiling, Result, Run, Space
from bot.rules.model.ids import DecisionId, Outcome
from bot.rules.model.own_key import OwnKey
from bot.rules.model.renaming import Renaming

AND = " + "
"""Between the ids of shifts that fire together."""


_LISTED = {"type": "array", "items": {"$ref": "#/$defs/schuif"}}


@dataclass(frozen=True, slots=True)
class Shift:
    """If ``when`` holds, move ``steps`` along the order, within ``at_least`` and ``at_most``.

    A bound never moves an outcome against the direction of the step.
    """

    id: str
    when: Condition
    steps: int
    at_most: Outcome | None = None
    at_least: Outcome | None = None
    why: str = ""
    sources: tuple[str, ...] = ()
    interpretation: str = ""

    @property
    def rule(self) -> Rule:
        """The shift as a rule like any other."""
        return Rule(
            self.id,
            why=self.why,
            sources=self.sources,
            when=self.when,
            interpretation=self.interpretation,
        )

    def moved(self, order: Sequence[Outcome], outcome: Outcome) -> Outcome:
        """Where it brings an outcome; one outside the order stays what it is."""
        if outcome not in order:
            return outcome
        start = order.index(outcome)
        target = start + self.steps
        if self.at_most is not None:
            target = min(target, order.index(self.at_most))
        if self.at_least is not None:
            target = max(target, order.index(self.at_least))
        if self.steps >= 0:
            target = max(start, target)
        if self.steps <= 0:
            target = min(start, target)
        return order[max(0, min(target, len(order) - 1))]

    def moved_in(self, diagram: Diagram, order: Sequence[Outcome], node: Node) -> Node:
        """Where it brings the outcomes of a function."""
        return diagram.map_terminals(lambda outcome: self.moved(order, str(outcome)), node)


@dataclass(frozen=True, slots=True)
class Adjustment(Logic):
    """Moves the outcome of decision ``base`` by every shift that holds, one after the other."""

    word = "bijstelling"
    keys = (
        OwnKey("van", "", "id", needed=True),
        OwnKey(
            "rijen",
            "",
            "list",
            needed=True,
            tighter=_LISTED,
        ),
    )
    lists_outcomes = False
    names_rules = True

    base: DecisionId
    shifts: tuple[Shift, ...]

    # --- in the files of a pack ---

    @classmethod
    def below(cls, item: Mapping[str, Any]) -> DecisionId | None:
        """The decision whose outcome it moves."""
        return str(item["van"]) if "van" in item else None

    # --- what it says ---

    def renamed(self, id: DecisionId, names: Renaming) -> Adjustment:
        """Its shifts; it moves the same decision."""
        shifts = tuple(
            replace(
                shift,
                when=names.condition(shift.when),
                at_most=names.outcome(id, shift.at_most),
                at_least=names.outcome(id, shift.at_least),
            )
            for shift in self.shifts
        )
        return replace(self, shifts=shifts)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Its shifts."""
        return tuple(shift.rule for shift in self.shifts)

    def arranged(self, ids: Sequence[str]) -> Adjustment:
        """The same with only these shifts, in this order."""
        shifts = {shift.id: shift for shift in self.shifts}
        return replace(self, shifts=tuple(shifts[name] for name in ids))

    @property
    def in_order(self) -> bool:
        """A bound makes it matter which shift comes first."""
        return True

    @property
    def moves(self) -> DecisionId | None:
        """The decision below it."""
        return self.base

    def can_give(self, on: date | None, of: Below) -> frozenset[Outcome]:
        """All that the decision below it can give."""
        return of(self.base)

    # --- what follows from it ---

    def decide(self, run: Run) -> tuple[Result, tuple[str, ...]]:
        """The outcome below, moved by every shift that holds."""
        outcome, order = str(run.outcome_of(self.base)), run.order_of(self.base)
        holding = [shift for shift in self.shifts if holds(shift.when, run.value_of)]
        for shift in holding:
            outcome = shift.moved(order, outcome)
        return outcome, tuple(shift.id for shift in holding)

    def compile(self, at: Compiling) -> tuple[Node, dict[str, Node]]:
        """The outcome below, moved by every shift that holds."""
        node, order = at.root(self.base), at.order_of(self.base)
        fires = {}
        for shift in self.shifts:
            fires[shift.id] = at.condition(shift.when)
            after = shift.moved_in(at.diagram, order, node)
            node = at.diagram.ite(fires[shift.id], after, node)
        return node, fires

    def firing(self, diagram: Diagram, fires: Fires) -> Node:
        """The shifts that hold, joined by ``AND``."""
        node = diagram.terminal("")
        for rule, when in fires.items():
            longer = diagram.map_terminals(partial(_joined, rule), node)
            node = diagram.ite(when, longer, node)
        return node

    # --- what is wrong with it, and what changed ---

    def clashes(self, space: Space, fires: Fires) -> Iterator[Clash]:
        """Shifts that can hold, but then never move anything."""
        diagram, order = space.diagram, space.order_of(self.base)
        node = space.root(self.base)
        for shift in self.shifts:
            when = fires[shift.id]
            after = shift.moved_in(diagram, order, node)
            moved = diagram.both(when, diagram.apply(ne, after, node))
            if space.can_hold(when) and not space.can_hold(moved):
                yield Clash("hidden", (shift.id,), when)
            node = diagram.ite(when, after, node)

    def manner(self) -> Hashable:
        """The decision below it."""
        return self.base

    def versions(self, on: date | None) -> dict[str, Version]:
        """Its shifts."""
        return {
            shift.id: Version(shift.rule, (shift.when, shift.steps, shift.at_most, shift.at_least))
            for shift in self.shifts
        }


def _joined(rule: str, before: Hashable) -> Hashable:
    return f"{before}{AND}{rule}" if before else rule
