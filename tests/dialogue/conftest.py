"""The default pack on a shelf, compiled once."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue.turn import Shelf
from bot.packs.load import load_all
from bot.rules.diagram.compile import compile_pack
from bot.settings import ROOT

DAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    """The shelf with the packs of this repository."""
    packs = {id: pack for id, pack in load_all(ROOT / "knowledge").items() if pack.advices}
    return Shelf(
        {id: compile_pack(pack, DAY) for id, pack in packs.items()}, "passende_samenwerking"
    )
