"""Priors: what is likelier where something else holds. They rank, and rule nothing out.

A prior multiplies the weight of a combination by a factor that depends on the values of its
question, such that over all those values together the weight stays what it was: knowing what
people usually answer there says nothing about the other questions.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction
from typing import cast

from bot.rules.diagram.diagram import Diagram, Node
from bot.rules.model.ids import DecisionId
from bot.rules.model.pack import Prior
from bot.rules.model.questions.variable import Variable
from bot.rules.model.variables import Variables


def rank(
    diagram: Diagram,
    variables: Variables,
    priors: Sequence[tuple[Prior, Node]],
    roots: Mapping[DecisionId, Node],
) -> dict[DecisionId, Node]:
    """For each root: pairs of its outcome and how much more a combination weighs.

    Each prior comes with where it holds: its condition, and that its question applies.
    """
    if not priors:
        return {}
    unchanged = factors = diagram.terminal(Fraction(1))
    for prior, where in priors:
        parts = [(index, variables.all[index]) for index in variables.of[prior.question]]
        for index, variable in parts:
            values = [diagram.terminal(factor) for factor in _factors(prior, variable)]
            here = diagram.ite(where, diagram.make(index, tuple(values)), unchanged)
            factors = diagram.apply(_times, factors, here)
    return {decision: diagram.apply(_paired, root, factors) for decision, root in roots.items()}


def _factors(prior: Prior, variable: Variable) -> list[Fraction]:
    names = variable.values if variable.option is None else ("", variable.option)
    likelier = [prior.times.get(name, Fraction(1)) for name in names]
    after = sum(w * times for w, times in zip(variable.weights, likelier, strict=True))
    return [times * sum(variable.weights) / after for times in likelier]


def _times(first: Hashable, second: Hashable) -> Hashable:
    return cast("Fraction", first) * cast("Fraction", second)


def _paired(outcome: Hashable, weight: Hashable) -> Hashable:
    return outcome, weight
