"""Which updates may be confirmed to Telegram: those before the first unfinished one.

The order is that of arrival, and not of the numbers: after a week without updates Telegram goes
on with a random number, which may be a lower one (Bot API, ``Update.update_id``).
"""

from __future__ import annotations

from collections import deque

REMEMBERED = 1000
"""Confirmed updates that are known again when Telegram repeats them."""


class Progress:
    """Update ids as they come and as they are done."""

    def __init__(self) -> None:
        self._unconfirmed: dict[int, bool] = {}
        """In order of arrival: whether it is done."""
        self._past: deque[int] = deque(maxlen=REMEMBERED)
        self._known: set[int] = set()

    def begin(self, update: int) -> bool:
        """Take an update in; False when it is open or just done (Telegram sends it again)."""
        if update in self._unconfirmed or update in self._known:
            return False
        self._unconfirmed[update] = False
        return True

    def done(self, update: int) -> None:
        """This update was committed, or deliberately left alone."""
        self._unconfirmed[update] = True
        while self._unconfirmed:
            first = next(iter(self._unconfirmed))
            if not self._unconfirmed[first]:
                return
            del self._unconfirmed[first]
            self._confirm(first)

    def _confirm(self, update: int) -> None:
        if len(self._past) == REMEMBERED:
            self._known.discard(self._past[0])
        self._past.append(update)
        self._known.add(update)

    @property
    def confirmed(self) -> int | None:
        """The last update that may be confirmed; None while there is none."""
        if self._past:
            return self._past[-1]
        return next(iter(self._unconfirmed)) - 1 if self._unconfirmed else None

    @property
    def waiting(self) -> int:
        """How many updates are not done yet."""
        return sum(not done for done in self._unconfirmed.values())
