"""As many of some options as hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from bot.rules.model.answers import Answer, chosen
from bot.rules.model.conditions import Condition, Contains, Cut, Is, IsNot, Test
from bot.rules.model.ids import NO, YES, InputId
from bot.rules.model.own_key import OwnKey
from bot.rules.model.questions import wording
from bot.rules.model.questions.choice import (
    check_known,
    is_of,
    labels_of,
    names_of,
    sentences_of,
    with_common_options,
)
from bot.rules.model.questions.kind import ExampleAnswer, Kind, More, Taken
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.variable import Variable, in_whole_numbers


class Multi(Kind):
    """As many of some options as hold; each is a yes or no of its own."""

    name, word, family = "multi", "meerkeuze", "several"
    is_set = True
    keys = (OwnKey("opties", "", "options", needed=True),)

    def applied(self, input: InputId, values: Collection[str]) -> Condition:
        """None or more of its options hold."""
        return Contains(input, frozenset(values), at_least=0)

    def read(self, question: Question, raw: Sequence[Any], on: date | None) -> Answer:
        """A list means all of these, and no others."""
        check_known(question, raw)
        return chosen(*raw)

    def is_valid(self, question: Question, answer: Answer) -> bool:
        """Any of its own options, or none."""
        return is_of(question, answer)

    def variables(
        self, question: Question, places: Iterable[Cut], on: date | None
    ) -> list[Variable]:
        """One variable per option: no or yes."""
        return [
            Variable(
                question.id, (NO, YES), in_whole_numbers((Fraction(1), option.weight)), option.id
            )
            for option in question.options
        ]

    def left(self, variable: Variable, answer: Answer) -> frozenset[int]:
        """No or yes, or both where the option is left open."""
        if variable.option in answer.maybe:
            return frozenset((0, 1))
        return frozenset((int(variable.option in answer.values),))

    def counted(self, test: Test) -> Contains | None:
        """Any test of options counts those that are chosen."""
        if isinstance(test, Is):
            return Contains(test.input, test.values)
        if isinstance(test, IsNot):
            return Contains(test.input, test.values, at_least=0, at_most=0)
        return test if isinstance(test, Contains) else None

    def value(
        self, question: Question, variables: Sequence[Variable], picks: Sequence[int]
    ) -> frozenset[str]:
        """The options that hold."""
        pairs = zip(variables, picks, strict=True)
        return frozenset(variable.option or "" for variable, pick in pairs if pick)

    def changed(
        self, question: Question, variables: Sequence[Variable], taken: Taken, before: Answer | None
    ) -> Answer:
        """What was chosen, with the changes; what plays no part stays as open as it was."""
        given = before if before is not None and before.status == "given" else None
        pairs = list(zip((variable.option or "" for variable in variables), taken, strict=True))
        added = {option for option, values in pairs if values and values[0]}
        dropped = {option for option, values in pairs if values and not values[0]}
        now = ((given.values if given else frozenset()) | added) - dropped
        apart = frozenset(option for option, values in pairs if values is None)
        still_open = apart & given.maybe if given else apart
        return Answer(values=now, maybe=still_open - now)

    def names_of_change(
        self, question: Question, variables: Sequence[Variable], taken: Taken, after: Answer
    ) -> tuple[str, ...]:
        """The options that then hold, in order."""
        return tuple(option.id for option in question.options if option.id in after.values)

    def steps(
        self, question: Question, variables: Sequence[Variable], order: Sequence[Collection[str]]
    ) -> Iterator[More]:
        """An answer with each option that can come to it. What goes alone is as good as nothing."""
        alone = [option.alone for option in question.options]
        places = range(len(variables))
        for added in (place for place in places if not alone[place]):
            yield More(*(tuple(pick if i == added else None for i in places) for pick in (0, 1)))
            only = tuple(int(i == added) for i in places)
            for lonely in (place for place in places if alone[place]):
                yield More(tuple(int(i == lonely) for i in places), only)

    def example(
        self, question: Question, variables: Sequence[Variable], picks: Sequence[int]
    ) -> ExampleAnswer:
        """What is chosen, and what is not."""
        pairs = list(zip((variable.option or "" for variable in variables), picks, strict=True))
        holds = tuple(option for option, pick in pairs if pick)
        return ExampleAnswer(question, holds, tuple(option for option, pick in pairs if not pick))

    def names(self, question: Question, answer: Answer) -> tuple[str, ...]:
        """The options that were named, in order."""
        return names_of(self, question, answer)

    def is_settled(self, answer: Answer) -> bool:
        """No option is left open."""
        return not answer.maybe

    def label(self, question: Question, answer: Answer) -> str:
        """The options that hold."""
        return ", ".join(labels_of(question, answer)) or wording.NOTHING_CHOSEN

    def sentence(self, question: Question, answer: Answer) -> str:
        """The options that hold, each as a sentence."""
        return sentences_of(question, answer)

    def joined(self, question: Question, answers: Sequence[Answer]) -> Answer | None:
        """What one of them is sure of, and what all of them leave open."""
        possible = frozenset.intersection(*(answer.values | answer.maybe for answer in answers))
        certain = frozenset[str]().union(*(answer.values for answer in answers))
        everything = {option.id for option in question.options}
        if not certain <= possible or (not certain and possible == everything):
            return None
        return Answer(certain, possible - certain)

    def common(self, before: Question, after: Question) -> Question | None:
        """The options that both have."""
        return with_common_options(self, before, after)
