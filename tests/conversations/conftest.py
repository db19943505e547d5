"""Understanding for the transcripts: recorded for every run, and the real model for ``rasa``."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.bootstrap import advising_packs
from bot.language.model.examples import usable
from bot.language.model.training import ensure_world
from bot.language.rasa.server import ServerUnderstander
from bot.language.rasa.understander import RasaUnderstander
from bot.packs.danger import DOUBT, load_guards, load_literal
from bot.rules.model.pack import Pack
from bot.settings import ROOT, read
from tests.conversations import recording

LOADING = 1800.0


@pytest.fixture(scope="session")
def packs() -> dict[str, Pack]:
    """The packs of this repository that can advise."""
    return advising_packs(read({}))


@pytest.fixture(scope="session")
def recorded(packs: dict[str, Pack]) -> ServerUnderstander:
    """The understanding that people get, with the model's answers from the recording."""
    wanted = recording.fingerprint(ROOT, usable(packs))
    doubts = load_guards(ROOT, ROOT / "knowledge", pytest.fail, DOUBT)
    heard = recording.load(recording.FILE, wanted)
    return ServerUnderstander(packs, heard, doubts, load_literal(ROOT))


@pytest.fixture(scope="session")
def rasa(packs: dict[str, Pack]) -> Iterator[RasaUnderstander]:
    """The understanding that people get."""
    ensure_world(ROOT, print)
    doubts = load_guards(ROOT, ROOT / "knowledge", pytest.fail, DOUBT)
    literal = load_literal(ROOT)
    understander = RasaUnderstander(
        packs, ROOT, read({}).models, timeout=60.0, doubts=doubts, literal=literal
    )
    try:
        assert understander.wait(LOADING), understander.status()
        yield understander
    finally:
        understander.close()
