"""What numbers and days share: an answer lies somewhere on a line, and rules cut that line."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, ClassVar

from bot.rules.model.answers import Answer
from bot.rules.model.answers import number as exactly
from bot.rules.model.conditions import Between, Condition, Cut, IsNot, Test, within
from bot.rules.model.ids import InputId
from bot.rules.model.questions.kind import ExampleAnswer, Kind, More, Taken
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.variable import Interval, Variable
from bot.words.numbers import is_empty


@dataclass(frozen=True, slots=True)
class Noun:
    """What is measured, as it stands in a message to who writes a pack."""

    a: str
    the: str
    means_the_same: str


@dataclass(frozen=True, slots=True)
class Feel:
    """What is measured as FEEL reckons it: an expression, and the variables that it reads."""

    expression: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FillIn:
    """A variable that somebody fills in for what is measured, with its type in FEEL.

    Without a ``label`` it is the question itself.
    """

    id: str
    type: str
    label: str = ""
    told: str = ""


class Measured(Kind):
    """A kind whose values lie on a line. The intervals that the rules tell apart are its values."""

    noun: ClassVar[Noun]
    span_help: ClassVar[str]
    """What may stand in a condition, for who wrote something else."""
    span_example: ClassVar[str]
    """One such condition, as it is written."""

    @property
    def measure(self) -> Measured:
        """Itself: it measures."""
        return self

    @abstractmethod
    def span(self, raw: Any) -> Between | None:
        """The part of the line that a condition means, without an input; None: no such part."""

    @abstractmethod
    def feel(self, question: Question, name_of: Callable[[str], str]) -> Feel:
        """What is measured in DMN, of the variables that ``name_of`` names."""

    @abstractmethod
    def fill_ins(self, question: Question) -> tuple[FillIn, ...]:
        """What to fill in for it in DMN."""

    @abstractmethod
    def filled_in(self, question: Question, value: Any, on: date | None) -> Mapping[str, Any]:
        """Per variable to fill in its value; None is a question that does not apply."""

    @abstractmethod
    def test_told(self, question: Question, test: Between) -> str:
        """What a condition asks of it, in words."""

    @abstractmethod
    def span_told(self, question: Question, span: Interval) -> str:
        """An interval of it, in words."""

    @abstractmethod
    def carried(self, question: Question, answer: Answer) -> Answer | None:
        """A typed answer to the same question of another pack, as an answer to this one."""

    def applied(self, input: InputId, values: Collection[str]) -> Condition:
        """It lies anywhere."""
        return Between(input)

    def is_valid(self, question: Question, answer: Answer) -> bool:
        """It is bounded, and something lies between the bounds."""
        return not (answer.low is None and answer.high is None) and not is_empty(answer)

    def variables(
        self, question: Question, places: Iterable[Cut], on: date | None
    ) -> list[Variable]:
        """One variable, with the intervals between the cuts as its values."""
        low, high = question.minimum, question.maximum
        inside: list[Cut | None] = [
            place
            for place in sorted(places)
            if (low is None or place > (low, 0)) and (high is None or place < (high, 1))
        ]
        spans = tuple(map(Interval, [None, *inside], [*inside, None]))
        return [
            Variable(question.id, tuple(map(self.span_name, spans)), (1,) * len(spans),
                     intervals=spans)
        ]  # fmt: skip

    def left(self, variable: Variable, answer: Answer) -> frozenset[int]:
        """The intervals that the answer touches."""
        low = None if answer.low is None else answer.low - variable.origin
        high = None if answer.high is None else answer.high - variable.origin
        return frozenset(
            index
            for index, span in enumerate(variable.intervals)
            if span.overlaps(low, high, low_open=answer.low_open, high_open=answer.high_open)
        )

    def truths(self, question: Question, variable: Variable, test: Test) -> list[bool]:
        """The test on each interval; the pack's own cuts make this exact."""
        if not isinstance(test, Between):
            return [isinstance(test, IsNot)] * len(variable.intervals)
        return [
            within(test, span.sample(question.minimum, question.maximum))
            for span in variable.intervals
        ]

    def value(
        self, question: Question, variables: Sequence[Variable], picks: Sequence[int]
    ) -> Fraction:
        """A place in the interval."""
        span = variables[0].intervals[picks[0]]
        return variables[0].origin + span.sample(question.minimum, question.maximum)

    def changed(
        self, question: Question, variables: Sequence[Variable], taken: Taken, before: Answer | None
    ) -> Answer:
        """A place in the first interval that does."""
        return exactly(self.value(question, variables, list(taken[0] or ())[:1]))

    def names_of_change(
        self, question: Question, variables: Sequence[Variable], taken: Taken, after: Answer
    ) -> tuple[str, ...]:
        """The intervals that do equally well."""
        return tuple(variables[0].values[index] for index in taken[0] or ())

    def steps(
        self, question: Question, variables: Sequence[Variable], order: Sequence[Collection[str]]
    ) -> Iterator[More]:
        """Every interval with every one above it."""
        for high in range(len(variables[0].values)):
            yield from (More((low,), (high,)) for low in range(high))

    def example(
        self, question: Question, variables: Sequence[Variable], picks: Sequence[int]
    ) -> ExampleAnswer:
        """The interval."""
        return ExampleAnswer(question, span=variables[0].intervals[picks[0]])

    def names(self, question: Question, answer: Answer) -> tuple[str, ...]:
        """The number, or the two ends; with an open end what an interval is called."""
        if answer.low is None or answer.high is None or answer.low_open or answer.high_open:
            start = None if answer.low is None else (answer.low, int(answer.low_open))
            end = None if answer.high is None else (answer.high, int(not answer.high_open))
            return (self.span_name(Interval(start, end)),)
        ends = (answer.low,) if answer.low == answer.high else (answer.low, answer.high)
        return ("..".join(map(str, ends)),)

    def is_settled(self, answer: Answer) -> bool:
        """One place is left."""
        return answer.low is not None and answer.low == answer.high

    def sentence(self, question: Question, answer: Answer) -> str:
        """The question, and where the answer lies."""
        return f"{question.name} {self.label(question, answer)}".strip()

    def joined(self, question: Question, answers: Sequence[Answer]) -> Answer | None:
        """Where all of them lie."""
        starts = [(one.low, one.low_open) for one in answers if one.low is not None]
        ends = [(one.high, not one.high_open) for one in answers if one.high is not None]
        low, low_open = max(starts, default=(None, False))
        high, closed = min(ends, default=(None, True))
        both = Answer(low=low, high=high, low_open=low_open, high_open=not closed)
        return None if is_empty(both) else both
