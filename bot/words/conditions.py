"""Conditions, values and outcomes of a pack in Dutch words, for who reads its rules."""

from __future__ import annotations

from bot.rules.model.conditions import AllOf, AnyOf, Between, Condition, Contains, Is, IsNot, Test
from bot.rules.model.ids import NOT_APPLICABLE, InputId
from bot.rules.model.pack import Pack
from bot.rules.model.questions.registry import choices, measure_of
from bot.words.names import TESTED, outcome_name, topic
from bot.words.phrases import both, either, plain


class Words:
    """How the questions, decisions, values and outcomes of one pack are called."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._names = {question.id: topic(question) for question in pack.questions}
        self._names |= {d.id: d.title or plain(d.id) for d in pack.decisions}
        self._labels = {
            question.id: {option.id: f"‘{option.label}’" for option in choices(question)}
            for question in pack.questions
        }
        self._questions = {question.id: question for question in pack.questions}
        self._advising = {advice.decision for advice in pack.advices}

    def name(self, input: InputId) -> str:
        """A question or decision in a few words."""
        return self._names.get(input, plain(input))

    def value(self, input: InputId, value: str) -> str:
        """One value of a question, or one outcome of a decision."""
        if input in self._advising or value in TESTED:
            return outcome_name(self.pack, value, TESTED)
        return self._labels.get(input, {}).get(value, plain(value))

    def values(self, input: InputId, values: frozenset[str]) -> str:
        """Some values, in the pack's order: "‘a’, ‘b’ of ‘c’"."""
        return either([self.value(input, value) for value in self._ordered(input, values)])

    def _ordered(self, input: InputId, values: frozenset[str]) -> list[str]:
        order: list[str] = list(self._labels.get(input, ()))
        order += [o for d in self.pack.decisions if d.id == input for o in d.outcomes]
        return sorted(values, key=lambda v: (order.index(v) if v in order else len(order), v))

    def test(self, test: Test) -> str:
        """What one test asks of its input, without the name of the input."""
        if isinstance(test, Is):
            return self.values(test.input, test.values)
        if isinstance(test, IsNot):
            return self._not(test)
        if isinstance(test, Between):
            question = self._questions[test.input]
            return measure_of(question).test_told(question, test)
        return self._contains(test)

    def _not(self, test: IsNot) -> str:
        others = test.values - {NOT_APPLICABLE}
        return f"niet {self.values(test.input, others)}" if others else "van toepassing"

    def _contains(self, test: Contains) -> str:
        names = self.values(test.input, test.options)
        if test.at_most == 0:
            return f"zonder {names}"
        if test.at_most is None and test.at_least == 1:
            return f"met {names}"
        if test.at_most is None and test.at_least == len(test.options):
            return f"met {both([self.value(test.input, o) for o in sorted(test.options)])}"
        amount = _amount(test.at_least, test.at_most)
        everything = test.options >= frozenset(self._labels.get(test.input, ()))
        return f"{amount} gekozen" if everything else f"{amount} van {names}"

    def lines(self, condition: Condition) -> tuple[str, ...]:
        """A condition as lines that all hold; none when it always holds."""
        if isinstance(condition, AllOf):
            return tuple(line for part in condition.conditions for line in self.lines(part))
        if isinstance(condition, AnyOf):
            parts = [" en ".join(self.lines(part)) or "altijd" for part in condition.conditions]
            return (f"minstens één hiervan: {'; of '.join(parts)}",)
        return (f"{self.name(condition.input)}: {self.test(condition)}",)


def _amount(least: int, most: int | None) -> str:
    if most is None:
        return f"minstens {least}"
    return f"hoogstens {most}" if not least else f"{least} tot en met {most}"
