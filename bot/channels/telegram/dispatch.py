"""Each update to its turn: in order per person, side by side for different people."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from typing import Any

from telegram import Bot, Update
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.channels.telegram import wording
from bot.channels.telegram.incoming import Arrived, read
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.limits import Pace
from bot.channels.telegram.log import logger, trace
from bot.channels.telegram.port import CHANNEL, Talk
from bot.channels.telegram.sender import Sender

ATTEMPTS = 3
"""How often a turn is tried before the person hears that it went wrong."""

GROUPS_REMEMBERED = 1000


class Dispatcher:
    """Takes updates in and tells when each was committed."""

    def __init__(
        self, bot: Bot, talk: Talk, sender: Sender, *, pace: Pace | None = None, width: int = 8
    ) -> None:
        self._bot, self._talk, self._sender = bot, talk, sender
        self._pace = pace or Pace()
        self._lanes = Lanes(width)
        self._aside: set[asyncio.Task[None]] = set()
        self._groups: set[int] = set()

    def submit(self, update: Update, *, again: bool = False) -> asyncio.Future[None]:
        """Start what follows from an update; the future is done when it may be confirmed.

        ``again``: it was done before a restart. A turn is applied once anyway; a notice is not
        said twice.
        """
        arrived = read(update)
        if arrived.query:
            self._beside(self._answer(arrived.query))
        if arrived.what is not None or arrived.kind == "only_text":
            verdict = self._pace.judge(arrived.chat)
            if verdict != "go":
                logger.info("update=%d kind=%s too fast", arrived.update, arrived.kind)
                if verdict == "tell":
                    self._beside(self._tell(arrived.chat, wording.TOO_FAST))
                return _nothing()
        if arrived.what is not None:
            return self._lanes.put(arrived.chat, lambda: self._turn(arrived))
        if not again:
            self._notice(arrived)
        return _nothing()

    async def close(self, grace: float) -> None:
        """Finish the turns that run and wait, then what stands beside them."""
        await self._lanes.close(grace)
        if self._aside:
            _, late = await asyncio.wait(self._aside, timeout=grace)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _turn(self, arrived: Arrived) -> None:
        """One turn: typing, the durable step, then the outbox."""
        started = time.monotonic()
        typing = self._beside(self._typing(arrived.chat)) if arrived.kind == "text" else None
        key = await self._handle(arrived)
        took = (time.monotonic() - started) * 1000
        logger.info("update=%d kind=%s ms=%.0f", arrived.update, arrived.kind, took)
        if key is None:
            return
        if typing:
            self._beside(self._after(typing, arrived.chat, key))
        else:
            self._sender.kick(arrived.chat, key)

    async def _after(self, typing: asyncio.Task[None], chat: int, key: str) -> None:
        """Send once "typing" was shown, or it would linger after the reply."""
        await asyncio.wait({typing}, timeout=1.0)
        self._sender.kick(chat, key)

    async def _handle(self, arrived: Arrived) -> str | None:
        """Commit the step; after some attempts say that it went wrong."""
        for attempt in range(ATTEMPTS):
            try:
                return await asyncio.to_thread(self._commit, arrived)
            except Exception as error:  # noqa: BLE001 - logged without its text, told to the person
                logger.error("update=%d failed: %s", arrived.update, trace(error))
                await asyncio.sleep(0.1 * 4**attempt)
        await self._tell(arrived.chat, wording.WENT_WRONG)
        return None

    def _commit(self, arrived: Arrived) -> str:
        """Call the conversation (in a thread)."""
        assert arrived.what is not None
        return self._talk.handle(
            CHANNEL,
            str(arrived.chat),
            str(arrived.update),
            arrived.what,
            address=arrived.address.to_text() if arrived.address else None,
        )

    def _notice(self, arrived: Arrived) -> None:
        """What this channel says by itself, without a turn and without a state."""
        logger.info("update=%d kind=%s", arrived.update, arrived.kind)
        if arrived.kind == "only_text":
            self._beside(self._tell(arrived.chat, wording.ONLY_TEXT))
        elif arrived.kind == "group" and arrived.chat not in self._groups:
            if len(self._groups) >= GROUPS_REMEMBERED:
                self._groups.clear()
            self._groups.add(arrived.chat)
            self._beside(self._tell(arrived.chat, wording.one_to_one(self._bot.username)))

    def _beside(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Do something that no turn waits for."""
        task = asyncio.create_task(work)
        self._aside.add(task)
        task.add_done_callback(self._aside.discard)
        return task

    async def _answer(self, query: str) -> None:
        """Every tap is answered, or its button keeps spinning; too late does no harm."""
        await _kindly("answer", self._bot.answer_callback_query(query))

    async def _typing(self, chat: int) -> None:
        """Show that the text is being read."""
        await _kindly("typing", self._bot.send_chat_action(chat, ChatAction.TYPING))

    async def _tell(self, chat: int, text: str) -> None:
        """Say one sentence that belongs to no conversation."""
        await _kindly("notice", self._bot.send_message(chat, text))


async def _kindly(what: str, call: Coroutine[Any, Any, object]) -> None:
    """Make a call whose failure must not disturb anything."""
    try:
        await call
    except TelegramError as error:
        logger.info("%s not taken: %s", what, type(error).__name__)


def _nothing() -> asyncio.Future[None]:
    """Done already."""
    done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    done.set_result(None)
    return done
