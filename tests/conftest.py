"""Hypothesis, kept small enough for every run; and a real PostgreSQL for whoever asks for one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.storage.helpers import Server, postgres_server

settings.register_profile(
    "ci",
    max_examples=50,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("ci")


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
