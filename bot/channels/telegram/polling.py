"""Long polling that confirms an update only after its turn was committed."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any
from urllib.parse import urlencode

from telegram import Bot, Update
from telegram.error import Conflict, EndPointNotFound, InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.channels.log import trace
from bot.channels.stopping import wait
from bot.channels.telegram import wording
from bot.channels.telegram.client import (
    ALLOWED,
    CONTACT,
    LONGEST,
    TokenRefused,
    leave_webhook,
)
from bot.channels.telegram.delivery import pause
from bot.channels.telegram.dispatch import Dispatcher
from bot.channels.telegram.log import logger
from bot.channels.telegram.port import Talk, Watch
from bot.channels.telegram.progress import Progress

LONG = 25
"""Seconds that Telegram may hold a question for news."""

PATIENCE = 0.3
"""Seconds that a batch may take before others are asked for meanwhile."""

APART = 0.55
"""Seconds between two questions about the same updates: asked again within half a second, Telegram
gives the first of them alone, and others would wait for that one (the Bot API's public server,
``Client::process_get_updates_query``)."""

BATCH = 100
"""Updates that Telegram gives at once, at most."""

FULL = 500
"""Unfinished updates above which no new ones are asked for."""

TOLD_AFTER = 3
"""Questions in a row without an answer, or without anything new, before the operator is told."""

CONFLICTED = 3.0
"""Seconds to wait when another asks for updates too, or a webhook was set."""

REPEATED = 100
"""Updates up to this far before the remembered one were done before a restart: no notice again."""


class Poller:
    """Asks for updates, hands them to their turns and confirms those that are done."""

    def __init__(
        self,
        bot: Bot,
        line: HTTPXRequest,
        talk: Talk,
        dispatcher: Dispatcher,
        stop: asyncio.Event,
        watch: Watch,
    ) -> None:
        self._bot, self._line, self._talk = bot, line, talk
        self._dispatcher, self._stop, self._watch = dispatcher, stop, watch
        self._progress = Progress()
        self._open: set[asyncio.Future[None]] = set()
        self._name = f"telegram:{bot.id}"
        self._before_restart: int | None = None
        self._asked: tuple[int | None, float] = (None, 0.0)
        self._repeats = 0
        self.heard = 0
        """Updates that came in, those that came again counted too."""
        self._behind = True
        """Whether Telegram still gives what was said while we were away."""

    @property
    def busy(self) -> bool:
        """Whether updates are still open: those wait at Telegram until they are done."""
        return bool(self._open)

    async def run(self) -> None:
        """Poll until asked to stop."""
        self._before_restart = await asyncio.to_thread(self._talk.offset, self._name)
        failures = 0
        while not self._stop.is_set():
            self._watch.beat()
            try:
                raw = await self._ask()
            except (InvalidToken, EndPointNotFound):
                raise TokenRefused from None
            except TelegramError as error:
                failures += 1
                self._behind = True
                await self._failed(error, failures)
            else:
                failures = 0
                self._watch.tell(CONTACT, "")
                await self._take(raw)

    async def _failed(self, error: TelegramError, failures: int) -> None:
        """Wait after a question that got no answer; say so when it is not the first."""
        logger.info("no updates: %s", trace(error))
        conflict = isinstance(error, Conflict)
        if failures >= TOLD_AFTER:
            line = wording.no_contact(type(error).__name__)
            self._watch.tell(CONTACT, wording.OTHER_POLLER if conflict else line)
        if conflict:
            await leave_webhook(self._bot)
        await wait(self._stop, CONFLICTED if conflict else min(pause(error, failures), LONGEST))

    async def close(self) -> None:
        """Confirm what was done since the last question."""
        try:
            if self._progress.confirmed is not None:
                await self._remember()
                await asyncio.wait_for(self._post(0, 1), 2)
        except (TelegramError, asyncio.TimeoutError) as error:
            logger.info("not confirmed at the end: %s", type(error).__name__)

    async def _ask(self) -> list[object]:
        """Ask for news; a stop in the meantime ends the wait."""
        offset, last = self._asked
        if self._open and offset == self._progress.confirmed:
            await wait(self._stop, APART - (time.monotonic() - last))
        self._asked = (self._progress.confirmed, time.monotonic())
        at_once = bool(self._open) or self._behind
        asking = asyncio.create_task(self._post(0 if at_once else LONG, BATCH))
        stopping = asyncio.create_task(self._stop.wait())
        try:
            await asyncio.wait({asking, stopping}, return_when=asyncio.FIRST_COMPLETED)
            return asking.result() if asking.done() else []
        finally:
            asking.cancel()
            stopping.cancel()
            await asyncio.gather(asking, stopping, return_exceptions=True)

    async def _post(self, timeout: int, limit: int) -> list[object]:
        """getUpdates, raw: one odd update may then not spoil those beside it."""
        query: dict[str, Any] = {
            "timeout": timeout,
            "limit": limit,
            "allowed_updates": json.dumps(ALLOWED),
        }
        if self._progress.confirmed is not None:
            query["offset"] = self._progress.confirmed + 1
        url = f"{self._bot.base_url}/getUpdates?{urlencode(query)}"
        result: object = await self._line.post(url, read_timeout=timeout + 10)
        if isinstance(result, list):
            return result
        logger.error("Telegram gives no list of updates: %s", type(result).__name__)
        await wait(self._stop, 1.0)
        return []

    async def _take(self, raw: list[object]) -> None:
        """Start the turns of a batch and wait for them, but not for ever."""
        before = self._progress.confirmed
        self.heard += len(raw)
        started = sum([self._start(item) for item in raw])
        if raw and not started and not self._open:
            self._repeats += 1
            await wait(self._stop, 1.0)
        else:
            self._repeats = 0
        told = self._repeats >= TOLD_AFTER
        self._watch.tell("repeats", wording.repeated(len(raw)) if told else "")
        self._behind = self._behind and len(raw) == BATCH
        await self._settle()
        while len(self._open) > FULL and not self._stop.is_set():
            await self._settle()
        if self._progress.confirmed not in (before, None):
            await self._remember()
        elif not raw:
            await wait(self._stop, 0.02)  # a server that does not hold the question

    def _start(self, item: object) -> bool:
        """Start one update's turn, once; says whether it was new."""
        if not isinstance(item, dict) or not isinstance(item.get("update_id"), int):
            logger.error("Telegram gives something that is no update: %s", type(item).__name__)
            return False
        number = int(item["update_id"])
        if not self._progress.begin(number):
            return False
        last = self._before_restart
        again = last is not None and last - REPEATED < number <= last
        try:
            update = Update.de_json(item, self._bot)
            turn = self._dispatcher.submit(update, again=again, late=self._behind)
        except Exception as error:  # noqa: BLE001 - an update that cannot be read is skipped
            logger.error("update=%d unreadable: %s", number, trace(error))
            self._progress.done(number)
            return True
        self._open.add(turn)
        turn.add_done_callback(lambda done: self._finished(number, done))
        return True

    def _finished(self, number: int, turn: asyncio.Future[None]) -> None:
        """A turn ended; one that was cancelled is sent again by Telegram."""
        self._open.discard(turn)
        if not turn.cancelled():
            self._progress.done(number)

    async def _settle(self) -> None:
        """Wait a little for the turns that run."""
        if self._open:
            await asyncio.wait(self._open, timeout=PATIENCE)
            await asyncio.sleep(0)  # let their callbacks run

    async def _remember(self) -> None:
        """Keep the last confirmed update, so that a restart does not repeat notices."""
        if self._progress.confirmed is None:
            return
        try:
            await asyncio.to_thread(self._talk.set_offset, self._name, self._progress.confirmed)
        except Exception as error:  # noqa: BLE001 - turns are applied once anyway
            logger.error("offset not kept: %s", trace(error))
