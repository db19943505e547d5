"""What a kind of decision asks of who evaluates, compiles or proves it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Protocol, TypeAlias

from bot.rules.diagram.diagram import Diagram, Node
from bot.rules.model.conditions import Condition, Value
from bot.rules.model.ids import DecisionId, InputId, Outcome

Result: TypeAlias = "Outcome | frozenset[Outcome]"


class Run(Protocol):
    """Complete values, and what follows from them."""

    on: date | None

    def value_of(self, name: InputId) -> Value:
        """The value of a question or decision; None: the question does not apply."""

    def outcome_of(self, id: DecisionId) -> Result:
        """The outcome of another decision."""

    def order_of(self, id: DecisionId) -> tuple[Outcome, ...]:
        """The outcomes of another decision, in its order."""


class OnDiagram(Protocol):
    """A pack as functions in a diagram."""

    diagram: Diagram

    def applies(self, id: InputId) -> Node:
        """Where a question applies; a decision always does."""

    def root(self, id: DecisionId) -> Node:
        """The outcome of a decision."""

    def order_of(self, id: DecisionId) -> tuple[Outcome, ...]:
        """The outcomes of a decision, in its order."""


class Compiling(OnDiagram, Protocol):
    """A pack at work to become a diagram."""

    on: date | None

    def condition(self, condition: Condition) -> Node:
        """Where a condition holds."""

    def points(self, name: InputId, per_value: Mapping[str, Fraction]) -> Node:
        """The points that the values of an input give, where it applies."""


class Space(OnDiagram, Protocol):
    """All combinations of answers to a pack that was compiled."""

    def can_hold(self, node: Node) -> bool:
        """Whether a function is true for at least one combination."""
