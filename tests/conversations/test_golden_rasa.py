"""The golden transcripts with the real model, and what was recorded of it held against it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.language.model.examples import usable
from bot.language.model.parsed import Found, Parsed
from bot.language.model.training import model_path
from bot.language.rasa.pipe import Worker
from bot.language.rasa.understander import RasaUnderstander
from bot.rules.model.pack import Pack
from bot.settings import ROOT, read
from tests.conversations import recording
from tests.conversations.record import LOADING, PATIENCE, record
from tests.conversations.talks import TALKS, replay

pytestmark = pytest.mark.rasa
CLOSE = 0.02
"""Two processors may give shares that differ this much."""
FLOOR = 0.2
"""An answer that is less sure than this is not given at all (config.yml)."""


@pytest.fixture
def worker(rasa: RasaUnderstander, packs: dict[str, Pack]) -> Iterator[Worker]:
    """The process with the model that ``rasa`` trained."""
    model = model_path(ROOT, usable(packs), read({}).models)
    running = Worker(ROOT, model)
    try:
        assert running.wait_ready(LOADING)
        yield running
    finally:
        running.close()


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_the_conversation_goes_as_written_with_the_model(
    path: Path, rasa: RasaUnderstander, packs: dict[str, Pack], tmp_path: Path
) -> None:
    """What the recording says, the model still says."""
    told, _ = replay(path, rasa, packs, tmp_path)
    assert told == path.read_text("utf-8")


def test_the_recording_holds(worker: Worker, packs: dict[str, Pack]) -> None:
    """The model gives every text the same labels and answers as recorded, as sure as then."""
    now = record(packs, lambda text: worker.parse(text, PATIENCE))
    then = recording.load(recording.FILE, now.fingerprint)
    assert sorted(now.texts) == sorted(then.texts)
    changed = {text: _differences(then.texts[text], now.texts[text]) for text in now.texts}
    assert {text: lines for text, lines in changed.items() if lines} == {}, "draai: make record"


def _differences(then: Parsed, now: Parsed) -> list[str]:
    """What a text is now more or less than it was recorded to be."""
    labels = _shifts(dict(then.ranking), dict(now.ranking), recording.LEAST)
    return labels + _shifts(_sure(then.found), _sure(now.found), FLOOR)


def _sure(answers: tuple[Found, ...]) -> dict[str, float]:
    return {f"{one.label} {one.start}-{one.end}": one.confidence for one in answers}


def _shifts(then: dict[str, float], now: dict[str, float], least: float) -> list[str]:
    return [
        f"{name}: {then.get(name, least)} -> {now.get(name, least)}"
        for name in {**then, **now}
        if abs(then.get(name, least) - now.get(name, least)) > CLOSE
    ]
