"""Which storage an address means: a PostgreSQL URL, or else the path of a SQLite file."""

from __future__ import annotations

from pathlib import Path

from bot.storage import wording
from bot.storage.errors import StorageError
from bot.storage.store import Store


def open_store(url_or_path: str | Path) -> Store:
    """Open the storage at a ``postgresql://`` URL or in a SQLite file, migrated and ready."""
    address = str(url_or_path).strip()
    scheme, divider, _ = address.partition("://")
    if not divider and address:
        from bot.storage.sqlite import SQLiteStore

        return SQLiteStore(address)
    if divider and scheme in ("postgres", "postgresql"):
        from bot.storage.postgres import PostgresStore

        return PostgresStore(address)
    raise StorageError(wording.NO_ADDRESS)
