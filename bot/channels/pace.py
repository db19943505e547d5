"""How many updates one person may send, so that nobody can keep the bot from the others."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Literal

Verdict = Literal["go", "tell", "silent"]
"""Handle it; or tell the person once that it goes too fast; or say nothing more."""


@dataclass(slots=True)
class _Person:
    """When this person's last updates came, and whether we told them already."""

    moments: deque[float] = field(default_factory=deque)
    told: bool = False


class Pace:
    """At most ``most`` updates per ``span`` seconds per person; remembers a bounded crowd."""

    def __init__(
        self,
        most: int = 30,
        span: float = 60.0,
        *,
        crowd: int = 10_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most, self._span, self._crowd, self._clock = most, span, crowd, clock
        self._people: OrderedDict[Hashable, _Person] = OrderedDict()

    def judge(self, person: Hashable) -> Verdict:
        """What to do with one more update of this person."""
        now = self._clock()
        entry = self._people.setdefault(person, _Person())
        self._people.move_to_end(person)
        while len(self._people) > self._crowd:
            self._people.popitem(last=False)
        while entry.moments and entry.moments[0] <= now - self._span:
            entry.moments.popleft()
        if len(entry.moments) < self._most:
            entry.moments.append(now)
            entry.told = False
            return "go"
        if entry.told:
            return "silent"
        entry.told = True
        return "tell"
