"""How it went elsewhere, per form: looked up now and then, and only where enough people told it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.storage.store import Store

LEAST = 5
"""From so many on it is told."""
GOOD_FOR = timedelta(minutes=10)


class Tried:
    """(pack, form) -> how many chose it, and how many of them would again."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: Mapping[tuple[str, str], tuple[int, int]] = {}
        self._since: datetime | None = None

    def at(self, now: datetime) -> Mapping[tuple[str, str], tuple[int, int]]:
        """As it is known now."""
        if self._since is None or abs(now - self._since) > GOOD_FOR:
            self._known, self._since = self._store.tried(LEAST), now
        return self._known
