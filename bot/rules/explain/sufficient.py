"""The smallest set of answers that suffices for an outcome."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.paths import Price, Search, Way
from bot.rules.model.ids import DecisionId, QuestionId
from bot.rules.model.variables import restrictions
from bot.rules.query import Answers, possible

STEPS = 20_000
"""About 200 ms."""

PASS = 200
"""How many steps one pass over the diagram counts for."""


@dataclass(frozen=True, slots=True)
class Sufficient:
    """Questions whose answers alone leave the same outcomes; ``minimal``: no smaller set does."""

    questions: tuple[QuestionId, ...]
    minimal: bool


class _OutOfSteps(Exception):
    """The search took longer than it may."""


def sufficient(
    compiled: Compiled, answers: Answers, decision: DecisionId, *, budget: int = STEPS
) -> Sufficient:
    """The smallest set of the given answers that leaves the same outcomes as all of them.

    Exact within ``budget`` steps; beyond that a set from which no answer can be left out.
    """
    search = _Sufficiency(compiled, answers, decision, budget)
    try:
        return Sufficient(search.smallest(), True)
    except _OutOfSteps:
        return Sufficient(search.irreducible(), False)


class _Sufficiency:
    """A set suffices when every way to another outcome deviates from one of its answers. So:
    gather such ways, and look for the smallest set that meets them all, until none is left."""

    def __init__(
        self, compiled: Compiled, answers: Answers, decision: DecisionId, budget: int
    ) -> None:
        self.compiled = compiled
        self.root = compiled.roots[decision]
        self.steps = budget
        self.same = {likely.outcome for likely in possible(compiled, answers, decision)}
        self.given = restrictions(compiled.variables, compiled.questions, answers)

    def smallest(self) -> tuple[QuestionId, ...]:
        ways: list[tuple[QuestionId, ...]] = []
        while True:
            chosen = self._meeting(ways)
            way = self._deviation(chosen)
            if way is None:
                return self._ordered(chosen)
            ways.append(way)
            self._spend(PASS)

    def irreducible(self) -> tuple[QuestionId, ...]:
        kept = set(self.given)
        for question in reversed(self._ordered(kept)):
            if self._deviation(kept - {question}) is None:
                kept.remove(question)
        return self._ordered(kept)

    def _ordered(self, chosen: Iterable[QuestionId]) -> tuple[QuestionId, ...]:
        wanted = set(chosen)
        return tuple(name for name in self.compiled.questions if name in wanted)

    def _spend(self, steps: int) -> None:
        self.steps -= steps
        if self.steps < 0:
            raise _OutOfSteps

    def _deviation(self, chosen: Iterable[QuestionId]) -> tuple[QuestionId, ...] | None:
        """The given answers that the nearest other outcome deviates from, if the chosen answers
        leave one possible."""
        prices = self._prices(set(chosen))
        way = Search(self.compiled, prices).cheapest(self.root, self._is_other)
        if way is None:
            return None
        variables = self.compiled.variables.all
        names = {variables[level].question for level in way.values if self._deviates(level, way)}
        return self._ordered(names)

    def _is_other(self, value: Hashable) -> bool:
        return value not in self.same

    def _deviates(self, level: int, way: Way) -> bool:
        question = self.compiled.variables.all[level].question
        return question in self.given and way.values[level][0] not in self.given[question][level]

    def _prices(self, chosen: set[QuestionId]) -> list[list[Price]]:
        prices: list[list[Price]] = []
        for level, variable in enumerate(self.compiled.variables.all):
            width = len(variable.values)
            allowed = self.given.get(variable.question, {}).get(level)
            beyond = None if variable.question in chosen else 1
            prices.append(
                [0 if allowed is None or value in allowed else beyond for value in range(width)]
            )
        return prices

    def _meeting(self, ways: list[tuple[QuestionId, ...]]) -> tuple[QuestionId, ...]:
        """The smallest set of questions that has one of each way."""
        for size in range(len(self.given) + 1):
            chosen = self._meet(ways, (), size)
            if chosen is not None:
                return chosen
        raise AssertionError("all given answers together always suffice")

    def _meet(
        self, ways: list[tuple[QuestionId, ...]], chosen: tuple[QuestionId, ...], room: int
    ) -> tuple[QuestionId, ...] | None:
        self._spend(1)
        unmet = [way for way in ways if not set(way) & set(chosen)]
        if not unmet:
            return chosen
        if room == 0:
            return None
        for question in min(unmet, key=len):
            rest = self._meet(unmet, (*chosen, question), room - 1)
            if rest is not None:
                return (*chosen, *(name for name in rest if name not in chosen))
        return None
