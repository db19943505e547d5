"""Packs are loaded when they are asked for, and a broken one stops nobody else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.packs.library import Library, Unusable
from bot.packs.load import find_packs, load_pack
from bot.workbench.taal.collect import collect

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


def test_what_editors_and_computers_leave_beside_the_files_is_not_read(folder: Path) -> None:
    """Locks, copies, a Mac's second files, Git's and an archive's own folders; by no reader."""
    before = load_pack(folder / "dorp"), find_packs(folder), len(collect(folder))
    for side in (folder, folder / "dorp", folder / "voorbeeld"):
        (side / ".#pakket.yml").symlink_to("iemand@computer.1234:5678")
        for name in ("._pakket.yml", "._vragen.yml", "._hoofdstuk.md", ".pakket.yml.swp"):
            (side / name).write_bytes(b"\x00\x05\x16\x07 \xff")
        for name in ("pakket.yml~", "#pakket.yml#", ".~lock.pakket.yml#", "~$vragen.docx"):
            (side / name).write_text("half", "utf-8")
    for copies in (".git", "__MACOSX", ".ipynb_checkpoints"):
        shutil.copytree(folder / "voorbeeld", folder / copies / "voorbeeld", symlinks=True)

    library = Library(folder)
    assert (load_pack(folder / "dorp"), find_packs(folder), len(collect(folder))) == before
    assert set(library) == {"voorbeeld", "dorp", "klad"}
    assert library["dorp"] == before[0]


def test_a_folder_of_packs_may_itself_be_hidden(folder: Path) -> None:
    """Somebody keeps their work in a hidden folder."""
    hidden = folder / ".kennis"
    shutil.copytree(folder / "voorbeeld", hidden / "voorbeeld")
    assert list(find_packs(hidden)) == ["voorbeeld"]
    assert list(Library(hidden)) == ["voorbeeld"]
