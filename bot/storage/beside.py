"""The statements about what stands beside a talk: notes for an editor, links, and its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.storage.later import micros, save_later
from bot.storage.migrations import Run
from bot.storage.store import Note, StaleRevision, Turn


def save_beside(run: Run, turn: Turn) -> None:
    """What a turn writes beside the talk itself."""
    for note in turn.notes:
        _note(run, turn, note)
    _link(run, turn)
    save_later(run, turn)


def _link(run: Run, turn: Turn) -> None:
    """Make the links of a turn, and spend its own: what was spent before is a StaleRevision."""
    for link, until in turn.links:
        sql = "INSERT INTO links (link, key, until) VALUES (?, ?, ?)"
        run(sql, (link, turn.key, micros(until)))
    if turn.spends and not run("DELETE FROM links WHERE link = ?", (turn.spends,)).rowcount:
        raise StaleRevision


def _note(run: Run, turn: Turn, note: Note) -> None:
    """Keep a text for an editor, or count what has none."""
    if note.body is None:
        run(
            "INSERT INTO counts (kind, about, number) VALUES (?, ?, 1) "
            "ON CONFLICT (kind, about) DO UPDATE SET number = counts.number + 1",
            (note.kind, note.about),
        )
    else:
        run(
            "INSERT INTO notes (key, kind, about, body, noted_at) VALUES (?, ?, ?, ?, ?)",
            (turn.key, note.kind, note.about, note.body, micros(turn.at)),
        )


def save_end(run: Run, key: str, until: datetime | None) -> None:
    """When a conversation ends by itself; None: not any more."""
    if until is None:
        run("DELETE FROM ends WHERE key = ?", (key,))
    else:
        sql = (
            "INSERT INTO ends (key, until) SELECT key, ? FROM conversations WHERE key = ? "
            "ON CONFLICT (key) DO UPDATE SET until = excluded.until"
        )
        run(sql, (micros(until), key))


def those_ended(run: Run, now: datetime) -> Sequence[str]:
    """The conversations that should have ended by now."""
    rows = run("SELECT key FROM ends WHERE until <= ? ORDER BY until", (micros(now),)).fetchall()
    return [str(row[0]) for row in rows]
