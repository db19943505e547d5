"""Many functions of one diagram put together as one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from fractions import Fraction
from typing import TypeAlias, cast

from bot.rules.diagram.diagram import Diagram, Node
from bot.rules.model.ids import MORE_THAN_ONE

Operation: TypeAlias = Callable[[Hashable, Hashable], Hashable]
Case: TypeAlias = tuple[Node, Hashable]
"""Where something holds, and what the value is there."""


def deepest_first(diagram: Diagram, nodes: Iterable[Node]) -> list[Node]:
    """The nodes, in the order in which putting them together takes the fewest steps."""
    return sorted(nodes, key=lambda node: -diagram.level[node])


def folded(
    diagram: Diagram, operation: Operation, nothing: Hashable, parts: Iterable[Node]
) -> Node:
    """The parts put together pairwise, the deepest first."""
    node = diagram.terminal(nothing)
    for part in deepest_first(diagram, parts):
        node = diagram.apply(operation, part, node)
    return node


def added(diagram: Diagram, parts: Iterable[Node]) -> Node:
    """Points added up."""
    return folded(diagram, _add, Fraction(0), parts)


def _add(first: Hashable, second: Hashable) -> Hashable:
    return cast("Fraction", first) + cast("Fraction", second)


def first_of(diagram: Diagram, cases: list[Case], rest: Hashable) -> Node:
    """The value of the first case that holds."""
    node = diagram.terminal(rest)
    for when, value in reversed(cases):
        node = diagram.ite(when, diagram.terminal(value), node)
    return node


def only_of(diagram: Diagram, cases: list[Case], rest: Hashable) -> Node:
    """The value of the one case that holds; ``MORE_THAN_ONE`` where it is not the only one."""
    none = node = diagram.terminal(None)
    for when, value in reversed(cases):
        here = diagram.ite(when, diagram.terminal(value), none)
        node = diagram.apply(_only_one, here, node)
    return diagram.map_terminals(lambda value: rest if value is None else value, node)


def _only_one(first: Hashable, second: Hashable) -> Hashable:
    if first is None or second is None:
        return second if first is None else first
    return MORE_THAN_ONE
