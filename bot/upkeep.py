"""What is kept of conversations beside the talk itself: read by an editor, and swept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timezone

from bot.dialogue.messages import Noted
from bot.storage.keys import open_sealed
from bot.storage.store import Store

ASKS_AT = time(9)
"""At what time of the day a person is asked how it went."""


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(timezone.utc)


class Upkeep:
    """Over the storage of a conversation, with the secret that its texts are sealed with."""

    def __init__(self, store: Store, secret: bytes) -> None:
        self._store = store
        self._secret = secret

    def sweep(self, before: datetime) -> int:
        """Delete conversations not touched since then; returns how many."""
        return self._store.sweep(before)

    def sweep_ended(self, now: datetime) -> int:
        """Delete all of the conversations that should have ended by then; returns how many."""
        ended = self._store.ended(now)
        for key in ended:
            self._store.forget(key)
        return len(ended)

    def notes(self) -> Sequence[tuple[datetime, Noted]]:
        """The texts that people left for an editor, oldest first. Raises StorageError."""
        secret = self._secret
        return [
            (note.at or now(), Noted(note.kind, note.about, open_sealed(secret, note.body)))
            for note in self._store.notes()
            if note.body is not None
        ]

    def counts(self) -> Mapping[tuple[str, str], int]:
        """(kind, about) -> how often it was noted without a text."""
        return self._store.counts()

    def sweep_notes(self, before: datetime) -> int:
        """Delete the texts for an editor from before then; returns how many."""
        return self._store.sweep_notes(before)

    def sweep_outcomes(self, before: datetime) -> int:
        """Delete how it went before then; returns how many."""
        return self._store.sweep_outcomes(before)
