"""Hypothesis: few examples in every run, many in the long one; a real PostgreSQL for who asks.

Under ``pytest -n`` the tests are dealt out in groups, each to one process.
"""

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

SHARED = ("rasa", "postgres", "browser", "node")
"""What is started once for all tests that need it, and takes longest: these tests begin."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that share something costly stay together, and the longest group goes first.

    The model is trained once, PostgreSQL started once, npm installs once; the tests of one file
    share what that file prepares. While the model is trained, others go on in another process.
    """
    long = {item.path for item in items if item.get_closest_marker("slow")}

    def group(item: pytest.Item) -> str:
        return next((name for name in SHARED if item.get_closest_marker(name)), item.location[0])

    def turn(item: pytest.Item) -> tuple[int, bool]:
        name = group(item)
        return SHARED.index(name) if name in SHARED else len(SHARED), item.path not in long

    items.sort(key=turn)
    for item in items:
        item.add_marker(pytest.mark.xdist_group(group(item)))


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
