"""What a combination of answers is, and how many there are.

A combination gives an answer to every question, each combination counted once and none heavier
than another; what is measured counts once for every span that the rules tell apart. Of a multiple
choice, what goes with no other answer is never chosen together with one; what follows from other
answers goes with those. Where a question does not apply its answers count all the same: they
change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.rules.diagram.diagram import TERMINAL, Diagram, Node
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of
from bot.rules.model.questions.variable import Interval, Variable


@dataclass(frozen=True, slots=True)
class Loner:
    """The variable of an option that goes alone, and those of the other options beside it."""

    alone: int
    others: tuple[int, ...]


def loners(
    variables: Sequence[Variable], asked: Iterable[tuple[Question, Sequence[int]]]
) -> list[Loner]:
    """Every option that goes alone, of questions that come with their variables."""
    alone: list[Loner] = []
    for question, levels in asked:
        ids = {option.id for option in question.options if option.alone}
        alone += [
            Loner(level, tuple(other for other in levels if other != level))
            for level in levels
            if variables[level].option in ids
        ]
    return alone


@dataclass(frozen=True, slots=True)
class Tie:
    """The variables of the sources of a question that follows from them, and then its own; and
    which of their values can go together."""

    levels: tuple[int, ...]
    go_together: Callable[[Sequence[Interval]], bool]


def ties(asked: Sequence[tuple[Question, Sequence[int]]]) -> list[Tie]:
    """Every question that follows from others, of questions that come with their variables."""
    levels_of = {question.id: levels for question, levels in asked}
    every_tie: list[Tie] = []
    for question, levels in asked:
        kind = kind_of(question)
        names = kind.sources(question)
        if names and levels_of.keys() >= set(names):
            before = [level for name in names for level in levels_of[name]]
            every_tie.append(Tie((*before, *levels), kind.go_together))
    return every_tie


def tied(diagram: Diagram, tie: Tie, variables: Sequence[Variable]) -> Node:
    """Where the values of a tie go together."""
    order = sorted(tie.levels)

    def below(place: int, picks: Mapping[int, Interval]) -> Node:
        if place == len(order):
            fits = tie.go_together([picks[level] for level in tie.levels])
            return diagram.true if fits else diagram.false
        level = order[place]
        spans = variables[level].intervals
        return diagram.make(
            level, tuple([below(place + 1, {**picks, level: span}) for span in spans])
        )

    return below(0, {})


def chosen(diagram: Diagram, level: int) -> Node:
    """Where an option of a multiple choice is chosen."""
    return diagram.make(level, (diagram.false, diagram.true))


def domain(
    diagram: Diagram,
    variables: Sequence[Variable],
    asked: Sequence[tuple[Question, Sequence[int]]],
) -> Node:
    """Where the answers go together: no option that goes alone is chosen beside another one, and
    what follows from other answers does so."""
    everywhere = diagram.true
    for loner in sorted(loners(variables, asked), key=lambda loner: -loner.alone):
        nothing_else = diagram.true
        for level in sorted(loner.others, reverse=True):
            nothing_else = diagram.both(nothing_else, diagram.negate(chosen(diagram, level)))
        free = diagram.negate(chosen(diagram, loner.alone))
        everywhere = diagram.both(diagram.either(free, nothing_else), everywhere)
    for tie in ties(asked):
        everywhere = diagram.both(tied(diagram, tie, variables), everywhere)
    return everywhere


def counts(diagram: Diagram, root: Node, variables: Sequence[Variable]) -> dict[Hashable, int]:
    """Per value of a function, for how many values of all the variables together it has it."""
    below = [1]
    for variable in reversed(variables):
        below.append(below[-1] * len(variable.values))
    below.reverse()
    counted: dict[Node, dict[Hashable, int]] = {}
    for node in diagram.reachable(root):
        counted[node] = _counted(diagram, node, counted, below)
    return _times(counted[root], below[0] // below[_depth(diagram, root, below)])


def _counted(
    diagram: Diagram, node: Node, counted: Mapping[Node, Mapping[Hashable, int]], below: list[int]
) -> dict[Hashable, int]:
    level = diagram.level[node]
    if level == TERMINAL:
        return {diagram.value[node]: 1}
    sums: dict[Hashable, int] = {}
    for child in diagram.children[node]:
        skipped = below[level + 1] // below[_depth(diagram, child, below)]
        for value, number in _times(counted[child], skipped).items():
            sums[value] = sums.get(value, 0) + number
    return sums


def _times(counted: Mapping[Hashable, int], factor: int) -> dict[Hashable, int]:
    return {value: number * factor for value, number in counted.items()}


def _depth(diagram: Diagram, node: Node, below: list[int]) -> int:
    """How many variables stand above a node; all of them above a terminal."""
    return min(diagram.level[node], len(below) - 1)
