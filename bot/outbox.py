"""What was said and still has to be sent, and which process sends it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.dialogue import replies_json
from bot.dialogue.messages import Reply, Say
from bot.storage.errors import StorageError
from bot.storage.keys import open_sealed, open_text
from bot.storage.store import Outgoing as Row
from bot.storage.store import Store
from bot.upkeep import now

Held = Literal["mine", "other", "free"]
"""Who sends a reply: this process, another one, or whoever comes first."""

HOLD = timedelta(seconds=30)
"""How long other processes leave a reply alone that this one has made or claimed."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A reply that still has to be sent, and the channel's own address to send it to.

    Both are empty when they were sealed with another key: then nobody can send it.
    """

    id: int
    key: str
    reply: Reply
    address: str
    attempts: int
    held: Held = "mine"


class Outbox:
    """The replies that wait in the storage. A position in a channel's stream is kept beside them.

    ``secret``: what their addresses are sealed with.
    """

    def __init__(self, store: Store, secret: bytes) -> None:
        self._store = store
        self._secret = secret
        self._holder = secrets.token_hex(8)

    def outgoing(self, key: str | None = None, after: int = 0) -> Sequence[Outgoing]:
        """Some replies not yet sent, oldest first, after a place; of one conversation or of all."""
        at = now()
        return [self._outgoing(row, at) for row in self._store.pending(key, after=after)]

    def _outgoing(self, row: Row, at: datetime) -> Outgoing:
        held: Held = "other" if row.held_until > at else "free"
        if row.holder == self._holder:
            held = "mine"
        address = self._address(row.address)
        reply = self._reply(row.body) if address else Say("")
        return Outgoing(row.id, row.key, reply, address, row.attempts, held)

    def _reply(self, body: str) -> Reply:
        return replies_json.from_json(open_text(self._secret, body))

    def _address(self, sealed: bytes) -> str:
        try:
            return open_sealed(self._secret, sealed)
        except StorageError:
            return ""

    def claim(self, key: str, *, force: bool = False) -> bool:
        """Take the sending of a conversation's replies upon this process.

        False when another holds them. By ``force`` only where there can be no other.
        """
        at = now()
        return self._store.claim(key, self._holder, at, at + HOLD, force=force)

    def renew(self) -> None:
        """Say that this process still lives and sends what it holds."""
        self._store.renew(self._holder, now() + HOLD)

    def sent(self, id: int) -> None:
        """This reply arrived."""
        self._store.sent(id)

    def failed(self, id: int) -> int:
        """Count a failed attempt; returns how many there were."""
        return self._store.failed(id)

    def drop(self, id: int) -> None:
        """Give a reply up."""
        self._store.drop(id)

    def offset(self, name: str) -> int | None:
        """A remembered position in a stream."""
        return self._store.offset(name)

    def set_offset(self, name: str, value: int) -> None:
        """Remember a position in a stream."""
        self._store.set_offset(name, value)
