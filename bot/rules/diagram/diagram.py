"""A reduced ordered multi-valued decision diagram.

A node is a number in one shared table: an inner node tests a variable and has a child for each of
its values; a terminal holds a value. Equal functions are the same node (hash-consing), so that
they are compared by number. A child always stands earlier in the table than its parent. Every
walk uses its own stack: the depth of a pack never meets Python's recursion limit.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from sys import maxsize
from typing import TypeAlias

Node: TypeAlias = int
Key: TypeAlias = tuple[Node, ...]

TERMINAL = maxsize
"""The level of a terminal: below every variable."""

WORK_PER_NODE = 5
"""How many steps a budget allows for each node it allows."""


class TooComplex(Exception):
    """A pack that does not fit in the node budget; ``tables`` names the decisions to look at."""

    def __init__(self, tables: tuple[str, ...] = ()) -> None:
        super().__init__(tables)
        self.tables = tables

    def __str__(self) -> str:
        return "too many different combinations in: " + ", ".join(self.tables)


class Diagram:
    """One table of nodes, and the operations that add to it."""

    def __init__(self, budget: int | None = None) -> None:
        self.level: list[int] = []
        self.children: list[Key] = []
        self.value: list[Hashable] = []
        self._budget = budget
        self._work = 0
        self._unique: dict[Hashable, Node] = {}
        self._memos: dict[Hashable, dict[Key, Node]] = {}
        self.false = self.terminal(False)
        self.true = self.terminal(True)

    def __len__(self) -> int:
        return len(self.level)

    def _add(self, key: Hashable, level: int, children: Key, value: Hashable) -> Node:
        node = self._unique.get(key)
        if node is None:
            if self._budget is not None and len(self.level) >= self._budget:
                raise TooComplex
            node = self._unique[key] = len(self.level)
            self.level.append(level)
            self.children.append(children)
            self.value.append(value)
        return node

    def terminal(self, value: Hashable) -> Node:
        """The node that always gives ``value``."""
        return self._add((type(value), value), TERMINAL, (), value)

    def make(self, level: int, children: Key) -> Node:
        """The node that tests the variable at ``level``; its only child if that is all it has."""
        first = children[0]
        if children.count(first) == len(children):
            return first
        return self._add((level, children), level, children, None)

    def ite(self, test: Node, then: Node, otherwise: Node) -> Node:
        """``then`` where ``test`` holds, else ``otherwise``."""
        return self._combine((test, then, otherwise), "ite", self._ite_leaf)

    def _ite_leaf(self, key: Key) -> Node | None:
        test, then, otherwise = key
        if test == self.true or then == otherwise:
            return then
        if test == self.false:
            return otherwise
        return test if then == self.true and otherwise == self.false else None

    def both(self, first: Node, second: Node) -> Node:
        """Where both hold."""
        return self.ite(first, second, self.false)

    def either(self, first: Node, second: Node) -> Node:
        """Where at least one holds."""
        return self.ite(first, self.true, second)

    def negate(self, node: Node) -> Node:
        """Where it does not hold."""
        return self.ite(node, self.false, self.true)

    def apply(
        self, operation: Callable[[Hashable, Hashable], Hashable], first: Node, second: Node
    ) -> Node:
        """The two functions combined, terminal by terminal."""

        def leaf(key: Key) -> Node | None:
            left, right = key
            if self.level[left] != TERMINAL or self.level[right] != TERMINAL:
                return None
            return self.terminal(operation(self.value[left], self.value[right]))

        return self._combine((first, second), operation, leaf)

    def map_terminals(self, change: Callable[[Hashable], Hashable], node: Node) -> Node:
        """The function with each terminal value changed."""

        def leaf(key: Key) -> Node | None:
            (node,) = key
            is_leaf = self.level[node] == TERMINAL
            return self.terminal(change(self.value[node])) if is_leaf else None

        return self._combine((node,), None, leaf)

    def fixed(self, node: Node, level: int, index: int) -> Node:
        """The function once the variable at ``level`` has its value number ``index``."""

        def leaf(key: Key) -> Node | None:
            (node,) = key
            if self.level[node] < level:
                return None
            return self.children[node][index] if self.level[node] == level else node

        return self._combine((node,), ("fixed", level, index), leaf)

    def _combine(self, start: Key, name: Hashable, leaf: Callable[[Key], Node | None]) -> Node:
        memo = {} if name is None else self._memos.setdefault(name, {})
        stack = [start]
        while stack:
            key = stack[-1]
            if key not in memo:
                done = leaf(key)
                if done is None:
                    level, parts = self._split(key)
                    missing = [part for part in parts if part not in memo]
                    if missing:
                        stack += missing
                        continue
                    done = self.make(level, tuple([memo[part] for part in parts]))
                    self._count_work()
                memo[key] = done
            stack.pop()
        return memo[start]

    def _count_work(self) -> None:
        self._work += 1
        if self._budget is not None and self._work > WORK_PER_NODE * self._budget:
            raise TooComplex

    def _split(self, key: Key) -> tuple[int, list[Key]]:
        """The topmost variable of some nodes, and for each of its values what they become."""
        level = min([self.level[node] for node in key])
        width = next(len(self.children[node]) for node in key if self.level[node] == level)
        columns = [
            self.children[node] if self.level[node] == level else (node,) * width for node in key
        ]
        return level, list(zip(*columns, strict=True))

    def forget_work(self) -> None:
        """Drop what only speeds up building, when building is done."""
        self._memos.clear()

    def allow(self, budget: int | None) -> None:
        """Count anew: this many nodes may be added from here on; None: any number."""
        self._budget = None if budget is None else len(self.level) + budget
        self._work = 0

    def reachable(self, *roots: Node) -> list[Node]:
        """Every node below the roots, the roots included, children first."""
        seen = set(roots)
        stack = list(seen)
        while stack:
            for child in self.children[stack.pop()]:
                if child not in seen:
                    seen.add(child)
                    stack.append(child)
        return sorted(seen)

    def support(self, *roots: Node) -> frozenset[int]:
        """The variables on which the functions depend."""
        return frozenset(self.level[node] for node in self.reachable(*roots)) - {TERMINAL}

    def terminals(self, root: Node) -> tuple[Hashable, ...]:
        """The values that a function can take."""
        return tuple(
            self.value[node] for node in self.reachable(root) if self.level[node] == TERMINAL
        )
