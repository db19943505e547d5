"""The fewest answers that make something certain: a smallest implicant of a yes/no function.

Exact within a budget of steps. A variable that is left out must not matter: what holds for each of
its values must hold together. Beyond the budget: the shortest way through the diagram, without the
answers that it can do without, and it says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import TypeAlias

from bot.rules.compare.together import Together
from bot.rules.diagram.diagram import TERMINAL, Diagram, Node, TooComplex
from bot.rules.diagram.paths import irreducible

STEPS = 5_000

State: TypeAlias = tuple[Node, Node, int]
"""What must become certain, which combinations there are, and the question that was paid for (by
its first variable; -1 for none)."""

Cost: TypeAlias = tuple[int, int]
"""How many questions are answered, and how many values that takes."""

HOPELESS: Cost = (10**6, 0)


@dataclass(frozen=True, slots=True)
class Fewest:
    """Variable -> the value that it is given; ``minimal``: with fewer answers it can't be done."""

    values: Mapping[int, int] = field(default_factory=dict)
    minimal: bool = True


def fewest(together: Together, goal: Node, *, budget: int = STEPS) -> Fewest | None:
    """The fewest answers that make ``goal`` certain, and can be given; None when it never holds."""
    diagram = together.diagram
    if diagram.both(goal, together.domain) == diagram.false:
        return None
    wanted = diagram.either(goal, diagram.negate(together.domain))
    search = _Search(together, budget)
    try:
        return Fewest(search.smallest((wanted, together.domain, -1)))
    except (_OutOfSteps, TooComplex):
        shortest = _shortest(diagram, diagram.both(goal, together.domain))
        return Fewest(irreducible(diagram, wanted, shortest), minimal=False)


class _OutOfSteps(Exception):
    """The search took longer than it may."""


class _Search:
    def __init__(self, together: Together, budget: int) -> None:
        self.diagram = together.diagram
        firsts: dict[int, int] = {}
        self.first = [
            firsts.setdefault(id(together.questions[level]), level)
            for level in range(len(together.variables))
        ]
        self.left = budget
        self.cost: dict[State, Cost] = {}

    def smallest(self, start: State) -> dict[int, int]:
        stack = [start]
        while stack:
            state = stack[-1]
            if state not in self.cost:
                ways = self._ways(state)
                missing = [after for _, after, _ in ways if after not in self.cost]
                if missing:
                    stack += missing
                    continue
                self.cost[state] = self._least(state, ways)
            stack.pop()
        return self._walk(start)

    def _least(self, state: State, ways: list[tuple[int | None, State, Cost]]) -> Cost:
        goal, domain, _ = state
        if goal == self.diagram.true:
            return (0, 0) if domain != self.diagram.false else HOPELESS
        return min((_sum(step, self.cost[after]) for _, after, step in ways), default=HOPELESS)

    def _ways(self, state: State) -> list[tuple[int | None, State, Cost]]:
        """The value (None: left open), what it leaves and what it costs."""
        goal, domain, paid = state
        diagram = self.diagram
        level = diagram.level[goal]
        if level == TERMINAL or domain == diagram.false:
            return []
        self.left -= 1
        if self.left < 0:
            raise _OutOfSteps
        while diagram.level[domain] < level:
            domain = reduce(diagram.either, diagram.children[domain])
        goals = diagram.children[goal]
        domains = self._below(domain, level, len(goals))
        asked = self.first[level]
        step = (0 if asked == paid else 1, 1)
        ways: list[tuple[int | None, State, Cost]] = [
            (value, self._state(after, there, asked), step)
            for value, (after, there) in enumerate(zip(goals, domains, strict=True))
        ]
        left_open = reduce(diagram.both, goals)
        ways.append((None, self._state(left_open, reduce(diagram.either, domains), paid), (0, 0)))
        return ways

    def _state(self, goal: Node, domain: Node, paid: int) -> State:
        """A state in which only a question that goes on is paid for."""
        level = self.diagram.level[goal]
        goes_on = level != TERMINAL and self.first[level] == paid
        return goal, domain, paid if goes_on else -1

    def _below(self, node: Node, level: int, width: int) -> tuple[Node, ...]:
        return self.diagram.children[node] if self.diagram.level[node] == level else (node,) * width

    def _walk(self, state: State) -> dict[int, int]:
        values: dict[int, int] = {}
        while ways := self._ways(state):
            best = self.cost[state]
            level = self.diagram.level[state[0]]
            value, state = next(
                (value, after)
                for value, after, step in ways
                if _sum(step, self.cost[after]) == best
            )
            if value is not None:
                values[level] = value
        return values


def _sum(cost: Cost, other: Cost) -> Cost:
    return cost[0] + other[0], cost[1] + other[1]


def _shortest(diagram: Diagram, root: Node) -> dict[int, int]:
    """The way to true that meets the fewest variables."""
    length: dict[Node, int] = {}
    for node in diagram.reachable(root):
        below = [length[child] + 1 for child in diagram.children[node]]
        length[node] = min(below, default=0 if node == diagram.true else 10**6)
    values: dict[int, int] = {}
    node = root
    while diagram.level[node] != TERMINAL:
        children = diagram.children[node]
        value = min(range(len(children)), key=lambda i: length[children[i]])
        values[diagram.level[node]] = value
        node = children[value]
    return values
