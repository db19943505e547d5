"""A number question: what is typed is heard within its bounds and in its unit, or asked back."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.model.answers import Answer, number
from bot.rules.model.conditions import AnyOf, Between
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.pack import Advice, Pack
from bot.rules.model.questions.number import Number
from bot.rules.model.questions.question import Question
from bot.rules.query import possible

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


PROJECTS = ("woningen", "winkels", "kantoren", "masten", "bomen", "ligplaatsen", "hotelkamers")


def of_a_list(usual: Fraction | None) -> Compiled:
    """A list of projects: participation is a duty from eleven of any of seven things on."""
    questions = tuple(
        Question(id, f"Hoeveel {id}?", "number", minimum=Fraction(0), usual=usual)
        for id in PROJECTS
    )
    many = tuple(Between(id, Fraction(10), low_open=True) for id in PROJECTS)
    row = Row("veel", AnyOf(many), "verplicht")
    logic = Table((row,), otherwise="vrijwillig")
    decision = Decision("plicht", logic, ("vrijwillig", "verplicht"))
    return compile_pack(Pack("lijst", "Lijst", "1", questions, (decision,), (Advice("plicht"),)))


def test_what_is_not_named_is_likely_what_the_pack_says() -> None:
    """With one number of seven known, the rest is likely nothing; it stays possible, and a number
    that is named counts as ever."""
    compiled = of_a_list(Fraction(0))
    first, second = possible(compiled, {"woningen": number(4)}, "plicht")
    assert first.outcome == "vrijwillig"
    assert first.share > Fraction(99, 100)
    assert second.outcome == "verplicht"
    (only,) = possible(compiled, {"woningen": number(4), "bomen": number(30)}, "plicht")
    assert only.outcome == "verplicht"


def test_without_it_every_interval_is_as_likely() -> None:
    """As it was."""
    first, _ = possible(of_a_list(None), {"woningen": number(4)}, "plicht")
    assert first.outcome == "verplicht"


@pytest.mark.parametrize(("usual", "flaws"), [(0, 0), (-1, 1), (101, 1), (100, 0)])
def test_what_holds_when_nothing_is_named_lies_within_the_bounds(usual: int, flaws: int) -> None:
    """A pack that says otherwise is told."""
    item = {"minimum": 0, "maximum": 100, "niet_genoemd": usual}
    assert len(list(KIND.check(item, {}))) == flaws
