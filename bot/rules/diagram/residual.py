"""What is left of a compiled pack once some answers are known.

A residual is a diagram of its own, with only the values that are still possible. It is reduced:
a variable on which something depends here can really still change it. Counting goes in whole
numbers, so shares are exact.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import lru_cache
from math import log2
from typing import TypeAlias

from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.diagram import TERMINAL, Diagram, Key, Node
from bot.rules.model.answers import Answer
from bot.rules.model.ids import QuestionId
from bot.rules.model.questions.registry import completed, is_valid
from bot.rules.model.variables import Allowed, restriction

Counts: TypeAlias = dict[Hashable, int]
Distribution: TypeAlias = dict[Hashable, float]

REMEMBERED = 128
"""How many residuals stay in memory."""


def residual(compiled: Compiled, answers: Mapping[QuestionId, Answer]) -> Residual:
    """What these answers leave of the pack."""
    left = list(_all_values(compiled))
    for name, answer in completed(compiled.following, answers).items():
        for index, kept in kept_values(compiled, name, answer) or ():
            left[index] = kept
    return _remembered(compiled, tuple(left))


@lru_cache(maxsize=8)
def _all_values(compiled: Compiled) -> Allowed:
    return tuple(tuple(range(len(variable.values))) for variable in compiled.variables.all)


@lru_cache(maxsize=4096)
def kept_values(
    compiled: Compiled, question: QuestionId, answer: Answer
) -> tuple[tuple[int, tuple[int, ...]], ...] | None:
    """Per variable the values that one answer leaves; None when it is no answer to this question
    (any more)."""
    asked = compiled.questions.get(question)
    if asked is None or not is_valid(asked, answer):
        return None
    if answer.status != "given":
        return ()
    kept = restriction(compiled.variables, asked, answer)
    return tuple((index, tuple(sorted(values))) for index, values in kept.items())


@lru_cache(maxsize=REMEMBERED)
def _remembered(compiled: Compiled, allowed: Allowed) -> Residual:
    return Residual(compiled, allowed)


def forget() -> None:
    """Drop every residual in memory (for measuring)."""
    _remembered.cache_clear()


class Residual:
    """The diagram under the values that are still possible; results are kept once computed."""

    def __init__(self, compiled: Compiled, allowed: Allowed) -> None:
        self.allowed = allowed
        self.diagram = Diagram()
        self._source = compiled.diagram
        self._variables = compiled.variables
        self._weights = [
            _usable([variable.weights[i] for i in values])
            for variable, values in zip(compiled.variables.all, allowed, strict=True)
        ]
        self._below = [1] * (len(allowed) + 1)
        for index in reversed(range(len(allowed))):
            self._below[index] = self._below[index + 1] * sum(self._weights[index])
        self._reduced: dict[Node, Node] = {}
        self._counts: dict[Node, Counts] = {}
        self._supports: dict[Node, frozenset[QuestionId]] = {}
        self._gains: dict[Node, Mapping[QuestionId, float]] = {}

    def reduce(self, root: Node) -> Node:
        """The node here for a root of the pack's diagram."""
        done = self._reduced
        stack = [root]
        while stack:
            node = stack[-1]
            if node not in done:
                children = self._left(node)
                missing = [child for child in children if child not in done]
                if missing:
                    stack += missing
                    continue
                done[node] = self._copy(node, children)
            stack.pop()
        return done[root]

    def _left(self, node: Node) -> Key:
        level = self._source.level[node]
        if level == TERMINAL:
            return ()
        children, allowed = self._source.children[node], self.allowed[level]
        return children if len(allowed) == len(children) else tuple([children[i] for i in allowed])

    def _copy(self, node: Node, children: Key) -> Node:
        if not children:
            return self.diagram.terminal(self._source.value[node])
        parts = tuple([self._reduced[child] for child in children])
        return self.diagram.make(self._source.level[node], parts)

    def truth(self, root: Node) -> bool | None:
        """Whether a boolean root certainly holds (True), certainly does not, or is open (None)."""
        node = self.reduce(root)
        return {self.diagram.true: True, self.diagram.false: False}.get(node)

    def settled(self, root: Node) -> bool:
        """Whether only one value is left."""
        return self.diagram.level[self.reduce(root)] == TERMINAL

    def questions(self, root: Node) -> frozenset[QuestionId]:
        """The questions that can still change a root."""
        if root not in self._supports:
            levels = self.diagram.support(self.reduce(root))
            names = frozenset(self._variables.all[level].question for level in levels)
            self._supports[root] = names
        return self._supports[root]

    def _span(self, level: int) -> int:
        return min(level, len(self.allowed))

    def counts(self, root: Node) -> tuple[Counts, int]:
        """Per value the weight of the combinations that give it, and the weight of all."""
        node = self.reduce(root)
        counted = self._counted(node)
        level = self._span(self.diagram.level[node])
        return counted, self._below[level]

    def _counted(self, root: Node) -> Counts:
        if root not in self._counts:
            for node in self.diagram.reachable(root):
                if node not in self._counts:
                    self._counts[node] = self._count(node)
        return self._counts[root]

    def _count(self, node: Node) -> Counts:
        level = self.diagram.level[node]
        if level == TERMINAL:
            return {self.diagram.value[node]: 1}
        below, counted = self._below[level + 1], Counts()
        for child, weight in zip(self.diagram.children[node], self._weights[level], strict=True):
            factor = weight * (below // self._below[self._span(self.diagram.level[child])])
            for value, count in self._counts[child].items():
                counted[value] = counted.get(value, 0) + count * factor
        return counted

    def likeliest_way(self, root: Node, outcome: Hashable) -> dict[int, int]:
        """Variable -> place among its possible values, on the likeliest way to an outcome."""
        node, way = self.reduce(root), dict[int, int]()
        while (level := self.diagram.level[node]) != TERMINAL:
            children = self.diagram.children[node]
            shares = [self._shares(child).get(outcome, -1.0) for child in children]
            masses = [s * w for s, w in zip(shares, self._weights[level], strict=True)]
            fits = [place for place, share in enumerate(shares) if share >= 0]
            way[level] = max(fits, key=lambda place: (masses[place], -place))
            node = children[way[level]]
        return way

    def _shares(self, node: Node) -> Distribution:
        whole = self._below[self._span(self.diagram.level[node])]
        return {value: count / whole for value, count in self._counted(node).items()}

    def entropy(self, root: Node) -> float:
        """How open a root still is, in bits."""
        return entropy(self._shares(self.reduce(root)))

    def gains(self, root: Node) -> Mapping[QuestionId, float]:
        """Per question that can change a root: how many bits its answer is expected to settle."""
        if root not in self._gains:
            self._gains[root] = self._all_gains(self.reduce(root))
        return self._gains[root]

    def _all_gains(self, root: Node) -> Mapping[QuestionId, float]:
        self._counted(root)
        whole = self._shares(root)
        before = entropy(whole)
        return {
            question: max(0.0, before - self._expected(whole, entries))
            for question, entries in self._entries(root).items()
        }

    def _entries(self, root: Node) -> dict[QuestionId, dict[Node, float]]:
        """Per question, the nodes at which a walk from the root first meets it, with their mass."""
        diagram = self.diagram
        mass = {root: 1.0}
        entries: dict[QuestionId, dict[Node, float]] = {}
        if diagram.level[root] != TERMINAL:
            entries[self._question(root)] = {root: 1.0}
        for node in reversed(diagram.reachable(root)):
            if diagram.level[node] == TERMINAL:
                continue
            name = self._question(node)
            for child, share in zip(
                diagram.children[node], self._level_parts(diagram.level[node]), strict=True
            ):
                flow = mass[node] * share
                mass[child] = mass.get(child, 0.0) + flow
                if diagram.level[child] != TERMINAL and (met := self._question(child)) != name:
                    at = entries.setdefault(met, {})
                    at[child] = at.get(child, 0.0) + flow
        return entries

    def _question(self, node: Node) -> QuestionId:
        return self._variables.all[self.diagram.level[node]].question

    def _expected(self, whole: Distribution, entries: Mapping[Node, float]) -> float:
        """The entropy that is expected to be left after the question met at these entries."""
        apart = dict(whole)
        for node, mass in entries.items():
            _pour(apart, self._shares(node), -mass)
        masses = tuple(entries.values())
        expected = 0.0
        for after, share in self._answers(tuple(entries)).items():
            left = dict(apart)
            for node, mass in zip(after, masses, strict=True):
                _pour(left, self._shares(node), mass)
            expected += share * entropy(left)
        return expected

    def _answers(self, entries: Key) -> dict[Key, float]:
        """What the entries become under each answer to their question, with its share."""
        states = {entries: 1.0}
        name = self._question(entries[0])
        for level in self._variables.of[name]:
            shares = self._level_parts(level)
            after: dict[Key, float] = {}
            for state, mass in states.items():
                for index, share in enumerate(shares):
                    key = tuple([self._child(node, level, index) for node in state])
                    after[key] = after.get(key, 0.0) + mass * share
            states = after
        return states

    def _level_parts(self, level: int) -> list[float]:
        weights = self._weights[level]
        whole = sum(weights)
        return [weight / whole for weight in weights]

    def _child(self, node: Node, level: int, index: int) -> Node:
        if self.diagram.level[node] != level:
            return node
        return self.diagram.children[node][index]


def _usable(weights: list[int]) -> list[int]:
    """These weights, or equal ones when they are all zero."""
    return weights if any(weights) else [1] * len(weights)


def _pour(into: Distribution, shares: Distribution, mass: float) -> None:
    for value, share in shares.items():
        into[value] = into.get(value, 0.0) + share * mass


def entropy(shares: Distribution) -> float:
    """The entropy of a distribution, in bits."""
    return -sum(share * log2(share) for share in shares.values() if share > 0)
