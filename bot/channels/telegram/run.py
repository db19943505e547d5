"""The two ways in: by long polling, or by webhook. Both stop gracefully on SIGTERM."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass, field
from typing import Any

from telegram import Bot
from telegram.request import HTTPXRequest

from bot.channels.log import hush, trace
from bot.channels.pace import Pace
from bot.channels.stopping import stopping, wait
from bot.channels.telegram.client import (
    connect,
    leave_webhook,
    make_bot,
    register_commands,
    set_webhook,
)
from bot.channels.telegram.dispatch import Dispatcher
from bot.channels.telegram.log import logger
from bot.channels.telegram.lookout import LOOK, keep_looking, of_polling, of_webhook
from bot.channels.telegram.pacing import CHAT_RATE
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.port import STORAGE, Talk, Unwatched, Watch
from bot.channels.telegram.sender import Sender
from bot.conversation import OutOfReach

GRACE = 5.0
"""Seconds in which turns and replies may finish when asked to stop."""

SWEEP = 20.0
"""Seconds between two looks for replies that were left in the outbox."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """What a deployment or a test may set: updates per person per minute, calls per second."""

    per_minute: int = 30
    per_second: float = 30
    per_chat: float = CHAT_RATE
    sweep: float = SWEEP
    grace: float = GRACE
    patience: float = 20.0
    """Seconds that a webhook's turn waits for the storage before Telegram brings it again."""
    look: float = LOOK
    template: bytes | None = None
    """The house style of Word documents."""


@dataclass(frozen=True, slots=True)
class _Line:
    """An open line: the bot and what works behind it."""

    bot: Bot
    polling: HTTPXRequest
    dispatcher: Dispatcher
    chores: list[asyncio.Task[None]] = field(default_factory=list)

    def beside(self, chore: Coroutine[Any, Any, None]) -> None:
        """Do something as long as the line is open."""
        self.chores.append(asyncio.create_task(chore))

    async def close(self) -> None:
        """Stop what goes on beside it."""
        for task in self.chores:
            task.cancel()
        await asyncio.gather(*self.chores, return_exceptions=True)


async def run_polling(
    conversation: Talk,
    token: str,
    *,
    base_url: str | None = None,
    stop: asyncio.Event | None = None,
    tuning: Tuning | None = None,
    watch: Watch | None = None,
) -> None:
    """Talk on Telegram by long polling until ``stop`` is set, or SIGTERM or SIGINT when None.

    ``base_url`` is the root of another Bot API server.
    """
    tuning, watch = tuning or Tuning(), watch or Unwatched()
    with stopping(stop) as ending:
        async with _line(conversation, token, base_url, ending, tuning, watch, alone=True) as line:
            if line is None:
                return
            poller = Poller(line.bot, line.polling, conversation, line.dispatcher, ending, watch)
            await leave_webhook(line.bot)
            line.beside(keep_looking(line.bot, ending, of_polling(poller, watch), tuning.look))
            try:
                await poller.run()
                await line.dispatcher.close(tuning.grace)
            finally:
                await poller.close()


async def run_webhook(
    conversation: Talk,
    token: str,
    *,
    url: str,
    secret: str,
    host: str = "127.0.0.1",
    port: int = 8080,
    path: str = "/telegram",
    base_url: str | None = None,
    stop: asyncio.Event | None = None,
    tuning: Tuning | None = None,
    watch: Watch | None = None,
) -> None:
    """Talk on Telegram by webhook: ``url`` is what Telegram calls, ``path`` where we listen.

    Refuses to start without a good secret. TLS is the work of the proxy before it.
    """
    from bot.channels.serving import serve
    from bot.channels.telegram.webhook import Door, check_secret

    check_secret(secret)
    tuning, watch = tuning or Tuning(), watch or Unwatched()
    with stopping(stop) as ending:
        async with _line(conversation, token, base_url, ending, tuning, watch, alone=False) as line:
            if line is None:
                return
            door = Door(line.bot, line.dispatcher, secret, path)

            async def knock_here() -> None:
                await set_webhook(line.bot, url, secret, ending, watch)

            await knock_here()
            line.beside(_beating(watch, ending, tuning.sweep))
            see = of_webhook(url, watch, knock_here)
            line.beside(keep_looking(line.bot, ending, see, tuning.look))
            await serve(door.app, host, port, ending)


@contextlib.asynccontextmanager
async def _line(
    talk: Talk,
    token: str,
    base_url: str | None,
    stop: asyncio.Event,
    tuning: Tuning,
    watch: Watch,
    *,
    alone: bool,
) -> AsyncIterator[_Line | None]:
    """Connect, send what was left over, and at the end finish what runs; None when stopped.

    ``alone``: Telegram lets one process poll; of a webhook there may be several.
    """
    hush()
    bot, polling = make_bot(token, base_url, per_second=tuning.per_second, per_chat=tuning.per_chat)
    sender = Sender(bot, talk, watch, tuning.template)
    pace, patience = Pace(tuning.per_minute), None if alone else tuning.patience
    dispatcher = Dispatcher(bot, talk, sender, pace=pace, patience=patience, watch=watch)
    line = _Line(bot, polling, dispatcher)
    try:
        if not await connect(bot, stop, watch):
            yield None
            return
        sweeping = _sweeping(sender, stop, tuning.sweep, alone, watch)
        for chore in (register_commands(bot), sweeping, sender.keep(stop)):
            line.beside(chore)
        logger.info("connected")
        yield line
    finally:
        await dispatcher.close(tuning.grace)
        await sender.close(tuning.grace)
        await line.close()
        await bot.shutdown()
        logger.info("disconnected")


async def _sweeping(
    sender: Sender, stop: asyncio.Event, every: float, alone: bool, watch: Watch
) -> None:
    """Look for replies that were left in the outbox: at once, and now and then."""
    at_start = True
    while not stop.is_set():
        try:
            await sender.sweep(alone=alone and at_start)
            at_start = False
            watch.tell(STORAGE, "")
        except OutOfReach as error:
            watch.tell(STORAGE, str(error))
        except Exception as error:  # noqa: BLE001 - storage is away for a moment
            logger.error("sweep: %s", trace(error))
        await wait(stop, every)


async def _beating(watch: Watch, stop: asyncio.Event, every: float) -> None:
    """Signs of life where no loop asks for news."""
    while not stop.is_set():
        watch.beat()
        await wait(stop, every)
