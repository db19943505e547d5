"""A small pool of PostgreSQL connections: lent to one thread at a time, replaced when broken."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeAlias

import psycopg
from psycopg.pq import TransactionStatus
from psycopg.rows import TupleRow

Connection: TypeAlias = psycopg.Connection[TupleRow]

_PREPARE = """SELECT set_config('lock_timeout', '10000', false),
    CASE WHEN current_setting('synchronous_commit') IN ('off', 'local')
         THEN set_config('synchronous_commit', 'on', false) END"""
"""No endless wait for a lock, and a commit is on disk (and on a standby) when it returns."""


class Pool:
    """At most ``size`` connections to ``url``, opened when needed."""

    def __init__(self, url: str, size: int = 8):
        self._url = url
        self._places = threading.BoundedSemaphore(size)
        self._lock = threading.Lock()
        self._idle: list[Connection] = []
        self._closed = False

    @contextmanager
    def lend(self) -> Iterator[Connection]:
        """One connection in autocommit; kept for the next when it comes back sound."""
        with self._places:
            connection = self._take()
            try:
                yield connection
            finally:
                self._give_back(connection)

    def drop_idle(self) -> None:
        """Close those that wait: after a server restart they are all broken."""
        with self._lock:
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def close(self) -> None:
        """Close all; those that are lent close when they come back."""
        self._closed = True
        self.drop_idle()

    def _take(self) -> Connection:
        with self._lock:
            if self._closed:
                raise psycopg.InterfaceError("closed")
            if self._idle:
                return self._idle.pop()
        connection = psycopg.connect(self._url, autocommit=True, connect_timeout=5)
        try:
            connection.execute(_PREPARE)
        except BaseException:
            connection.close()
            raise
        return connection

    def _give_back(self, connection: Connection) -> None:
        sound = connection.info.transaction_status == TransactionStatus.IDLE
        with self._lock:
            if sound and not self._closed:
                self._idle.append(connection)
                return
        connection.close()
