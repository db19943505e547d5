"""Whoever has not set up the measuring of texts gets one command to do so."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.__main__ import main
from bot.settings import ROOT
from bot.workbench.taal.measures import ToolMissing
from bot.workbench.taal.spelling import load_speller

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
