"""What every kind of question can be asked: all that differs between one kind and another.

A kind is one object, without state. Whoever needs to know how a question behaves asks its kind,
and knows no kind by name; a new kind is one module here and one line in ``registry``. What a kind
says in words is short and has no grammar of its own: the rooms make the sentences.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from bot.rules.model.answers import UNKNOWN, Answer
from bot.rules.model.conditions import Condition, Contains, Cut, Test, Value
from bot.rules.model.ids import InputId, QuestionId
from bot.rules.model.own_key import OwnKey
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.questions.variable import Interval, Variable

if TYPE_CHECKING:
    from bot.rules.model.questions.measured import Measured


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong under a key of a question in a pack, and what would be right."""

    key: str
    wrong: str
    right: str


NOTHING = object()
"""No value at all."""


class NotAnAnswer(ValueError):
    """A raw value that is no answer to a question.

    ``subject`` is the value that is ``wrong`` (``NOTHING``: it is wrong as a whole); ``right`` says
    what would do, or ``known`` holds the values that the question has.
    """

    def __init__(
        self, wrong: str, right: str = "", *, subject: Any = NOTHING, known: Sequence[str] = ()
    ) -> None:
        super().__init__(wrong)
        self.wrong, self.right, self.subject, self.known = wrong, right, subject, tuple(known)


@dataclass(frozen=True, slots=True)
class ExampleAnswer:
    """One answer of an example: the value of a choice, what is (not) chosen, or a span."""

    question: Question
    values: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    span: Interval | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """What a typed text says to a question: an answer, or what to tell instead.

    An answer that is not ``sure`` counts only after a yes.
    """

    answer: Answer | None
    told: str = ""
    sure: bool = True


Picks = Sequence["int | None"]
"""Per variable of a question the value that is taken; None where it is what it was."""


class More(NamedTuple):
    """Two answers to one question, of which the second is more."""

    less: Picks
    more: Picks


Taken = Sequence["tuple[int, ...] | None"]
"""Per variable of a question, the values that do equally well; None where it plays no part."""


class Kind(ABC):
    """One kind of question. ``name`` stands in ``Question.kind``, ``word`` in a pack.

    ``family``: questions of one family have the same sort of answers, and can be two versions of
    one question. ``is_set``: several options can hold at once. ``is_derived``: it is never
    asked, it follows from other questions or from the piece of the project that is at hand
    (``is_piece``).
    """

    name: ClassVar[str]
    word: ClassVar[str]
    family: ClassVar[str]
    is_set: ClassVar[bool] = False
    says_yes_or_no: ClassVar[bool] = False
    is_derived: ClassVar[bool] = False
    is_piece: ClassVar[bool] = False
    keys: ClassVar[tuple[OwnKey, ...]] = ()

    @property
    def measure(self) -> Measured | None:
        """Itself, as a kind that measures; None for a kind with options."""
        return None

    @property
    def is_free(self) -> bool:
        """Whether there are no options: the answer is typed, and lies on a line."""
        return self.measure is not None

    @property
    def is_single(self) -> bool:
        """Whether one of some options holds."""
        return not (self.is_set or self.is_free)

    # --- in the files of a pack ---

    values: ClassVar[tuple[str, ...]] = ()
    """The values that every question of this kind has, where a pack need not list them."""

    def options(self, item: Mapping[str, Any]) -> tuple[Option, ...] | None:
        """The options that the kind makes of the keys of a raw question; None: those listed."""
        return None

    def finished(self, question: Question) -> Question:
        """A question as it was read, with what the kind knows of it beyond that."""
        return question

    def check(self, item: Mapping[str, Any], kinds: Mapping[QuestionId, str]) -> Iterator[Flaw]:
        """What is wrong with a raw question, beyond its structure; ``kinds``: of the others."""
        yield from ()

    @abstractmethod
    def applied(self, input: InputId, values: Collection[str]) -> Condition:
        """The condition that a question applies, whatever its answer."""

    @abstractmethod
    def read(self, question: Question, raw: Sequence[Any], on: date | None) -> Answer:
        """The answer in a file that is read on a day: one value or several. Raises NotAnAnswer."""

    # --- on the diagram ---

    def choices(self, question: Question) -> tuple[Option, ...]:
        """The options of a question, also where it leaves them unsaid."""
        return question.options

    @abstractmethod
    def is_valid(self, question: Question, answer: Answer) -> bool:
        """Whether a given answer can (still) be an answer to this question."""

    @abstractmethod
    def variables(
        self, question: Question, places: Iterable[Cut], on: date | None
    ) -> list[Variable]:
        """The variables of a question on a day; what is measured is cut at these places."""

    @abstractmethod
    def left(self, variable: Variable, answer: Answer) -> frozenset[int]:
        """The values of a variable that a given answer leaves, by their place."""

    def truths(self, question: Question, variable: Variable, test: Test) -> list[bool]:
        """Per value of the one variable whether a test holds."""
        raise NotImplementedError

    def counted(self, test: Test) -> Contains | None:
        """A test of a set as a count of its members; None where it never holds."""
        raise NotImplementedError

    @abstractmethod
    def value(
        self, question: Question, variables: Sequence[Variable], picks: Sequence[int]
    ) -> str | frozenset[str] | Any:
        """The value of a question, for one value of each of its variables."""

    def seen(self, question: Question, values: Mapping[QuestionId, Any], on: date | None) -> Value:
        """What a rule sees of complete values, on a day."""
        seen: Value = values[question.id]
        return seen

    # --- from less to more ---

    needs_order: ClassVar[bool] = False
    """Whether only a pack can say which of two answers is more."""
    takes_order: ClassVar[bool] = False
    """Whether a pack may say which of two answers is more."""

    def steps(
        self, question: Question, variables: Sequence[Variable], order: Sequence[Collection[str]]
    ) -> Iterator[More]:
        """Every two answers of which one is more; ``order``: what a pack says of it."""
        yield from ()

    # --- what follows from other questions ---

    def sources(self, question: Question) -> tuple[QuestionId, ...]:
        """The questions that this one follows from; none when it is asked itself."""
        return ()

    def follows(self, question: Question, answers: Mapping[QuestionId, Answer]) -> Answer | None:
        """The answer that follows from the answers to its sources; None while it is open."""
        return None

    def behind(
        self, question: Question, answer: Answer, answers: Mapping[QuestionId, Answer]
    ) -> Mapping[QuestionId, Answer]:
        """Answers to its sources that this answer can follow from."""
        return {}

    def go_together(self, spans: Sequence[Interval]) -> bool:
        """Whether values in these intervals, of its sources and then of itself, can go together."""
        return True

    # --- other answers ---

    @abstractmethod
    def changed(
        self, question: Question, variables: Sequence[Variable], taken: Taken, before: Answer | None
    ) -> Answer:
        """The answer after some variables took other values."""

    @abstractmethod
    def names_of_change(
        self, question: Question, variables: Sequence[Variable], taken: Taken, after: Answer
    ) -> tuple[str, ...]:
        """The values that do equally well after a change, by their names."""

    @abstractmethod
    def example(
        self, question: Question, variables: Sequence[Variable], picks: Sequence[int]
    ) -> ExampleAnswer:
        """An answer that takes part in an example, for some of the variables."""

    def likeliest(self, question: Question) -> Answer:
        """The answer that is given most."""
        return UNKNOWN

    @abstractmethod
    def names(self, question: Question, answer: Answer) -> tuple[str, ...]:
        """A given answer by the names of its values."""

    def span_name(self, span: Interval) -> str:
        """The name of an interval, of what is measured."""
        return span.label

    @abstractmethod
    def is_settled(self, answer: Answer) -> bool:
        """Whether a given answer leaves one value."""

    # --- in words ---

    @abstractmethod
    def label(self, question: Question, answer: Answer) -> str:
        """A given answer in a few words."""

    @abstractmethod
    def sentence(self, question: Question, answer: Answer) -> str:
        """A given answer as a sentence; empty when there is nothing to say."""

    def how_to_answer(self, question: Question) -> str:
        """What to do to answer, where there is nothing to tap."""
        return ""

    def hear(self, question: Question, text: str, today: date) -> Heard | None:
        """What a typed text says to a question that has no options; None: nothing."""
        return None

    def not_heard(self, question: Question) -> str:
        """What to tell when a typed text says nothing to it; empty where there are options."""
        return ""

    def value_in(self, question: Question, text: str) -> str | None:
        """The value that a typed text holds, whatever the day; None without one."""
        return None

    def blank(self, question: Question) -> str:
        """Where to write the answer on paper; empty where there are boxes to tick."""
        return ""

    def what(self, question: Question) -> str:
        """What there is to fill in; empty where there are options."""
        return ""

    def limits(self, question: Question) -> str:
        """Between which ends an answer lies; empty without any."""
        return ""

    def value_told(self, question: Question, value: Any) -> str:
        """A complete value in a few words; empty for no option at all."""
        values = {value} if isinstance(value, str) else value
        return ", ".join(option.label for option in question.options if option.id in values)

    def name_told(self, question: Question, name: str) -> str:
        """The name of an interval, in words; empty for a kind that measures nothing."""
        return ""

    def as_plain(self, answer: Answer) -> Any:
        """A given answer as a plain value, for machines."""
        if answer.maybe:
            return {"zeker": sorted(answer.values), "misschien": sorted(answer.maybe)}
        return sorted(answer.values)

    # --- other questions ---

    def can_mean(self, other: Kind) -> bool:
        """Whether questions of both kinds can be the same question in two packs."""
        return not (self.is_free or other.is_free) or self.family == other.family

    @abstractmethod
    def joined(self, question: Question, answers: Sequence[Answer]) -> Answer | None:
        """One answer that says what all of these say; None when that is nothing, or contradicts."""

    @abstractmethod
    def common(self, before: Question, after: Question) -> Question | None:
        """The question with the answers that two versions of it know; None when there are none."""
