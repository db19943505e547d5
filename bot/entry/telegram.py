"""``telegram``: conversations on Telegram, and a sweep now and then."""

from __future__ import annotations

import asyncio
import logging
import os

from bot import bootstrap, health
from bot.channels.telegram import Refused, Tuning, run_polling, run_webhook
from bot.command_line.verbs import pack_option, verb
from bot.conversation import Conversation
from bot.entry import wording
from bot.entry.sweeping import sweep_now_and_then
from bot.settings import SettingError, Settings, secret


@verb()
@pack_option(help=wording.PACK)
def telegram(settings: Settings, pack: str | None) -> int:
    """Talk on Telegram: by webhook when an address for it is set, else by long polling."""
    settings = settings.chosen(pack)
    token = secret(os.environ, "TELEGRAM_TOKEN")
    if not token:
        raise SettingError(wording.NO_TOKEN)
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s")
    conversation = bootstrap.build_conversation(settings)
    try:
        bootstrap.sweep(conversation, settings)
        asyncio.run(_talk_and_sweep(conversation, settings, token))
    except Refused as error:
        raise SettingError(str(error)) from error
    finally:
        conversation.close()
    return 0


async def _talk_and_sweep(conversation: Conversation, settings: Settings, token: str) -> None:
    sweeping = asyncio.create_task(sweep_now_and_then(conversation, settings))
    try:
        await line(conversation, settings, token)
    finally:
        sweeping.cancel()


async def line(
    conversation: Conversation,
    settings: Settings,
    token: str,
    stop: asyncio.Event | None = None,
    signs: health.Signs | None = None,
) -> None:
    """Talk on Telegram until ``stop`` is set, or a signal when None. ``signs``: of the process,
    when it does something else too. Raises Refused."""
    signs = signs or health.Signs(settings.data, conversation.trouble)
    tuning = Tuning(template=bootstrap.house_style(settings))
    base_url = settings.telegram_base_url or None
    if not settings.telegram_webhook_url:
        await run_polling(
            conversation, token, base_url=base_url, tuning=tuning, watch=signs, stop=stop
        )
        return
    await run_webhook(
        conversation,
        token,
        url=settings.telegram_webhook_url,
        secret=secret(os.environ, "TELEGRAM_WEBHOOK_SECRET"),
        host=settings.telegram_webhook_host,
        port=settings.telegram_webhook_port,
        base_url=base_url,
        tuning=tuning,
        watch=signs,
        stop=stop,
    )
