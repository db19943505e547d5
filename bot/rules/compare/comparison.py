"""What a comparison of two packs holds, as immutable values. ``compare`` makes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bot.rules.compare.rule_changes import RuleChange
from bot.rules.compare.together import Differences
from bot.rules.explain.fired import Fired
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.rooms import Result
from bot.rules.model.ids import DecisionId, QuestionId
from bot.rules.model.pack import Pack
from bot.rules.model.questions.kind import ExampleAnswer


@dataclass(frozen=True, slots=True)
class Flow:
    """How many combinations go from one outcome to another; the same where nothing changes."""

    before: Result
    after: Result
    count: int
    share: Fraction

    @property
    def changes(self) -> bool:
        """Whether the outcome is another one."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class RuleFlow:
    """In how many of the combinations with another advice these two rules decide."""

    before: Fired
    after: Fired
    count: int
    share: Fraction


@dataclass(frozen=True, slots=True)
class Cause:
    """A decision that works otherwise: which rules differ, and where that gives another advice."""

    before: Decision
    after: Decision
    changes: tuple[RuleChange, ...]
    flows: tuple[RuleFlow, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """Answers that suffice to get another advice; ``minimal``: no fewer answers would do.

    ``rules`` are those that can fire there, before and after, the likeliest first.
    """

    before: Result
    after: Result
    answers: tuple[ExampleAnswer, ...]
    minimal: bool
    rules: tuple[tuple[Fired, ...], tuple[Fired, ...]]


@dataclass(frozen=True, slots=True)
class AdviceComparison:
    """One advice decision before and after; ``flows`` the most frequent first.

    ``on_ladder``: the two share no outcome, and are compared by their rungs of the common ladder.
    """

    before: Decision
    after: Decision
    flows: tuple[Flow, ...]
    causes: tuple[Cause, ...]
    examples: tuple[Example, ...]
    on_ladder: bool = False

    @property
    def changed(self) -> tuple[Flow, ...]:
        """The flows to another outcome."""
        return tuple(flow for flow in self.flows if flow.changes)

    @property
    def count(self) -> int:
        """How many combinations get another advice."""
        return sum(flow.count for flow in self.changed)

    @property
    def share(self) -> Fraction:
        """Which share of the combinations gets another advice."""
        return sum((flow.share for flow in self.changed), Fraction(0))


@dataclass(frozen=True, slots=True)
class ConcernComparison:
    """A concern that holds in other combinations: how often before, after, no more, and newly."""

    id: str
    before: int
    after: int
    gone: int
    new: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs between two packs, as far as rules can tell."""

    before: Pack
    after: Pack
    on: date | None
    total: int
    advices: tuple[AdviceComparison, ...]
    unpaired: tuple[tuple[DecisionId, ...], tuple[DecisionId, ...]]
    concerns: tuple[ConcernComparison, ...]
    applies: tuple[QuestionId, ...]
    differences: Differences

    @property
    def same(self) -> bool:
        """Whether every advice and every concern comes out alike."""
        counts = [advice.count for advice in self.advices]
        return not (any(counts) or self.concerns or any(self.unpaired))
