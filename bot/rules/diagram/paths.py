"""The cheapest way through the diagram to a wanted outcome, and the likeliest combination."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.diagram import TERMINAL, Diagram, Node
from bot.rules.diagram.residual import Residual
from bot.rules.evaluate import Given
from bot.rules.model.ids import QuestionId
from bot.rules.model.questions.registry import kind_of
from bot.rules.model.questions.variable import Variable

Price: TypeAlias = "int | None"
"""What it costs to give a variable a value; None: that cannot be."""

Prices: TypeAlias = Sequence[Sequence[Price]]
"""Per variable, per value. A question with several variables costs what its dearest one costs."""

Assignment: TypeAlias = dict[int, tuple[int, ...]]
"""Variable -> the values that do equally well (the first is the one that was taken)."""

State: TypeAlias = tuple[Node, int]
"""A node, and what was already paid for its question."""

Step: TypeAlias = tuple[int, State]
"""What a value costs, and where it leads."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to an outcome: what it costs and which values it takes."""

    cost: int
    values: Assignment = field(default_factory=dict)


class Search:
    """Looks for the cheapest ways through a pack's diagram, at fixed prices."""

    def __init__(self, compiled: Compiled, prices: Prices) -> None:
        self._diagram = compiled.diagram
        self._prices = prices
        self._question = [variable.question for variable in compiled.variables.all]
        self._known: dict[State, list[Step | None]] = {}

    def cheapest(self, root: Node, goal: Callable[[Hashable], bool]) -> Way | None:
        """The cheapest way from a root to a terminal that is a goal, or None when there is none."""
        best: dict[State, Price] = {}
        stack: list[State] = [(root, 0)]
        while stack:
            state = stack[-1]
            if state not in best:
                steps = self._steps(state)
                missing = [step[1] for step in steps if step and step[1] not in best]
                if missing:
                    stack += missing
                    continue
                best[state] = self._cost(state, steps, goal, best)
            stack.pop()
        cost = best[root, 0]
        return None if cost is None else Way(cost, self._walk(root, best))

    def _steps(self, state: State) -> list[Step | None]:
        """Per value, the step that it is; None where it cannot be."""
        if state not in self._known:
            node, paid = state
            level = self._diagram.level[node]
            prices = self._prices[level] if level != TERMINAL else ()
            self._known[state] = [
                None
                if price is None
                else (max(0, price - paid), self._after(level, child, max(paid, price)))
                for child, price in zip(self._diagram.children[node], prices, strict=True)
            ]
        return self._known[state]

    def _after(self, level: int, child: Node, paid: int) -> State:
        below = self._diagram.level[child]
        same = below != TERMINAL and self._question[below] == self._question[level]
        return child, paid if same else 0

    def _cost(
        self,
        state: State,
        steps: list[Step | None],
        goal: Callable[[Hashable], bool],
        best: Mapping[State, Price],
    ) -> Price:
        if self._diagram.level[state[0]] == TERMINAL:
            return 0 if goal(self._diagram.value[state[0]]) else None
        return min((cost for cost in _costs(steps, best) if cost is not None), default=None)

    def _walk(self, root: Node, best: Mapping[State, Price]) -> Assignment:
        taken: Assignment = {}
        state: State = (root, 0)
        while (level := self._diagram.level[state[0]]) != TERMINAL:
            steps = self._steps(state)
            costs = _costs(steps, best)
            first = costs.index(best[state])
            chosen = steps[first]
            assert chosen is not None
            taken[level] = tuple(i for i, step in enumerate(steps) if step == chosen)
            state = chosen[1]
        return taken


def _costs(steps: list[Step | None], best: Mapping[State, Price]) -> list[Price]:
    """Per value, what the way over it costs."""
    costs: list[Price] = []
    for step in steps:
        rest = None if step is None else best[step[1]]
        costs.append(None if step is None or rest is None else step[0] + rest)
    return costs


def irreducible(diagram: Diagram, node: Node, values: Mapping[int, int]) -> dict[int, int]:
    """Values of variables that make a yes/no function certain, without those it can do without."""
    kept = dict(values)
    for level in sorted(values, reverse=True):
        fewer = {other: value for other, value in kept.items() if other != level}
        if _is_certain(diagram, node, fewer):
            kept = fewer
    return kept


def _is_certain(diagram: Diagram, node: Node, values: Mapping[int, int]) -> bool:
    """Whether a function is true whatever the other variables are."""
    stack, seen = [node], {node}
    while stack:
        here = stack.pop()
        if here == diagram.false:
            return False
        level, children = diagram.level[here], diagram.children[here]
        for child in (children[values[level]],) if level in values else children:
            if child not in seen:
                seen.add(child)
                stack.append(child)
    return True


def likeliest_values(
    compiled: Compiled, left: Residual, root: Node, outcome: Hashable
) -> dict[QuestionId, Given]:
    """Complete values that agree with the answers and give this outcome, each the likeliest."""
    pairs = zip(compiled.variables.all, left.allowed, strict=True)
    indexes = [_heaviest(variable, values) for variable, values in pairs]
    for level, place in left.likeliest_way(root, outcome).items():
        indexes[level] = left.allowed[level][place]
    return values_of(compiled, indexes)


def _heaviest(variable: Variable, values: Sequence[int]) -> int:
    return max(values, key=lambda index: (variable.weights[index], -index))


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
    own, picks = [variables[level] for level in levels], [indexes[level] for level in levels]
    return kind_of(question).value(question, own, picks)
