"""What an advice says to mind: the most pressing first, and the chapters follow."""

from __future__ import annotations

import pytest

from bot.advice.advice import advise, by_weight
from bot.packs.answers import book_of_case
from bot.rules.diagram.compile import Compiled
from bot.rules.model.conditions import ALWAYS
from bot.rules.model.pack import Concern
from tests.advice.conftest import Advise

INITIATIVE = {
    "wie_begint": "inwoners", "inwoners_willen": "taak", "raakt_anderen": "gehoord",
}  # fmt: skip
OWN_PROJECT = {
    "wie_begint": "gemeente", "te_kiezen": "veel", "fase": "plan", "nodig": "plan",
    "gevolgen": "hinder", "voorgeschiedenis": "niets", "wie_mist": "niemand",
}  # fmt: skip


def test_angry_people_come_first_and_bring_their_chapter(advised: Advise) -> None:
    """Before the law: first small talks at the kitchen table, and help for who sits there."""
    advice = advised(
        **OWN_PROJECT, bestuur="volgt", gerust="nee", vastgelegd="raadsbesluit",
        spanning="boos", instrument="omgevingsplan",
    )  # fmt: skip
    assert advice.steps[0] == "Begin met kleine gesprekken aan de keukentafel."
    assert advice.chapters[0] == "boze_bewoners"


def test_an_initiative_of_one_person_is_told_though_the_law_has_a_say(advised: Advise) -> None:
    """Whoever takes over a task alone: the second person comes before the paperwork."""
    advice = advised(**INITIATIVE, dragen="nee", vastgelegd="raadsbesluit", spanning="rustig")
    assert "tweede trekker" in advice.steps[0]
    assert advice.chapters[0] == "initiatief_valt_stil"


@pytest.mark.parametrize("board", ["volgt", "weegt"])
def test_what_is_written_nowhere_is_told(advised: Advise, board: str) -> None:
    """Whatever the board will do with the outcome: it must stand somewhere first."""
    advice = advised(
        **OWN_PROJECT, bestuur=board, gerust="nee", vastgelegd="niets",
        spanning="rustig", instrument="omgevingsplan",
    )  # fmt: skip
    assert "staat nog nergens" in advice.concerns[0].text
    assert advice.chapters[0] == "te_veel_beloofd"


def test_anger_comes_before_a_promise_that_stands_nowhere(advised: Advise) -> None:
    """Both press; the pack says which first."""
    advice = advised(
        **OWN_PROJECT, bestuur="volgt", gerust="nee", vastgelegd="niets", spanning="boos"
    )
    assert [concern.id for concern in advice.concerns[:2]] == ["boze_zaal", "geen_mandaat"]


def test_a_promise_to_residents_that_is_written_nowhere_is_told(advised: Advise) -> None:
    """Before a group spends money."""
    advice = advised(**INITIATIVE, dragen="zelf", vastgelegd="niets", spanning="rustig")
    assert "op papier" in advice.concerns[0].text


def test_the_chapters_follow_the_points_of_attention(compiled: Compiled) -> None:
    """The button under the card helps with what the card says to mind."""
    for case in compiled.pack.cases:
        advice = advise(compiled, book_of_case(compiled.pack, case))
        told = [slug for concern in advice.concerns for slug in concern.chapters]
        assert advice.chapters[: len(set(told))] == tuple(dict.fromkeys(told)), case.id


def test_a_second_duty_does_not_hide_what_else_may_not_be_missed() -> None:
    """One duty, then what is serious, then the other duty."""
    first, second = (Concern(id, ALWAYS, id, duty=True, serious=True) for id in "ab")
    rest, serious = Concern("c", ALWAYS, "c"), Concern("d", ALWAYS, "d", serious=True)
    assert by_weight((rest, first, second, serious)) == (first, serious, second, rest)
    assert by_weight((rest, first, second)) == (first, second, rest)
