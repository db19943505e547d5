"""What Telegram itself says of this bot, asked now and then: who hears nothing can't know it.

In long polling Telegram may hold updates that never come in; with a webhook it may fail to bring
them, or bring them elsewhere (https://core.telegram.org/bots/api#webhookinfo).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta, timezone

from telegram import Bot, WebhookInfo
from telegram.error import TelegramError

from bot.channels.log import trace
from bot.channels.stopping import wait
from bot.channels.telegram import wording
from bot.channels.telegram.log import logger
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.port import Watch

LOOK = 120.0
"""Seconds between two looks."""

RECENT = timedelta(seconds=3 * LOOK)
"""A failure to reach us that is longer ago is over."""

DEAF = "deaf"
"""What is wrong, or right again, when updates don't come in."""

See = Callable[[WebhookInfo], Awaitable[None]]


async def keep_looking(bot: Bot, stop: asyncio.Event, see: See, every: float = LOOK) -> None:
    """Ask Telegram every so many seconds, and let ``see`` judge what it says."""
    while not stop.is_set():
        await wait(stop, every)
        try:
            await see(await bot.get_webhook_info())
        except TelegramError as error:  # the loop, or the outbox, says that there is no contact
            logger.info("nothing seen: %s", trace(error))


def of_polling(poller: Poller, watch: Watch) -> See:
    """Whether updates wait at Telegram while none comes in and none is open."""
    before = [(0, 0)]

    async def see(info: WebhookInfo) -> None:
        waiting, heard = info.pending_update_count, poller.heard
        waited, heard_then = before[0]
        before[0] = waiting, heard
        stuck = waiting > 0 and waited > 0 and heard == heard_then and not poller.busy
        watch.tell(DEAF, wording.deaf(waiting) if stuck else "")

    return see


def of_webhook(url: str, watch: Watch, again: Callable[[], Awaitable[None]]) -> See:
    """Whether Telegram brings updates here, and reaches us; elsewhere is put right by ``again``."""

    async def see(info: WebhookInfo) -> None:
        if info.url != url:
            watch.tell(DEAF, wording.OTHER_WEBHOOK)
            await again()
            return
        watch.tell(DEAF, _failure(info))

    return see


def _failure(info: WebhookInfo) -> str:
    """What is wrong when Telegram could not bring an update lately; its words hold no text."""
    failed = info.last_error_date
    if failed is None or not info.pending_update_count:
        return ""
    if datetime.now(timezone.utc) - failed > RECENT:
        return ""
    return wording.not_reached(info.last_error_message or "")
