"""Runs an entry point of the channel in a thread of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from bot.channels.telegram.run import Tuning

QUICK = Tuning(per_minute=1000, per_second=1000, per_chat=1000, sweep=0.2, grace=3, patience=1)


@contextmanager
def running(entry: Callable[..., Any], *args: Any, **more: Any) -> Iterator[None]:
    """Run an entry point of the channel until the block ends, then stop it gracefully."""
    ready, box = threading.Event(), {}

    async def main() -> None:
        box["loop"], box["stop"] = asyncio.get_running_loop(), asyncio.Event()
        ready.set()
        await entry(*args, stop=box["stop"], **more)

    def body() -> None:
        try:
            asyncio.run(main())
        except Exception as error:  # noqa: BLE001 - raised again below
            box["error"] = error

    thread = threading.Thread(target=body)
    thread.start()
    ready.wait()
    try:
        yield
    finally:
        if thread.is_alive():
            box["loop"].call_soon_threadsafe(box["stop"].set)
        thread.join(20)
        assert not thread.is_alive(), "the channel did not stop"
    if "error" in box:
        raise box["error"]
