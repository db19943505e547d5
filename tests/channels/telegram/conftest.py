"""The two servers, and a bot that runs in a thread of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot import settings
from bot.channels.telegram.run import run_polling
from tests.channels.telegram import double as doubles
from tests.channels.telegram.echo import Echo
from tests.channels.telegram.emulator import telegram_emulator
from tests.channels.telegram.killing import Record
from tests.channels.telegram.on_air import QUICK, running


@pytest.fixture
def double() -> Iterator[doubles.Double]:
    with doubles.running() as server:
        yield server


@pytest.fixture
def echo() -> Echo:
    return Echo()


@pytest.fixture
def polling(double: doubles.Double, echo: Echo) -> Iterator[Echo]:
    """A bot with Echo behind it, polling our double."""
    with running(run_polling, echo, doubles.TOKEN, base_url=double.url, tuning=QUICK):
        yield echo


@pytest.fixture(scope="session")
def emulator() -> Iterator[telegram_emulator.Emulator]:
    with telegram_emulator.running() as server:
        yield server


@pytest.fixture
def environ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The settings of the killed bots: their own data, no language model."""
    chosen = {"SAMENWERKWIJZER_DATA": str(tmp_path), "SAMENWERKWIJZER_TAAL": "plat"}
    for name, value in chosen.items():
        monkeypatch.setenv(name, value)
    return chosen


@pytest.fixture
def records(environ: dict[str, str]) -> Iterator[Callable[[int], Record]]:
    """Looks into the store; closed at the end."""
    made: list[Record] = []

    def record(person: int) -> Record:
        made.append(Record(settings.read(os.environ), str(person)))
        return made[-1]

    yield record
    for one in made:
        one.close()
