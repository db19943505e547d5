"""The example pack, and a way to write small packs into a folder of their own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.packs.load import load_pack
from bot.rules.model.pack import Pack

EXAMPLE = Path(__file__).parent / "voorbeeld"
Knowledge = Callable[[dict[str, str]], Path]


@pytest.fixture(scope="session")
def example() -> Pack:
    """The pack that uses every kind."""
    return load_pack(EXAMPLE)


@pytest.fixture
def knowledge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Knowledge:
    """Writes files under ``knowledge/`` beside a copy of the example pack; gives that folder."""
    monkeypatch.chdir(tmp_path)

    def write(files: dict[str, str]) -> Path:
        root = tmp_path / "knowledge"
        shutil.copytree(EXAMPLE, root / "voorbeeld", dirs_exist_ok=True)
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return root

    return write
