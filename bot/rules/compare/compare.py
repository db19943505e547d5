"""What a change of rules does to the advice: exact, over every combination of answers.

``bot.rules.compare.together`` says what a combination is. Decisions are paired by id; the advice
decisions also when each pack has only one. When those share no outcome they are compared by their
rungs of the common ladder.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import partial
from itertools import groupby
from operator import ne
from typing import NamedTuple, cast

from bot.rules.compare.comparison import (
    AdviceComparison,
    Cause,
    Comparison,
    ConcernComparison,
    Example,
    Flow,
    RuleFlow,
)
from bot.rules.compare.fewest import Fewest, fewest
from bot.rules.compare.rule_changes import rule_changes
from bot.rules.compare.together import Together, put_together
from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.diagram import Node
from bot.rules.diagram.residual import Residual
from bot.rules.explain.fired import Fired, fired
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.rooms import Result
from bot.rules.model.graph import looks_at, reached
from bot.rules.model.ids import DecisionId, QuestionId
from bot.rules.model.pack import Pack
from bot.rules.model.questions.kind import ExampleAnswer
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of

EXAMPLES = 3


class Pair(NamedTuple):
    """What two packs say in one combination."""

    before: Hashable
    after: Hashable


def compare(before: Pack, after: Pack, on: date | None = None) -> Comparison:
    """Compare two packs, as they are valid on a day. Raises TooComplex."""
    together = put_together(before, after, on)
    total = together.total
    pairs = _paired(before, after)
    return Comparison(
        before,
        after,
        on,
        total,
        tuple(_Advice(together, total, *pair).compared() for pair in pairs),
        (
            _others(before, [pair[0] for pair in pairs]),
            _others(after, [pair[1] for pair in pairs]),
        ),
        tuple(_concerns(together)),
        tuple(_applies(together)),
        together.differences,
    )


def _paired(before: Pack, after: Pack) -> list[tuple[Decision, Decision]]:
    """The advice decisions that belong together."""
    old = [advice.decision for advice in before.advices]
    new = [advice.decision for advice in after.advices]
    pairs = [(name, name) for name in new if name in old]
    if not pairs and len(old) == len(new) == 1:
        pairs = [(old[0], new[0])]
    return [(before.decision(was), after.decision(now)) for was, now in pairs]


def _others(pack: Pack, paired: list[Decision]) -> tuple[DecisionId, ...]:
    ids = {decision.id for decision in paired}
    return tuple(advice.decision for advice in pack.advices if advice.decision not in ids)


def _concerns(together: Together) -> Iterable[ConcernComparison]:
    diagram, old, new = together.diagram, together.before.concerns, together.after.concerns
    for name in dict.fromkeys([*old, *new]):
        was, now = old.get(name, diagram.false), new.get(name, diagram.false)
        if was == now and name in old and name in new:
            continue
        counts = {
            (pair.before, pair.after): number
            for pair, number in _pair_counts(together, diagram.apply(Pair, was, now)).items()
        }
        gone, stays = counts.get((True, False), 0), counts.get((True, True), 0)
        fresh = counts.get((False, True), 0)
        if gone or fresh or (name in old) != (name in new):
            yield ConcernComparison(name, gone + stays, fresh + stays, gone, fresh)


def _pair_counts(together: Together, root: Node) -> dict[Pair, int]:
    outside = together.diagram.terminal(None)
    counts = together.counts(together.diagram.ite(together.domain, root, outside))
    return {pair: number for pair, number in counts.items() if isinstance(pair, Pair)}


def _applies(together: Together) -> Iterable[QuestionId]:
    """The questions of both packs that apply in other combinations."""
    was, now = together.before.applies, together.after.applies
    old, new = together.before.questions, together.after.questions
    for name in now:
        if name in was and was[name] != now[name] and old[name].applies_if != new[name].applies_if:
            yield name


class _Advice:
    """Compares one advice decision."""

    def __init__(self, together: Together, total: int, before: Decision, after: Decision) -> None:
        self.together, self.total = together, total
        self.diagram = together.diagram
        self.before, self.after = before, after
        sides = ((together.before, before), (together.after, after))
        self.on_ladder = not set(before.outcomes) & set(after.outcomes) and all(
            _rungs(compiled.pack, decision) for compiled, decision in sides
        )
        roots = [self._root(compiled, decision) for compiled, decision in sides]
        self.pairs = self.diagram.apply(Pair, roots[0], roots[1])
        self.changed = self.diagram.both(
            together.domain, self.diagram.apply(ne, roots[0], roots[1])
        )

    def _root(self, compiled: Compiled, decision: Decision) -> Node:
        root = compiled.roots[decision.id]
        if not self.on_ladder:
            return root
        rungs = _rungs(compiled.pack, decision)
        return self.diagram.map_terminals(lambda outcome: rungs.get(str(outcome), outcome), root)

    def compared(self) -> AdviceComparison:
        flows = [
            Flow(cast("Result", pair.before), cast("Result", pair.after), n, self._share(n))
            for pair, n in _pair_counts(self.together, self.pairs).items()
        ]
        flows.sort(key=lambda flow: (-flow.count, _text(flow.before), _text(flow.after)))
        return AdviceComparison(
            self.before,
            self.after,
            tuple(flows),
            tuple(self._causes()),
            tuple(self._examples(flows)),
            self.on_ladder,
        )

    def _share(self, count: int) -> Fraction:
        return Fraction(count, self.total)

    # --- which rules ---

    def _causes(self) -> Iterable[Cause]:
        """The decisions below the advice whose own rules differ, and the advice decision itself."""
        for old, new in self._related():
            changes = rule_changes(self.together.before, self.together.after, old, new)
            flows = self._rule_flows(old, new) if changes or new is self.after else []
            if changes or flows:
                yield Cause(old, new, tuple(changes), tuple(flows))

    def _related(self) -> Iterable[tuple[Decision, Decision]]:
        """The advice decision, and every decision of both packs on which the new one rests."""
        old, new = self.together.before.decisions, self.together.after.decisions
        names = reached([self.after.id], looks_at(self.together.after.pack).__getitem__)
        yield self.before, self.after
        yield from ((old[name], new[name]) for name in names[1:] if name in old and name in new)

    def _rule_flows(self, old: Decision, new: Decision) -> list[RuleFlow]:
        diagram = self.diagram
        both = diagram.apply(
            Pair, fired(self.together.before, old), fired(self.together.after, new)
        )
        region = diagram.ite(self.changed, both, diagram.terminal(None))
        flows = [
            RuleFlow(cast("Fired", pair.before), cast("Fired", pair.after), n, self._share(n))
            for pair, n in self.together.counts(region).items()
            if isinstance(pair, Pair) and pair.before != pair.after
        ]
        return sorted(flows, key=lambda flow: (-flow.count, _text(flow.before), _text(flow.after)))

    # --- examples ---

    def _examples(self, flows: list[Flow]) -> Iterable[Example]:
        """At most three: first one of each flow, then others that contradict those."""
        changed = [flow for flow in flows if flow.changes]
        left = {
            (flow.before, flow.after): self.diagram.map_terminals(partial(_is, flow), self.pairs)
            for flow in changed
        }
        made = 0
        while left and made < EXAMPLES:
            for key in list(left):
                values = fewest(self.together, left[key]) if made < EXAMPLES else None
                if values is None:
                    del left[key]
                    continue
                made += 1
                left[key] = self._beside(left[key], values.values)
                yield self._example(key, values)

    def _beside(self, goal: Node, values: Mapping[int, int]) -> Node:
        """Where the goal holds and not all of these values."""
        diagram = self.diagram
        here = diagram.true
        for level, value in sorted(values.items(), reverse=True):
            width = len(self.together.variables[level].values)
            is_value = tuple([diagram.true if i == value else diagram.false for i in range(width)])
            here = diagram.both(diagram.make(level, is_value), here)
        return diagram.both(goal, diagram.negate(here))

    def _example(self, key: tuple[Result, Result], smallest: Fewest) -> Example:
        allowed = tuple(
            (smallest.values[level],)
            if level in smallest.values
            else tuple(range(len(variable.values)))
            for level, variable in enumerate(self.together.variables)
        )
        left = Residual(self.together.before, allowed)
        sides = (
            (self.together.before, self.before),
            (self.together.after, self.after),
        )
        rules = [_likeliest(left, fired(compiled, decision)) for compiled, decision in sides]
        return Example(*key, self._answers(smallest.values), smallest.minimal, (rules[0], rules[1]))

    def _answers(self, values: Mapping[int, int]) -> tuple[ExampleAnswer, ...]:
        return tuple(
            self._answer(question, list(levels), values)
            for question, levels in groupby(sorted(values), self.together.questions.__getitem__)
        )

    def _answer(
        self, question: Question, levels: list[int], values: Mapping[int, int]
    ) -> ExampleAnswer:
        variables = [self.together.variables[level] for level in levels]
        return kind_of(question).example(question, variables, [values[level] for level in levels])


def _rungs(pack: Pack, decision: Decision) -> Mapping[str, str]:
    """The common ladder's rung for each outcome of an advice decision."""
    return next(advice.rungs for advice in pack.advices if advice.decision == decision.id)


def _text(value: Hashable) -> str:
    """A value for putting in order: a set by its names, a rule before its outcome."""
    if isinstance(value, Fired):
        return f"{value.rule} {_text(value.outcome)}"
    return " ".join(sorted(value)) if isinstance(value, frozenset) else str(value)


def _is(flow: Flow, pair: Hashable) -> bool:
    return pair == Pair(flow.before, flow.after)


def _likeliest(left: Residual, root: Node) -> tuple[Fired, ...]:
    counts, _ = left.counts(root)
    order = sorted(counts, key=lambda rule: (-counts[rule], _text(rule)))
    return tuple(rule for rule in order if isinstance(rule, Fired))
