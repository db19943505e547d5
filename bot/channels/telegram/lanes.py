"""Work in lanes: in order within one lane, side by side across lanes."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

Job = Callable[[], Awaitable[None]]


class Lanes:
    """Runs jobs; a lane is made when its first job comes and goes when its last is done."""

    def __init__(self) -> None:
        self._waiting: dict[int, deque[tuple[Job, asyncio.Future[None]]]] = {}
        self._running: dict[int, asyncio.Task[None]] = {}

    def put(self, lane: int, job: Job) -> asyncio.Future[None]:
        """Queue a job; the future is done when the job is, and carries its error."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(lane, deque()).append((job, done))
        if lane not in self._running:
            self._running[lane] = asyncio.create_task(self._work(lane))
        return done

    async def _work(self, lane: int) -> None:
        """Empty one lane."""
        try:
            while self._waiting[lane]:
                await _finish(*self._waiting[lane].popleft())
        finally:
            for _, done in self._waiting.pop(lane):
                done.cancel()
            del self._running[lane]

    def idle(self) -> bool:
        """Whether nothing runs or waits."""
        return not self._running

    async def close(self, grace: float) -> None:
        """Let what runs and waits finish for at most ``grace`` seconds, then cancel it."""
        tasks = list(self._running.values())
        if not tasks:
            return
        _, late = await asyncio.wait(tasks, timeout=grace)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


async def _finish(job: Job, done: asyncio.Future[None]) -> None:
    """Run one job and tell its future; an error stays in the future and not in the lane."""
    try:
        await job()
    except asyncio.CancelledError:
        done.cancel()
        raise
    except Exception as error:  # noqa: BLE001 - whoever awaits the future gets it
        if not done.cancelled():
            done.set_exception(error)
            done.exception()
    else:
        if not done.cancelled():
            done.set_result(None)
