"""A number, with a unit and bounds where it has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from bot.rules.model.answers import Answer
from bot.rules.model.answers import number as exactly
from bot.rules.model.conditions import Between, Cut
from bot.rules.model.ids import QuestionId
from bot.rules.model.own_key import OwnKey
from bot.rules.model.questions import wording
from bot.rules.model.questions.kind import Flaw, Heard, NotAnAnswer
from bot.rules.model.questions.measured import Feel, FillIn, Measured, Noun
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.variable import Interval, Variable
from bot.rules.model.ranges import number_range
from bot.words.numbers import COUNT, between, bounds, coded, is_empty, number, read, written

_IN_SIGNS = re.compile(r"(?<=[<>=] )-?[0-9]+(?:/[0-9]+)?")


USUAL = 1000
"""How much likelier a number is what it is when nobody names it, than in any other interval: seven
such numbers together still leave more than 99 in 100."""


class Number(Measured):
    """A number, or a range of numbers."""

    name, word, family = "number", "getal", "number"
    noun = Noun(wording.A_NUMBER, wording.THE_NUMBER, wording.SAME_NUMBER)
    span_help = wording.RANGE_HELP
    span_example = '">= 20"'
    keys = (
        OwnKey("eenheid", "unit", "text", wording.HELP_UNIT),
        OwnKey("minimum", "minimum", "number", wording.HELP_LEAST),
        OwnKey("maximum", "maximum", "number", wording.HELP_MOST),
        OwnKey("niet_genoemd", "usual", "number", wording.HELP_USUAL),
    )

    def span(self, raw: Any) -> Between | None:
        """A number, ``">= 20"`` or ``"20..50"``."""
        return number_range(raw)

    def check(self, item: Mapping[str, Any], kinds: Mapping[QuestionId, str]) -> Iterator[Flaw]:
        """The bounds leave room between them."""
        low, high = item.get("minimum"), item.get("maximum")
        if low is not None and high is not None and low >= high:
            yield Flaw("maximum", wording.BOUNDS_CROSS, "hoger")
        usual = item.get("niet_genoemd")
        if usual is not None and low is not None and usual < low:
            yield Flaw("niet_genoemd", wording.TOO_LOW, wording.AT_LEAST.format(bound=coded(low)))
        if usual is not None and high is not None and usual > high:
            yield Flaw("niet_genoemd", wording.TOO_HIGH, wording.AT_MOST.format(bound=coded(high)))

    def variables(
        self, question: Question, places: Iterable[Cut], on: date | None
    ) -> list[Variable]:
        """The intervals; that with what holds when nobody names it weighs far more."""
        (variable,) = super().variables(question, places, on)
        if question.usual is None:
            return [variable]
        usual = question.usual
        weights = tuple(USUAL if span.overlaps(usual, usual) else 1 for span in variable.intervals)
        return [replace(variable, weights=weights)]

    def read(self, question: Question, raw: Sequence[Any], on: date | None) -> Answer:
        """One number or one range, within the bounds of the question."""
        subject = raw[0] if len(raw) == 1 else list(raw)
        bounds = number_range(subject)
        if bounds is None:
            right = wording.NUMBER_EXAMPLE
            raise NotAnAnswer(wording.NO_NUMBER, right, subject=subject)
        low = question.minimum if bounds.low is None else bounds.low
        high = question.maximum if bounds.high is None else bounds.high
        if low is None or high is None or bounds.low_open or bounds.high_open:
            right = 'bijvoorbeeld "20..50"'
            raise NotAnAnswer(wording.NO_FIXED_BOUNDS, right, subject=subject)
        self._check_limits(question, low, high)
        return exactly(low, high)

    def _check_limits(self, question: Question, low: Fraction, high: Fraction) -> None:
        least, most = question.minimum, question.maximum
        if least is not None and low < least:
            raise NotAnAnswer(
                wording.TOO_LOW, wording.AT_LEAST.format(bound=coded(least)), subject=low
            )
        if most is not None and high > most:
            raise NotAnAnswer(
                wording.TOO_HIGH, wording.AT_MOST.format(bound=coded(most)), subject=high
            )

    # --- in DMN ---

    def feel(self, question: Question, name_of: Callable[[str], str]) -> Feel:
        """The number itself."""
        name = name_of(question.id)
        return Feel(name, (name,))

    def fill_ins(self, question: Question) -> tuple[FillIn, ...]:
        """The number itself."""
        return (FillIn(question.id, "number"),)

    def filled_in(self, question: Question, value: Any, on: date | None) -> Mapping[str, Any]:
        """The number, as short as it can be; the least one where it does not apply."""
        given = value if isinstance(value, Fraction) else question.minimum or Fraction(0)
        return {question.id: given.numerator if given.denominator == 1 else float(given)}

    # --- in words ---

    def label(self, question: Question, answer: Answer) -> str:
        """The number or the two ends, with the unit."""
        return f"{written(answer)} {question.unit}".strip()

    def how_to_answer(self, question: Question) -> str:
        """Type a number, with what it counts."""
        return wording.TYPE_IT.format(unit=question.unit or COUNT)

    def hear(self, question: Question, text: str, today: date) -> Heard | None:
        """The number that a text states, when it is within the bounds."""
        amount = read(text, question.unit or COUNT)
        if amount is None:
            return None
        answer = Answer(
            low=amount.low, high=amount.high, low_open=amount.low_open, high_open=amount.high_open
        )
        if self.carried(question, answer) is None:
            return Heard(None, self.not_heard(question))
        return Heard(answer, sure=amount.exact)

    def not_heard(self, question: Question) -> str:
        """Between which numbers it must be."""
        ends = (question.minimum, question.maximum)
        low, high = ("…" if end is None else number(end) for end in ends)
        return wording.BAD_NUMBER.format(low=low, high=high)

    def value_in(self, question: Question, text: str) -> str | None:
        """The number that a text states, or the bounds in words."""
        amount = read(text, question.unit or COUNT)
        if amount is None:
            return None
        if amount.low is None or amount.low != amount.high:
            return written(amount)
        return coded(amount.low)

    def blank(self, question: Question) -> str:
        """A line, and the unit."""
        return f"…………………… {question.unit}".strip()

    def what(self, question: Question) -> str:
        """A number of something."""
        return wording.NUMBER_OF.format(unit=question.unit).strip()

    def limits(self, question: Question) -> str:
        """From the least to the most, with the unit."""
        low = "" if question.minimum is None else f"van {coded(question.minimum)}"
        high = (
            "" if question.maximum is None else wording.UP_TO.format(bound=coded(question.maximum))
        )
        return " ".join(filter(None, (low, high, question.unit)))

    def value_told(self, question: Question, value: Any) -> str:
        """The number with its unit."""
        return f"{number(value)} {question.unit}".strip()

    def test_told(self, question: Question, test: Between) -> str:
        """The bounds with the unit."""
        return f"{bounds(test)} {question.unit}".strip()

    def span_told(self, question: Question, span: Interval) -> str:
        """The interval with the unit."""
        return between(span.start, span.end, question.unit)

    def name_told(self, question: Question, name: str) -> str:
        """The signs as words, with the unit."""
        name = _IN_SIGNS.sub(lambda match: number(Fraction(match[0])), name)
        for sign, words in wording.SIGNS.items():
            name = name.replace(f"{sign} ", f"{words} ")
        return f"{name} {question.unit}".strip()

    def as_plain(self, answer: Answer) -> Any:
        """The two ends."""
        ends = {"van": answer.low, "tot": answer.high}
        return {name: None if end is None else float(end) for name, end in ends.items()}

    # --- other questions ---

    def carried(self, question: Question, answer: Answer) -> Answer | None:
        """The same numbers, when all of them can be an answer to this question."""
        least, most = question.minimum, question.maximum
        inside = all(
            (least is None or least <= end) and (most is None or end <= most)
            for end in (answer.low, answer.high)
            if end is not None
        )
        within = replace(
            answer,
            low=least if answer.low is None else answer.low,
            high=most if answer.high is None else answer.high,
        )
        return answer if inside and not is_empty(within) else None

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
