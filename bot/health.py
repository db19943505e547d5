"""Whether the bot is well: what it says of itself, and what can be seen from outside.

A bot that runs keeps ``Signs`` in the data folder: a file whose time is its last sign of life, and
whose lines are what is wrong now, each with the time since when, the cause and what helps.
``troubles`` reads that file, writes to the storage as the bot would, and looks at the disk. It
talks to no port and needs no token. No line holds what a person wrote.
"""

from __future__ import annotations

import logging
import shutil
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from bot import wording
from bot.storage.choose import open_store
from bot.storage.errors import StorageError
from bot.storage.keys import check_key

logger = logging.getLogger(__name__)

SIGNS = "hartslag"
"""The file with the signs of life."""
OLDEST_BEAT = 120.0
"""Seconds. One round of long polling takes at most half a minute."""
LEAST_ROOM = 5_000_000
"""Bytes that must be free on the disk: an advice with its note takes some ten thousand."""
PROBE = "health"
"""The position that is written to see whether the storage takes anything."""


class Signs:
    """Signs of life in the data folder, and what is wrong until it is right again.

    ``language`` says what is wrong with the understanding of text; empty when nothing is. Each
    trouble is logged once when it begins, and once when it is over.
    """

    def __init__(self, data: Path, language: Callable[[], str] = str) -> None:
        self._file = data / SIGNS
        self._language = language
        self._wrong: dict[str, tuple[float, str]] = {}
        self._written: str | None = None
        self._lock = threading.Lock()

    def beat(self) -> None:
        """Leave a sign of life, and what is wrong now."""
        self._keep("language", self._language())  # logged already where it was seen
        try:
            self._write()
        except OSError as error:
            self._note("signs", wording.no_signs(self._file, error.strerror))
        else:
            self._note("signs", "")

    def tell(self, what: str, line: str) -> None:
        """Something is wrong, by this cause and with this remedy; or it is right (no line)."""
        if self._note(what, " ".join(line.split())):
            with suppress(OSError):  # the next beat says so
                self._write()

    def _note(self, what: str, line: str) -> bool:
        """Remember and log what is wrong, or right again; False when that was known."""
        before = self._keep(what, line)
        if line and line != before:
            logger.error("%s", line)
        elif before and not line:
            logger.warning(wording.OVER, before)
        return line != before

    def _keep(self, what: str, line: str) -> str:
        """Remember what is wrong, with since when; returns what was wrong before."""
        with self._lock:
            since, before = self._wrong.get(what, (time.time(), ""))
            if line:
                self._wrong[what] = since, line
            else:
                self._wrong.pop(what, None)
            return before

    def _write(self) -> None:
        """Write the lines when they changed; a full disk still takes the time."""
        with self._lock:
            text = "".join(f"{moment(since)} {line}\n" for since, line in self._wrong.values())
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._file.touch()
        if text != self._written:
            self._written = None
            self._file.write_text(text, "utf-8")
            self._written = text


def moment(seconds: float) -> str:
    """A moment as the log writes it, on the clock of this machine."""
    return f"{datetime.fromtimestamp(seconds).astimezone():%Y-%m-%d %H:%M:%S}"


def troubles(data: Path, database: str, key: bytes | None, now: float) -> list[str]:
    """What is wrong, each in a line with its time, cause and remedy; none when all is well.

    ``key`` is the key that the bot would use, None when there is none.
    """
    seen = [*_of_storage(database, key), *_of_disk(data, database)]
    return [*(f"{moment(now)} {line}" for line in seen), *_of_signs(data / SIGNS, now)]


def _of_storage(database: str, key: bytes | None) -> list[str]:
    """Whether the storage is there, opens, takes a write, and belongs to this key."""
    if "://" not in database and not Path(database).exists():
        return [wording.no_conversations(database)]
    try:
        store = open_store(database)
        try:
            store.set_offset(PROBE, int(time.time()))
            check_key(store, key)
        finally:
            with suppress(StorageError):
                store.close()
    except StorageError as error:
        return [str(error)]
    return []


def _of_disk(data: Path, database: str) -> list[str]:
    """Whether there is room to go on, where the storage is a file."""
    folder = data if "://" in database else Path(database).parent
    with suppress(OSError):
        free = shutil.disk_usage(folder).free
        if free < LEAST_ROOM:
            return [wording.disk_full(folder, free)]
    return []


def _of_signs(file: Path, now: float) -> list[str]:
    """What the bot left: its last sign of life, and what was wrong then."""
    try:
        last, text = file.stat().st_mtime, file.read_text("utf-8", errors="replace")
    except OSError:
        return [f"{moment(now)} {wording.NO_BEAT}"]
    age = now - last
    old = [f"{moment(last)} {wording.old_beat(age)}"] if age > OLDEST_BEAT else []
    return [*old, *text.splitlines()]
