"""Whoever has not set up the measuring of texts gets one command to do so."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.settings import ROOT
from bot.workbench.taal.measures import ToolMissing
from bot.workbench.taal.spelling import Looked, load_speller

MAKEFILE = ROOT / "Makefile"


def test_one_command_sets_up_the_dictionary(tmp_path: Path) -> None:
    """The message names it, and the Makefile makes with it everything that is needed."""
    with pytest.raises(ToolMissing, match=r"Typ één keer: make lang$"):
        load_speller(tmp_path / "nl", tmp_path / "lijst.txt")
    needs = next(
        line for line in MAKEFILE.read_text("utf-8").splitlines() if line.startswith("lang:")
    )
    assert ".venv/.dev" in needs
    assert ".tools/dictionary/.ready" in needs


def test_a_pack_is_measured_by_its_id(capsys: pytest.CaptureFixture[str]) -> None:
    """As with the other verbs; a name that is nearly one is asked about."""
    assert main(["kennis", "taal", "matrix"]) == 0
    assert " teksten, " in capsys.readouterr().out
    assert main(["kennis", "taal", "matrx"]) == 2
    assert "Bedoelde je ‘matrix’?" in capsys.readouterr().err


def test_a_word_is_looked_up_once(tmp_path: Path) -> None:
    """The dictionary is not opened again for it, and a line that was half written is no word."""
    words = tmp_path / "nl.dic"
    words.with_suffix(".aff").write_text("SET UTF-8\n", "utf-8")
    words.write_text("1\nbuurt\n", "utf-8")
    asked = ("buurt", "buurtt")
    assert [Looked(tmp_path / "nl").lookup(word) for word in asked] == [True, False]
    when = words.stat().st_mtime_ns
    words.write_text("1\nanders\n", "utf-8")
    os.utime(words, ns=(when, when))
    (kept,) = tmp_path.glob("opgezocht-*.txt")
    kept.write_text(f"{kept.read_text('utf-8')}+buurtt", "utf-8")
    assert [Looked(tmp_path / "nl").lookup(word) for word in asked] == [True, False]


def test_a_new_dictionary_is_asked_anew(tmp_path: Path) -> None:
    """What another one said does not count."""
    words = tmp_path / "nl.dic"
    words.with_suffix(".aff").write_text("SET UTF-8\n", "utf-8")
    words.write_text("1\nbuurt\n", "utf-8")
    assert Looked(tmp_path / "nl").lookup("buurt")
    words.write_text("1\nanders\n", "utf-8")
    os.utime(words, ns=(1, 1))
    assert not Looked(tmp_path / "nl").lookup("buurt")
