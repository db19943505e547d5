"""Packs are loaded when they are asked for, and a broken one stops nobody else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.packs.library import Library, Unusable

HERE = Path(__file__).parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two packs that work, and one draft that does not."""
    shutil.copytree(HERE / "voorbeeld", tmp_path / "voorbeeld")
    based = "pakket: dorp\ntitel: 'Ons dorp' # van ons\ngebaseerd_op: voorbeeld\n"
    (tmp_path / "dorp").mkdir()
    (tmp_path / "dorp" / "pakket.yml").write_text(based, "utf-8")
    (tmp_path / "klad").mkdir()
    (tmp_path / "klad" / "pakket.yml").write_text(
        "pakket: klad\nadviezen: [{besluit: x}]\n", "utf-8"
    )
    (tmp_path / "bronnen").mkdir()
    (tmp_path / "bronnen" / "pakket.yml").write_text("pakket: bronnen\ntitel: Bronnen\n", "utf-8")
    return tmp_path


def test_what_can_advise_is_known_before_it_is_loaded(folder: Path) -> None:
    """Ids and titles; a pack to inherit from is not among them."""
    library = Library(folder)
    assert set(library) == {"voorbeeld", "dorp", "klad"}
    assert library.titles["dorp"] == "Ons dorp"
    assert library.titles["klad"] == "klad"


def test_who_shares_questions_is_known_before_it_is_loaded(folder: Path) -> None:
    """However it is written, and with what one is based on; its own id is none of them."""
    (folder / "dorp" / "meer.yml").write_text(
        "vragen:\n"
        "  - id: a\n    gelijk_aan: [{pakket: stad, vraag: a}, {vraag: b, pakket: 'buur'}]\n"
        "  - id: b\n    gelijk_aan:\n      - pakket: wijk\n        vraag: c\n",
        "utf-8",
    )
    library = Library(folder)
    assert library.related["dorp"] == {"voorbeeld", "stad", "buur", "wijk"}
    assert library.related["voorbeeld"] == frozenset()


def test_a_broken_pack_is_not_there_and_told_once(folder: Path) -> None:
    """The others work."""
    told: list[str] = []
    library = Library(folder, told.append)
    assert library.get("klad") is None
    with pytest.raises(Unusable) as caught:
        library["klad"]
    assert "titel" in str(caught.value.problems)
    assert len(told) == 1
    assert "klad/pakket.yml" in told[0]
    assert library["dorp"].questions == library["voorbeeld"].questions


def test_an_unknown_pack_is_a_key_error(folder: Path) -> None:
    """As with any mapping."""
    with pytest.raises(KeyError):
        Library(folder)["nergens"]
