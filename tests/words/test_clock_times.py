"""Times of the clock as people say them: in figures where the part of the day is sure."""

from __future__ import annotations

import pytest

from bot.words.clock_times import in_figures, unsure_of_part


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("avond 1 is 19 januari half 8", "avond 1 is 19 januari 19.30 uur"),
        ("woensdagavond om 8 uur", "woensdagavond om 20.00 uur"),
        ("ouderavond om kwart voor acht", "ouderavond om 19.45 uur"),
        ("zaterdagochtend half 10", "zaterdagochtend 9.30 uur"),
        ("half 3 in de aula", "14.30 uur in de aula"),
        ("begin half 7", "begin 18.30 uur"),
        ("half 11 koffie", "10.30 uur koffie"),
        ("16 januari van 2 tot 4 in de aula", "16 januari van 14 tot 16 uur in de aula"),
        ("bewonersavond van 7 tot 9 uur", "bewonersavond van 19 tot 21 uur"),
    ],
)
def test_the_part_of_the_day_makes_a_spoken_time_sure(said: str, figures: str) -> None:
    assert in_figures(said) == figures
    assert not unsure_of_part(said)


@pytest.mark.parametrize(
    "said",
    [
        "over een half jaar",
        "half juni",
        "de avond duurt 5 uur",
        "avond 20.00 uur",
        "van 2 tot 4 weken",
        "van 60 naar 40 plekken",
    ],
)
def test_what_is_no_spoken_time_stays(said: str) -> None:
    assert in_figures(said) == said


@pytest.mark.parametrize("said", ["19 januari half 8", "kwart voor 8 in de kantine", "half negen"])
def test_what_may_be_morning_and_evening_stays_as_it_was_said(said: str) -> None:
    assert in_figures(said) == said
    assert unsure_of_part(said)
