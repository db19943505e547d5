"""Whether the bot is alive: ``python -m bot.health`` exits 0 when it is (the image's health check).

The channel's loop calls ``beat`` after every round. The check asks two things: is the last beat
young, and does the store open. It talks to no port and needs no token.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from bot import settings, wording
from bot.storage.choose import open_store
from bot.storage.errors import StorageError

HEARTBEAT = "hartslag"
OLDEST_BEAT = 120.0
"""Seconds. One round of long polling takes at most half a minute."""


def beat(data: Path) -> None:
    """Leave a sign of life in the data folder."""
    data.mkdir(parents=True, exist_ok=True)
    (data / HEARTBEAT).touch()


def trouble(data: Path, database: str, now: float) -> str:
    """What is wrong, in a sentence; empty when all is well."""
    try:
        age = now - (data / HEARTBEAT).stat().st_mtime
    except OSError:
        return wording.NO_BEAT
    if age > OLDEST_BEAT:
        return wording.old_beat(age, OLDEST_BEAT)
    if "://" not in database and not Path(database).is_file():
        return wording.NO_CONVERSATIONS
    try:
        store = open_store(database)
        try:
            store.pending(limit=1)
        finally:
            close = getattr(store, "close", None)
            if close:
                close()
    except StorageError as error:
        return str(error)
    return ""


def main(environ: Mapping[str, str] | None = None) -> int:
    """Print what is wrong and return 1, or return 0."""
    try:
        read = settings.read(os.environ if environ is None else environ)
    except settings.SettingError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    found = trouble(read.data, read.database, time.time())
    if found:
        sys.stderr.write(f"{found}\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
