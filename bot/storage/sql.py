"""What SQLite and PostgreSQL have in common: every statement of the port, written once.

A subclass gives the transactions (``_read``, ``_write``) and how bytes are really removed
(``_scrub``). Each statement is valid in both; where they differ, ``Dialect`` has the word.
"""

from __future__ import annotations

import logging
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timezone
from typing import TypeVar

from bot.storage.beside import save_beside, save_end, those_ended
from bot.storage.errors import StorageError
from bot.storage.later import SWEEP, counted, micros, those_due
from bot.storage.migrations import Dialect, Run
from bot.storage.store import AlreadyDone, Note, Outgoing, Saved, StaleRevision, Turn

T = TypeVar("T")

KEPT_UPDATES = 500
"""How many updates of one conversation are remembered as done."""

_SCRUB = "scrub"
"""The position that says that rows were deleted whose bytes may still stand in a file."""

_log = logging.getLogger(__name__)


class SqlStore(ABC):
    """The port to storage (``bot.storage.store.Store``) over one SQL database."""

    dialect: Dialect

    @abstractmethod
    def _read(self, job: Callable[[Run], T]) -> T:
        """Do a job that only reads. It may be done again when a connection was lost."""

    @abstractmethod
    def _write(self, job: Callable[[Run], T]) -> T:
        """Do a job in one transaction, durable when this returns. It may be done again."""

    @abstractmethod
    def _scrub(self) -> None:
        """Remove the bytes of deleted rows from the files. Raises StorageError."""

    @abstractmethod
    def verify(self) -> None:
        """Look for damage that a kill left. Raises StorageError."""

    @abstractmethod
    def close(self) -> None:
        """Release what is held."""

    def load(self, key: str) -> Saved | None:
        """The conversation, or None when there is none."""
        sql = "SELECT state, revision FROM conversations WHERE key = ?"
        rows = self._read(lambda run: run(sql, (key,)).fetchall())
        return Saved(state=rows[0][0], revision=rows[0][1]) if rows else None

    def is_done(self, key: str, update: str) -> bool:
        """Whether this update was applied before (the last ``KEPT_UPDATES`` are remembered)."""
        return self._read(lambda run: _was_done(run, key, update))

    def commit(self, turn: Turn) -> None:
        """Save a turn durably, all or nothing. Raises StaleRevision or AlreadyDone."""
        tries, saved = 0, True

        def job(run: Run) -> None:
            nonlocal tries
            tries += 1
            _save(run, turn)

        try:
            self._write(job)
        except AlreadyDone:
            if tries == 1:
                raise
            # The connection broke after our own commit: the second try found its work.
        except UnicodeEncodeError:
            saved = False
        if not saved:  # raised here, because the driver's error would carry the text along
            raise ValueError("A turn holds text that cannot be written as UTF-8")
        if turn.forget:
            self._tidy()

    def pending(
        self, key: str | None = None, limit: int = 50, after: int = 0
    ) -> Sequence[Outgoing]:
        """Replies not yet sent, oldest first, with ids above ``after``; of one or of all."""
        where, values = ("", ()) if key is None else (" AND key = ?", (key,))
        sql = (
            "SELECT id, key, body, address, attempts, holder, held_until FROM outbox "  # noqa: S608
            f"WHERE id > ?{where} ORDER BY id LIMIT ?"
        )
        rows = self._read(lambda run: run(sql, (after, *values, limit)).fetchall())
        return [
            Outgoing(row[0], row[1], row[2], bytes(row[3]), row[4], row[5], _moment(row[6]))
            for row in rows
        ]

    def claim(
        self, key: str, holder: str, now: datetime, until: datetime, *, force: bool = False
    ) -> bool:
        """Hold the replies of a conversation; False when another holds one, or none is left."""

        def job(run: Run) -> bool:
            # Locked first: of two that claim at once, the second sees what the first holds.
            locked = f"SELECT 1 FROM conversations WHERE key = ?{self.dialect.locked}"  # noqa: S608
            run(locked, (key,)).fetchall()
            others = run(
                "SELECT 1 FROM outbox WHERE key = ? AND holder <> ? AND held_until > ? LIMIT 1",
                (key, holder, micros(now)),
            ).fetchall()
            if others and not force:
                return False
            sql = "UPDATE outbox SET holder = ?, held_until = ? WHERE key = ?"
            return run(sql, (holder, micros(until), key)).rowcount > 0

        return self._write(job)

    def renew(self, holder: str, until: datetime) -> None:
        """Hold on to everything that this process holds."""
        sql = "UPDATE outbox SET held_until = ? WHERE holder = ?"
        self._write(lambda run: run(sql, (micros(until), holder)))

    def sent(self, id: int) -> None:
        """This reply arrived: drop it, and the conversation with it when it is to be forgotten."""
        if self._write(lambda run: _take_out(run, id, self.dialect)):
            self._tidy()

    def drop(self, id: int) -> None:
        """Give this reply up; for the storage the same as ``sent``."""
        self.sent(id)

    def failed(self, id: int) -> int:
        """Count one failed attempt; returns the number of attempts (0 when it is gone)."""

        def job(run: Run) -> int:
            run("UPDATE outbox SET attempts = attempts + 1 WHERE id = ?", (id,))
            rows = run("SELECT attempts FROM outbox WHERE id = ?", (id,)).fetchall()
            return int(rows[0][0]) if rows else 0

        return self._write(job)

    def screen(self, key: str) -> bytes | None:
        """What the last turn of this conversation put on the screen, sealed; None: nothing."""
        sql = "SELECT replies FROM screens WHERE key = ?"
        rows = self._read(lambda run: run(sql, (key,)).fetchall())
        return bytes(rows[0][0]) if rows else None

    def share(self, key: str, link: str, until: datetime) -> bool:
        """Let a link lead to this conversation until then; False when there is none."""
        sql = (
            "INSERT INTO links (link, key, until) SELECT ?, key, ? FROM conversations WHERE key = ?"
        )
        return self._write(lambda run: run(sql, (link, micros(until), key)).rowcount == 1)

    def shared(self, link: str, now: datetime) -> str | None:
        """The conversation that a link leads to, unless it expired or was taken back."""
        sql = "SELECT key FROM links WHERE link = ? AND until > ?"
        rows = self._read(lambda run: run(sql, (link, micros(now))).fetchall())
        return str(rows[0][0]) if rows else None

    def unshare(self, key: str) -> None:
        """Take back every link to this conversation."""
        self._write(lambda run: run("DELETE FROM links WHERE key = ?", (key,)))

    def notes(self) -> Sequence[Note]:
        """The texts that people left for an editor, oldest first."""
        sql = "SELECT kind, about, body, noted_at FROM notes ORDER BY id"
        rows = self._read(lambda run: run(sql, ()).fetchall())
        return [Note(row[0], row[1], bytes(row[2]), _moment(row[3])) for row in rows]

    def counts(self) -> Mapping[tuple[str, str], int]:
        """(kind, about) -> how often that was noted without a text."""
        sql = "SELECT kind, about, number FROM counts ORDER BY kind, about"
        rows = self._read(lambda run: run(sql, ()).fetchall())
        return {(row[0], row[1]): int(row[2]) for row in rows}

    def sweep_notes(self, before: datetime) -> int:
        """Delete the texts for an editor from before then; returns how many."""
        return self._deleted("DELETE FROM notes WHERE noted_at < ?", before)

    def forget(self, key: str) -> None:
        """Delete everything of this conversation so that no byte of it stays in a file.

        The rows are gone when this raises StorageError, but their bytes may not be: they go at
        the next ``forget`` or ``sweep``, or when the storage is opened again.
        """

        def job(run: Run) -> None:
            told = run("DELETE FROM outcomes WHERE key = ?", (key,)).rowcount
            if run("DELETE FROM conversations WHERE key = ?", (key,)).rowcount or told:
                _owe_scrub(run)

        self._write(job)
        self._scrub_if_owed()

    def sweep(self, before: datetime) -> int:
        """Delete conversations not touched since ``before``, nor awaiting since then what they
        wanted to be asked; returns how many."""
        return self._deleted(SWEEP, before, before)

    def end_at(self, key: str, until: datetime | None) -> None:
        """Let this conversation end by itself then; None: not any more."""
        self._write(lambda run: save_end(run, key, until))

    def ended(self, now: datetime) -> Sequence[str]:
        """The conversations that should have ended by now."""
        return self._read(lambda run: those_ended(run, now))

    def due(self, now: datetime) -> Sequence[tuple[str, bytes]]:
        """The conversations in which it is time to ask something, with the address (sealed)."""
        return self._read(lambda run: those_due(run, now))

    def tried(self, least: int) -> Mapping[tuple[str, str], tuple[int, int]]:
        """(pack, form) -> how many chose it, and how many would again; of ``least`` and more."""
        return self._read(lambda run: counted(run, least))

    def sweep_outcomes(self, before: datetime) -> int:
        """Delete how it went before then; returns how many."""
        return self._deleted("DELETE FROM outcomes WHERE told_at < ?", before)

    def _deleted(self, sql: str, *moments: datetime) -> int:
        """Delete what is older, and its bytes; returns how many rows."""

        def job(run: Run) -> int:
            swept = run(sql, tuple(map(micros, moments))).rowcount
            if swept:
                _owe_scrub(run)
            return swept

        swept = self._write(job)
        self._tidy()
        return swept

    def offset(self, name: str) -> int | None:
        """A remembered position in a stream."""
        return self._read(lambda run: _position(run, name))

    def set_offset(self, name: str, value: int) -> None:
        """Remember a position."""
        self._write(lambda run: _set_position(run, name, value))

    def _scrub_if_owed(self) -> None:
        """Scrub when rows were deleted since the last time; also after a crash in between."""
        owed = self._read(lambda run: _position(run, _SCRUB))
        if owed is None:
            return
        self._scrub()
        sql = "DELETE FROM positions WHERE name = ? AND value = ?"
        self._write(lambda run: run(sql, (_SCRUB, owed)))

    def _tidy(self) -> None:
        """Scrub, but let a saved turn count as saved when that has to wait."""
        try:
            self._scrub_if_owed()
        except StorageError:
            _log.warning("Deleted rows could not be scrubbed yet; tried again at the next sweep")


def _save(run: Run, turn: Turn) -> None:
    """The statements of one turn. Two at once wait for each other at the conversation's row."""
    if turn.aside:
        run(
            "INSERT INTO aside (key, revision, state, touched_at) "
            "SELECT key, revision, state, touched_at FROM conversations "
            "WHERE key = ? AND revision = ?",
            (turn.key, turn.revision),
        )
    if not _advance(run, turn):
        raise AlreadyDone if _was_done(run, turn.key, turn.update) else StaleRevision
    revision = turn.revision + 1
    done = run(
        "INSERT INTO done (key, revision, update_id) VALUES (?, ?, ?) "
        "ON CONFLICT (key, update_id) DO NOTHING",
        (turn.key, revision, turn.update),
    )
    if not done.rowcount:
        raise AlreadyDone
    oldest = revision - KEPT_UPDATES
    run("DELETE FROM done WHERE key = ? AND revision <= ?", (turn.key, oldest))
    held_until = micros(turn.held_until) if turn.held_until else 0
    for body in turn.replies:
        run(
            "INSERT INTO outbox (key, body, address, attempts, created, holder, held_until) "
            "VALUES (?, ?, ?, 0, ?, ?, ?)",
            (turn.key, body, turn.address, micros(turn.at), turn.holder, held_until),
        )
    if turn.screen is not None:
        run(
            "INSERT INTO screens (key, replies) VALUES (?, ?) "
            "ON CONFLICT (key) DO UPDATE SET replies = excluded.replies",
            (turn.key, turn.screen),
        )
    save_beside(run, turn)
    if turn.forget:
        _owe_scrub(run)
        _delete_when_empty(run, turn.key)


def _advance(run: Run, turn: Turn) -> bool:
    """Write the next revision if the loaded one is still the last; says whether it did."""
    if turn.revision == 0:
        sql = (
            "INSERT INTO conversations (state, touched_at, forget, key, revision) "
            "VALUES (?, ?, ?, ?, ? + 1) ON CONFLICT (key) DO NOTHING"
        )
    else:
        sql = (
            "UPDATE conversations SET state = ?, touched_at = ?, forget = ?, "
            "revision = revision + 1 WHERE key = ? AND revision = ?"
        )
    values = (turn.state, micros(turn.at), int(turn.forget), turn.key, turn.revision)
    return run(sql, values).rowcount == 1


def _was_done(run: Run, key: str, update: str) -> bool:
    rows = run("SELECT 1 FROM done WHERE key = ? AND update_id = ?", (key, update)).fetchall()
    return bool(rows)


def _take_out(run: Run, id: int, dialect: Dialect) -> bool:
    """Take a reply out of the outbox; says whether its conversation went with it."""
    keys = run("SELECT key FROM outbox WHERE id = ?", (id,)).fetchall()
    if not keys:
        return False
    key = keys[0][0]
    # Locked first: of two last replies sent at once, the second sees that the first is gone.
    sql = f"SELECT forget FROM conversations WHERE key = ?{dialect.locked}"  # noqa: S608
    marked = run(sql, (key,)).fetchall()
    run("DELETE FROM outbox WHERE id = ?", (id,))
    if not marked or not marked[0][0]:
        return False
    return _delete_when_empty(run, key)


def _delete_when_empty(run: Run, key: str) -> bool:
    """Delete a conversation that has nothing left to send."""
    if run("SELECT 1 FROM outbox WHERE key = ? LIMIT 1", (key,)).fetchall():
        return False
    run("DELETE FROM outcomes WHERE key = ?", (key,))
    run("DELETE FROM conversations WHERE key = ?", (key,))
    _owe_scrub(run)
    return True


def _owe_scrub(run: Run) -> None:
    """Remember, in the same transaction, that bytes have to go: a crash does not forget it."""
    _set_position(run, _SCRUB, time.time_ns())


def _position(run: Run, name: str) -> int | None:
    rows = run("SELECT value FROM positions WHERE name = ?", (name,)).fetchall()
    return int(rows[0][0]) if rows else None


def _set_position(run: Run, name: str, value: int) -> None:
    run(
        "INSERT INTO positions (name, value) VALUES (?, ?) "
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


def _moment(micros: int) -> datetime:
    return datetime.fromtimestamp(micros / 1_000_000, timezone.utc)
