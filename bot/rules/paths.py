"""The cheapest way through the diagram to a wanted outcome, and the likeliest combination."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.rules.compile import Compiled
from bot.rules.diagram import TERMINAL, Node
from bot.rules.evaluate import Given
from bot.rules.pack import QuestionId
from bot.rules.residual import Residual

Price: TypeAlias = "int | None"
"""What it costs to give a variable a value; None: that cannot be."""

Prices: TypeAlias = Sequence[Sequence[Price]]
"""Per variable, per value. A question with several variables costs what its dearest one costs."""

Assignment: TypeAlias = dict[int, tuple[int, ...]]
"""Variable -> the values that do equally well (the first is the one that was taken)."""

State: TypeAlias = tuple[Node, int]
"""A node, and what was already paid for its question."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to an outcome: what it costs and which values it takes."""

    cost: int
    values: Assignment = field(default_factory=dict)


def cheapest(
    compiled: Compiled, root: Node, goal: Callable[[Hashable], bool], prices: Prices
) -> Way | None:
    """The cheapest way from a root to a terminal that is a goal, or None when there is none."""
    return _Search(compiled, goal, prices).run(root)


class _Search:
    def __init__(
        self, compiled: Compiled, goal: Callable[[Hashable], bool], prices: Prices
    ) -> None:
        self.diagram = compiled.diagram
        self.goal = goal
        self.prices = prices
        self.question = [variable.question for variable in compiled.variables.all]
        self.best: dict[State, Price] = {}

    def run(self, root: Node) -> Way | None:
        stack: list[State] = [(root, 0)]
        while stack:
            state = stack[-1]
            if state not in self.best:
                missing = [s for s in self._next(state) if s is not None and s not in self.best]
                if missing:
                    stack += missing
                    continue
                self.best[state] = self._cost(state)
            stack.pop()
        cost = self.best[root, 0]
        return None if cost is None else Way(cost, self._walk(root))

    def _next(self, state: State) -> list[State | None]:
        """Per value, the state it leads to; None where it cannot be."""
        node, paid = state
        level = self.diagram.level[node]
        if level == TERMINAL:
            return []
        question, found = self.question[level], []
        for child, price in zip(self.diagram.children[node], self.prices[level], strict=True):
            below = self.diagram.level[child]
            same = below != TERMINAL and self.question[below] == question
            found.append(
                None if price is None else (child, max(paid, price) if same else 0),
            )
        return found

    def _cost(self, state: State) -> Price:
        node, _ = state
        if self.diagram.level[node] == TERMINAL:
            return 0 if self.goal(self.diagram.value[node]) else None
        return min((cost for cost in self._costs(state) if cost is not None), default=None)

    def _costs(self, state: State) -> list[Price]:
        """Per value, what the way over it costs."""
        node, paid = state
        found: list[Price] = []
        for after, price in zip(
            self._next(state), self.prices[self.diagram.level[node]], strict=True
        ):
            rest = None if after is None else self.best[after]
            extra = None if price is None else max(0, price - paid)
            found.append(None if rest is None or extra is None else extra + rest)
        return found

    def _walk(self, root: Node) -> Assignment:
        taken: Assignment = {}
        state: State = (root, 0)
        while (level := self.diagram.level[state[0]]) != TERMINAL:
            costs, after = self._costs(state), self._next(state)
            first = costs.index(self.best[state])
            taken[level] = tuple(
                i
                for i, step in enumerate(after)
                if step == after[first] and costs[i] == costs[first]
            )
            chosen = after[first]
            assert chosen is not None
            state = chosen
        return taken


def likeliest_values(
    compiled: Compiled, left: Residual, root: Node, outcome: Hashable
) -> dict[QuestionId, Given]:
    """Complete values that agree with the answers and give this outcome, each the likeliest."""
    indexes = [
        max(values, key=lambda i, v=variable: (v.weights[i], -i))  # type: ignore[misc]
        for variable, values in zip(compiled.variables.all, left.allowed, strict=True)
    ]
    for level, place in left.likeliest_way(root, outcome).items():
        indexes[level] = left.allowed[level][place]
    return values_of(compiled, indexes)


def values_of(compiled: Compiled, indexes: Sequence[int]) -> dict[QuestionId, Given]:
    """The values of the questions, for one value of each variable."""
    return {
        name: _value(compiled, name, levels, indexes)
        for name, levels in compiled.variables.of.items()
    }


def _value(
    compiled: Compiled, name: QuestionId, levels: Sequence[int], indexes: Sequence[int]
) -> Given:
    question, variables = compiled.questions[name], compiled.variables.all
    if question.kind == "multi":
        return frozenset(variables[level].option or "" for level in levels if indexes[level])
    variable, index = variables[levels[0]], indexes[levels[0]]
    if variable.intervals:
        return variable.intervals[index].sample(question.minimum, question.maximum)
    return variable.values[index]
