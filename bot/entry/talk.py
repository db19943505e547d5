"""``chat`` and ``telegram``: conversations with people."""

from __future__ import annotations

import asyncio
import itertools
import logging
import os
import secrets
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from bot import bootstrap, health
from bot.conversation import Conversation
from bot.settings import SettingError, Settings, secret
from bot.storage.errors import StorageError

logger = logging.getLogger(__name__)
SWEEP_EVERY = 3600.0
"""Seconds between two looks for conversations that were silent for too long."""


def updates(prefix: str = "") -> Iterator[str]:
    """Names for updates that never come twice."""
    prefix = prefix or secrets.token_hex(6)
    return (f"{prefix}-{number}" for number in itertools.count())


def chat(settings: Settings, pack: str = "") -> int:
    """Talk in this terminal; with a pack that was asked for, by its rules from here on."""
    from bot.channels.terminal import run as terminal

    conversation = bootstrap.build_conversation(settings)
    try:
        bootstrap.sweep(conversation, settings)
        if terminal.is_person():
            terminal.chat(conversation, updates(), settings.data / "notities", pack)
        else:
            terminal.script(conversation, sys.stdin, sys.stdout, updates(), pack)
    finally:
        conversation.close()
    return 0


def script(settings: Settings) -> int:
    """A conversation from stdin as plain text; nothing of it is kept."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        own = replace(settings, data=data, database=str(data / "gesprek.db"))
        return _run_script(bootstrap.build_conversation(own))


def _run_script(conversation: Conversation) -> int:
    from bot.channels.terminal import run as terminal

    try:
        terminal.script(conversation, sys.stdin, sys.stdout, updates())
    finally:
        conversation.close()
    return 0


def telegram(settings: Settings) -> int:
    """Talk on Telegram: by webhook when an address for it is set, else by long polling."""
    from bot.channels.telegram import Refused

    token = secret(os.environ, "TELEGRAM_TOKEN")
    if not token:
        raise SettingError("TELEGRAM_TOKEN ontbreekt. Zet het token van je bot in de omgeving.")
    conversation = bootstrap.build_conversation(settings)
    try:
        bootstrap.sweep(conversation, settings)
        asyncio.run(_line(conversation, settings, token))
    except Refused as error:
        raise SettingError(str(error)) from error
    finally:
        conversation.close()
    return 0


async def _line(conversation: Conversation, settings: Settings, token: str) -> None:
    sweeping = asyncio.create_task(sweep_now_and_then(conversation, settings))
    try:
        await _talk(conversation, settings, token)
    finally:
        sweeping.cancel()


async def sweep_now_and_then(
    conversation: Conversation, settings: Settings, every: float = SWEEP_EVERY
) -> None:
    """Delete what was silent for too long, every so many seconds, beside the conversations.

    A storage that fails now is tried again next time: it must not stop the bot.
    """
    while True:
        await asyncio.sleep(every)
        try:
            await asyncio.to_thread(bootstrap.sweep, conversation, settings)
        except StorageError as error:
            logger.warning("sweep failed, tried again later: %s", error)


async def _talk(conversation: Conversation, settings: Settings, token: str) -> None:
    from bot.channels.telegram import run_polling, run_webhook

    def beat() -> None:
        with suppress(OSError):  # without a beat the health check says so; talking goes on
            health.beat(settings.data)

    base_url = settings.telegram_base_url or None
    if not settings.telegram_webhook_url:
        await run_polling(conversation, token, base_url=base_url, beat=beat)
        return
    await run_webhook(
        conversation,
        token,
        url=settings.telegram_webhook_url,
        secret=secret(os.environ, "TELEGRAM_WEBHOOK_SECRET"),
        host=settings.telegram_webhook_host,
        port=settings.telegram_webhook_port,
        base_url=base_url,
        beat=beat,
    )
