"""Frameworks that leave something open can be said without inventing it (``kaders``)."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from bot.advice.advice import advise
from bot.advice.card import Card
from bot.advice.make_card import make_card
from bot.packs.load import load_pack
from bot.rules.compare.compare import compare
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.model.answers import Answer, chosen, number
from bot.rules.model.book import AnswerBook
from bot.rules.prove.proof import prove
from bot.rules.query import Likely, possible
from tests.shelf import DAY

FOLDER = Path(__file__).parent / "kaders"
ALL = sorted(path.name for path in FOLDER.iterdir())


def compiled(name: str) -> Compiled:
    """One of them, for a day."""
    return compile_pack(load_pack(FOLDER / name), DAY)


def likely(name: str, decision: str, **answers: Answer) -> tuple[Likely, ...]:
    """What is still possible at these answers, the likeliest first."""
    return possible(compiled(name), answers, decision)


def card(name: str, **answers: Answer) -> Card:
    """What it advises at these answers."""
    pack = compiled(name)
    return make_card(pack, advise(pack, AnswerBook(answers)))


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_wrong_with_it(name: str) -> None:
    """No hole, no row that never holds, no question that does nothing."""
    assert prove(compiled(name)).findings == ()


def test_what_a_list_of_projects_does_not_hear_of_is_not_there() -> None:
    """One number of seven is known: without a default each of the others would weigh half."""
    first, second = likely("lijst", "moet", woningen=number(5))
    assert (first.outcome, second.outcome) == ("vrij", "verplicht")  # nothing is ruled out
    assert first.share > Fraction(99, 100)
    assert [one.outcome for one in likely("lijst", "moet", woningen=number(12))] == ["verplicht"]


def test_numbers_that_count_together_have_points_with_limits() -> None:
    """Each alone is too little; the sum is told, and where its limit lies."""
    one, both = (card("telling", woningen=number(20), bomen=number(n)) for n in (3, 7))
    assert (one.main.outcome, both.main.outcome) == ("vertel", "praat")
    assert any("1" in line for line in one.counted)
    assert any("2" in line for line in both.counted)


def test_criteria_without_rules_give_no_form() -> None:
    """What stands out is told, and to weigh it; no rung of the ladder is made up."""
    pack = compiled("criteria")
    assert set(pack.pack.advices[0].rungs.values()) == {"geen"}
    told = card("criteria", steun=chosen("nee"), geld=chosen("ja"), haast=chosen("ja"))
    assert told.form
    assert (told.form.kind, told.main.fallback) == ("first", None)
    assert {point.id for point in told.points} == {"geen_steun", "wel_haast"}


def test_two_readings_of_a_source_are_a_pack_and_one_row_on_top_of_it() -> None:
    """And what the reading is worth is told by comparing them."""
    wide, strict = compiled("scan"), compiled("scan_streng")
    assert len((FOLDER / "scan_streng" / "pakket.yml").read_text("utf-8").splitlines()) < 12
    (one,) = compare(wide.pack, strict.pack, DAY).advices
    assert [(f.before, f.after, f.count) for f in one.flows if f.changes] == [
        ("praat", "vertel", 2)
    ]
