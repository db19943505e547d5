"""The pages, the cards, the pictures and the report say what they always said.

``gezegd`` has their text and structure as they were before there were templates. A change of what
is said is a change of those files too: look at it, and write them anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.packs.answers import book_of_case
from bot.packs.load import load_pack
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.workbench.kaarten.cards import write_cards
from bot.workbench.teken.graph import draw_graph
from bot.workbench.teken.page import write_page
from bot.workbench.teken.reach import reach_of
from bot.workbench.teken.sheets import Sheets
from bot.workbench.teken.standing import Standing, standing
from bot.workbench.teken.svg import draw_sheets
from bot.workbench.vergelijk.command import compared
from bot.workbench.vergelijk.comparison import view
from bot.workbench.vergelijk.text import as_page
from tests.workbench.structure import structure

DAY = date(2026, 11, 24)
TESTS = Path(__file__).parents[1]
SAID = Path(__file__).with_name("gezegd")
WHOLE = TESTS / "packs" / "voorbeeld"
BROKEN = Path(__file__).parent / "teken" / "met_gaten"


def in_parts(compiled: Compiled) -> Standing:
    """The worked case that is divided."""
    case = next(case for case in compiled.pack.cases if case.id == "in_delen")
    return standing(compiled, book_of_case(compiled.pack, case), case.title, case.description)


def pages() -> Iterator[tuple[str, str]]:
    """Every kind of page, by the name under which it was kept."""
    whole, broken = (compile_pack(load_pack(folder), DAY) for folder in (WHOLE, BROKEN))
    reach, case = reach_of(whole), in_parts(whole)
    yield "pagina-met-project.txt", write_page(whole, reach, case, DAY)
    yield "pagina-met-gaten.txt", write_page(broken, reach_of(broken), None, DAY)
    yield "kaarten.txt", write_cards(whole.pack, DAY)
    yield "samenhang.txt", draw_graph(whole, reach, case, alone=True).svg
    sheets = Sheets(whole, reach, case)
    for decision in whole.pack.decisions:
        title = sheets.words.name(decision.id)
        yield f"besluit-{decision.id}.txt", draw_sheets(title, sheets.of(decision)).svg
    found = compared(broken.pack, whole.pack, DAY)
    yield "rapport.txt", as_page(view(*found, ("met_gaten", "voorbeeld"), DAY))


@pytest.mark.parametrize(("name", "page"), [pytest.param(*each, id=each[0]) for each in pages()])
def test_a_page_says_what_it_said(name: str, page: str) -> None:
    """The same words in the same elements, in the same order."""
    assert structure(page) == (SAID / name).read_text("utf-8")


def test_no_page_is_forgotten() -> None:
    """What is kept is compared."""
    assert {path.name for path in SAID.iterdir()} == {name for name, _ in pages()}
