"""Which updates may be confirmed to Telegram: those before the first unfinished one."""

from __future__ import annotations


class Progress:
    """Update ids as they come and as they are done."""

    def __init__(self) -> None:
        self._open: set[int] = set()
        self._highest: int | None = None

    def begin(self, update: int) -> bool:
        """Take an update in; False when it is known already (Telegram sends it again)."""
        if update in self._open or (self._highest is not None and update <= self._highest):
            return False
        self._open.add(update)
        self._highest = update
        return True

    def done(self, update: int) -> None:
        """This update was committed, or deliberately left alone."""
        self._open.discard(update)

    @property
    def confirmed(self) -> int | None:
        """The last update that may be confirmed; None while there is none."""
        if self._highest is None:
            return None
        return min(self._open) - 1 if self._open else self._highest

    @property
    def waiting(self) -> int:
        """How many updates are not done yet."""
        return len(self._open)
