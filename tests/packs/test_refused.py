"""Every folder in ``refused`` is a pack that must be refused, with exactly these messages."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.packs.errors import PackError
from bot.packs.load import load_pack

REFUSED = Path(__file__).parent / "refused"
FOLDERS = sorted(path.parent for path in REFUSED.glob("*/verwacht.txt"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_refused_with_the_expected_messages(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pack is refused, and says in Dutch where, what is wrong and what would be right."""
    monkeypatch.chdir(folder)
    with pytest.raises(PackError) as refusal:
        load_pack(Path.cwd())
    assert (folder / "verwacht.txt").read_text("utf-8") == f"{refusal.value}\n"


def test_every_refused_pack_has_its_expectation() -> None:
    """No folder is forgotten, and there are many."""
    assert {path.name for path in REFUSED.iterdir() if path.is_dir()} == {f.name for f in FOLDERS}
    assert len(FOLDERS) >= 25
