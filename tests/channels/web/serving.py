"""The page as its command serves it, in a process of its own; and a proxy with TLS before it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from itertools import cycle

import httpx

from bot.settings import ROOT, Settings

PUBLIC = "https://hulp.voorbeeld.nl"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Serving:
    """The command itself, as often as it is started. ``more``: of its environment."""

    def __init__(self, settings: Settings, more: Mapping[str, str] | None = None) -> None:
        self.port = free_port()
        self._environment = {
            **os.environ,
            "SAMENWERKWIJZER_DATA": str(settings.data),
            "DATABASE_URL": settings.database,
            "SAMENWERKWIJZER_TEMPO": "1000000",
            **(more or {}),
        }
        self.start()

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = [sys.executable, "-m", "bot", "web", "--plat", "--port", str(self.port)]
        self.process = subprocess.Popen(
            command, env=self._environment, cwd=ROOT, stdout=subprocess.DEVNULL
        )
        with httpx.Client(verify=False) as client:  # no TLS here, and its making takes long
            while True:
                assert self.process.poll() is None, "the server ended"
                try:
                    client.get(f"{self.address}/sw.js")
                except httpx.TransportError:
                    time.sleep(0.02)
                else:
                    return

    def kill(self) -> None:
        """Kill it without mercy."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """Ask it to stop, and wait."""
        self.process.terminate()
        self.process.wait()


class Proxy(httpx.HTTPTransport):
    """What stands before the page: it speaks TLS with the browser, and asks each replica in turn.

    A browser with this transport is at ``PUBLIC``; the line to the replicas is a real one.
    """

    def __init__(self, ports: Sequence[int]) -> None:
        super().__init__()
        self._ports = cycle(ports)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Pass a request on, with its host and with what a proxy says of it."""
        url = request.url.copy_with(scheme="http", host="127.0.0.1", port=next(self._ports))
        said = {"X-Forwarded-Proto": request.url.scheme, "X-Forwarded-For": "192.0.2.7"}
        headers = httpx.Headers([*request.headers.raw, *httpx.Headers(said).raw])
        passed = httpx.Request(
            request.method,
            url,
            headers=headers,
            stream=request.stream,
            extensions=request.extensions,
        )
        return super().handle_request(passed)


def through(*ports: int) -> httpx.Client:
    """A browser that comes by the proxy."""
    return httpx.Client(base_url=PUBLIC, transport=Proxy(ports), follow_redirects=True, timeout=30)
