"""Which rule gives the outcome of a decision, as a function in the diagram.

The rule is the id of a row, the ids of the shifts that moved the outcome, or the cell of a matrix;
``anders`` where no row holds. Points have no single rule, and neither have the rows that make a
set together: there the rule is empty and only the outcome tells.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from typing import NamedTuple, cast

from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.diagram import Node
from bot.rules.diagram.terminals import only_one
from bot.rules.evaluate import Result
from bot.rules.explain.why import OTHERWISE
from bot.rules.model.decisions.adjustment import Adjustment
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.decisions.table import Table
from bot.rules.model.ids import NO_RULE

AND = " + "
"""Between the ids of shifts that fire together."""


class Fired(NamedTuple):
    """The rule that fired, and the outcome of its decision."""

    rule: str
    outcome: Result


def fired(compiled: Compiled, decision: Decision) -> Node:
    """A function whose values are ``Fired``."""
    diagram, root = compiled.diagram, compiled.roots[decision.id]
    return diagram.apply(_both, _rules(compiled, decision), root)


def _both(rule: Hashable, outcome: Hashable) -> Hashable:
    return Fired(str(rule), cast("Result", outcome))


def _rules(compiled: Compiled, decision: Decision) -> Node:
    logic, diagram = decision.logic, compiled.diagram
    if isinstance(logic, Table) and logic.hit == "first":
        return _first(compiled, decision, OTHERWISE)
    if isinstance(logic, Table) and logic.hit == "unique":
        return _unique(compiled, decision)
    if isinstance(logic, Matrix):
        return _first(compiled, decision, NO_RULE)
    if isinstance(logic, Adjustment):
        return _shifts(compiled, decision)
    return diagram.terminal("")


def rules_of(compiled: Compiled, decision: Decision) -> dict[str, Node]:
    """The rules of a decision that are valid on the day, in order, with where each holds."""
    return {rule: node for (id, rule), node in compiled.rows.items() if id == decision.id}


def _first(compiled: Compiled, decision: Decision, otherwise: str) -> Node:
    diagram = compiled.diagram
    node = diagram.terminal(otherwise)
    for rule, when in reversed(rules_of(compiled, decision).items()):
        node = diagram.ite(when, diagram.terminal(rule), node)
    return node


def _unique(compiled: Compiled, decision: Decision) -> Node:
    diagram = compiled.diagram
    none = node = diagram.terminal(None)
    for rule, when in reversed(rules_of(compiled, decision).items()):
        here = diagram.ite(when, diagram.terminal(rule), none)
        node = diagram.apply(only_one, here, node)
    return diagram.map_terminals(lambda rule: OTHERWISE if rule is None else rule, node)


def _shifts(compiled: Compiled, decision: Decision) -> Node:
    diagram = compiled.diagram
    node = diagram.terminal("")
    for rule, when in rules_of(compiled, decision).items():
        longer = diagram.map_terminals(partial(_joined, rule), node)
        node = diagram.ite(when, longer, node)
    return node


def _joined(rule: str, before: Hashable) -> Hashable:
    return f"{before}{AND}{rule}" if before else rule
