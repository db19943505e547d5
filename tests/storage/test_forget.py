"""The sentinel: after a conversation was deleted, no byte of it stands in any file."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.storage.errors import StorageError
from bot.storage.sql import SqlStore
from bot.storage.sqlite import SQLiteStore

from .helpers import NOON, Database, files_with, turn

WORD = "schildwacht-7f3a"


@pytest.fixture
def folder(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Where the files of the database are: for PostgreSQL the server's whole folder."""
    return tmp_path if kind == "sqlite" else Path(request.getfixturevalue("server").folder)


def checkpoint(database: Database, request: pytest.FixtureRequest) -> None:
    """PostgreSQL lets go of its log at its checkpoint; here we do not wait for the clock."""
    if database.kind == "postgres":
        request.getfixturevalue("server").run("CHECKPOINT")


def noise(size: int, seed: int) -> str:
    """Text that does not compress, so that the sentinel beside it stays readable on disk."""
    return random.Random(seed).randbytes(size // 2).hex()


def confide(store: SqlStore, word: str) -> None:
    """A conversation that leaves the sentinel everywhere, among others that grow and shrink."""
    for n in range(40):
        size = (100, 900, 3000, 20_000)[n % 4]
        text, replies = word + noise(size, n), [word + noise(300, n)]
        store.commit(turn("k1", f"{word}-{n}", n, text, replies, aside=n == 20))
        store.commit(turn(f"other{n}", "u", 0, noise(size, -n)))
    for out in store.pending("k1", limit=39):
        store.sent(out.id)


def forget(store: SqlStore) -> None:
    """The command that deletes at once."""
    store.forget("k1")


def forget_by_turn(store: SqlStore) -> None:
    """A turn that deletes once its reply was sent."""
    store.commit(turn("k1", "weg", 40, replies=["alles is weg"], forget=True))
    for out in store.pending("k1"):
        store.sent(out.id)


def sweep(store: SqlStore) -> None:
    """The end of the retention time."""
    assert store.sweep(NOON + timedelta(days=1)) >= 1


@pytest.mark.parametrize("deed", [forget, forget_by_turn, sweep], ids=lambda deed: deed.__name__)
def test_no_byte_stays(
    database: Database,
    folder: Path,
    deed: Callable[[SqlStore], None],
    request: pytest.FixtureRequest,
) -> None:
    """The word stands in the files before, and in none of them after, with the storage open."""
    word = f"{WORD}-{deed.__name__}-{database.kind}"
    store = database.opens()
    try:
        confide(store, word)
        if database.kind == "postgres":
            store._write(lambda run: run("ANALYZE conversations, done, outbox", ()))
        assert files_with(folder, word)

        deed(store)
        checkpoint(database, request)

        assert files_with(folder, word) == []
    finally:
        store.close()


def test_no_byte_of_the_state_stays_when_talk_goes_on(
    database: Database, folder: Path, request: pytest.FixtureRequest
) -> None:
    """What was said before the deletion is gone, also when a new conversation began meanwhile."""
    word = f"{WORD}-on-{database.kind}"
    store = database.opens()
    try:
        store.commit(turn("k1", "u1", 0, word))
        assert files_with(folder, word)
        store.commit(turn("k1", "u2", 1, replies=["alles is weg"], forget=True))
        store.commit(turn("k1", "u3", 2, replies=["hallo"]))
        checkpoint(database, request)

        assert files_with(folder, word) == []
    finally:
        store.close()


class Interrupted(SQLiteStore):
    """A storage that fails between deleting and scrubbing."""

    def _scrub(self) -> None:
        raise StorageError("interrupted")


def test_an_interrupted_deletion_is_finished_later(tmp_path: Path) -> None:
    """The rows are gone at once; the bytes go when the storage is opened again."""
    path = tmp_path / "gesprekken.db"
    first = Interrupted(path)
    confide_some(first)
    with pytest.raises(StorageError):
        first.forget("k1")
    assert None is first.load("k1")
    first.close()

    second = SQLiteStore(path)
    try:
        assert files_with(tmp_path, WORD) == []
    finally:
        second.close()


def confide_some(store: SqlStore) -> None:
    """A few states of which page splits may leave pieces."""
    for n in range(8):
        store.commit(turn("k1", f"u{n}", n, WORD + noise(2000, n)))


def test_a_reader_in_the_way_is_told(tmp_path: Path) -> None:
    """While another program reads the old content, ``forget`` does not claim success."""
    path = tmp_path / "gesprekken.db"
    store = SQLiteStore(path, patience=0.2)
    confide_some(store)
    reader = sqlite3.connect(path, isolation_level=None)
    try:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM conversations").fetchall()
        with pytest.raises(StorageError, match="bezet"):
            store.forget("k1")
        reader.execute("COMMIT")

        assert store.sweep(NOON - timedelta(days=1)) == 0
        assert files_with(tmp_path, WORD) == []
    finally:
        reader.close()
        store.close()
