"""The whole answer space of a compiled pack: what can hold, how often, and for example when.

``bot.rules.diagram.combinations`` says what a combination is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import TypeAlias

from bot.rules.diagram.combinations import chosen, counts, domain, loners
from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.diagram import Node
from bot.rules.diagram.paths import Search, irreducible, values_of
from bot.rules.evaluate import Given
from bot.rules.model.conditions import named
from bot.rules.model.ids import DecisionId, InputId, Outcome, QuestionId

Example: TypeAlias = Mapping[QuestionId, Given]
"""Answers that suffice, whatever the other answers are."""


class Space:
    """Asks about yes/no functions over the answer space. Adds nodes to the pack's diagram."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self.diagram = compiled.diagram
        every, of = compiled.variables.all, compiled.variables.of
        asked = [(question, of[question.id]) for question in compiled.pack.questions]
        self._loners = loners(every, asked)
        self.domain = domain(self.diagram, every, asked)
        self.total = self.count(self.diagram.true)
        self._advised: dict[frozenset[str], Node] = {}
        self._search = Search(compiled, [[1] * len(variable.values) for variable in every])

    def can_hold(self, node: Node) -> bool:
        """Whether a function is true for at least one combination."""
        return self.diagram.both(node, self.domain) != self.diagram.false

    def applies(self, id: InputId) -> Node:
        """Where a question applies; a decision always does."""
        return self.compiled.applies.get(id, self.diagram.true)

    def root(self, id: DecisionId) -> Node:
        """The outcome of a decision."""
        return self.compiled.roots[id]

    def advised(self, forms: Iterable[str]) -> Node:
        """Where one of these forms is advised, by any of the advices."""
        wanted = frozenset(forms)
        if wanted not in self._advised:
            roots = (self.root(advice.decision) for advice in self.compiled.pack.advices)
            each = (self.diagram.map_terminals(wanted.__contains__, root) for root in roots)
            self._advised[wanted] = reduce(self.diagram.either, each, self.diagram.false)
        return self._advised[wanted]

    def order_of(self, id: DecisionId) -> tuple[Outcome, ...]:
        """The outcomes of a decision, in its order."""
        return self.compiled.decisions[id].outcomes

    def count(self, node: Node) -> int:
        """For how many combinations a function is true."""
        root = self.diagram.both(node, self.domain)
        return counts(self.diagram, root, self.compiled.variables.all).get(True, 0)

    def values(self, node: Node) -> frozenset[str]:
        """Every name that a function gives for some combination, also those within a set."""
        inside = self.diagram.ite(self.domain, node, self.diagram.terminal(None))
        values = [v for v in self.diagram.terminals(inside) if isinstance(v, str | frozenset)]
        return frozenset(name for value in values for name in named(value))

    def tidy(self, node: Node) -> Node:
        """The same function on every combination, that depends on nothing where it need not.

        Options that stand beside one that goes alone count as not chosen.
        """
        diagram = self.diagram
        for loner in self._loners:
            alone, free = (diagram.fixed(node, loner.alone, value) for value in (1, 0))
            for other in loner.others:
                alone = diagram.fixed(alone, other, 0)
            node = diagram.ite(chosen(diagram, loner.alone), alone, free)
        return node

    def example(self, node: Node) -> Example:
        """As few answers as one finds quickly, none of which can be left out, that make a function
        true; it must be able to hold."""
        return self.as_answers(self.implicant(node))

    def implicant(self, node: Node) -> dict[int, int]:
        """The same, as the values of some variables."""
        way = self._search.cheapest(self.diagram.both(node, self.domain), lambda v: v is True)
        assert way is not None
        taken = {level: values[0] for level, values in way.values.items()}
        everywhere = self.diagram.ite(self.domain, node, self.diagram.true)
        return irreducible(self.diagram, everywhere, taken)

    def as_answers(self, taken: Mapping[int, int]) -> Example:
        """Values of some variables as answers; what is not chosen counts as no."""
        variables = self.compiled.variables
        named = {variables.all[level].question for level in taken}
        values = values_of(
            self.compiled, [taken.get(level, 0) for level in range(len(variables.all))]
        )
        order = [question.id for question in self.compiled.pack.questions]
        return {name: values[name] for name in order if name in named}
