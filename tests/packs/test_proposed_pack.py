"""The proposed next default pack (benchmarks/praktijk/voorstel) loads, is proved, and is right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.packs.answers import book_of_case
from bot.packs.load import load_pack
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.prove.proof import prove
from bot.workbench.worked import worked

ROOT = Path(__file__).parents[2]
PROPOSED = ROOT / "benchmarks/praktijk/voorstel/pakket"


@pytest.fixture(scope="module")
def proposed() -> Compiled:
    """The proposed pack, compiled for the day on which it was measured."""
    return compile_pack(load_pack(PROPOSED, search=(ROOT / "knowledge",)), date(2026, 11, 30))


def test_every_worked_case_comes_out(proposed: Compiled) -> None:
    """The 68 of the present pack, moved along, and twenty about tracks, actors and capacity."""
    assert len(proposed.pack.cases) == 88
    for case in proposed.pack.cases:
        assert worked(proposed, case, book_of_case(proposed.pack, case)).wrong == (), case.id


def test_what_must_run_up_runs_up(proposed: Compiled) -> None:
    """A better promise never lowers the form, more harm never the floor; no fault is left."""
    assert len(proposed.pack.rising) == 7
    assert [f for f in prove(proposed).findings if f.level != "tip"] == []
