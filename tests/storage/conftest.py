"""Fixtures: each test with ``database`` or ``store`` runs over SQLite and over PostgreSQL."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage.postgres import PostgresStore
from bot.storage.sql import SqlStore
from bot.storage.sqlite import SQLiteStore

from .helpers import Database

_numbers = itertools.count(1)

BOTH = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(params=BOTH)
def kind(request: pytest.FixtureRequest) -> str:
    """Which database a test runs over."""
    return str(request.param)


@pytest.fixture
def database(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Database:
    """A blank database."""
    if kind == "sqlite":
        path = tmp_path / "gesprekken.db"
        return Database(kind, str(path), lambda: SQLiteStore(path))
    url = request.getfixturevalue("server").blank(f"t{next(_numbers)}")
    return Database(kind, url, lambda: PostgresStore(url))


@pytest.fixture
def store(database: Database) -> Iterator[SqlStore]:
    """An open storage on a blank database."""
    opened = database.opens()
    yield opened
    opened.close()
