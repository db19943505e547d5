"""``web``: the page in a browser, with Telegram beside it when there is a token."""

from __future__ import annotations

import asyncio
import logging
import os
from urllib.parse import urlsplit

from bot import bootstrap, health
from bot.channels.log import hush
from bot.channels.web.run import Look, Place, run_page, site_of
from bot.channels.web.site import Owner, Site
from bot.channels.web.theme import theme_faults
from bot.command_line.verbs import flag, option, pack_option, verb
from bot.conversation import Conversation
from bot.entry import wording
from bot.entry.sweeping import sweep_now_and_then
from bot.settings import SettingError, Settings, secret

LOOPBACK = ("localhost", "127.0.0.1", "::1")
SWEEP_EVERY = 60.0
"""Seconds: a talk on a shared computer ends after a quarter of an hour, also when its browser was
closed and nobody comes back to it."""


@verb()
@pack_option(help=wording.PACK)
@option("--port", metavar="POORT", default="8000", help=wording.PORT)
@option("--host", metavar="ADRES", default="127.0.0.1", help=wording.HOST)
@flag("--plat", help=wording.PLAIN)
def web(settings: Settings, pack: str | None, port: str, host: str, *, plat: bool) -> int:
    """Open the page; the address is printed once it can be opened."""
    settings = settings.chosen(pack, plain=plat)
    place = _place(settings, host, port)
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s")
    hush()
    conversation = bootstrap.build_conversation(settings, progress=_tell)
    try:
        bootstrap.sweep(conversation, settings)
        site = site_of(conversation, bootstrap.build_secret(settings), _look(settings))
        site.warm()
        for line in theme_faults(settings.theme) if settings.theme else ():
            _tell(line)
        _tell(wording.WEB_READY.format(address=place.address))
        _tell(conversation.status())
        asyncio.run(_serve(site, conversation, settings, place))
    finally:
        conversation.close()
    return 0


def _place(settings: Settings, host: str, port: str) -> Place:
    """Where the page comes. Raises SettingError."""
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise SettingError(wording.NO_PORT.format(port))
    public = urlsplit(settings.public_url).hostname
    hosts = (*LOOPBACK, public) if public else LOOPBACK if host in LOOPBACK else ()
    place = Place(host, int(port), hosts, settings.proxies)
    if not place.is_free():
        raise SettingError(wording.BAD_PORT.format(port=port, host=host, other=_other(port)))
    return place


def _tell(line: str) -> None:
    """Say in the terminal how the language model gets on."""
    print(line, flush=True)


def _other(port: str) -> int:
    """A port to try instead."""
    return int(port) + 1 if int(port) < 65535 else 8000


def _look(settings: Settings) -> Look:
    owner = Owner(settings.owner, settings.public_url, settings.contact, settings.security_contact)
    style = bootstrap.house_style(settings)
    return Look(owner, settings.theme, settings.web_pace, settings.retention_days, style)


async def _telegram(
    conversation: Conversation, settings: Settings, token: str, signs: health.Signs
) -> None:
    """Telegram beside the page; the page goes on when Telegram refuses. Imported late: without a
    token the page starts sooner."""
    from bot.channels.telegram import Refused
    from bot.entry.telegram import line

    try:
        await line(conversation, settings, token, asyncio.Event(), signs)
    except Refused as error:
        signs.tell("telegram", str(error))


async def _serve(site: Site, conversation: Conversation, settings: Settings, place: Place) -> None:
    """The page until it is stopped; with a token Telegram too, on the same conversation."""
    signs = health.Signs(settings.data, conversation.trouble)
    beside = [asyncio.create_task(sweep_now_and_then(conversation, settings, SWEEP_EVERY))]
    if token := secret(os.environ, "TELEGRAM_TOKEN"):
        beside.append(asyncio.create_task(_telegram(conversation, settings, token, signs)))
    try:
        await run_page(site, place, beat=signs.beat)
    finally:
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
