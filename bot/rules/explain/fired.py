"""Which rule gives the outcome of a decision, as a function in the diagram.

The rule is the id of a row, the ids of the shifts that moved the outcome, or the cell of a matrix;
``anders`` where no row holds. Points have no single rule, and neither have the rows that make a
set together: there the rule is empty and only the outcome tells.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple, cast

from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.diagram import Node
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.rooms import Result


class Fired(NamedTuple):
    """The rule that fired, and the outcome of its decision."""

    rule: str
    outcome: Result


def fired(compiled: Compiled, decision: Decision) -> Node:
    """A function whose values are ``Fired``."""
    diagram, root = compiled.diagram, compiled.roots[decision.id]
    rule = decision.logic.firing(diagram, compiled.fires[decision.id])
    return diagram.apply(_both, rule, root)


def _both(rule: Hashable, outcome: Hashable) -> Hashable:
    return Fired(str(rule), cast("Result", outcome))
