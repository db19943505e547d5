"""The outbox on its way out: in order per chat, again after every failure, dropped when hopeless.

A reply is marked as sent after Telegram took it. A process that dies in between sends it once
more after its restart: every reply arrives at least once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from telegram import Bot
from telegram.error import RetryAfter

from bot.channels.telegram.address import Address
from bot.channels.telegram.delivery import calls, harmless, hopeless, pause
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.log import logger, trace
from bot.channels.telegram.port import Outgoing, Talk

GIVE_UP = 300
"""Failed attempts before a reply is dropped: about a day of Telegram being out of reach."""


class Sender:
    """Drains conversations' outboxes, each in a lane of its own."""

    def __init__(self, bot: Bot, talk: Talk, *, width: int = 64) -> None:
        self._bot, self._talk = bot, talk
        self._lanes = Lanes(width)
        self._asked: set[int] = set()
        self._shown: dict[int, int] = {}
        self._waited: set[int] = set()

    def kick(self, chat: int, key: str) -> None:
        """Send what waits for this chat; asked twice before it starts, it is done once."""
        if chat not in self._asked:
            self._asked.add(chat)
            self._lanes.put(chat, lambda: self._drain(chat, key))

    async def sweep(self, *, everything: bool) -> None:
        """Send what still waits, of whichever conversation.

        Unless ``everything``, only what waited at the last sweep already: another process on the
        same storage may be sending the rest at this moment.
        """
        waiting = await asyncio.to_thread(self._talk.outgoing)
        for out in waiting:
            address = Address.parse(out.address)
            if address and (everything or out.id in self._waited):
                self.kick(address.chat, out.key)
        self._waited = {out.id for out in waiting}

    async def close(self, grace: float) -> None:
        """Finish what is on its way; the rest stays in the outbox."""
        await self._lanes.close(grace)

    async def _drain(self, chat: int, key: str) -> None:
        """Send the replies of one chat, oldest first, until none is left."""
        self._asked.discard(chat)
        try:
            while batch := await self._batch(chat, key):
                for out, address in batch:
                    await self._deliver(out, address)
        except Exception as error:  # noqa: BLE001 - storage is away: the sweeper comes back
            logger.error("outbox: %s", trace(error))

    async def _batch(self, chat: int, key: str) -> Sequence[tuple[Outgoing, Address]]:
        """What waits for this chat."""
        waiting = await asyncio.to_thread(self._talk.outgoing, key)
        pairs = ((out, Address.parse(out.address)) for out in waiting)
        return [(out, address) for out, address in pairs if address and address.chat == chat]

    async def _deliver(self, out: Outgoing, address: Address) -> None:
        """Send one reply until it arrived or is given up; the order of a chat is kept."""
        while True:
            try:
                await self._show(out, address)
            except Exception as error:  # noqa: BLE001 - judged below, logged without its text
                if harmless(error):
                    break
                logger.warning("reply=%d not sent: %s", out.id, trace(error))
                if hopeless(error) or await self._failed(out, error) >= GIVE_UP:
                    self._shown.pop(out.id, None)
                    await asyncio.to_thread(self._talk.drop, out.id)
                    return
            else:
                break
        self._shown.pop(out.id, None)
        await asyncio.to_thread(self._talk.sent, out.id)

    async def _show(self, out: Outgoing, address: Address) -> None:
        """Make the calls of one reply, going on where an earlier attempt failed."""
        for index, call in enumerate(calls(self._bot, out.reply, address)):
            if index < self._shown.get(out.id, 0):
                continue
            await call()
            self._shown[out.id] = index + 1

    async def _failed(self, out: Outgoing, error: Exception) -> int:
        """Count a failure, unless Telegram only asked for patience, and wait."""
        attempts = 0
        if not isinstance(error, RetryAfter):
            attempts = await asyncio.to_thread(self._talk.failed, out.id)
        await asyncio.sleep(pause(error, attempts))
        return attempts
