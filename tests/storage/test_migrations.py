"""The tables, from a blank database and from the first version."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.storage.errors import StorageError
from bot.storage.migrations import MIGRATIONS, Dialect, Run, migrate
from bot.storage.sql import SqlStore
from bot.storage.store import Saved

from .helpers import Database, talk

COLUMNS = {
    "aside": ["key", "revision", "state", "touched_at"],
    "conversations": ["key", "revision", "state", "touched_at", "forget"],
    "counts": ["kind", "about", "number"],
    "done": ["key", "revision", "update_id"],
    "ends": ["key", "until"],
    "links": ["link", "key", "until"],
    "migrations": ["name", "applied_at"],
    "later": ["key", "due", "address"],
    "notes": ["id", "key", "kind", "about", "body", "noted_at"],
    "outbox": ["id", "key", "body", "address", "attempts", "created", "holder", "held_until"],
    "outcomes": ["key", "project", "pack", "form", "again", "told_at"],
    "positions": ["name", "value"],
    "screens": ["key", "replies"],
}


def columns(store: SqlStore) -> dict[str, list[str]]:
    """The tables and columns that a database has."""
    if store.dialect.name == "sqlite":
        sql = (
            "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c "
            "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, c.cid"
        )
    else:
        sql = (
            "SELECT table_name, column_name FROM information_schema.columns "
            "WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position"
        )
    tables: dict[str, list[str]] = {}
    for table, column in store._read(lambda run: run(sql, ()).fetchall()):
        tables.setdefault(table, []).append(column)
    return tables


def names(store: SqlStore) -> list[str]:
    """The migrations that were applied."""
    sql = "SELECT name FROM migrations ORDER BY name"
    return [row[0] for row in store._read(lambda run: run(sql, ()).fetchall())]


def m098_colour(dialect: Dialect) -> Sequence[str]:
    """A later migration."""
    return ("ALTER TABLE conversations ADD COLUMN colour TEXT NOT NULL DEFAULT 'blauw'",)


def m099_broken(dialect: Dialect) -> Sequence[str]:
    """A migration that fails halfway."""
    return ("CREATE TABLE half (a INTEGER)", "ALTER TABLE nowhere ADD COLUMN a INTEGER")


def test_a_blank_database_gets_the_tables(store: SqlStore) -> None:
    """Every table and column of the newest version, and the names of what was applied."""
    assert columns(store) == COLUMNS
    assert [step.__name__ for step in MIGRATIONS] == names(store)


def test_names_sort_in_order() -> None:
    """Migrations are numbered, without a gap, in the order of the list."""
    numbers = [int(step.__name__[1:4]) for step in MIGRATIONS]

    assert list(range(1, len(MIGRATIONS) + 1)) == numbers


def test_opening_again_changes_nothing(database: Database) -> None:
    """A migration is applied once."""
    database.opens().close()
    again = database.opens()
    try:
        assert again._write(lambda run: migrate(run, again.dialect)) == []
    finally:
        again.close()


def test_from_the_first_version(database: Database) -> None:
    """A database of the first version keeps its conversations through every later migration."""
    store = database.opens()
    try:
        steps = [*MIGRATIONS, m098_colour]
        talk(store, "k1", 3)

        assert store._write(lambda run: migrate(run, store.dialect, steps)) == ["m098_colour"]
        assert Saved('{"n": 3}', 3) == store.load("k1")
        assert "colour" in columns(store)["conversations"]
        talk(store, "k1", 1, first=4)
    finally:
        store.close()


def test_a_failing_migration_leaves_nothing(store: SqlStore) -> None:
    """It is applied whole or not at all."""
    with pytest.raises(StorageError):
        store._write(lambda run: migrate(run, store.dialect, [*MIGRATIONS, m099_broken]))

    assert columns(store) == COLUMNS
    assert "m099_broken" not in names(store)


def test_a_newer_database_is_refused(database: Database) -> None:
    """An older bot does not touch what a newer one made, and says so."""
    store = database.opens()

    def newer(run: Run) -> None:
        run("INSERT INTO migrations (name, applied_at) VALUES ('m999_later', 0)", ())

    store._write(newer)
    store.close()

    with pytest.raises(StorageError, match=r"nieuwere versie van de bot \(m999_later\)"):
        database.opens()


def test_many_may_open_at_once(database: Database) -> None:
    """Of processes that start together on a blank database one migrates; the others wait."""
    with ThreadPoolExecutor(6) as pool:
        stores = [task.result(30) for task in [pool.submit(database.opens) for _ in range(6)]]
    try:
        assert columns(stores[0]) == COLUMNS
    finally:
        for store in stores:
            store.close()
