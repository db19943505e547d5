"""A mistake of the operator is a sentence and exit code 2; a failing sweep does no harm."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.conversation import Conversation
from bot.entry import sweeping
from bot.language.plain.plain import PlainUnderstander
from bot.storage.errors import StorageError
from tests.command_line import run
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


SMALL = """\
pakket: klein
titel: Klein
adviezen: [{besluit: vorm}]
vragen:
  - {id: v0, vraag: Mag het?, soort: janee}
besluiten:
  - {id: vorm, soort: beslistabel, treffer: eerste, uitkomsten: [a], rijen: [], anders: a}
vormen: [{id: a, kop: doe a, naam: a, uitleg: Zo., bron: eigen}]
"""


def too_large() -> str:
    """The same pack with points that are all different: too many combinations to go through."""
    count = 24
    questions = "".join(f"  - {{id: v{i}, vraag: Mag {i}?, soort: janee}}\n" for i in range(count))
    items = ", ".join(f"{{vraag: v{i}, punten: {{ja: {2**i}}}}}" for i in range(count))
    return (
        "pakket: groot\ntitel: Groot\nadviezen: [{besluit: vorm}]\nvragen:\n"
        f"{questions}besluiten:\n  - {{id: vorm, soort: punten, uitkomsten: [a], items: [{items}], "
        f"banden: [{{dan: a}}]}}\n{SMALL[SMALL.index('vormen:') :]}"
    )


def test_a_pack_that_is_too_large_stops_nobody_else(tmp_path: Path) -> None:
    """It is told in Dutch, it is not offered, and the conversation goes on."""
    for id, text in (("klein", SMALL), ("groot", too_large())):
        (tmp_path / "kennis" / id).mkdir(parents=True)
        (tmp_path / "kennis" / id / "pakket.yml").write_text(text, "utf-8")
    environment = {
        "SAMENWERKWIJZER_KENNIS": str(tmp_path / "kennis"),
        "SAMENWERKWIJZER_PAKKET": "klein",
        "SAMENWERKWIJZER_DATA": str(tmp_path / "data"),
    }
    done = run("chat", "--plat", "--script", given="/pakket groot\n/privacy\n", **environment)
    assert done.returncode == 0, done.stderr
    refused, _, after = done.stdout.partition("> /pakket groot")[2].partition("> /privacy")
    assert "De regels van ‘groot’ ken ik niet." in refused
    assert "1. Groot" not in refused
    assert after.strip()
    assert "'groot' doet niet mee. Te veel verschillende combinaties in: ‘vorm’." in done.stderr


def test_a_sweep_that_fails_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bot goes on talking, and the next sweep comes."""
    conversation: Conversation = driver_in(tmp_path, PlainUnderstander()).conversation
    tries = []

    def failing(*_: object) -> int:
        tries.append(1)
        raise StorageError("de schijf is vol")

    monkeypatch.setattr(sweeping.bootstrap, "sweep", failing)

    async def watch() -> bool:
        work = sweeping.sweep_now_and_then(conversation, settings_in(tmp_path), every=0.01)
        task = asyncio.create_task(work)
        while len(tries) < 2:
            await asyncio.sleep(0.01)
        alive = not task.done()
        task.cancel()
        return alive

    assert asyncio.run(asyncio.wait_for(watch(), 10))
    conversation.close()


def test_nothing_is_deleted_while_the_clock_jumps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What seems silent for a month may be a minute old; when the clock is steady it goes on."""
    conversation: Conversation = driver_in(tmp_path, PlainUnderstander()).conversation
    jumps, swept = iter([0.0, 4e6, 4e6, 0.0, 0.0, 0.0]), []
    monkeypatch.setattr(sweeping.time, "time", lambda: next(jumps, 0.0))
    monkeypatch.setattr(sweeping.bootstrap, "sweep", lambda *_: swept.append(1))
    told: list[str] = []
    monkeypatch.setattr(sweeping.logger, "error", lambda text, *_: told.append(text))

    async def watch() -> list[int]:
        work = sweeping.sweep_now_and_then(conversation, settings_in(tmp_path), every=0.01)
        task = asyncio.create_task(work)
        while len(told) < 2:
            await asyncio.sleep(0.005)
        early = [*swept]
        while not swept:
            await asyncio.sleep(0.005)
        task.cancel()
        return early

    assert asyncio.run(asyncio.wait_for(watch(), 10)) == []
    assert told == [sweeping.wording.CLOCK_JUMPED] * 2
    conversation.close()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("passende_samenwerkin", "Bedoelde je ‘passende_samenwerking’?"),
        ("xqzw", "Kijk in: samenwerkwijzer kennis lijst."),
    ],
)
def test_a_pack_that_is_not_there_is_no_list_of_all(name: str, told: str, tmp_path: Path) -> None:
    """What was probably meant, or where to look; not forty names."""
    done = run("chat", "--plat", "--pack", name, SAMENWERKWIJZER_DATA=str(tmp_path))
    assert done.returncode == 2
    assert done.stderr == f"samenwerkwijzer: Pakket '{name}' is er niet. {told}\n"
