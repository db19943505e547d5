"""The whole answer space of a compiled pack: what can hold, how often, and for example when.

A combination gives an answer to every question, each combination counted once; a number counts
once for every span that the pack tells apart. Of a multiple choice, what goes with no other answer
is never chosen together with one. Where a question does not apply its answers count all the same:
they change nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from math import prod
from typing import TypeAlias

from bot.rules.compile import Compiled
from bot.rules.diagram import TERMINAL, Node
from bot.rules.evaluate import Given
from bot.rules.pack import Question, QuestionId
from bot.rules.paths import Search, values_of

Example: TypeAlias = Mapping[QuestionId, Given]
"""Answers that suffice, whatever the other answers are."""


@dataclass(frozen=True, slots=True)
class _Together:
    """The variables of one multiple choice: one option that goes alone, and all the others."""

    alone: int
    others: tuple[int, ...]


class Space:
    """Asks about yes/no functions over the answer space. Adds nodes to the pack's diagram."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self.diagram = compiled.diagram
        self._choices = [one for q in compiled.pack.questions for one in _alone(compiled, q)]
        domain = self.diagram.true
        for choice in sorted(self._choices, key=lambda one: -one.alone):
            domain = self.diagram.both(self._is_alone(choice), domain)
        self.domain = domain
        self._widths = [len(variable.values) for variable in compiled.variables.all]
        self._below = [prod(self._widths[level:]) for level in range(len(self._widths) + 1)]
        self.total = self.count(self.diagram.true)
        self._search = Search(compiled, [[1] * width for width in self._widths])

    def _is_alone(self, choice: _Together) -> Node:
        """Where the option is not chosen, or is chosen without another."""
        diagram = self.diagram
        free = diagram.negate(self._chosen(choice.alone))
        nothing_else = reduce(
            diagram.both,
            [diagram.negate(self._chosen(level)) for level in sorted(choice.others, reverse=True)],
            diagram.true,
        )
        return diagram.either(free, nothing_else)

    def _chosen(self, level: int) -> Node:
        return self.diagram.make(level, (self.diagram.false, self.diagram.true))

    def can_hold(self, node: Node) -> bool:
        """Whether a function is true for at least one combination."""
        return self.diagram.both(node, self.domain) != self.diagram.false

    def count(self, node: Node) -> int:
        """For how many combinations a function is true."""
        diagram, below = self.diagram, self._below
        root = diagram.both(node, self.domain)
        found: dict[Node, int] = {}

        def weight(child: Node, level: int) -> int:
            """What a node is worth to a parent that stands just above ``level``."""
            return found[child] * (below[level] // below[min(diagram.level[child], len(below) - 1)])

        for one in diagram.reachable(root):
            level = diagram.level[one]
            if level == TERMINAL:
                found[one] = int(diagram.value[one] is True)
            else:
                found[one] = sum(weight(child, level + 1) for child in diagram.children[one])
        return weight(root, 0)

    def tidy(self, node: Node) -> Node:
        """The same function on every combination, that depends on nothing where it need not.

        Options that stand beside one that goes alone count as not chosen.
        """
        for choice in self._choices:
            alone, free = (self.diagram.fixed(node, choice.alone, value) for value in (1, 0))
            for other in choice.others:
                alone = self.diagram.fixed(alone, other, 0)
            node = self.diagram.ite(self._chosen(choice.alone), alone, free)
        return node

    def example(self, node: Node) -> Example:
        """As few answers as one finds quickly, none of which can be left out, that make a function
        true; it must be able to hold."""
        way = self._search.cheapest(self.diagram.both(node, self.domain), lambda v: v is True)
        assert way is not None
        taken = {level: values[0] for level, values in way.values.items()}
        everywhere = self.diagram.ite(self.domain, node, self.diagram.true)
        for level in sorted(taken, reverse=True):
            rest = {other: value for other, value in taken.items() if other != level}
            if self._certain(everywhere, rest):
                taken = rest
        return self._as_answers(taken)

    def _certain(self, node: Node, taken: Mapping[int, int]) -> bool:
        """Whether a function is true for every combination with these values."""
        diagram = self.diagram
        stack, seen = [node], {node}
        while stack:
            one = stack.pop()
            if one == diagram.false:
                return False
            level, children = diagram.level[one], diagram.children[one]
            for child in (children[taken[level]],) if level in taken else children:
                if child not in seen:
                    seen.add(child)
                    stack.append(child)
        return True

    def _as_answers(self, taken: Mapping[int, int]) -> Example:
        variables = self.compiled.variables
        named = {variables.all[level].question for level in taken}
        values = values_of(
            self.compiled, [taken.get(level, 0) for level in range(len(variables.all))]
        )
        order = [question.id for question in self.compiled.pack.questions]
        return {name: values[name] for name in order if name in named}


def _alone(compiled: Compiled, question: Question) -> list[_Together]:
    levels = compiled.variables.of[question.id]
    if question.kind != "multi":
        return []
    loners = {option.id for option in question.options if option.alone}
    return [
        _Together(level, tuple(other for other in levels if other != level))
        for level in levels
        if compiled.variables.all[level].option in loners
    ]
