"""Until when a channel goes on: a stop that is set, and waits that end with it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Iterator


@contextlib.contextmanager
def stopping(stop: asyncio.Event | None) -> Iterator[asyncio.Event]:
    """The given stop, or one that SIGTERM and SIGINT set until the end of the block."""
    if stop is not None:
        yield stop
        return
    event, loop = asyncio.Event(), asyncio.get_running_loop()
    signals = (signal.SIGTERM, signal.SIGINT)
    try:
        for number in signals:
            loop.add_signal_handler(number, event.set)
        yield event
    finally:
        for number in signals:
            loop.remove_signal_handler(number)


async def wait(stop: asyncio.Event, seconds: float) -> None:
    """Sleep, but wake when asked to stop."""
    with contextlib.suppress(asyncio.TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
