"""A pack with dates in the workbench: drawn, printed, checked, compared, laid beside another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from bot.packs.answers import book_of_case
from bot.packs.load import load_pack
from bot.rules.compare.compare import compare
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.model.conditions import Between
from bot.rules.model.decisions.table import Table
from bot.rules.model.pack import Pack
from bot.rules.prove.proof import prove
from bot.workbench.controleer.check_names import Names
from bot.workbench.kaarten.cards import write_cards
from bot.workbench.teken.page import write_page
from bot.workbench.teken.reach import reach_of
from bot.workbench.teken.standing import standing
from bot.workbench.vergelijk.comparison import answer_text

TODAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def feast() -> Pack:
    """A pack about a street party."""
    return load_pack(Path(__file__).resolve().parents[1] / "packs" / "straatfeest")


@pytest.fixture(scope="module")
def compiled(feast: Pack) -> Compiled:
    """The pack as it holds today."""
    return compile_pack(feast, TODAY)


def with_row(pack: Pack, place: int, when: Between) -> Pack:
    """The pack with another condition on one of its rows."""
    decision = pack.decisions[0]
    assert isinstance(decision.logic, Table)
    rows = list(decision.logic.rows)
    rows[place] = replace(rows[place], when=when)
    changed = replace(decision, logic=replace(decision.logic, rows=tuple(rows)))
    return replace(pack, decisions=(changed,))


def test_a_page_shows_the_rules_and_the_days_of_a_case(feast: Pack, compiled: Compiled) -> None:
    case = feast.cases[2]
    stands = standing(compiled, book_of_case(feast, case, TODAY), case.title)
    page = write_page(compiled, reach_of(compiled), stands, TODAY)
    for told in ("minder dan 8 weken later", "Een dag of een maand", "18 januari 2027"):
        assert told in page


def test_a_card_has_a_line_to_write_on_and_none_for_what_follows(feast: Pack) -> None:
    cards = write_cards(feast, TODAY)
    assert "……………………" in cards
    assert "Wanneer is de vergunning aangevraagd?" in cards
    assert "Hoeveel tijd zit er tussen" not in cards


def test_a_finding_has_an_example_in_days(feast: Pack) -> None:
    late = with_row(feast, 2, Between("feest", Fraction(0), Fraction(6)))
    table = late.decisions[0]
    gap = replace(late, decisions=(replace(table, logic=replace(table.logic, otherwise=None)),))
    (finding,) = [one for one in prove(compile_pack(gap, TODAY)).findings if one.example]
    assert any("feest? " in line for line in Names(gap).example(finding.example or {}))


def test_a_comparison_tells_the_days_between_two_thresholds(feast: Pack) -> None:
    sooner = with_row(feast, 1, Between("feest", low=Fraction(28)))
    advice = compare(feast, sooner, TODAY).advices[0]
    told = [answer_text(one) for example in advice.examples for one in example.answers]
    assert ("Wanneer is het feest?", "minstens 4 weken later en minder dan 6 weken later") in told
