"""An application on a port, by uvicorn: bounded, silent, and stopped by an event."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator, Sequence

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

HEADERS_TIME = 10.0
"""Seconds in which the headers of a request must have come."""
HEADERS_LIMIT = 16 * 1024
"""Bytes of a request line with its headers."""
AT_ONCE = 1000
"""Connections and requests at once; more get a 503."""


class _Patient(H11Protocol):
    """Closes a connection whose headers drip in too slowly."""

    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody connects: the first headers must come in time."""
        super().connection_made(transport)
        self._hurry()

    def data_received(self, data: bytes) -> None:
        """Something came: once the headers are there, nothing is late."""
        super().data_received(data)
        self._hurry()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is awaited any more."""
        super().connection_lost(exc)
        self._at_ease()

    def _hurry(self) -> None:
        if self.cycle is not None and not self.cycle.response_complete:
            self._at_ease()
        elif self._late is None:
            self._late = self.loop.call_later(HEADERS_TIME, self.transport.close)

    def _at_ease(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None


class _Server(uvicorn.Server):
    """uvicorn without its own signal handlers: the channel's stop decides."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals alone."""
        yield


async def serve(
    app: ASGIApp, host: str, port: int, stop: asyncio.Event, proxies: Sequence[str] = ()
) -> None:
    """Serve until asked to stop; requests that run are finished. Only ``proxies`` (addresses or
    networks) are believed when they say who asks, and over TLS or not."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        http=_Patient,
        log_config=None,
        access_log=False,
        lifespan="off",
        ws="none",
        server_header=False,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=list(proxies),
        h11_max_incomplete_event_size=HEADERS_LIMIT,
        limit_concurrency=AT_ONCE,
        timeout_graceful_shutdown=10,
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve())
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        server.should_exit = True
        stopping.cancel()
        await serving
