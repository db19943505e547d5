"""A day, or days in a row: answered as days of the calendar, seen by rules as days from today.

An answer holds calendar days, counted as Python does (``date.toordinal``), so that it keeps meaning
the same day. A rule says how far off a day is ("minstens 6 weken later"). The two meet where a pack
is compiled for a day: the variable is counted from that day (its ``origin``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Any, ClassVar

from bot.rules.model.answers import Answer
from bot.rules.model.answers import number as exactly
from bot.rules.model.conditions import AllOf, Between, Cut, Value
from bot.rules.model.ids import QuestionId
from bot.rules.model.own_key import OwnKey
from bot.rules.model.questions import wording
from bot.rules.model.questions.kind import Flaw, Heard, NotAnAnswer
from bot.rules.model.questions.measured import Feel, FillIn, Measured, Noun
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.variable import Interval, Variable
from bot.rules.model.ranges import number_range
from bot.words import dates, gaps
from bot.words.dates import Days, NoDay
from bot.words.gaps import Gap

TODAY = FillIn("vandaag", "date", wording.TODAY, wording.TODAY_IS)
SOME_DAY = date(2000, 1, 1)
"""Stands for today where no day is known, and what is read does not hang on it."""
_HAS_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


class CountedInDays(Measured):
    """A kind that is measured in whole days. Its intervals are called as rules call them."""

    span_help = gaps.HELP
    span_example = wording.GAP_EXAMPLE
    now: ClassVar[str]
    """How no days at all is called."""
    any_told: ClassVar[str]
    """How any of its values is called."""

    def span(self, raw: Any) -> Between | None:
        """A phrase, or a number of days as a number is compared: 42, ``">= 42"``."""
        gap = gaps.read(raw) if isinstance(raw, str) else None
        between = number_range(raw) if gap is None else _between(gap)
        ends = () if between is None else (between.low, between.high)
        whole = all(end is None or end.denominator == 1 for end in ends)
        return between if whole else None

    def variables(
        self, question: Question, places: Iterable[Cut], on: date | None
    ) -> list[Variable]:
        """One variable, cut between whole days."""
        between_days = {(Fraction(floor(x) + 1 if above else ceil(x)), 0) for x, above in places}
        return super().variables(question, between_days, on)

    def span_name(self, span: Interval) -> str:
        """As a rule says it; any day has no name."""
        return gaps.in_words(_gap(span), self.now)

    def test_told(self, question: Question, test: Between) -> str:
        """As a rule says it."""
        start = None if test.low is None else (test.low, int(test.low_open))
        end = None if test.high is None else (test.high, int(not test.high_open))
        return self.span_told(question, Interval(start, end))

    def span_told(self, question: Question, span: Interval) -> str:
        """As a rule says it."""
        return self.span_name(span) or self.any_told

    def name_told(self, question: Question, name: str) -> str:
        """Its names are words already."""
        return name

    def common(self, before: Question, after: Question) -> Question | None:
        """All days."""
        return after


class Date(CountedInDays):
    """A day, or days in a row: a month, "voor de zomer"."""

    name, word, family = "date", "datum", "date"
    noun = Noun(wording.A_DATE, wording.THE_DATE, wording.SAME_DATE)
    now, any_told = wording.NOW, wording.ANY_DAY
    keys = (
        OwnKey("ook_voorbij", "past", "flag", wording.HELP_PAST),
    )  # fmt: skip

    def check(self, item: Mapping[str, Any], kinds: Mapping[QuestionId, str]) -> Iterator[Flaw]:
        """No question bears the name that DMN needs for today."""
        if item["id"] == TODAY.id:
            yield Flaw("id", wording.TODAY_TAKEN.format(id=TODAY.id), wording.ANOTHER_ID)

    def read(self, question: Question, raw: Sequence[Any], on: date | None) -> Answer:
        """A day or a month, in figures or in words, or two of them with ``..`` between."""
        subject = raw[0] if len(raw) == 1 else list(raw)
        ends = str(subject).split("..") if isinstance(subject, str | int) else []
        days = [self._days(end, on, subject) for end in ends[:2]]
        if not days or len(ends) > 2 or days[0].first > days[-1].last:
            raise NotAnAnswer(wording.NO_DATE, wording.DAY_EXAMPLES, subject=subject)
        return _answer(Days(days[0].first, days[-1].last))

    def _days(self, text: str, on: date | None, subject: Any) -> Days:
        """What a text means on a day; without one only what means the same on every day."""
        known = [on] if on is not None else [SOME_DAY, SOME_DAY.replace(year=2003, month=8)]
        try:
            meanings = {_to_come_or_gone(text, day) for day in known}
        except NoDay as error:
            wrong = wording.NO_SUCH_DATE
            raise NotAnAnswer(wrong, wording.DAY_EXAMPLES, subject=subject) from error
        days = meanings.pop()
        if days is None or meanings:
            raise NotAnAnswer(wording.NO_DATE, wording.DAY_EXAMPLES, subject=subject)
        return days

    # --- on the diagram ---

    def variables(
        self, question: Question, places: Iterable[Cut], on: date | None
    ) -> list[Variable]:
        """One variable, counted from the day; without a day no answer can be placed on it."""
        day = SOME_DAY if on is None else on
        return [
            replace(variable, origin=Fraction(day.toordinal()), adrift=on is None)
            for variable in super().variables(question, places, on)
        ]

    def left(self, variable: Variable, answer: Answer) -> frozenset[int]:
        """The intervals that the days touch, seen from the day."""
        if variable.adrift:
            return frozenset(range(len(variable.intervals)))
        return super().left(variable, answer)

    def seen(self, question: Question, values: Mapping[QuestionId, Any], on: date | None) -> Value:
        """How many days off it is. Raises ValueError without a day to see it from."""
        if on is None:
            raise ValueError("a date is seen from a day")
        return Fraction(values[question.id]) - on.toordinal()

    def names(self, question: Question, answer: Answer) -> tuple[str, ...]:
        """The day or the two ends, in figures."""
        days = _days(answer)
        ends = (days.first,) if days.first == days.last else (days.first, days.last)
        return ("..".join(day.isoformat() for day in ends),)

    def carried(self, question: Question, answer: Answer) -> Answer | None:
        """The same days."""
        return answer

    # --- in DMN ---

    def feel(self, question: Question, name_of: Callable[[str], str]) -> Feel:
        """The days from today on."""
        name, today = name_of(question.id), name_of(TODAY.id)
        return Feel(f"({name} - {today}).days", (name, today))

    def fill_ins(self, question: Question) -> tuple[FillIn, ...]:
        """The day itself, and today."""
        return (FillIn(question.id, "date"), TODAY)

    def filled_in(self, question: Question, value: Any, on: date | None) -> Mapping[str, Any]:
        """The day itself, and today; today where it does not apply."""
        today = SOME_DAY if on is None else on
        day = today if value is None else date.fromordinal(int(value))
        return {question.id: day, TODAY.id: today}

    # --- in words ---

    def label(self, question: Question, answer: Answer) -> str:
        """The day, the month, or the two ends."""
        return dates.days_in_words(_days(answer))

    def how_to_answer(self, question: Question) -> str:
        """Type a day, or roughly when."""
        return wording.TYPE_A_DAY

    def hear(self, question: Question, text: str, today: date) -> Heard | None:
        """The days that a text names; sure when it names a year with a day or a month."""
        try:
            days = dates.read(text, today, past=question.past)
        except NoDay as error:
            return Heard(None, str(error))
        if days is None:
            return None
        plain = dates.days_in_words(days).count(" ") <= 2
        return Heard(_answer(days), sure=plain and _HAS_YEAR.search(text) is not None)

    def not_heard(self, question: Question) -> str:
        """Some ways to say when."""
        return wording.BAD_DAY

    def blank(self, question: Question) -> str:
        """A line."""
        return "……………………"

    def what(self, question: Question) -> str:
        """A day or a month."""
        return wording.A_DAY_OR_MONTH

    def value_told(self, question: Question, value: Any) -> str:
        """The day."""
        return dates.in_words(date.fromordinal(int(value)))

    def as_plain(self, answer: Answer) -> Any:
        """The first and the last day, in figures."""
        days = _days(answer)
        return {"van": days.first.isoformat(), "tot": days.last.isoformat()}


class DaysBetween(CountedInDays):
    """How many days lie from one date to another. It follows from the two, and is never asked."""

    name, word, family = "days_between", "dagen_tussen", "days_between"
    is_derived = True
    noun = Noun(wording.A_GAP, wording.THE_GAP, wording.SAME_GAP)
    now, any_told = wording.SAME_DAY, wording.ANY_GAP
    keys = (
        OwnKey("van", "since", "question", wording.HELP_SINCE, needed=True),
        OwnKey("tot", "until", "question", wording.HELP_UNTIL, needed=True),
    )

    def check(self, item: Mapping[str, Any], kinds: Mapping[QuestionId, str]) -> Iterator[Flaw]:
        """Two dates, and not the same one."""
        for key in ("van", "tot"):
            if kinds.get(item[key], Date.name) != Date.name:
                yield Flaw(key, wording.NOT_A_DATE.format(id=item[key]), wording.WITH_A_DATE)
        if item["van"] == item["tot"]:
            yield Flaw("tot", wording.ONE_DATE_TWICE, wording.ANOTHER_DATE)

    def finished(self, question: Question) -> Question:
        """It applies where both dates do."""
        both = (Between(question.since), Between(question.until))
        return replace(question, applies_if=AllOf((question.applies_if, *both)))

    def sources(self, question: Question) -> tuple[QuestionId, ...]:
        """The two dates."""
        return (question.since, question.until)

    def follows(self, question: Question, answers: Mapping[QuestionId, Answer]) -> Answer | None:
        """From the closest that the two dates can be to the farthest."""
        since, until = (answers.get(source) for source in self.sources(question))
        if since is None or until is None or since.low is None or until.low is None:
            return None
        first, second = _days(since), _days(until)
        low, high = (second.first - first.last).days, (second.last - first.first).days
        return exactly(low, high)

    def behind(
        self, question: Question, answer: Answer, answers: Mapping[QuestionId, Answer]
    ) -> Mapping[QuestionId, Answer]:
        """The later date so many days after the earlier one, where that is known."""
        since = answers.get(question.since)
        if since is None or since.low is None or answer.low is None:
            return {}
        return {question.until: exactly(since.low + answer.low)}

    def go_together(self, spans: Sequence[Interval]) -> bool:
        """Whether some two days lie so many days apart."""
        since, until, apart = map(_gap, spans)
        least = _less(until.low, since.high)
        most = _less(until.high, since.low)
        within = Gap(least, most).within(apart)
        return within.low is None or within.high is None or within.low <= within.high

    def read(self, question: Question, raw: Sequence[Any], on: date | None) -> Answer:
        """Nothing: it is worked out."""
        right = wording.ONLY_THOSE.format(since=question.since, until=question.until)
        raise NotAnAnswer(wording.FOLLOWS_FROM, right)

    def seen(self, question: Question, values: Mapping[QuestionId, Any], on: date | None) -> Value:
        """The value itself where there is one, else what lies between the two dates."""
        if question.id in values:
            return Fraction(values[question.id])
        return Fraction(values[question.until]) - Fraction(values[question.since])

    def carried(self, question: Question, answer: Answer) -> Answer | None:
        """As many days."""
        return answer

    # --- in DMN ---

    def feel(self, question: Question, name_of: Callable[[str], str]) -> Feel:
        """The one day less the other."""
        since, until = (name_of(source) for source in self.sources(question))
        return Feel(f"({until} - {since}).days", (since, until))

    def fill_ins(self, question: Question) -> tuple[FillIn, ...]:
        """Nothing: it is worked out."""
        return ()

    def filled_in(self, question: Question, value: Any, on: date | None) -> Mapping[str, Any]:
        """Nothing: it is worked out."""
        return {}

    # --- in words ---

    def label(self, question: Question, answer: Answer) -> str:
        """As a rule says it."""
        low, high = (None if end is None else int(end) for end in (answer.low, answer.high))
        return gaps.in_words(Gap(low, high), self.now)

    def what(self, question: Question) -> str:
        """It is worked out."""
        return wording.FOLLOWS

    def value_told(self, question: Question, value: Any) -> str:
        """As a rule says it."""
        return gaps.in_words(Gap(int(value), int(value)), self.now)

    def as_plain(self, answer: Answer) -> Any:
        """The fewest and the most days."""
        ends = {"van": answer.low, "tot": answer.high}
        return {name: None if end is None else int(end) for name, end in ends.items()}


def _less(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one - other


def _to_come_or_gone(text: str, today: date) -> Days | None:
    """What a text means, of the days to come if it can be. Raises NoDay."""
    try:
        return dates.read(text, today)
    except NoDay:
        return dates.read(text, today, past=True)


def _answer(days: Days) -> Answer:
    return exactly(days.first.toordinal(), days.last.toordinal())


def _days(answer: Answer) -> Days:
    assert answer.low is not None
    assert answer.high is not None
    return Days(date.fromordinal(int(answer.low)), date.fromordinal(int(answer.high)))


def _between(gap: Gap) -> Between:
    low, high = (None if end is None else Fraction(end) for end in (gap.low, gap.high))
    return Between("", low, high)


def _gap(span: Interval) -> Gap:
    """The whole days in an interval."""
    low = high = None
    if span.start is not None:
        low = floor(span.start[0]) + 1 if span.start[1] else ceil(span.start[0])
    if span.end is not None:
        high = floor(span.end[0]) if span.end[1] else ceil(span.end[0]) - 1
    return Gap(low, high)
