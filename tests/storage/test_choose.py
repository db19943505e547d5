"""Which storage an address means."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.storage.choose import open_store
from bot.storage.errors import StorageError
from bot.storage.postgres import PostgresStore
from bot.storage.sqlite import SQLiteStore

from .helpers import Server


def test_a_path_is_sqlite(tmp_path: Path) -> None:
    """A path, as text or as Path, is a SQLite file."""
    for path in (tmp_path / "a.db", str(tmp_path / "b" / "c.db")):
        store = open_store(path)
        store.close()

        assert isinstance(store, SQLiteStore)
        assert Path(path).exists()


@pytest.mark.postgres
@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_a_url_is_postgres(server: Server, scheme: str) -> None:
    """Both names of the scheme are PostgreSQL."""
    url = server.blank(f"choose_{scheme}")
    store = open_store(url.replace("postgresql://", f"{scheme}://"))
    store.close()

    assert isinstance(store, PostgresStore)


@pytest.mark.parametrize("address", ["", "  ", "mysql://bot:geheim123@server/x", "://x"])
def test_anything_else_is_refused(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No file is made of an address that is not understood, and no password is shown."""
    monkeypatch.chdir(tmp_path)

    with pytest.raises(StorageError, match="DATABASE_URL") as caught:
        open_store(address)

    assert "geheim123" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_sqlite_needs_no_driver_of_postgres(tmp_path: Path) -> None:
    """Without DATABASE_URL psycopg is not even imported."""
    code = (
        "import sys; from bot.storage.choose import open_store; "
        f"open_store({str(tmp_path / 'x.db')!r}).close(); print('psycopg' in sys.modules)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert result.stdout == "False\n"
