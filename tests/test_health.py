"""``health``: one line for each thing that is wrong, with its time, cause and remedy."""

from __future__ import annotations

import logging
import os
import re
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot import health
from bot.__main__ import main
from bot.bootstrap import build_secret, build_store
from bot.settings import ROOT
from bot.storage.keys import KEY_MARK, key_mark
from tests.driver import settings_in

LINE = re.compile(r"20\d\d-\d\d-\d\d \d\d:\d\d:\d\d \S.*\.")


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "SAMENWERKWIJZER_GEHEIM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SAMENWERKWIJZER_DATA", str(tmp_path))


def run_once(data: Path) -> health.Signs:
    """What a bot that ran leaves: its key, its conversations, and a sign of life."""
    settings = settings_in(data)
    store = build_store(settings)
    store.set_offset(KEY_MARK, key_mark(build_secret(settings)))
    store.close()
    signs = health.Signs(data)
    signs.beat()
    return signs


def wrong(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines that ``health`` gives, each as a line should be."""
    code = main(["health"])
    lines = capsys.readouterr().err.splitlines()
    assert code == bool(lines)
    assert all(LINE.match(line) for line in lines), lines
    return lines


def test_a_bot_that_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_once(tmp_path)
    assert main(["health"]) == 0
    assert capsys.readouterr().out == "Alles in orde.\n"


def test_a_bot_that_never_ran(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    storage, beat = wrong(capsys)
    assert "gesprekken.db" in storage
    assert "teken van leven" in beat
    assert list(tmp_path.iterdir()) == []  # looking makes nothing


def test_a_bot_that_stopped_or_hangs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_once(tmp_path)
    long_ago = time.time() - 200
    os.utime(tmp_path / health.SIGNS, (long_ago, long_ago))
    (line,) = wrong(capsys)
    assert line.startswith(health.moment(long_ago))
    assert "200 seconden" in line


def test_a_storage_that_is_gone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_once(tmp_path)
    (tmp_path / "gesprekken.db").unlink()
    (line,) = wrong(capsys)
    assert "gesprekken.db" in line


def test_a_storage_that_is_broken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_once(tmp_path)
    (tmp_path / "gesprekken.db").write_bytes(b"geen database" * 1000)
    (line,) = wrong(capsys)
    assert "beschadigd" in line
    assert "back-up" in line


def test_no_contact_with_postgresql(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server is named, and its password is not."""
    run_once(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "postgresql://bot:zeergeheim@127.0.0.1:9/gesprekken")
    (line,) = wrong(capsys)
    assert "PostgreSQL 127.0.0.1/gesprekken" in line
    assert "zeergeheim" not in line


def test_another_key_and_no_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_once(tmp_path)
    (tmp_path / "geheim.key").write_text("x" * 40)
    (other,) = wrong(capsys)
    (tmp_path / "geheim.key").unlink()
    (none,) = wrong(capsys)
    assert "ander geheim" in other
    assert "Zet het geheim terug" in none
    assert not (tmp_path / "geheim.key").exists()


def test_a_key_that_is_too_short(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_once(tmp_path)
    (tmp_path / "geheim.key").write_text("kort")
    assert "te kort" in wrong(capsys)[0]


def test_a_disk_that_takes_nothing_more(tmp_path: Path) -> None:
    """Seen by writing: here by a limit that the kernel sets on the size of files."""
    run_once(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "bot", "health"],
        cwd=ROOT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert LINE.match(line)
    assert "schijf is vol" in line
    assert "Maak ruimte" in line


def test_a_disk_that_is_nearly_full(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the first answer is lost: no disk has this much room."""
    run_once(tmp_path)
    monkeypatch.setattr(health, "LEAST_ROOM", 10**18)
    (line,) = wrong(capsys)
    assert f"schijf van {tmp_path} is vol" in line


def test_what_the_bot_says_of_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """Logged once, kept with the time at which it began, and gone when it is over."""
    signs = run_once(tmp_path)
    with caplog.at_level(logging.WARNING):
        signs.tell("contact", "Geen contact\nmet Telegram. Kijk naar het netwerk.")
        signs.tell("contact", "Geen contact\nmet Telegram. Kijk naar het netwerk.")
        signs.beat()
        (line,) = wrong(capsys)
        signs.tell("contact", "")
        signs.beat()
    assert line.endswith(" Geen contact met Telegram. Kijk naar het netwerk.")
    assert [record.getMessage() for record in caplog.records] == [
        "Geen contact met Telegram. Kijk naar het netwerk.",
        "Voorbij: Geen contact met Telegram. Kijk naar het netwerk.",
    ]
    assert wrong(capsys) == []


def test_trouble_with_the_language_model(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_once(tmp_path)
    health.Signs(tmp_path, lambda: "Het taalmodel antwoordt niet. De bot start het opnieuw.").beat()
    (line,) = wrong(capsys)
    assert line.endswith("Het taalmodel antwoordt niet. De bot start het opnieuw.")


def test_signs_that_cannot_be_written_stop_nobody(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "bestand").write_text("x")
    health.Signs(tmp_path / "bestand").beat()
    assert "niet te schrijven" in caplog.text


def test_a_setting_that_cannot_be_used_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMENWERKWIJZER_TAAL", "frans")
    assert main(["health"]) == 2
    assert "SAMENWERKWIJZER_TAAL" in capsys.readouterr().err


def refused(capsys: pytest.CaptureFixture[str]) -> str:
    """The one line with which a chat does not start."""
    assert main(["chat", "--plat"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    return line


@pytest.mark.parametrize("below", ["", "/gegevens", "/een/map"])
def test_a_data_folder_that_is_a_file(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    below: str,
) -> None:
    """Itself, or a folder above it: one kind line."""
    (tmp_path / "bestand").write_text("x")
    monkeypatch.setenv("SAMENWERKWIJZER_DATA", f"{tmp_path}/bestand{below}")
    assert str(tmp_path / "bestand") in refused(capsys)


def test_conversations_in_a_file_system_that_only_reads(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or in one that makes no files, as the kernel's own."""
    monkeypatch.setenv("DATABASE_URL", "/proc/self/gesprekken.db")
    assert "wijs een ander pad aan" in refused(capsys)


def test_damage_that_a_kill_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The log of what was not closed still stands there: then the whole file is looked at."""
    run_once(tmp_path)
    database = tmp_path / "gesprekken.db"
    child = os.fork()
    if child == 0:
        store = build_store(settings_in(tmp_path))
        for number in range(200):
            store.set_offset(f"{number:03}" * 100, number)
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    store = build_store(settings_in(tmp_path))
    store.verify()  # a kill alone does no harm
    store.close()  # and what stood in the log stands in the file now
    with database.open("r+b") as file:
        file.seek(database.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\xff" * 4 * 4096)
    (tmp_path / "gesprekken.db-wal").touch()
    line = refused(capsys)
    assert "beschadigd" in line
    assert "back-up" in line
