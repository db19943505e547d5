"""What is particular to PostgreSQL: connections that break, and errors that keep silent."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import psycopg
import pytest

from bot.storage.errors import StorageError
from bot.storage.pool import Connection
from bot.storage.postgres import PostgresStore
from bot.storage.store import Saved

from .helpers import Server, talk, turn

pytestmark = pytest.mark.postgres
WORD = "schildwacht-5d20"


@pytest.fixture
def url(server: Server) -> str:
    """A blank database."""
    return server.blank(f"p{time.time_ns()}")


@pytest.fixture
def store(url: str) -> Iterator[PostgresStore]:
    """An open storage."""
    opened = PostgresStore(url)
    yield opened
    opened.close()


def hang_up(server: Server) -> None:
    """Break every connection, as a restart of the server does."""
    server.run(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
        "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
    )


def test_it_connects_again(store: PostgresStore, server: Server) -> None:
    """After all connections broke, the next call goes through."""
    talk(store, "k1", 1)
    for number in (2, 3, 4):
        hang_up(server)
        talk(store, "k1", 1, first=number)
    hang_up(server)

    assert Saved('{"n": 4}', 4) == store.load("k1")


def test_a_commit_whose_answer_was_lost(
    store: PostgresStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the connection breaks after the commit, the turn is saved once and counts as saved."""
    lend = store._pool.lend
    broken: list[int] = []

    @contextmanager
    def breaking() -> Iterator[Connection]:
        with lend() as connection:
            yield connection
        if not broken:
            broken.append(1)
            raise psycopg.OperationalError("lost")

    monkeypatch.setattr(store._pool, "lend", breaking)
    store.commit(turn(replies=["r1"]))

    assert broken == [1]
    assert len(store.pending()) == 1
    assert Saved("{}", 1) == store.load("k1")


def test_few_connections_serve_many_threads(url: str) -> None:
    """Threads wait for a connection; there are never more than were allowed."""
    store = PostgresStore(f"{url}&application_name=few", connections=2)
    try:
        with ThreadPoolExecutor(12) as pool:
            list(pool.map(lambda n: talk(store, f"k{n}", 5), range(12)))
        sql = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'few'"
        open_now = store._read(lambda run: run(sql, ()).fetchall())[0][0]
    finally:
        store.close()

    assert open_now <= 2


def test_commits_wait_for_the_disk(server: Server) -> None:
    """Also where the server's own setting is to answer sooner."""
    server.run("CREATE DATABASE hasty")
    server.run("ALTER DATABASE hasty SET synchronous_commit = off")
    store = PostgresStore(server.uri("hasty"))
    try:
        rows = store._read(lambda run: run("SHOW synchronous_commit", ()).fetchall())
    finally:
        store.close()

    assert rows == [("on",)]


def test_a_server_that_is_not_there() -> None:
    """The error names server and database and what to look at, and no password."""
    with pytest.raises(StorageError) as caught:
        PostgresStore("postgresql://bot:geheim123@127.0.0.1:1/gesprekken")

    assert "127.0.0.1/gesprekken" in str(caught.value)
    assert "DATABASE_URL" in str(caught.value)
    assert "geheim123" not in str(caught.value)


def test_a_url_that_is_none() -> None:
    """A malformed URL is refused without being shown."""
    with pytest.raises(StorageError, match="niet te begrijpen") as caught:
        PostgresStore("postgresql://bot:geheim123@[1/x")

    assert "geheim123" not in str(caught.value)


def test_errors_hold_no_text(store: PostgresStore) -> None:
    """What a person wrote is not in an error, nor in the error behind it."""
    with pytest.raises(StorageError) as caught:
        store.commit(turn(state=f"{WORD}\0"))

    def rejected() -> None:
        sql = "INSERT INTO conversations VALUES (?, 1, ?, NULL, 0)"
        store._write(lambda run: run(sql, ("k9", WORD)))

    with pytest.raises(StorageError, match="NotNullViolation 23502") as caught_too:
        rejected()
    for error in (caught.value, caught_too.value):
        assert WORD not in str(error)
        assert error.__cause__ is None
        assert error.__context__ is None


def test_a_closed_store(url: str) -> None:
    """Using it after closing is an error."""
    store = PostgresStore(url)
    store.close()
    store.close()

    with pytest.raises(StorageError):
        store.load("k1")
