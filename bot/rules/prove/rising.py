"""Proves what must run up (``stijgend``): compares each answer with each one that is more.

All the other answers are the same on both sides. Where a question applies on one side only, every
answer to it counts there: nothing depends on a question that does not apply, so that a combination
of all answers stands for both sides at once.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, cast

from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.diagram import Node
from bot.rules.explain.fired import Fired, fired
from bot.rules.model.ids import Outcome
from bot.rules.model.questions.kind import Picks
from bot.rules.model.questions.registry import kind_of
from bot.rules.model.rising import Rising, heights
from bot.rules.prove.findings import RISES_NOT, Fall, Finding
from bot.rules.prove.space import Space


class _Pair(NamedTuple):
    """The outcomes with less and with more of an answer."""

    less: Hashable
    more: Hashable


@dataclass(frozen=True, slots=True)
class _Shown:
    """The answers that show a fall, whatever the others are: by their levels, on both sides."""

    less: Mapping[int, int]
    more: Mapping[int, int]
    outcomes: tuple[Outcome, Outcome]


def prove_rising(compiled: Compiled, space: Space) -> Iterator[Finding]:
    """For each thing that must run up and does not, the smallest example that was found."""
    for rising in compiled.pack.rising:
        shown = min(_falls(compiled, space, rising), key=lambda one: len(one.less), default=None)
        if shown is not None:
            yield _finding(compiled, space, rising, shown)


def _falls(compiled: Compiled, space: Space, rising: Rising) -> Iterator[_Shown]:
    """An example of each two answers and two outcomes that go the wrong way."""
    diagram, root = compiled.diagram, compiled.roots[rising.decision]
    high = heights(compiled.pack, rising.decision)
    outside = diagram.terminal(None)
    for less, more in _steps(compiled, rising):
        both = diagram.both(_fixed(compiled, space.domain, less),
                            _fixed(compiled, space.domain, more))  # fmt: skip
        outcomes = diagram.apply(_Pair, _fixed(compiled, root, less), _fixed(compiled, root, more))
        for pair in diagram.terminals(diagram.ite(both, outcomes, outside)):
            if isinstance(pair, _Pair) and _is_wrong(rising, high, pair):
                here = diagram.map_terminals(pair.__eq__, outcomes)
                taken = space.implicant(diagram.both(both, here))
                told = cast("tuple[Outcome, Outcome]", tuple(pair))
                yield _Shown({**taken, **less}, {**taken, **more}, told)


def _is_wrong(rising: Rising, high: Mapping[Outcome, int], pair: _Pair) -> bool:
    less, more = (high.get(cast("str", outcome)) for outcome in pair)
    if less is None or more is None:
        return False
    return more < less if rising.direction == "up" else more > less


def _steps(compiled: Compiled, rising: Rising) -> Iterator[tuple[dict[int, int], dict[int, int]]]:
    """Per two answers to compare, the values of the variables on both sides."""
    question = compiled.questions[rising.question]
    levels = compiled.variables.of[question.id]
    variables = [compiled.variables.all[level] for level in levels]
    for step in kind_of(question).steps(question, variables, rising.order):
        yield _taken(levels, step.less), _taken(levels, step.more)


def _taken(levels: tuple[int, ...], picks: Picks) -> dict[int, int]:
    pairs = zip(levels, picks, strict=True)
    return {level: pick for level, pick in pairs if pick is not None}


def _fixed(compiled: Compiled, node: Node, taken: Mapping[int, int]) -> Node:
    for level, value in taken.items():
        node = compiled.diagram.fixed(node, level, value)
    return node


def _finding(compiled: Compiled, space: Space, rising: Rising, shown: _Shown) -> Finding:
    sides = (shown.less, shown.more)
    before, after = (_rule(compiled, space, rising, taken) for taken in sides)
    return Finding(
        RISES_NOT,
        "fout",
        (rising.id,),
        tuple(f"{rising.decision}.{rule}" for rule in dict.fromkeys((before, after)) if rule),
        space.as_answers(shown.less),
        fall=Fall(space.as_answers(shown.more), shown.outcomes, (before, after)),
    )


def _rule(compiled: Compiled, space: Space, rising: Rising, taken: Mapping[int, int]) -> str:
    """The rule that gives the outcome with these answers; empty where it is not one of its rows."""
    decision = compiled.decisions[rising.decision]
    diagram = compiled.diagram
    inside = diagram.ite(space.domain, fired(compiled, decision), diagram.terminal(None))
    rules = {
        found.rule
        for found in diagram.terminals(_fixed(compiled, inside, taken))
        if isinstance(found, Fired)
    }
    rule = rules.pop() if len(rules) == 1 else ""
    return rule if decision.logic.names_rules and rule in compiled.rules[decision.id] else ""
