"""Hypothesis: few examples in every run, many in the long one; a real PostgreSQL for who asks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.amounts import LONG, times
from tests.storage.helpers import Server, postgres_server

settings.register_profile(
    "here",
    max_examples=times(25, 1000),
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    derandomize=not LONG,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("here")


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
