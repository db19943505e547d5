"""A conversation from stdin waits for the language model, which is slow to load."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from bot.dialogue import wording
from bot.entry import talk
from bot.language.model.examples import usable
from bot.language.model.training import model_path
from bot.settings import ROOT, read
from tests.language import stand_in
from tests.shelf import packs


@pytest.fixture
def answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    """What a script says to a free sentence, with a model that needs a second to load."""
    root = tmp_path / "root"
    root.mkdir()
    for folder in ("nlu_data", "knowledge"):
        (root / folder).symlink_to(ROOT / folder)
    model = model_path(root, usable(packs()), root / "models")
    stand_in.world(root, model.name, loads=1.0)
    monkeypatch.setattr("sys.stdin", io.StringIO("bromvlieg\n"))
    settings = replace(read({}), root=root, models=root / "models", data=tmp_path / "data")
    assert talk.chat.callback is not None
    assert talk.chat.callback(settings, None, script=True, plat=False) == 0
    return capsys.readouterr().out


def test_a_script_is_read_with_the_model(answers: str) -> None:
    assert wording.WARMING_UP not in answers
    assert wording.NOT_UNDERSTOOD_IDLE in answers
