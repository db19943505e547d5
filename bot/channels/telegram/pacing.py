"""How fast calls go to Telegram: a pace for the whole bot, and one for each chat.

Telegram allows a bot some thirty messages a second, and one a second in a chat, with short bursts
(https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). A 429 about one
chat is that chat's own matter: whoever sends there waits, and nobody else. When Telegram turns
away several chats at once, the whole bot slows down, and finds its pace again little by little:
so replicas that share one bot share its budget without knowing of each other.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

CHAT_BURST = 20
CHAT_RATE = 1.0
"""Calls that a chat may have at once, and those that come back per second."""

SLOWEST = 1.0
"""Calls per second below which the bot never slows down."""

TOGETHER = 3
"""Chats that are turned away within a second before the whole bot slows down."""

CROWD = 10_000
"""Chats whose pace is remembered."""

UNCOUNTED = frozenset({"sendChatAction"})
"""Calls in a chat that show no message."""

WIDTH = 48
"""Calls under way at once; the library's pool of connections is larger."""


@dataclass(slots=True)
class Bucket:
    """Permits that come back with time: ``rate`` per second, ``most`` at most."""

    rate: float
    most: float
    left: float
    since: float

    def take(self, now: float) -> float:
        """Take a permit; returns after how many seconds it may be used."""
        self.left = min(self.most, self.left + max(0.0, now - self.since) * self.rate) - 1
        self.since = now
        return max(0.0, -self.left / self.rate)


class Pacing(BaseRateLimiter[int]):
    """The limiter that the library calls for each of its calls; it never tries again itself."""

    def __init__(
        self,
        per_second: float = 30,
        per_chat: float = CHAT_RATE,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._top, self._per_chat, self._clock = per_second, per_chat, clock
        burst = max(1.0, per_second / 5)
        self._all = Bucket(per_second, burst, burst, clock())
        self._chats: OrderedDict[int, Bucket] = OrderedDict()
        self._refused: dict[int, float] = {}
        self._width = asyncio.Semaphore(WIDTH)

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to release."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        """Make a call when it is its turn. Raises what the call raises, RetryAfter too."""
        chat = data.get("chat_id") if endpoint not in UNCOUNTED else None
        await asyncio.sleep(self.delay(chat if isinstance(chat, int) else None))
        try:
            async with self._width:
                result = await callback(*args, **kwargs)
        except RetryAfter:
            self._turned_away(chat if isinstance(chat, int) else 0)
            raise
        self._recover()
        return result

    def delay(self, chat: int | None) -> float:
        """Seconds until a call may go; it counts as made. Calls of no chat only count as calls."""
        now = self._clock()
        wait = self._all.take(now)
        if chat is None:
            return wait
        bucket = self._chats.setdefault(chat, Bucket(self._per_chat, CHAT_BURST, CHAT_BURST, now))
        self._chats.move_to_end(chat)
        while len(self._chats) > CROWD:
            self._chats.popitem(last=False)
        return max(wait, bucket.take(now))

    def _turned_away(self, chat: int) -> None:
        now = self._clock()
        self._refused = {one: at for one, at in self._refused.items() if at > now - 1}
        self._refused[chat] = now
        if len(self._refused) >= TOGETHER:
            self._all.rate = max(SLOWEST, self._all.rate / 2)
            self._refused.clear()

    def _recover(self) -> None:
        """Every call that is taken makes the pace a little faster, up to where it began."""
        self._all.rate = min(self._top, self._all.rate + self._all.rate / self._top)
