"""A real PostgreSQL, for every test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.storage.helpers import Server, postgres_server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One PostgreSQL for all tests."""
    with postgres_server() as running:
        # Lets the sentinel test look at the server's log too: old log files go, not recycled.
        running.run("ALTER SYSTEM SET wal_recycle = off")
        # We kill clients, not the server: waiting for the disk would only make tests slow.
        running.run("ALTER SYSTEM SET fsync = off")
        running.run("SELECT pg_reload_conf()")
        yield running
