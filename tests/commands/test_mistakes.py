"""A mistake of the operator is a sentence and exit code 2; a failing sweep does no harm."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.commands import talk
from bot.conversation import Conversation
from bot.language.plain import PlainUnderstander
from bot.storage.errors import StorageError
from tests.commands.test_doors import run
from tests.driver import driver_in, settings_in


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing"),
        ("DATABASE_URL", "/proc/nergens/gesprek.db"),
        ("SAMENWERKWIJZER_GEHEIM", "kort"),
        ("RASA_URL", "http://example.com"),
        ("SAMENWERKWIJZER_BEWAARDAGEN", "²"),
        ("SAMENWERKWIJZER_TAAL", "frans"),
    ],
)
def test_a_setting_that_can_not_be_used_is_explained(name: str, value: str, tmp_path: Path) -> None:
    """No traceback, whatever is set wrongly."""
    verb = ("chat",) if name == "RASA_URL" else ("chat", "--plat")
    environment = {"SAMENWERKWIJZER_DATA": str(tmp_path), name: value}
    done = run(*verb, **environment)
    assert done.returncode == 2, done.stdout
    assert done.stderr.startswith("samenwerkwijzer: ")
    assert "Traceback" not in done.stderr


def test_a_sweep_that_fails_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bot goes on talking, and the next sweep comes."""
    conversation: Conversation = driver_in(tmp_path, PlainUnderstander()).conversation
    tries = []

    def failing(*_: object) -> int:
        tries.append(1)
        raise StorageError("de schijf is vol")

    monkeypatch.setattr(talk.bootstrap, "sweep", failing)

    async def watch() -> bool:
        work = talk.sweep_now_and_then(conversation, settings_in(tmp_path), every=0.01)
        task = asyncio.create_task(work)
        while len(tries) < 2:
            await asyncio.sleep(0.01)
        alive = not task.done()
        task.cancel()
        return alive

    assert asyncio.run(asyncio.wait_for(watch(), 10))
    conversation.close()
