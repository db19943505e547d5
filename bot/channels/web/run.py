"""The page on a port, until it is asked to stop."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.channels.pace import Pace
from bot.channels.serving import serve
from bot.channels.stopping import stopping, wait
from bot.channels.web.app import application
from bot.channels.web.assets import Assets
from bot.channels.web.site import Owner, Site
from bot.channels.web.visit import Visits
from bot.conversation import Conversation

PER_MINUTE = 1200
"""Requests from one address: an office of people may have one."""
BEAT = 20.0
"""Seconds between two signs of life."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the page is: the address it listens on, the names by which it may be called (none:
    any), and the proxies that are believed about who asks."""

    host: str = "127.0.0.1"
    port: int = 8000
    hosts: Collection[str] = ()
    proxies: Sequence[str] = ()

    @property
    def address(self) -> str:
        """The address to open in a browser on this machine."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{'localhost' if self.host == '0.0.0.0' else host}:{self.port}/"  # noqa: S104

    def is_free(self) -> bool:
        """Whether nobody listens there yet."""
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((self.host, self.port))
            except OSError:
                return False
        return True


@dataclass(frozen=True, slots=True)
class Look:
    """How the page looks and paces: the owner, a theme of their own, and requests a minute."""

    owner: Owner = field(default_factory=Owner)
    theme: Path | None = None
    per_minute: int = PER_MINUTE
    days: int = 30
    template: bytes | None = None
    """The house style of Word documents."""


def site_of(conversation: Conversation, key: bytes, look: Look) -> Site:
    """The page for a conversation. ``key``: the secret of this installation."""
    visits = Visits(key, look.days)
    pace = Pace(look.per_minute)
    assets, style = Assets(look.theme), look.template
    return Site(conversation, visits, assets, look.owner, pace, days=look.days, template=style)


async def run_page(
    site: Site, place: Place, *, stop: asyncio.Event | None = None, beat: Callable[[], object] = int
) -> None:
    """Serve the page until ``stop`` is set, or SIGTERM or SIGINT when None; ``beat`` is called now
    and then as long as it lives."""
    with stopping(stop) as ending:
        beating = asyncio.create_task(_beating(beat, ending))
        try:
            await serve(
                application(site, place.hosts), place.host, place.port, ending, place.proxies
            )
        finally:
            beating.cancel()


async def _beating(beat: Callable[[], object], ending: asyncio.Event) -> None:
    while not ending.is_set():
        await asyncio.to_thread(beat)
        await wait(ending, BEAT)
