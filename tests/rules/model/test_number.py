"""A number question: what is typed is heard within its bounds and in its unit, or asked back."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from bot.rules.model.answers import Answer, number
from bot.rules.model.questions.number import Number
from bot.rules.model.questions.question import Question

TODAY = date(2026, 11, 24)
KIND = Number()
AREA = Question(
    "opp", "Hoe groot?", "number", unit="vierkante meter", minimum=Fraction(0),
    maximum=Fraction(1_000_000),
)  # fmt: skip
SHARE = Question(
    "deel", "Hoeveel?", "number", unit="procent", minimum=Fraction("0.5"), maximum=Fraction(100)
)
COUNTED = Question("aantal", "Hoeveel?", "number")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("meer dan 100", Answer(low=Fraction(100), low_open=True)),
        ("minder dan 2.000", Answer(high=Fraction(2000), high_open=True)),
        ("150 m2", number(150)),
        ("1 200", number(1200)),
        ("1.500,50", number(Fraction("1500.5"))),
        ("2 ha", number(20_000)),
        ("10 tot 20", number(10, 20)),
        ("1", number(1)),
        ("twintig", number(20)),
    ],
)
def test_what_is_said_is_the_answer(text: str, answer: Answer) -> None:
    """Exactly, with an open bound where one was said."""
    heard = KIND.hear(AREA, text, TODAY)
    assert heard is not None
    assert heard.sure
    assert heard.answer == answer


def test_what_is_rough_waits_for_a_yes() -> None:
    """It is an answer, but not a sure one."""
    heard = KIND.hear(AREA, "ongeveer 40", TODAY)
    assert heard is not None
    assert not heard.sure
    assert heard.answer == number(40)


@pytest.mark.parametrize(
    "text",
    ["10 bij 15 meter", "waarom 100?", "nog niet bekend, 2027 pas", "weet ik niet", "²", "3 km"],
)
def test_what_says_no_amount_in_this_unit_is_not_heard(text: str) -> None:
    """Another may understand it; the bot asks back when nobody does."""
    assert KIND.hear(AREA, text, TODAY) is None
    assert KIND.value_in(AREA, text) is None


@pytest.mark.parametrize("text", ["-5", "min 5", "2 miljoen", "meer dan 1.000.000", "minder dan 0"])
def test_what_cannot_be_is_told_with_the_bounds(text: str) -> None:
    """A number outside, and a range of which nothing lies inside."""
    heard = KIND.hear(AREA, text, TODAY)
    assert heard is not None
    assert heard.answer is None
    assert "van 0 tot 1.000.000," in heard.told


def test_bounds_are_written_in_dutch() -> None:
    """A comma, and an open end where there is none."""
    assert "van 0,5 tot 100," in KIND.not_heard(SHARE)
    assert "van … tot …," in KIND.not_heard(COUNTED)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (number(1_000_000), "1.000.000 vierkante meter"),
        (number(Fraction("25.5")), "25,5 vierkante meter"),
        (number(Fraction("123456.7")), "123.456,7 vierkante meter"),
        (number(10, 20), "10 tot 20 vierkante meter"),
        (Answer(low=Fraction(100), low_open=True), "meer dan 100 vierkante meter"),
    ],
)
def test_an_answer_is_said_in_dutch(answer: Answer, told: str) -> None:
    """Nothing is rounded, and no power of ten."""
    assert KIND.label(AREA, answer) == told


def test_the_name_of_an_interval_is_said_in_dutch() -> None:
    """Signs become words, and a fraction a decimal."""
    assert KIND.name_told(COUNTED, ">= 1/10 en < 1000000") == "minstens 0,1 en minder dan 1.000.000"


def test_a_value_that_was_typed_is_named() -> None:
    """For who only wants to see what a text says."""
    assert KIND.value_in(AREA, "ongeveer 1.200 m2") == "1200"
    assert KIND.value_in(AREA, "2,5") == "2.5"
    assert KIND.value_in(AREA, "meer dan 100") == "meer dan 100"
