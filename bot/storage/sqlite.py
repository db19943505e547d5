"""Storage in one SQLite file: the default, with nothing to install.

One connection behind one lock; other processes on the same file are put in order by SQLite.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from bot.storage import wording
from bot.storage.errors import StorageError
from bot.storage.migrations import SQLITE, Run, migrate
from bot.storage.sql import SqlStore

T = TypeVar("T")


class SQLiteStore(SqlStore):
    """The port to storage over a SQLite file, which is made when it is not there."""

    dialect = SQLITE

    def __init__(self, path: str | Path, patience: float = 10.0):
        """Open ``path``; wait at most ``patience`` seconds for another process that writes."""
        self.path = Path(path)
        self._patience = patience
        self._lock = threading.RLock()
        self._left_over = self.path.with_name(f"{self.path.name}-wal").exists()
        with _explained(self.path):
            _make_private(self.path)
            self._db = _connect(self.path, patience)
        try:
            self._write(lambda run: migrate(run, SQLITE))
            self._tidy()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file; SQLite then folds its write-ahead log into it."""
        with self._lock:
            self._db.close()

    def verify(self) -> None:
        """Look for damage where the last process did not close the file: it was killed, or the
        machine was. Raises StorageError."""
        if not self._left_over:
            return
        with self._lock, _explained(self.path):
            if self._run("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise sqlite3.DatabaseError("malformed: quick_check")

    def _run(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        return self._db.execute(sql, tuple(values))

    def _read(self, job: Callable[[Run], T]) -> T:
        with self._lock, _explained(self.path):
            return job(self._run)

    def _write(self, job: Callable[[Run], T]) -> T:
        with self._lock, _explained(self.path):
            self._run("BEGIN IMMEDIATE")
            try:
                result = job(self._run)
                self._run("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._run("ROLLBACK")
                raise
            return result

    def _scrub(self) -> None:
        """Write the file anew without what was deleted, and cut the write-ahead log to nothing.

        ``secure_delete`` zeroes what is freed; the new file does not even depend on that.
        """
        with self._lock, _explained(self.path):
            self._run("VACUUM")
            end = time.monotonic() + self._patience
            while self._run("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()[0][0]:
                if time.monotonic() > end:
                    raise sqlite3.OperationalError("database is locked")
                time.sleep(0.02)


def _make_private(path: Path) -> None:
    """Make the file, readable by its owner alone; SQLite's own files beside it follow suit."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))


def _connect(path: Path, patience: float) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        _switch_to_wal(db, patience)
        for pragma in (
            "synchronous = FULL",
            "secure_delete = ON",
            "foreign_keys = ON",
            "temp_store = MEMORY",
        ):
            db.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        db.close()
        raise
    return db


def _switch_to_wal(db: sqlite3.Connection, patience: float) -> None:
    """Write ahead; for this switch SQLite does not wait for other processes, so we do."""
    end = time.monotonic() + patience
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL").fetchall()
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > end:
                raise
            time.sleep(0.02)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Say what is wrong with the file and what helps. SQLite's own words hold no values."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StorageError(wording.database(path, _explain(path, error))) from error


def _explain(path: Path, error: Exception) -> str:
    text = str(error).lower()
    for words, explanation in _EXPLANATIONS:
        if any(word in text for word in words):
            return f"{explanation.format(path=path)} ({error})"
    return f"{wording.UNEXPECTED} ({error})"


_EXPLANATIONS = (
    (("not a database", "malformed", "corrupt"), wording.DAMAGED),
    (
        (
            "readonly",
            "read-only",
            "permission",
            "unable to open",
            "no such file",
            "a directory",
            "file exists",
        ),
        wording.NOT_WRITABLE,
    ),
    (("locked", "busy"), wording.BUSY),
    (("full", "no space", "disk i/o"), wording.FULL),
    (("closed",), wording.CLOSED),
)
"""What stands in SQLite's own message, and what that means for a person."""
