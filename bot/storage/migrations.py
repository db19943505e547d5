"""The tables, from the first version on: one function per migration, applied once and in order.

A migration is never changed after it was released: add the next one to ``MIGRATIONS``.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from bot.storage import wording
from bot.storage.errors import StorageError


class Rows(Protocol):
    """What a statement gives back; both database drivers' cursors are such."""

    @property
    def rowcount(self) -> int:
        """How many rows were written."""

    def fetchall(self) -> list[Any]:
        """All rows that were read."""


Run: TypeAlias = Callable[[str, Sequence[object]], Rows]
"""Runs one statement, with ``?`` for each value, in the transaction at hand."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """The few words in which SQLite and PostgreSQL differ."""

    name: str
    blob: str
    """The type of bytes."""
    counter: str
    """A primary key that counts up and never gives a number twice."""
    locked: str
    """Ends a SELECT whose row must stay as it is until the transaction ends."""
    samples_rows: bool
    """Whether the planner's statistics keep copies of values."""


SQLITE = Dialect("sqlite", "BLOB", "INTEGER PRIMARY KEY AUTOINCREMENT", "", False)
POSTGRES = Dialect(
    "postgres",
    "BYTEA",
    "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
    " FOR UPDATE",
    True,
)

Migration: TypeAlias = Callable[[Dialect], Sequence[str]]


def m001_initial(dialect: Dialect) -> Sequence[str]:
    """Conversations, the updates done, the outbox, and positions. Times are UTC microseconds."""
    return (
        """CREATE TABLE conversations (
            key TEXT NOT NULL PRIMARY KEY,
            revision BIGINT NOT NULL,
            state TEXT NOT NULL,
            touched_at BIGINT NOT NULL,
            forget INTEGER NOT NULL)""",
        "CREATE INDEX conversations_touched_at ON conversations (touched_at)",
        """CREATE TABLE done (
            key TEXT NOT NULL REFERENCES conversations (key) ON DELETE CASCADE,
            revision BIGINT NOT NULL,
            update_id TEXT NOT NULL,
            PRIMARY KEY (key, revision),
            UNIQUE (key, update_id))""",
        f"""CREATE TABLE outbox (
            id {dialect.counter},
            key TEXT NOT NULL REFERENCES conversations (key) ON DELETE CASCADE,
            body TEXT NOT NULL,
            address {dialect.blob} NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0,
            created BIGINT NOT NULL)""",
        "CREATE INDEX outbox_key ON outbox (key, id)",
        "CREATE TABLE positions (name TEXT NOT NULL PRIMARY KEY, value BIGINT NOT NULL)",
        *(_no_samples() if dialect.samples_rows else ()),
    )


def _no_samples() -> Sequence[str]:
    """Statistics would keep copies of what people wrote after it was deleted: take none."""
    columns = (
        ("conversations", "key"),
        ("conversations", "state"),
        ("done", "key"),
        ("done", "update_id"),
        ("outbox", "key"),
        ("outbox", "body"),
        ("outbox", "address"),
    )
    return [f"ALTER TABLE {t} ALTER COLUMN {c} SET STATISTICS 0" for t, c in columns]


def m002_aside(dialect: Dialect) -> Sequence[str]:
    """States that could not be read when their person came back; they go with the conversation."""
    samples = [f"ALTER TABLE aside ALTER COLUMN {c} SET STATISTICS 0" for c in ("key", "state")]
    return (
        """CREATE TABLE aside (
            key TEXT NOT NULL REFERENCES conversations (key) ON DELETE CASCADE,
            revision BIGINT NOT NULL,
            state TEXT NOT NULL,
            touched_at BIGINT NOT NULL,
            PRIMARY KEY (key, revision))""",
        *(samples if dialect.samples_rows else ()),
    )


def m003_holder(dialect: Dialect) -> Sequence[str]:
    """Which process sends a reply, and until when others leave it alone (UTC microseconds)."""
    return (
        "ALTER TABLE outbox ADD COLUMN holder TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE outbox ADD COLUMN held_until BIGINT NOT NULL DEFAULT 0",
    )


def m004_page(dialect: Dialect) -> Sequence[str]:
    """What a channel that is fetched shows (sealed), and links to a conversation: both go with it.

    ``until``: when a link stops to work (UTC microseconds). A link is kept as its hash.
    """
    columns = (("screens", "key"), ("screens", "replies"), ("links", "link"), ("links", "key"))
    samples = [f"ALTER TABLE {t} ALTER COLUMN {c} SET STATISTICS 0" for t, c in columns]
    return (
        f"""CREATE TABLE screens (
            key TEXT NOT NULL PRIMARY KEY REFERENCES conversations (key) ON DELETE CASCADE,
            replies {dialect.blob} NOT NULL)""",
        """CREATE TABLE links (
            link TEXT NOT NULL PRIMARY KEY,
            key TEXT NOT NULL REFERENCES conversations (key) ON DELETE CASCADE,
            until BIGINT NOT NULL)""",
        "CREATE INDEX links_key ON links (key)",
        *(samples if dialect.samples_rows else ()),
    )


def m005_notes(dialect: Dialect) -> Sequence[str]:
    """What people left for an editor (sealed, it goes with the conversation), and bare counts."""
    samples = [f"ALTER TABLE notes ALTER COLUMN {c} SET STATISTICS 0" for c in ("key", "body")]
    return (
        f"""CREATE TABLE notes (
            id {dialect.counter},
            key TEXT NOT NULL REFERENCES conversations (key) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            about TEXT NOT NULL,
            body {dialect.blob} NOT NULL,
            noted_at BIGINT NOT NULL)""",
        "CREATE INDEX notes_key ON notes (key)",
        """CREATE TABLE counts (
            kind TEXT NOT NULL,
            about TEXT NOT NULL,
            number BIGINT NOT NULL,
            PRIMARY KEY (kind, about))""",
        *(samples if dialect.samples_rows else ()),
    )


def m006_later(dialect: Dialect) -> Sequence[str]:
    """When to ask how it went (with the address, sealed; it goes with the conversation), and how it
    went, which has a time of its own."""
    columns = (("later", "key"), ("later", "address"), ("outcomes", "key"))
    samples = [f"ALTER TABLE {t} ALTER COLUMN {c} SET STATISTICS 0" for t, c in columns]
    return (
        f"""CREATE TABLE later (
            key TEXT NOT NULL PRIMARY KEY REFERENCES conversations (key) ON DELETE CASCADE,
            due BIGINT NOT NULL,
            address {dialect.blob} NOT NULL)""",
        """CREATE TABLE outcomes (
            key TEXT NOT NULL,
            project TEXT NOT NULL,
            pack TEXT NOT NULL,
            form TEXT NOT NULL,
            again TEXT NOT NULL,
            told_at BIGINT NOT NULL,
            PRIMARY KEY (key, project))""",
        *(samples if dialect.samples_rows else ()),
    )


def m007_ends(dialect: Dialect) -> Sequence[str]:
    """When a talk on a shared computer ends by itself (UTC microseconds)."""
    samples = "ALTER TABLE ends ALTER COLUMN key SET STATISTICS 0"
    return (
        """CREATE TABLE ends (
            key TEXT NOT NULL PRIMARY KEY REFERENCES conversations (key) ON DELETE CASCADE,
            until BIGINT NOT NULL)""",
        *((samples,) if dialect.samples_rows else ()),
    )


MIGRATIONS: Sequence[Migration] = (
    m001_initial,
    m002_aside,
    m003_holder,
    m004_page,
    m005_notes,
    m006_later,
    m007_ends,
)


def migrate(run: Run, dialect: Dialect, steps: Sequence[Migration] = MIGRATIONS) -> list[str]:
    """Apply what was not applied yet, within the caller's transaction; returns the names.

    The caller sees to it that only one process migrates at a time.
    """
    run(
        "CREATE TABLE IF NOT EXISTS migrations "
        "(name TEXT NOT NULL PRIMARY KEY, applied_at BIGINT NOT NULL)",
        (),
    )
    applied = {str(row[0]) for row in run("SELECT name FROM migrations", ()).fetchall()}
    _refuse_newer(applied, steps)
    fresh = [step for step in steps if step.__name__ not in applied]
    for step in fresh:
        for statement in step(dialect):
            run(statement, ())
        run(
            "INSERT INTO migrations (name, applied_at) VALUES (?, ?)",
            (step.__name__, time.time_ns() // 1000),
        )
    return [step.__name__ for step in fresh]


def _refuse_newer(applied: set[str], steps: Sequence[Migration]) -> None:
    """A database that a newer bot has changed is not touched by this one."""
    unknown = sorted(applied - {step.__name__ for step in steps})
    if unknown:
        raise StorageError(wording.newer(", ".join(unknown)))
