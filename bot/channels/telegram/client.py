"""The line to Telegram: the library's Bot with its rate limiter, and what is set up at start."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
from telegram import Bot, BotCommand
from telegram.error import BadRequest, EndPointNotFound, InvalidToken, TelegramError
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.channels.log import hush, trace
from bot.channels.stopping import wait
from bot.channels.telegram import wording
from bot.channels.telegram.delivery import pause
from bot.channels.telegram.log import logger
from bot.channels.telegram.pacing import CHAT_RATE, Pacing
from bot.channels.telegram.port import Watch
from bot.dialogue.commands import IN_MENU

SERVER = "https://api.telegram.org"

ALLOWED = ("message", "edited_message", "callback_query")
"""An edited message gets one notice: it is no new turn, so it can't be answered twice."""


CONTACT = "contact"
"""What is wrong, or right again, when Telegram does not answer."""

LONGEST = 60.0
"""Seconds at most between two tries to reach Telegram."""


class Refused(Exception):
    """The channel cannot start as it was set up; the Dutch message says what to look at."""


class TokenRefused(Refused):
    """Telegram does not know this token. Says so without showing it."""

    def __init__(self) -> None:
        super().__init__(wording.NOT_OF_TELEGRAM)


class AddressRefused(Refused):
    """Telegram does not take this address for its webhook."""

    def __init__(self) -> None:
        super().__init__(wording.REFUSED_ADDRESS)


def make_bot(
    token: str, base_url: str | None, *, per_second: float = 30, per_chat: float = CHAT_RATE
) -> tuple[Bot, HTTPXRequest]:
    """A Bot that keeps its pace, and its line for long polling, which it opens and closes.

    ``base_url`` is the root of another Bot API server.
    """
    hush()
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # or its 429 warns of its next version
    server = (base_url or SERVER).rstrip("/")
    trust: dict[str, Any] = {"verify": server.startswith("https:") and httpx.create_ssl_context()}
    line = HTTPXRequest(connection_pool_size=2, httpx_kwargs=trust)
    bot = ExtBot(
        token,
        base_url=f"{server}/bot",
        base_file_url=f"{server}/file/bot",
        request=HTTPXRequest(64, read_timeout=15, pool_timeout=30, httpx_kwargs=trust),
        get_updates_request=line,
        rate_limiter=Pacing(per_second, per_chat),
    )
    return bot, line


async def leave_webhook(bot: Bot) -> None:
    """Telegram gives no updates by polling while a webhook is set; what waits there is kept."""
    try:
        await bot.delete_webhook()
    except TelegramError as error:
        logger.warning("webhook not removed: %s", trace(error))


async def connect(bot: Bot, stop: asyncio.Event, watch: Watch) -> bool:
    """Greet Telegram, patiently; False when asked to stop before it answered."""
    try:
        return await _patiently(bot.initialize, stop, watch)
    except (InvalidToken, EndPointNotFound):
        raise TokenRefused from None


async def set_webhook(bot: Bot, url: str, secret: str, stop: asyncio.Event, watch: Watch) -> None:
    """Tell Telegram where to knock, patiently."""

    async def knock_here() -> object:
        return await bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED)

    try:
        await _patiently(knock_here, stop, watch)
    except BadRequest:
        raise AddressRefused from None


async def _patiently(
    call: Callable[[], Awaitable[object]], stop: asyncio.Event, watch: Watch
) -> bool:
    """Make a call until Telegram takes it; False when asked to stop before that."""
    attempts = 0
    while not stop.is_set():
        watch.beat()
        try:
            await call()
        except (InvalidToken, EndPointNotFound, BadRequest):
            raise
        except TelegramError as error:
            attempts += 1
            logger.info("no contact with Telegram yet: %s", trace(error))
            watch.tell(CONTACT, wording.no_contact(type(error).__name__))
            await wait(stop, min(pause(error, attempts), LONGEST))
        else:
            watch.tell(CONTACT, "")
            return True
    return False


async def register_commands(bot: Bot) -> None:
    """Show the commands with Dutch descriptions, whatever language the phone speaks."""
    commands = [BotCommand(one.slashes[0], one.menu) for one in IN_MENU]
    for language in (None, "nl"):
        try:
            await bot.set_my_commands(commands, language_code=language)
        except TelegramError as error:
            logger.warning("commands not registered: %s", trace(error))
