"""Which questions and decisions look at which, and what follows from that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from bot.rules.model.conditions import inputs
from bot.rules.model.ids import InputId
from bot.rules.model.pack import Pack

T = TypeVar("T")


def looks_at(pack: Pack) -> Mapping[InputId, tuple[InputId, ...]]:
    """Per question and decision what it looks at itself, in the order of the names."""
    questions = {q.id: tuple(sorted(inputs(q.applies_if))) for q in pack.questions}
    return questions | {decision.id: decision.logic.inputs() for decision in pack.decisions}


def reached(starts: Iterable[T], onward: Callable[[T], Iterable[T]]) -> list[T]:
    """All that can be reached, the starts included, each once and the nearest first."""
    way = dict.fromkeys(starts)
    names = list(way)
    for name in names:  # grows while it is walked
        new = [other for other in dict.fromkeys(onward(name)) if other not in way]
        way.update(dict.fromkeys(new))
        names += new
    return names


def in_order(starts: Iterable[T], needs: Callable[[T], Iterable[T]]) -> Iterator[T]:
    """The starts and all that they need, each once and after what it needs itself."""
    seen: set[T] = set()

    def visit(name: T) -> Iterator[T]:
        if name not in seen:
            seen.add(name)
            for needed in needs(name):
                yield from visit(needed)
            yield name

    for start in starts:
        yield from visit(start)
