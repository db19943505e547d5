"""How many points an answer gives, where a decision counts points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from bot.rules.model.conditions import Contains, Is
from bot.rules.model.decisions.decision import Rule
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question
from bot.words.conditions import Words
from bot.workbench.kaarten import wording
from bot.workbench.teken.wording import points


def points_of(pack: Pack, question: Question) -> Mapping[str, str]:
    """Option id -> the points that it gives by itself, in words; for what, where more count."""
    words = Words(pack)
    counting = [decision for decision in pack.decisions if decision.logic.has_points]
    found: dict[str, list[str]] = {}
    for decision in counting:
        for rule in decision.logic.rules:
            for option, value in _given(rule, question.id):
                told = points(value)
                if len(counting) > 1:
                    told = wording.POINTS_FOR.format(told, words.name(decision.id))
                found.setdefault(option, []).append(told)
    return {option: "; ".join(told) for option, told in found.items()}


def _given(rule: Rule, question: str) -> Iterator[tuple[str, Fraction]]:
    """What a rule with points gives for single answers to a question."""
    if rule.input == question:
        yield from ((id, value) for id, value in rule.per_value.items() if value)
    test = rule.when
    if isinstance(test, Is) and test.input == question:
        yield from ((id, rule.points) for id in test.values)
    if isinstance(test, Contains) and test.input == question and test.at_least == 1:
        yield from ((id, rule.points) for id in test.options)
