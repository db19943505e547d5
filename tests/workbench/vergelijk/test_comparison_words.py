"""How a comparison says numbers and lists of answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.rules.model.pack import Pack
from bot.rules.model.questions.kind import ExampleAnswer
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.rising import Rising
from bot.words.numbers import about
from bot.workbench.vergelijk.comparison import answer_text
from bot.workbench.vergelijk.content import text_lines

LABELS = ("Hun dag wordt anders", "Maanden overlast", "Groen, uitzicht of buurt")
OPTIONS = tuple(Option(f"o{number}", label) for number, label in enumerate(LABELS))


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (18, "18"),
        (999_999, "999.999"),
        (1_000_000, "1 miljoen"),
        (1_840_361_472_000, "1,8 biljoen"),
        (10**30, "meer dan duizend triljard"),
    ],
)
def test_a_large_number_is_told_in_words(number: int, told: str) -> None:
    """Exact where a person can still read it."""
    assert about(number) == told


def test_a_list_of_answers_keeps_its_items_apart() -> None:
    """No capital within the sentence, and a comma in an item does not end it."""
    question = Question("gevolgen", "Wat merken mensen?", kind="multi", options=OPTIONS)
    answer = ExampleAnswer(question, values=("o0",), without=("o1", "o2"))
    told = "Hun dag wordt anders, en niet: maanden overlast; groen, uitzicht of buurt"
    assert answer_text(answer)[1] == told


def test_answers_of_which_one_holds_are_told_with_of() -> None:
    """A choice that may be either."""
    question = Question("gevolgen", "Wat merken mensen?", options=OPTIONS)
    told = "Hun dag wordt anders; of maanden overlast"
    assert answer_text(ExampleAnswer(question, values=("o0", "o1")))[1] == told


PROMISE = Rising("s", "bestuur", "vorm", "Een betere belofte verlaagt de vorm nooit.")


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ((), (PROMISE,), "De eis ‘Een betere belofte verlaagt de vorm nooit’ is nieuw."),
        ((PROMISE,), (), "De eis ‘Een betere belofte verlaagt de vorm nooit’ is weg."),
        (
            (PROMISE,),
            (replace(PROMISE, question="mandaat", order=(("nee",), ("ja",))),),
            "De eis ‘Een betere belofte verlaagt de vorm nooit’ is aangepast. "
            "Erbij: volgorde; anders: vraag.",
        ),
    ],
)
def test_what_must_run_up_is_told(
    was: tuple[Rising, ...], now: tuple[Rising, ...], told: str
) -> None:
    """As any other content; an id is not read out."""
    packs = [Pack("p", "P", "0", (), (), (), rising=rising) for rising in (was, now)]
    assert list(text_lines(packs[0], packs[1])) == [told]
