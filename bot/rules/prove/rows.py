"""Proves the rows of a pack: which never hold, which are always too late, which hold together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial, reduce
from itertools import combinations
from operator import ne

from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.diagram import Node
from bot.rules.diagram.terminals import shifted
from bot.rules.explain.fired import rules_of
from bot.rules.model.decisions.adjustment import Adjustment
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.decisions.score import Item, Score
from bot.rules.model.decisions.table import Table
from bot.rules.model.ids import NOT_APPLICABLE
from bot.rules.prove.findings import ROW_HIDDEN, ROW_NEVER, TWO_ADVICES, Finding, Level
from bot.rules.prove.space import Space


def prove_rows(compiled: Compiled, space: Space) -> Iterator[Finding]:
    """Everything to say about rows, shifts, points, cells and points of attention."""
    for decision in compiled.pack.decisions:
        logic = decision.logic
        yield from _never(compiled, space, decision)
        if isinstance(logic, Table) and logic.hit == "first":
            yield from _hidden(compiled, space, decision)
        if isinstance(logic, Table) and logic.hit == "unique":
            yield from _together(compiled, space, decision)
        if isinstance(logic, Adjustment):
            yield from _idle_shifts(compiled, space, decision, logic)
    for id, node in compiled.concerns.items():
        if not space.can_hold(node):
            yield Finding(ROW_NEVER, "fout", (id,))


def _never(compiled: Compiled, space: Space, decision: Decision) -> Iterator[Finding]:
    """Rules that hold for no combination. A matrix must be whole: there it is only a hint."""
    level: Level = "tip" if isinstance(decision.logic, Matrix) else "fout"
    for rule, node in rules_of(compiled, decision).items():
        if not space.can_hold(_counts(compiled, decision, rule, node)):
            yield Finding(ROW_NEVER, level, (f"{decision.id}.{rule}",))


def _counts(compiled: Compiled, decision: Decision, rule: str, node: Node) -> Node:
    """Where a rule holds. An item without points counts all the same in an average."""
    logic = decision.logic
    if not isinstance(logic, Score) or not logic.average:
        return node
    return compiled.diagram.either(node, _takes_part(compiled, logic.items[int(rule)]))


def _takes_part(compiled: Compiled, item: Item) -> Node:
    """Where an item counts in an average, as far as that is not seen from its points."""
    if item.input is None:
        return compiled.diagram.false if item.points else compiled.diagram.true
    if NOT_APPLICABLE in item.per_value:
        return compiled.diagram.true
    return compiled.applies.get(item.input, compiled.diagram.true)


def _hidden(compiled: Compiled, space: Space, decision: Decision) -> Iterator[Finding]:
    """Rows that can hold, but never when no earlier row does."""
    diagram = compiled.diagram
    earlier: dict[str, Node] = {}
    before = diagram.false
    for rule, node in rules_of(compiled, decision).items():
        free = diagram.both(node, diagram.negate(before))
        if space.can_hold(node) and not space.can_hold(free):
            hiding = tuple(f"{decision.id}.{other}" for other in _hiding(space, node, earlier))
            about = (f"{decision.id}.{rule}",)
            yield Finding(ROW_HIDDEN, "fout", about, hiding, space.example(node))
        earlier[rule] = node
        before = diagram.either(node, before)


def _hiding(space: Space, node: Node, earlier: dict[str, Node]) -> tuple[str, ...]:
    """Earlier rows that together hide a row and of which none can be left out; one if one does."""

    def hide(rules: list[str]) -> bool:
        held = reduce(space.diagram.either, [earlier[rule] for rule in rules], space.diagram.false)
        return not space.can_hold(space.diagram.both(node, space.diagram.negate(held)))

    alone = next((rule for rule in earlier if hide([rule])), None)
    if alone is not None:
        return (alone,)
    kept = [rule for rule in earlier if space.can_hold(space.diagram.both(node, earlier[rule]))]
    for rule in reversed(list(kept)):
        fewer = [other for other in kept if other != rule]
        if hide(fewer):
            kept = fewer
    return tuple(kept)


def _together(compiled: Compiled, space: Space, decision: Decision) -> Iterator[Finding]:
    """Pairs of rows of a table with hit policy Unique that can hold at once."""
    for (one, first), (other, second) in combinations(rules_of(compiled, decision).items(), 2):
        both = compiled.diagram.both(first, second)
        if space.can_hold(both):
            about = (f"{decision.id}.{one}", f"{decision.id}.{other}")
            yield Finding(
                TWO_ADVICES, "fout", about, (), space.example(both), count=space.count(both)
            )


def _idle_shifts(
    compiled: Compiled, space: Space, decision: Decision, adjustment: Adjustment
) -> Iterator[Finding]:
    """Shifts that can hold, but then never move anything."""
    diagram = compiled.diagram
    order = compiled.decisions[adjustment.base].outcomes
    node = compiled.roots[adjustment.base]
    for shift in adjustment.shifts:
        when = compiled.rows[decision.id, shift.id]
        after = diagram.map_terminals(partial(shifted, order, shift), node)
        moved = diagram.both(when, diagram.apply(ne, after, node))
        if space.can_hold(when) and not space.can_hold(moved):
            about = (f"{decision.id}.{shift.id}",)
            yield Finding(ROW_HIDDEN, "fout", about, (), space.example(when))
        node = diagram.ite(when, after, node)
