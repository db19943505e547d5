"""The points behind an advice: how many, and from how many on what follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.advice import wording
from bot.rules.diagram.compile import Compiled
from bot.rules.model.answers import Answer
from bot.rules.model.decisions.decision import Decision
from bot.rules.points import earned
from bot.words.conditions import Words
from bot.words.numbers import number
from bot.words.phrases import capital


def counted(compiled: Compiled, answers: Mapping[str, Answer]) -> Iterator[str]:
    """A sentence for each decision that counts points, as far as these are known."""
    words = Words(compiled.pack)
    for decision in compiled.pack.decisions:
        points = earned(compiled, answers, decision)
        if points is not None:
            yield wording.COUNTED.format(
                name=capital(words.name(decision.id)),
                points=number(points),
                unit=wording.POINT if points == 1 else wording.POINTS,
                limits=", ".join(_limits(decision, words)),
            )


def _limits(decision: Decision, words: Words) -> Iterator[str]:
    for start, outcome in decision.logic.limits:
        if start is not None:
            name = words.value(decision.id, outcome)
            yield wording.FROM_POINTS.format(outcome=name, start=number(start))
