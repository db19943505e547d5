"""Storage in PostgreSQL, for more than one bot process on the same conversations.

Transactions run at READ COMMITTED: a turn first writes the conversation's row on condition of its
revision, which makes a second turn wait there and then find the revision moved.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

import psycopg
from psycopg import errors
from psycopg.conninfo import conninfo_to_dict

from bot.storage import wording
from bot.storage.errors import StorageError
from bot.storage.migrations import POSTGRES, Rows, Run, migrate
from bot.storage.pool import Connection, Pool
from bot.storage.sql import SqlStore

T = TypeVar("T")

_MIGRATING = 0x5A6D656E
"""The advisory lock under which one process migrates while others wait."""

_PAUSES = (0.0, 0.1, 0.5, 1.5)
"""Seconds to wait before each try."""

_NOT_OURS_TO_DO = (
    errors.InsufficientPrivilege,
    errors.ObjectNotInPrerequisiteState,
    errors.FeatureNotSupported,
    errors.UndefinedFunction,
)


class PostgresStore(SqlStore):
    """The port to storage over a PostgreSQL database; ``url`` as libpq knows it."""

    dialect = POSTGRES

    def __init__(self, url: str, connections: int = 8):
        self._where = _where(url)
        self._pool = Pool(url, connections)
        try:
            self._write(_migrate_alone)
            self._tidy()
        except BaseException:
            self.close()
            raise

    def verify(self) -> None:
        """Nothing: the server mends what a crash left before it answers."""

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()

    def _read(self, job: Callable[[Run], T]) -> T:
        return self._attempt(lambda connection: job(_runner(connection)))

    def _write(self, job: Callable[[Run], T]) -> T:
        def in_transaction(connection: Connection) -> T:
            with connection.transaction():
                return job(_runner(connection))

        return self._attempt(in_transaction)

    def _attempt(self, job: Callable[[Connection], T]) -> T:
        """Do a job, and again over a new connection when the old one broke.

        An error of the driver is never passed on: its details may hold a row's values.
        """
        trouble = ""
        for pause in _PAUSES:
            time.sleep(pause)
            try:
                with self._pool.lend() as connection:
                    return job(connection)
            except psycopg.Error as error:
                trouble = f"{type(error).__name__} {error.sqlstate or ''}".strip()
                if not _may_pass(error):
                    break
            self._pool.drop_idle()
        raise StorageError(wording.postgres(self._where, trouble))

    def _scrub(self) -> None:
        """Write the tables anew without what was deleted; the old files are emptied at once.

        The server's own log keeps the bytes until its next checkpoint (within minutes), if it
        runs with ``wal_recycle = off``; a new log file is begun where we have that right.
        """

        def job(connection: Connection) -> None:
            connection.execute("VACUUM (FULL) conversations, done, outbox, aside")
            with suppress(*_NOT_OURS_TO_DO):
                connection.execute("SELECT pg_switch_wal()")

        self._attempt(job)


def _runner(connection: Connection) -> Run:
    def run(sql: str, values: Sequence[object]) -> Rows:
        return connection.execute(sql.replace("?", "%s").encode(), values)

    return run


def _migrate_alone(run: Run) -> None:
    run("SELECT pg_advisory_xact_lock(?)", (_MIGRATING,))
    migrate(run, POSTGRES)


def _may_pass(error: psycopg.Error) -> bool:
    """Whether trying again can help: a broken connection, a deadlock, a clash."""
    if isinstance(error, errors.SerializationFailure | errors.DeadlockDetected):
        return True
    lost = isinstance(error, psycopg.OperationalError) and error.sqlstate is None
    return lost or (error.sqlstate or "")[:2] in ("08", "57")


def _where(url: str) -> str:
    """The server and the database of a URL, without user and password."""
    try:
        parts = conninfo_to_dict(url)
    except psycopg.Error:
        raise StorageError(wording.NO_POSTGRES_URL) from None
    return f"{parts.get('host', wording.LOCAL)}/{parts.get('dbname', '')}"
