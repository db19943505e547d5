"""The outbox on its way out: in order per chat, again after every failure, dropped when hopeless.

A reply is marked as sent after Telegram took it. A process that dies in between sends it once
more after its restart: every reply arrives at least once. Of several processes on one storage each
sends what it holds, and takes over what nobody holds any more.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence

from telegram import Bot
from telegram.error import RetryAfter

from bot.channels.log import trace
from bot.channels.stopping import wait
from bot.channels.telegram import wording
from bot.channels.telegram.address import Address
from bot.channels.telegram.delivery import calls, harmless, hopeless, pause, until_storage_is_back
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.log import logger
from bot.channels.telegram.port import STORAGE, Outgoing, Talk, Unwatched, Watch
from bot.conversation import OutOfReach

GIVE_UP = 300
"""Failed attempts before a reply is dropped: about a day of Telegram being out of reach."""

PULSE = "pulse"
"""The position that every sweep writes: a storage that takes nothing is heard when all is quiet."""

RENEW = 10.0
"""Seconds between two signs that this process still sends what it holds."""


class Sender:
    """Drains conversations' outboxes, each in a lane of its own."""

    def __init__(
        self, bot: Bot, talk: Talk, watch: Watch | None = None, template: bytes | None = None
    ) -> None:
        self._bot, self._talk, self._watch = bot, talk, watch or Unwatched()
        self._template = template
        self._lanes = Lanes()
        self._asked: set[int] = set()
        self._shown: dict[int, int] = {}

    def kick(self, chat: int, key: str) -> None:
        """Send what waits for this chat; asked twice before it starts, it is done once."""
        if chat not in self._asked:
            self._asked.add(chat)
            self._lanes.put(chat, lambda: self._drain(chat, key))

    async def sweep(self, *, alone: bool) -> None:
        """Send what still waits, of whichever conversation, and is left to this process.

        ``alone``: there is no other process, so what another held was left by one that died.
        """
        await asyncio.to_thread(self._talk.set_offset, PULSE, int(time.time()))
        await asyncio.to_thread(self._talk.ask_due)
        last, sealed = 0, 0
        while batch := await asyncio.to_thread(self._talk.outgoing, None, last):
            for out in batch:
                sealed += not out.address
                await self._pick_up(out, alone)
            last = batch[-1].id
        self._watch.tell("sealed", wording.sealed_otherwise(sealed) if sealed else "")

    async def _pick_up(self, out: Outgoing, alone: bool) -> None:
        address = Address.parse(out.address)
        if address is None or (out.held == "other" and not alone):
            return
        if out.held != "mine":
            await asyncio.to_thread(lambda: self._talk.claim(out.key, force=alone))
        self.kick(address.chat, out.key)

    async def keep(self, stop: asyncio.Event) -> None:
        """Hold on to what is on its way, for as long as this process lives."""
        while not stop.is_set():
            await wait(stop, RENEW)
            if not self._lanes.idle():
                try:
                    await asyncio.to_thread(self._talk.renew)
                except OutOfReach as error:
                    self._watch.tell(STORAGE, str(error))

    async def close(self, grace: float) -> None:
        """Finish what is on its way; the rest stays in the outbox."""
        await self._lanes.close(grace)

    async def _drain(self, chat: int, key: str) -> None:
        """Send the replies of one chat, oldest first, until none is left."""
        self._asked.discard(chat)
        try:
            while batch := await self._batch(chat, key):
                if not await self._ours(key, batch[0][0]):
                    await asyncio.sleep(1)
                    continue
                for out, address in batch:
                    await self._deliver(out, address)
        except OutOfReach as error:  # the sweeper comes back
            self._watch.tell(STORAGE, str(error))
        except Exception as error:  # noqa: BLE001 - the sweeper comes back
            logger.error("outbox: %s", trace(error))

    async def _ours(self, key: str, first: Outgoing) -> bool:
        """Whether this process sends a chat's oldest reply; those behind it wait for it."""
        if first.held == "mine":
            return True
        return first.held == "free" and await asyncio.to_thread(self._talk.claim, key)

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
                    await self._cross_off(out, self._talk.drop)
                    return
            else:
                break
        await self._cross_off(out, self._talk.sent)

    async def _cross_off(self, out: Outgoing, how: Callable[[int], None]) -> None:
        """Take a reply out of the outbox, however long that takes: it must not be sent again."""
        for seconds in until_storage_is_back():
            try:
                await asyncio.to_thread(how, out.id)
            except OutOfReach as error:
                logger.info("reply=%d not crossed off yet", out.id)
                self._watch.tell(STORAGE, str(error))
                await asyncio.sleep(seconds)
            else:
                self._shown.pop(out.id, None)
                return

    async def _show(self, out: Outgoing, address: Address) -> None:
        """Make the calls of one reply, going on where an earlier attempt failed."""
        for index, call in enumerate(calls(self._bot, out.reply, address, self._template)):
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
