"""One of some options."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from bot.rules.model.answers import UNKNOWN, Answer, chosen
from bot.rules.model.conditions import Condition, Cut, IsNot, Test, test_holds
from bot.rules.model.ids import NOT_APPLICABLE, InputId
from bot.rules.model.own_key import OwnKey
from bot.rules.model.questions import wording
from bot.rules.model.questions.kind import ExampleAnswer, Kind, More, NotAnAnswer, Taken
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.variable import Variable, in_whole_numbers


class Choice(Kind):
    """One of some options. "A of B" leaves both."""

    name, word, family = "choice", "keuze", "one"
    keys: ClassVar[tuple[OwnKey, ...]] = (
        OwnKey("opties", "", "options", needed=True, tighter={"minItems": 2, "maxItems": 6}),
    )  # fmt: skip

    def applied(self, input: InputId, values: Collection[str]) -> Condition:
        """It is not ``nvt``."""
        return IsNot(input, frozenset((NOT_APPLICABLE,)))

    def read(self, question: Question, raw: Sequence[Any], on: date | None) -> Answer:
        """A list means one of these."""
        check_known(question, raw)
        if not raw:
            raise NotAnAnswer(wording.EMPTY_LIST, wording.A_VALUE)
        return chosen(*raw)

    def is_valid(self, question: Question, answer: Answer) -> bool:
        """At least one of its own options."""
        return is_of(question, answer) and bool(answer.values)

    def variables(
        self, question: Question, places: Iterable[Cut], on: date | None
    ) -> list[Variable]:
        """One variable, with the options as its values."""
        options = self.choices(question)
        weights = in_whole_numbers(option.weight for option in options)
        return [Variable(question.id, tuple(option.id for option in options), weights)]

    def left(self, variable: Variable, answer: Answer) -> frozenset[int]:
        """The options that were named."""
        return frozenset(i for i, value in enumerate(variable.values) if value in answer.values)

    def truths(self, question: Question, variable: Variable, test: Test) -> list[bool]:
        """The test on each option."""
        return [test_holds(test, value) for value in variable.values]

    def value(self, question: Question, variables: Sequence[Variable], picks: Sequence[int]) -> str:
        """The option itself."""
        return variables[0].values[picks[0]]

    def changed(
        self, question: Question, variables: Sequence[Variable], taken: Taken, before: Answer | None
    ) -> Answer:
        """One of the options that do."""
        return chosen(*self.names_of_change(question, variables, taken, UNKNOWN))

    def names_of_change(
        self, question: Question, variables: Sequence[Variable], taken: Taken, after: Answer
    ) -> tuple[str, ...]:
        """The options that do equally well."""
        return tuple(variables[0].values[index] for index in taken[0] or ())

    needs_order = takes_order = True

    def steps(
        self, question: Question, variables: Sequence[Variable], order: Sequence[Collection[str]]
    ) -> Iterator[More]:
        """Every option with every one that the order puts after it."""
        place = {value: at for at, values in enumerate(order) for value in values}
        known = [(place[value], i) for i, value in enumerate(variables[0].values) if value in place]
        yield from (More((i,), (j,)) for low, i in known for high, j in known if low < high)

    def example(
        self, question: Question, variables: Sequence[Variable], picks: Sequence[int]
    ) -> ExampleAnswer:
        """The option itself."""
        return ExampleAnswer(question, (variables[0].values[picks[0]],))

    def likeliest(self, question: Question) -> Answer:
        """The option with the most weight."""
        options = self.choices(question)
        if not options:
            return UNKNOWN
        return chosen(max(options, key=lambda option: option.weight).id)

    def names(self, question: Question, answer: Answer) -> tuple[str, ...]:
        """The options that were named, in order."""
        return names_of(self, question, answer)

    def is_settled(self, answer: Answer) -> bool:
        """One option is left."""
        return len(answer.values) == 1

    def label(self, question: Question, answer: Answer) -> str:
        """One option, or another."""
        return " of ".join(labels_of(question, answer)) or wording.NOTHING_CHOSEN

    def sentence(self, question: Question, answer: Answer) -> str:
        """The option as a sentence; several by their labels."""
        labels = labels_of(question, answer)
        return " of ".join(labels) if len(labels) > 1 else sentences_of(question, answer)

    def joined(self, question: Question, answers: Sequence[Answer]) -> Answer | None:
        """The options that all of them leave."""
        possible = frozenset.intersection(*(answer.values | answer.maybe for answer in answers))
        everything = {option.id for option in self.choices(question)}
        return Answer(possible) if possible and possible != everything else None

    def common(self, before: Question, after: Question) -> Question | None:
        """The options that both have."""
        return with_common_options(self, before, after)


def labels_of(question: Question, answer: Answer) -> list[str]:
    """The labels of the options that an answer names, in order."""
    return [option.label for option in question.options if option.id in answer.values]


def sentences_of(question: Question, answer: Answer) -> str:
    """The options that an answer names, each as a sentence."""
    named = (option for option in question.options if option.id in answer.values)
    return " ".join(option.sentence or option.label for option in named)


def check_known(question: Question, raw: Sequence[Any]) -> None:
    """Raises NotAnAnswer for a value that is no option of a question."""
    known = [option.id for option in question.options]
    for value in raw:
        if isinstance(value, bool) or value not in known:
            wrong = wording.NO_VALUE.format(id=question.id)
            raise NotAnAnswer(wrong, subject=value, known=known)


def is_of(question: Question, answer: Answer) -> bool:
    """Whether an answer names options of a question, and nothing else."""
    ids = {option.id for option in question.options}
    return answer.low is None and (answer.values | answer.maybe) <= ids


def names_of(kind: Kind, question: Question, answer: Answer) -> tuple[str, ...]:
    """The options that an answer names, in order; ``geen`` when it names none."""
    named = (option.id for option in kind.choices(question) if option.id in answer.values)
    return tuple(named) or ("geen",)


def with_common_options(kind: Kind, before: Question, after: Question) -> Question | None:
    """The later question with the options that the earlier one has too; None without any."""
    known = {option.id for option in kind.choices(before)}
    kept = tuple(option for option in kind.choices(after) if option.id in known)
    return replace(after, options=kept) if kept else None
