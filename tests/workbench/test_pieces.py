"""A pack with rules for groups in the workbench: drawn, printed, checked, and as DMN."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path

import pytest

from bot.packs.answers import book_of_case
from bot.packs.load import load_pack
from bot.rules.diagram.compile import compile_pack
from bot.rules.evaluate import Given, evaluate
from bot.rules.model.ids import UNDIVIDED
from bot.rules.model.pack import Pack
from bot.workbench.dmn.export import pack_to_dmn
from bot.workbench.kaarten.cards import write_cards
from bot.workbench.teken.page import write_page
from bot.workbench.teken.reach import reach_of
from bot.workbench.teken.standing import standing
from tests.workbench.dmn.cases import differences, dmn_values
from tests.workbench.dmn.spiff import SpiffModel

TODAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def flat() -> Pack:
    """A pack about a flat that is torn down."""
    return load_pack(Path(__file__).resolve().parents[1] / "packs" / "flat")


def test_a_page_shows_for_whom_a_rule_is(flat: Pack) -> None:
    compiled, case = compile_pack(flat, TODAY), flat.cases[1]
    stands = standing(compiled, book_of_case(flat, case, TODAY), case.title)
    page = write_page(compiled, reach_of(compiled), stands, TODAY)
    for told in ("De groep: ‘De huurders’", "Om welke groep gaat het?", "Wordt niet gevraagd"):
        assert told in page


def test_no_card_asks_which_group_it_is(flat: Pack) -> None:
    cards = write_cards(flat, TODAY)
    assert "Hoeveel kan er nog anders?" in cards
    assert "Om welke groep gaat het?" not in cards


def test_an_engine_decides_what_the_pack_decides(flat: Pack) -> None:
    model = SpiffModel(pack_to_dmn(flat, TODAY))
    groups, parts = ("huurders", "buren", "rest", UNDIVIDED), ("beheer", "sloop", UNDIVIDED)
    for group, part, room, talked in product(groups, parts, ("niets", "veel"), ("ja", "nee")):
        values: dict[str, Given] = {
            "groep": group, "onderdeel": part, "van_wie": "gemeente", "ruimte": room,
            "contact": talked,
        }  # fmt: skip
        ours = evaluate(flat, values, TODAY)
        filled = dmn_values(flat, values, ours.applicable, TODAY)
        assert differences(ours, model.run(filled)) == {}
