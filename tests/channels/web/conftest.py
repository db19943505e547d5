"""The page on the real conversation, served for real, with SQLite and real packs; no model."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import httpx
import pytest

from bot.bootstrap import advising_packs, build_conversation, build_secret, shelf_of
from bot.channels.web.run import Look, Place, run_page, site_of
from bot.channels.web.site import Owner, Site
from bot.conversation import Conversation
from bot.dialogue.turn import Shelf
from bot.language.plain.plain import PlainUnderstander
from bot.language.understand import Understander
from bot.rules.model.pack import Pack
from tests.channels.web.browsing import Person
from tests.channels.web.serving import free_port
from tests.driver import settings_in

OWNER = Owner("de gemeente Voorbeeld", "https://hulp.voorbeeld.nl", "mailto:post@voorbeeld.nl")
HOSTS = ("localhost", "127.0.0.1", "hulp.voorbeeld.nl")
ShelfOn = Callable[[date], Shelf]


@pytest.fixture(scope="session")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Pack]:
    """The packs, read once."""
    return advising_packs(settings_in(tmp_path_factory.mktemp("pakketten")))


@pytest.fixture(scope="session")
def shelf(packs: Mapping[str, Pack], tmp_path_factory: pytest.TempPathFactory) -> ShelfOn:
    """The packs, compiled once."""
    return shelf_of(settings_in(tmp_path_factory.mktemp("plank")), packs)


@dataclass
class House:
    """The page as it runs, and what is behind it."""

    site: Site
    conversation: Conversation
    folder: Path
    port: int
    clients: list[httpx.Client] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://localhost:{self.port}"

    @property
    def pack(self) -> Pack:
        """The default pack, as it is valid today."""
        shelf = self.conversation.shelf()
        return shelf.pack(shelf.default).pack

    def browser(self) -> httpx.Client:
        """A browser of somebody else."""
        client = httpx.Client(
            base_url=self.address, follow_redirects=True, timeout=30, verify=False
        )  # no TLS here, and its making takes long
        self.clients.append(client)
        return client

    def person(self) -> Person:
        """Somebody who was never here."""
        return Person(self.browser())

    def kept(self) -> int:
        """How many talks are kept; they are gone after this."""
        return self.conversation.sweep(datetime.now(timezone.utc) + timedelta(days=365))


@contextmanager
def served(site: Site, place: Place) -> Iterator[None]:
    """The page, served in a thread until the end of the block."""
    loop, stop = asyncio.new_event_loop(), asyncio.Event()
    job = run_page(site, place, stop=stop)
    thread = threading.Thread(target=loop.run_until_complete, args=(job,))
    thread.start()
    try:
        while place.is_free():
            time.sleep(0.01)
        yield
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(30)
        loop.close()


@contextmanager
def house_in(
    folder: Path,
    packs: Mapping[str, Pack],
    shelf: ShelfOn,
    look: Look | None = None,
    understander: Understander | None = None,
    *,
    proxies: Sequence[str] = (),
) -> Iterator[House]:
    """A page on an empty storage. ``proxies``: which are believed."""
    settings = settings_in(folder)
    conversation = build_conversation(
        settings, understander=understander or PlainUnderstander(), packs=packs
    )
    conversation._shelf = shelf
    site = site_of(conversation, build_secret(settings), look or Look(OWNER, per_minute=100_000))
    house = House(site, conversation, folder, free_port())
    with served(site, Place(port=house.port, hosts=HOSTS, proxies=proxies)):
        yield house
        for client in house.clients:
            client.close()
    conversation.close()


@pytest.fixture
def house(tmp_path: Path, packs: Mapping[str, Pack], shelf: ShelfOn) -> Iterator[House]:
    """A page on an empty storage."""
    with house_in(tmp_path, packs, shelf) as house:
        yield house


@pytest.fixture
def person(house: House) -> Person:
    """One visitor."""
    return house.person()
