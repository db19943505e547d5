"""A worker process that hangs, drips or dies: texts cost no more than their time, and it is told.

The worker is a real process (``stand_in``), so this needs no Rasa.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.language import wording
from bot.language.rasa.understander import RasaUnderstander
from bot.language.understand import Context
from tests.language import stand_in
from tests.shelf import DEFAULT, packs


def until(true: Callable[[], object], seconds: float = 20.0) -> bool:
    """Whether something became true in time."""
    end = time.monotonic() + seconds
    while not (seen := bool(true())) and time.monotonic() < end:
        time.sleep(0.02)
    return seen


@pytest.fixture
def understander(tmp_path: Path) -> Iterator[RasaUnderstander]:
    model = stand_in.world(tmp_path)
    made = RasaUnderstander(packs(), tmp_path, tmp_path / "models", model=model, timeout=0.3)
    assert made.wait(20)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (stand_in.HANGS, wording.HANGS),
        (stand_in.DRIPS, wording.HANGS),
        (stand_in.DIES, wording.DIED),
    ],
)
def test_a_worker_in_trouble_is_told_and_replaced(
    understander: RasaUnderstander, caplog: pytest.LogCaptureFixture, text: str, line: str
) -> None:
    """Its text is answered without a model, who runs the bot hears why, and there is another."""
    context = Context(packs()[DEFAULT])
    first = understander.worker_pid()
    with caplog.at_level(logging.ERROR):
        for _ in range(2):
            assert not understander.understand(f"de straat {text}", context).ready
        assert until(lambda: line in caplog.text)
    assert until(lambda: understander.worker_pid() not in (None, first))
    assert understander.understand("de straat ligt open", context).ready
    assert understander.trouble() == ""
    assert "de straat" not in caplog.text


def test_one_that_does_not_load_is_in_trouble_until_another_does(tmp_path: Path) -> None:
    """The line names the cause and what helps, and stays."""
    model = stand_in.world(tmp_path)
    python = tmp_path / ".venv-nlu" / "bin" / "python"
    good = python.read_text()
    python.write_text("#!/bin/sh\nexit 1\n")
    made = RasaUnderstander(packs(), tmp_path, tmp_path / "models", model=model, backoff=(0.05,))
    try:
        assert not made.wait(20)
        assert "samenwerkwijzer train" in made.trouble()
        python.write_text(good)
        assert made.switch_model(model)
        assert made.trouble() == ""
    finally:
        made.close()
