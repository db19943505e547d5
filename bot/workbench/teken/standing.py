"""Where a case stands in a pack: which rules hold, and what follows, for each part of it.

Exact: what is still open is said to be open, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.residual import residual
from bot.rules.model.answers import Answer
from bot.rules.model.book import AnswerBook, AnswerKey, cell_answers
from bot.rules.model.ids import DecisionId, Outcome
from bot.rules.points import earned
from bot.rules.query import possible
from bot.workbench.teken.reach import Rule, fires
from bot.workbench.teken.way import Way, way_of


@dataclass(frozen=True, slots=True)
class Dot:
    """A project, or some of its parts by number, at one place of a picture; not ``certain``: it
    can be here."""

    numbers: tuple[int, ...] = ()
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands in a pack. ``outcomes`` and ``points`` are per part, in order, and
    so are ``ways``: how it comes to the first advice."""

    title: str
    description: str
    book: AnswerBook
    rules: Mapping[Rule, tuple[Dot, ...]]
    outcomes: Mapping[DecisionId, tuple[tuple[Outcome, ...], ...]]
    points: Mapping[DecisionId, tuple[Fraction | None, ...]]
    concerns: Mapping[str, tuple[Dot, ...]]
    ways: tuple[Way, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether the project is one piece."""
        return len(self.book.cells) == 1

    def at(self, decision: DecisionId, outcome: Outcome) -> tuple[Dot, ...]:
        """The dots of the parts whose outcome this is, or can be."""
        return dots(
            [
                None if outcome in possible and len(possible) > 1 else outcome in possible
                for possible in self.outcomes[decision]
            ]
        )

    def answers(self, question: str) -> Iterator[tuple[AnswerKey, Answer]]:
        """What was answered to a question: for the whole, or per part or group."""
        for key, answer in self.book.answers.items():
            if key.partition("@")[0] == question:
                yield key, answer


def standing(compiled: Compiled, book: AnswerBook, title: str, description: str = "") -> Standing:
    """Where the answers of a case lead, for each part of the project."""
    views = [cell_answers(compiled.pack, book, cell) for cell in book.cells]
    rules: dict[Rule, tuple[Dot, ...]] = {}
    outcomes: dict[DecisionId, tuple[tuple[Outcome, ...], ...]] = {}
    points: dict[DecisionId, tuple[Fraction | None, ...]] = {}
    for decision in compiled.pack.decisions:
        for rule, node in fires(compiled, decision).items():
            truths = [residual(compiled, given).truth(node) for given in views]
            rules[decision.id, rule] = dots(truths)
        outcomes[decision.id] = tuple(_possible(compiled, given, decision.id) for given in views)
        if decision.logic.has_points:
            points[decision.id] = tuple(earned(compiled, given, decision) for given in views)
    concerns = {
        id: dots([residual(compiled, given).truth(node) for given in views])
        for id, node in compiled.concerns.items()
    }
    advice = compiled.pack.advices[0].decision
    ways = tuple(way_of(compiled, given, advice) for given in views)
    return Standing(title, description, book, rules, outcomes, points, concerns, ways)


def dots(truths: Sequence[bool | None]) -> tuple[Dot, ...]:
    """The dots at a place: what holds there for each part (None: it can). A project in
    one piece has no number."""
    whole = len(truths) == 1
    found = []
    for wanted in (True, None):
        here = [index for index, truth in enumerate(truths, 1) if truth is wanted]
        if here:
            found.append(Dot(() if whole else tuple(here), wanted is True))
    return tuple(found)


def _possible(compiled: Compiled, given: Mapping[str, Answer], id: DecisionId) -> tuple[str, ...]:
    found: list[str] = []
    for likely in possible(compiled, given, id):
        outcome = likely.outcome
        found += sorted(outcome) if isinstance(outcome, frozenset) else [outcome]
    return tuple(dict.fromkeys(found))
