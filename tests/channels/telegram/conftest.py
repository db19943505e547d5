"""The two servers, and a bot that runs in a thread of its own."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "emulator"))

import double as doubles
import telegram_emulator
from echo import Echo
from killing import Record

from bot import settings
from bot.channels.telegram.run import Tuning, run_polling

QUICK = Tuning(per_minute=1000, per_second=1000, sweep=0.2, grace=3)


@contextmanager
def running(entry: Callable[..., Any], *args: Any, **more: Any) -> Iterator[None]:
    """Run an entry point of the channel until the block ends, then stop it gracefully."""
    ready, box = threading.Event(), {}

    async def main() -> None:
        box["loop"], box["stop"] = asyncio.get_running_loop(), asyncio.Event()
        ready.set()
        await entry(*args, stop=box["stop"], **more)

    def body() -> None:
        try:
            asyncio.run(main())
        except Exception as error:  # noqa: BLE001 - raised again below
            box["error"] = error

    thread = threading.Thread(target=body)
    thread.start()
    ready.wait()
    try:
        yield
    finally:
        if thread.is_alive():
            box["loop"].call_soon_threadsafe(box["stop"].set)
        thread.join(20)
        assert not thread.is_alive(), "the channel did not stop"
    if "error" in box:
        raise box["error"]


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
