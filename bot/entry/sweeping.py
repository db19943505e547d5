"""What is kept too long goes, now and then, beside the conversations."""

from __future__ import annotations

import asyncio
import logging
import time

from bot import bootstrap
from bot.conversation import Conversation
from bot.entry import wording
from bot.settings import Settings
from bot.storage.errors import StorageError

logger = logging.getLogger(__name__)
SWEEP_EVERY = 3600.0
"""Seconds between two looks for conversations that were silent for too long."""
JUMP = 300.0
"""Seconds that the clock of the machine may differ from the time that went by."""


async def sweep_now_and_then(
    conversation: Conversation, settings: Settings, every: float = SWEEP_EVERY
) -> None:
    """Delete what was silent for too long, every so many seconds, beside the conversations.

    A storage that fails now is tried again next time: it must not stop the bot. While the clock
    jumps nothing is deleted: what seems silent for a month may be a minute old.
    """
    while True:
        wall, steady = time.time(), time.monotonic()
        await asyncio.sleep(every)
        jumped = abs(time.time() - wall - (time.monotonic() - steady))
        if jumped > JUMP:
            logger.error(wording.CLOCK_JUMPED, jumped)
            continue
        try:
            await asyncio.to_thread(bootstrap.sweep, conversation, settings)
        except StorageError as error:
            logger.warning("sweep failed, tried again later: %s", error)
