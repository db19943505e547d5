"""The real model behind a real worker, trained once and then cached."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.bootstrap import advising_packs
from bot.language.model.training import ensure_world
from bot.language.rasa.understander import RasaUnderstander
from bot.rules.model.pack import Pack
from bot.settings import ROOT, read

LOADING = 1800.0


@pytest.fixture(scope="session")
def packs() -> dict[str, Pack]:
    """The packs of this repository that can advise."""
    return advising_packs(read({}))


@pytest.fixture(scope="session")
def rasa(packs: dict[str, Pack]) -> Iterator[RasaUnderstander]:
    """The understanding that people get."""
    ensure_world(ROOT, print)
    understander = RasaUnderstander(packs, ROOT, read({}).models, timeout=60.0)
    try:
        assert understander.wait(LOADING), understander.status()
        yield understander
    finally:
        understander.close()
