"""The port to storage: conversations with a revision, updates done, and an outbox.

A conversation is known by ``key``, a keyed hash of the channel's own id. ``commit`` is the only
write of a turn: one short transaction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class StaleRevision(Exception):
    """Another turn of this conversation was saved first: load and step again."""


class AlreadyDone(Exception):
    """This update was applied before: there is nothing to do."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A conversation as it was saved: its state as a sealed text and its revision (from 1 up)."""

    state: str
    revision: int


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One reply that still has to be sent: a sealed text, and the sealed address to send it to.

    ``holder`` is the process that sends it; others leave it alone until ``held_until``.
    """

    id: int
    key: str
    body: str
    address: bytes
    attempts: int
    holder: str
    held_until: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """Something for an editor: of this kind, about that. With a ``body`` (sealed) the text is kept
    for a while, with its conversation; without one it is only counted, and points to nobody."""

    kind: str
    about: str
    body: bytes | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it went with a project: the form that was chosen, and whether they would do so again.
    One for each project of a conversation; the last counts."""

    project: str
    pack: str
    form: str
    again: str


@dataclass(frozen=True, slots=True)
class Later:
    """When to ask a person what they wanted to be asked; None: not any more.

    ``reaches``: a channel can send to this person of itself; who can't be reached is asked when
    they come back, and is never among those who are due.
    """

    due: datetime | None
    reaches: bool = True


@dataclass(frozen=True, slots=True)
class Turn:
    """All that one turn writes. ``revision`` is the one that was loaded; 0 for a new conversation.

    ``holder`` sends the replies, and others leave them alone until ``held_until`` (None: at once).
    ``screen``: what is shown from now on by a channel that is fetched (sealed; None: nothing new).
    ``forget`` deletes the conversation once its outbox is empty. ``aside``: the state that this
    turn replaces could not be read, and is kept beside the conversation for the operator.
    ``notes`` are for an editor. ``links`` lead to this conversation until then; ``spends``: a link
    that works no more from now on (StaleRevision when it was spent before).
    ``later`` (None: as it was) says when to ask something.
    """

    key: str
    update: str
    revision: int
    state: str
    replies: Sequence[str]
    address: bytes
    at: datetime
    forget: bool = False
    aside: bool = False
    holder: str = ""
    held_until: datetime | None = None
    screen: bytes | None = None
    notes: Sequence[Note] = ()
    links: Sequence[tuple[str, datetime]] = ()
    spends: str = ""
    later: Later | None = None
    outcomes: Sequence[Outcome] = ()


class Store(Protocol):
    """What a storage must do. Methods may be called from several threads."""

    def load(self, key: str) -> Saved | None:
        """The conversation, or None when there is none."""

    def is_done(self, key: str, update: str) -> bool:
        """Whether this update of this conversation was applied before."""

    def commit(self, turn: Turn) -> None:
        """Save a turn durably, all or nothing. Raises StaleRevision or AlreadyDone."""

    def pending(
        self, key: str | None = None, limit: int = 50, after: int = 0
    ) -> Sequence[Outgoing]:
        """Replies not yet sent, oldest first, with ids above ``after``; of one or of all."""

    def claim(
        self, key: str, holder: str, now: datetime, until: datetime, *, force: bool = False
    ) -> bool:
        """Hold the replies of a conversation; False when another holds one, or none is left."""

    def renew(self, holder: str, until: datetime) -> None:
        """Hold on to everything that this process holds."""

    def sent(self, id: int) -> None:
        """This reply arrived: drop it, and the conversation with it when it is to be forgotten."""

    def failed(self, id: int) -> int:
        """Count one failed attempt; returns the number of attempts."""

    def drop(self, id: int) -> None:
        """Give this reply up (the person blocked the bot)."""

    def screen(self, key: str) -> bytes | None:
        """What the last turn of this conversation put on the screen, sealed; None: nothing."""

    def share(self, key: str, link: str, until: datetime) -> bool:
        """Let a link lead to this conversation until then; False when there is none."""

    def shared(self, link: str, now: datetime) -> str | None:
        """The conversation that a link leads to, unless it expired or was taken back."""

    def unshare(self, key: str) -> None:
        """Take back every link to this conversation."""

    def notes(self) -> Sequence[Note]:
        """The texts that people left for an editor, oldest first."""

    def counts(self) -> Mapping[tuple[str, str], int]:
        """(kind, about) -> how often that was noted without a text."""

    def sweep_notes(self, before: datetime) -> int:
        """Delete the texts for an editor from before then; returns how many."""

    def due(self, now: datetime) -> Sequence[tuple[str, bytes]]:
        """The conversations in which it is time to ask something, with the address (sealed)."""

    def tried(self, least: int) -> Mapping[tuple[str, str], tuple[int, int]]:
        """(pack, form) -> how many chose it, and how many would again; of ``least`` and more."""

    def sweep_outcomes(self, before: datetime) -> int:
        """Delete how it went before then; returns how many."""

    def forget(self, key: str) -> None:
        """Delete everything of this conversation so that no byte of it stays in a file."""

    def sweep(self, before: datetime) -> int:
        """Delete conversations not touched since ``before``; returns how many."""

    def end_at(self, key: str, until: datetime | None) -> None:
        """Let this conversation end by itself then; None: not any more."""

    def ended(self, now: datetime) -> Sequence[str]:
        """The conversations that should have ended by now."""

    def offset(self, name: str) -> int | None:
        """A remembered position in a stream (Telegram's last confirmed update id)."""

    def set_offset(self, name: str, value: int) -> None:
        """Remember a position."""

    def verify(self) -> None:
        """Look for damage that a kill left. Raises StorageError."""

    def close(self) -> None:
        """Release what is held."""
