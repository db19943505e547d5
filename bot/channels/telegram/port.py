"""What this channel needs of the conversation: nothing more than these verbs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, Protocol

from bot.dialogue.messages import Happening, Reply

CHANNEL = "telegram"
"""The name under which the conversation knows this channel."""

STORAGE = "storage"
"""What is wrong, or right again, when the storage is out of reach."""


class Watch(Protocol):
    """Who keeps an eye on the bot: its signs of life, and what is wrong with it."""

    def beat(self) -> None:
        """Called after every round of the channel, as a sign of life."""

    def tell(self, what: str, line: str) -> None:
        """Something is wrong, by this cause and with this remedy; or it is right (no line)."""


class Unwatched:
    """Nobody keeps an eye on it."""

    def beat(self) -> None:
        """Nobody hears it."""

    def tell(self, what: str, line: str) -> None:
        """Nobody hears it."""


class Outgoing(Protocol):
    """One reply that still has to be sent, with the address as this channel wrote it."""

    @property
    def id(self) -> int:
        """Its place in the outbox."""

    @property
    def key(self) -> str:
        """Whose conversation it belongs to."""

    @property
    def reply(self) -> Reply:
        """What has to be shown."""

    @property
    def address(self) -> str:
        """Where it goes: see ``address.Address``; empty when it can't be read."""

    @property
    def held(self) -> Literal["mine", "other", "free"]:
        """Who sends it: this process, another one, or whoever comes first."""


class Talk(Protocol):
    """The conversation: synchronous and thread safe, so it is called in a thread."""

    def handle(
        self,
        channel: str,
        person: str,
        update: str,
        what: Happening,
        *,
        at: datetime | None = None,
        address: str | None = None,
    ) -> str:
        """Apply one happening durably, once per update id; returns the conversation's key."""

    def ask_due(self) -> int:
        """Ask who wanted that how it went; returns how many."""

    def outgoing(self, key: str | None = None, after: int = 0) -> Sequence[Outgoing]:
        """Some replies not yet sent, oldest first, after a place; of one conversation or of all."""

    def claim(self, key: str, *, force: bool = False) -> bool:
        """Take the sending of a conversation upon this process; False when another has it."""

    def renew(self) -> None:
        """Say that this process still sends what it holds."""

    def sent(self, id: int) -> None:
        """This reply arrived."""

    def failed(self, id: int) -> int:
        """Count a failed attempt; returns how many there were."""

    def drop(self, id: int) -> None:
        """Give this reply up."""

    def offset(self, name: str) -> int | None:
        """A remembered position in a stream."""

    def set_offset(self, name: str, value: int) -> None:
        """Remember a position."""
