"""What is particular to the SQLite file: its settings, its rights, and its troubles."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.storage.errors import StorageError
from bot.storage.sqlite import SQLiteStore

from .helpers import talk, turn

WORD = "schildwacht-9c1e"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is to be."""
    return tmp_path / "data" / "gesprekken.db"


@contextmanager
def nobody() -> Iterator[None]:
    """Without root's power to write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("secure_delete", 1),
        ("foreign_keys", 1),
        ("busy_timeout", 10_000),
        ("temp_store", 2),
    ],
)
def test_settings(path: Path, pragma: str, value: object) -> None:
    """Durable after each commit, zeroing what it deletes, and patient with others."""
    store = SQLiteStore(path)
    try:
        assert [(value,)] == store._read(lambda run: run(f"PRAGMA {pragma}", ()).fetchall())
    finally:
        store.close()


def test_files_are_private(path: Path) -> None:
    """Only the owner reads the database and the files beside it."""
    store = SQLiteStore(path)
    talk(store, "k1", 1)
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    store.close()

    assert {f"{path.name}{end}": 0o600 for end in ("", "-wal", "-shm")} == modes


def test_closing_leaves_one_file(path: Path) -> None:
    """After closing there is one file to copy."""
    store = SQLiteStore(path)
    talk(store, "k1", 1)
    store.close()

    assert [path] == list(path.parent.iterdir())


def test_no_database_at_all(path: Path) -> None:
    """Another kind of file is named, with the way out."""
    path.parent.mkdir()
    path.write_text(WORD * 1000)

    with pytest.raises(StorageError) as caught:
        SQLiteStore(path)

    assert str(path) in str(caught.value)
    assert "beschadigd" in str(caught.value)
    assert f"mv {path} {path}.kapot" in str(caught.value)
    assert WORD not in str(caught.value)
    assert path.read_text() == WORD * 1000


def test_a_damaged_database(path: Path) -> None:
    """Damage inside is told when it is met, without a word of the content."""
    store = SQLiteStore(path)
    for n in range(50):
        store.commit(turn(f"k{n}", "u1", 0, WORD * 200))
    store.close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))

    with pytest.raises(StorageError, match="beschadigd") as caught:
        SQLiteStore(path).load("k1")

    assert str(path) in str(caught.value)
    assert WORD not in str(caught.value)


def test_a_read_only_file() -> None:
    """A file that may not be written is named, with the right that is missing."""
    folder = Path(tempfile.mkdtemp(prefix="readonly-", dir="/tmp"))
    path = folder / "gesprekken.db"
    try:
        SQLiteStore(path).close()
        path.chmod(0o444)
        folder.chmod(0o555)
        with nobody(), pytest.raises(StorageError) as caught:
            SQLiteStore(path)
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)

    assert str(path) in str(caught.value)
    assert "schrijfrecht" in str(caught.value)


@pytest.mark.parametrize("place", ["folder", "below a file"])
def test_an_impossible_path(tmp_path: Path, place: str) -> None:
    """A path that cannot be a file is refused with the path in it."""
    (tmp_path / "file").touch()
    path = tmp_path if place == "folder" else tmp_path / "file" / "gesprekken.db"

    with pytest.raises(StorageError) as caught:
        SQLiteStore(path)

    assert str(path) in str(caught.value)
    assert "ander pad" in str(caught.value)


def test_held_by_another_program(path: Path) -> None:
    """When another program keeps writing, the turn fails whole and can be tried again."""
    store = SQLiteStore(path, patience=0.1)
    other = sqlite3.connect(path, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="bezet"):
            store.commit(turn())
        other.execute("ROLLBACK")
        store.commit(turn())
    finally:
        other.close()
        store.close()


def test_a_full_disk(path: Path) -> None:
    """A turn that does not fit is not saved by half."""
    store = SQLiteStore(path)
    try:
        store.commit(turn())
        pages = store._read(lambda run: run("PRAGMA page_count", ()).fetchall())[0][0]
        store._read(lambda run: run(f"PRAGMA max_page_count = {pages}", ()).fetchall())
        with pytest.raises(StorageError, match="Maak ruimte"):
            store.commit(turn(update="u2", revision=1, state="x" * 100_000, replies=["r"]))

        assert not store.is_done("k1", "u2")
        assert list(store.pending()) == []
    finally:
        store.close()


def test_a_closed_store(path: Path) -> None:
    """Using it after closing is an error that says so."""
    store = SQLiteStore(path)
    store.close()
    store.close()

    with pytest.raises(StorageError, match="gesloten"):
        store.load("k1")
