"""A number, with a unit and bounds where it has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from bot.rules.model.answers import Answer
from bot.rules.model.answers import number as exactly
from bot.rules.model.conditions import Between
from bot.rules.model.ids import QuestionId
from bot.rules.model.questions.kind import Flaw, NotAnAnswer, OwnKey
from bot.rules.model.questions.measured import Measured, Noun
from bot.rules.model.questions.question import Question
from bot.rules.model.ranges import RANGE_HELP, number_range
from bot.words.numbers import coded


class Number(Measured):
    """A number, or a range of numbers."""

    name, word, family = "number", "getal", "number"
    noun = Noun("een getal", "het getal", "het betekent hetzelfde getal")
    span_help = RANGE_HELP
    span_example = '">= 20"'
    keys = (
        OwnKey("eenheid", "unit", "text", "Wat je telt, zoals huishoudens of euro."),
        OwnKey("minimum", "minimum", "number", "Het laagste getal dat kan."),
        OwnKey("maximum", "maximum", "number", "Het hoogste getal dat kan."),
    )

    def span(self, raw: Any) -> Between | None:
        """A number, ``">= 20"`` or ``"20..50"``."""
        return number_range(raw)

    def check(self, item: Mapping[str, Any], kinds: Mapping[QuestionId, str]) -> Iterator[Flaw]:
        """The bounds leave room between them."""
        low, high = item.get("minimum"), item.get("maximum")
        if low is not None and high is not None and low >= high:
            yield Flaw("maximum", "‘maximum’ is niet hoger dan ‘minimum’", "hoger")

    def read(self, question: Question, raw: Sequence[Any]) -> Answer:
        """One number or one range, within the bounds of the question."""
        subject = raw[0] if len(raw) == 1 else list(raw)
        found = number_range(subject)
        if found is None:
            right = 'bijvoorbeeld 25, "20..50" of weet_ik_niet'
            raise NotAnAnswer("is geen getal", right, subject=subject)
        low = question.minimum if found.low is None else found.low
        high = question.maximum if found.high is None else found.high
        if low is None or high is None or found.low_open or found.high_open:
            right = 'bijvoorbeeld "20..50"'
            raise NotAnAnswer("heeft geen vaste grenzen", right, subject=subject)
        self._check_limits(question, low, high)
        return exactly(low, high)

    def _check_limits(self, question: Question, low: Fraction, high: Fraction) -> None:
        least, most = question.minimum, question.maximum
        if least is not None and low < least:
            raise NotAnAnswer("is te laag", f"minstens ‘{coded(least)}’", subject=low)
        if most is not None and high > most:
            raise NotAnAnswer("is te hoog", f"hoogstens ‘{coded(most)}’", subject=high)

    def carried(self, question: Question, answer: Answer) -> Answer | None:
        """The same numbers, when all of them can be an answer to this question."""
        least, most = question.minimum, question.maximum
        inside = all(
            (least is None or least <= end) and (most is None or end <= most)
            for end in (answer.low, answer.high)
            if end is not None
        )
        return answer if inside else None

    def common(self, before: Question, after: Question) -> Question | None:
        """The numbers within the bounds of both."""
        low = _tightest(max, before.minimum, after.minimum)
        high = _tightest(min, before.maximum, after.maximum)
        empty = low is not None and high is not None and low > high
        return None if empty else replace(after, minimum=low, maximum=high)


def _tightest(
    choose: Callable[[list[Fraction]], Fraction], *ends: Fraction | None
) -> Fraction | None:
    bounds = [bound for bound in ends if bound is not None]
    return choose(bounds) if bounds else None
