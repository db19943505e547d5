"""The statements about asking later how it went, and about what was told then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.storage.migrations import Run
from bot.storage.store import Turn

AT_ONCE = 50
"""So many conversations are asked in one round."""
SWEEP = (
    "DELETE FROM conversations WHERE touched_at < ? AND NOT EXISTS "
    "(SELECT 1 FROM later WHERE later.key = conversations.key AND later.due >= ?)"
)
"""Conversations from before then, without those that still await what they wanted to be asked."""


def micros(at: datetime) -> int:
    """A moment in UTC microseconds."""
    return round(at.timestamp() * 1_000_000)


def save_later(run: Run, turn: Turn) -> None:
    """When to ask how it went, and how it went."""
    if turn.later:
        run("DELETE FROM later WHERE key = ?", (turn.key,))
        if turn.later.due:
            address = turn.address if turn.later.reaches else b""
            values = (turn.key, micros(turn.later.due), address)
            run("INSERT INTO later (key, due, address) VALUES (?, ?, ?)", values)
    for one in turn.outcomes:
        run(
            "INSERT INTO outcomes (key, project, pack, form, again, told_at) "
            "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key, project) DO UPDATE "
            "SET form = excluded.form, again = excluded.again, told_at = excluded.told_at",
            (turn.key, one.project, one.pack, one.form, one.again, micros(turn.at)),
        )


def those_due(run: Run, now: datetime) -> Sequence[tuple[str, bytes]]:
    """The conversations in which it is time to ask something, with the address (sealed); not those
    that nothing can be sent to, which would stand before the others in every round."""
    sql = (
        "SELECT key, address FROM later WHERE due <= ? AND length(address) > 0 ORDER BY due LIMIT ?"
    )
    return [(str(row[0]), bytes(row[1])) for row in run(sql, (micros(now), AT_ONCE)).fetchall()]


def counted(run: Run, least: int) -> Mapping[tuple[str, str], tuple[int, int]]:
    """(pack, form) -> how many chose it, and how many would again; of ``least`` and more."""
    sql = (
        "SELECT pack, form, COUNT(*), SUM(CASE WHEN again = 'weer_ja' THEN 1 ELSE 0 END) "
        "FROM outcomes GROUP BY pack, form HAVING COUNT(*) >= ?"
    )
    rows = run(sql, (least,)).fetchall()
    return {(row[0], row[1]): (int(row[2]), int(row[3])) for row in rows}
