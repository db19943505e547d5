"""The way of a case: the answers that led to its advice, through which decisions, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.rules.diagram.compile import Compiled
from bot.rules.explain.why import Reason, Trace
from bot.rules.model.answers import Answer
from bot.rules.model.decisions.decision import OTHERWISE
from bot.rules.model.ids import DecisionId, InputId, Outcome


@dataclass(frozen=True, slots=True)
class Step:
    """One decision on the way: what it gave, why, and what the rules that gave it looked at."""

    decision: DecisionId
    outcome: Outcome
    why: tuple[str, ...]
    inputs: tuple[InputId, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """The steps to the (likeliest) advice for one part of a case, the advice first."""

    steps: tuple[Step, ...]

    @property
    def lines(self) -> frozenset[tuple[str, str]]:
        """Which lines of the whole picture are on the way: from what to what."""
        last = self.steps[0]
        named = {(name, step.decision) for step in self.steps for name in step.inputs}
        return frozenset({*named, (last.decision, f"{last.decision}={last.outcome}")})


def way_of(compiled: Compiled, given: Mapping[str, Answer], decision: DecisionId) -> Way:
    """How a part of a case comes to what this decision says of it."""
    trace = Trace(compiled, given, decision)
    return Way(tuple(_steps(trace, tuple(trace.reasons(decision, set())))))


def _steps(trace: Trace, reasons: tuple[Reason, ...]) -> Iterator[Step]:
    for id in dict.fromkeys(reason.decision for reason in reasons):
        own = [reason for reason in reasons if reason.decision == id]
        said = tuple(dict.fromkeys(reason.why for reason in own if reason.why))
        yield Step(id, own[0].outcome, said, tuple(dict.fromkeys(_looked_at(trace, own))))


def _looked_at(trace: Trace, reasons: list[Reason]) -> Iterator[InputId]:
    for reason in reasons:
        if reason.row != OTHERWISE:
            yield from trace.compiled.rules[reason.decision][reason.row].looked_at(trace.value_of)
    moved = trace.compiled.decisions[reasons[0].decision].logic.moves
    if moved is not None:
        yield moved
