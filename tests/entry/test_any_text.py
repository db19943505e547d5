"""Whatever bytes come in and wherever they go: no traceback, in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
TALK = "[Advies voor mijn project]\n[Van ons, de gemeente]\n"


def run(
    *words: str, given: bytes = b"", redirect: str = "", **environ: str
) -> subprocess.CompletedProcess[bytes]:
    """The command line in a shell, with these bytes on stdin."""
    command = " ".join((sys.executable, "-m", "bot", *words, redirect))
    return subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=HOUSE,
        input=given,
        capture_output=True,
        env={**os.environ, **environ},
        timeout=120,
    )


@pytest.mark.parametrize(
    "given",
    [
        b"\xef\xbb\xbf" + TALK.encode(),
        TALK.encode() + b"caf\xe9 op de hoek\n",
        TALK.encode() + b"\xff\xfe\x00\xd8\n",
        "²\n①\n".encode(),
    ],
    ids=["bom", "latin-1", "no-text", "signs"],
)
def test_a_script_takes_any_bytes(given: bytes) -> None:
    """Its first line too."""
    ran = run("chat", "--script", "--plat", given=given)
    assert ran.returncode == 0
    assert b"Traceback" not in ran.stderr
    if b"Advies" in given:
        assert "Van wie is dit plan" in ran.stdout.decode()


def test_begrijp_takes_any_bytes() -> None:
    """One line of JSON for each line."""
    ran = run("begrijp", "--plat", "--json", given=b"\xef\xbb\xbf/terug\ncaf\xe9\n")
    assert ran.returncode == 0
    first, second = ran.stdout.decode().splitlines()
    assert '"terug"' in first
    assert second


def test_a_terminal_of_another_encoding_shows_what_it_can() -> None:
    """A bullet becomes a question mark."""
    ran = run("chat", "--script", "--plat", given=TALK.encode(), PYTHONIOENCODING="iso-8859-1")
    assert ran.returncode == 0
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize("redirect", ["<&-", ">&-", "<&- >&- 2>&-"])
def test_closed_streams_are_like_empty_ones(redirect: str) -> None:
    """Nothing to read, or nobody to read it."""
    ran = run("chat", "--script", "--plat", redirect=redirect)
    assert ran.returncode == 0
    assert b"Traceback" not in ran.stderr


def test_a_place_that_can_not_be_used_is_said(tmp_path: Path) -> None:
    """A folder inside a file: what it is about and what to look at, and no traceback."""
    (tmp_path / "bestand").write_text("x")
    ran = run("chat", "--plat", given=b"hallo\n", SAMENWERKWIJZER_DATA=str(tmp_path / "bestand/x"))

    assert ran.returncode == 2
    assert ran.stderr.decode().splitlines() == [
        f"samenwerkwijzer: Ik kan '{tmp_path / 'bestand/x'}' niet lezen of schrijven. "
        "Mag je daar bij, is het pad goed, en is er nog ruimte?"
    ]
