"""The packs of this repository, each loaded and compiled once for the whole run."""

from __future__ import annotations

from datetime import date
from functools import cache

from bot.packs.load import load_all
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.model.pack import Pack
from bot.settings import ROOT

KNOWLEDGE = ROOT / "knowledge"
DEFAULT = "passende_samenwerking"
DAY = date(2026, 11, 24)
"""The day on which everything in these tests happens."""


@cache
def packs() -> dict[str, Pack]:
    """Every pack of ours that gives advice, by its id."""
    return {id: pack for id, pack in load_all(KNOWLEDGE).items() if pack.advices}


@cache
def compiled(id: str = DEFAULT) -> Compiled:
    """A pack of ours as it is valid on the day of these tests."""
    return compile_pack(packs()[id], DAY)
