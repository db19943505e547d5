"""Each update to its turn: in order per person, side by side for different people."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from telegram import Bot, Update
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.channels.log import trace
from bot.channels.pace import Pace
from bot.channels.telegram import wording
from bot.channels.telegram.delivery import until_storage_is_back
from bot.channels.telegram.incoming import Arrived, read
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.log import logger
from bot.channels.telegram.port import CHANNEL, STORAGE, Talk, Unwatched, Watch
from bot.channels.telegram.sender import Sender
from bot.conversation import OutOfReach

ATTEMPTS = 3
"""How often a turn that goes wrong is tried before the person hears so."""

SAY_SO = 6.0
"""Seconds that the storage may be out of reach before the person hears that it takes a while."""

GROUPS_REMEMBERED = 1000


class GivenBack(Exception):
    """The storage stayed out of reach: Telegram must bring this update again."""


class Dispatcher:
    """Takes updates in and tells when each was committed.

    ``patience``: seconds that a turn waits for a storage that is out of reach before its update
    is given back; without it, it waits as long as the bot runs, as long polling needs: there an
    update that ended is confirmed. Texts have threads of their own:
    a language model that hangs keeps nobody waiting who taps a button.
    """

    def __init__(
        self,
        bot: Bot,
        talk: Talk,
        sender: Sender,
        *,
        pace: Pace | None = None,
        width: int = 8,
        patience: float | None = None,
        watch: Watch | None = None,
    ) -> None:
        self._bot, self._talk, self._sender = bot, talk, sender
        self._pace = pace or Pace()
        self._patience = patience
        self._watch = watch or Unwatched()
        self._lanes = Lanes()
        self._texts = ThreadPoolExecutor(width, "texts")
        self._taps = ThreadPoolExecutor(width, "taps")
        self._aside: set[asyncio.Task[None]] = set()
        self._groups: set[int] = set()

    def submit(
        self, update: Update, *, again: bool = False, late: bool = False
    ) -> asyncio.Future[None]:
        """Start what follows from an update; the future is done when it may be confirmed.

        ``again``: it was done before a restart. A turn is applied once anyway; a notice is not
        said twice. ``late``: it waited at Telegram while we were away, so its pace says nothing.
        """
        arrived = read(update)
        if arrived.query:
            self._beside(self._answer(arrived.query))
        if not late and not self._keeps_pace(arrived):
            return _nothing()
        if arrived.what is not None:
            return self._lanes.put(arrived.chat, lambda: self._turn(arrived))
        if not again:
            self._notice(arrived)
        return _nothing()

    def _keeps_pace(self, arrived: Arrived) -> bool:
        """Count an update that will be answered; above the pace the person hears so, once."""
        if arrived.what is None and arrived.kind not in ("only_text", "edited"):
            return True
        verdict = self._pace.judge(arrived.chat)
        if verdict == "go":
            return True
        logger.info("update=%d kind=%s too fast", arrived.update, arrived.kind)
        if verdict == "tell":
            self._beside(self._tell(arrived.chat, wording.TOO_FAST))
        return False

    async def close(self, grace: float) -> None:
        """Finish the turns that run and wait, then what stands beside them."""
        await self._lanes.close(grace)
        if self._aside:
            _, late = await asyncio.wait(self._aside, timeout=grace)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        for threads in (self._texts, self._taps):
            threads.shutdown(wait=False, cancel_futures=True)

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
        """Commit the step; after some attempts say that it went wrong. Raises GivenBack."""
        failed, started, told = 0, time.monotonic(), False
        for seconds in until_storage_is_back():
            try:
                key = await self._committed(arrived)
            except OutOfReach as error:  # not the turn's fault: it stays open
                logger.info("update=%d waits", arrived.update)
                self._watch.tell(STORAGE, str(error))
                waited = time.monotonic() - started
                if self._patience is not None and waited >= self._patience:
                    raise GivenBack from None
                if waited >= SAY_SO and not told:
                    told = True
                    self._beside(self._tell(arrived.chat, wording.TAKES_A_WHILE))
            except Exception as error:  # noqa: BLE001 - logged without its text, told to the person
                failed += 1
                logger.error("update=%d failed: %s", arrived.update, trace(error))
                if failed == ATTEMPTS:
                    break
            else:
                self._watch.tell(STORAGE, "")
                return key
            await asyncio.sleep(seconds)
        await self._tell(arrived.chat, wording.WENT_WRONG)
        return None

    async def _committed(self, arrived: Arrived) -> str:
        """Call the conversation, in a thread of its kind."""
        threads = self._texts if arrived.kind == "text" else self._taps
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(threads, self._commit, arrived)

    def _commit(self, arrived: Arrived) -> str:
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
        elif arrived.kind == "edited":
            self._beside(self._tell(arrived.chat, wording.EDITED))
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
