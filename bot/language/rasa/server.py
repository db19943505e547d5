"""Understanding with a Rasa server that runs elsewhere, by URL and token. The same port."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Mapping
from functools import cached_property
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from bot.dialogue.messages import Understanding
from bot.language import wording
from bot.language.model.decide import decide
from bot.language.model.examples import Lesson, lesson, usable
from bot.language.model.parsed import Parsed, Parser, ParserError, from_rasa
from bot.language.plain.plain import at_hand
from bot.language.plain.shorthand import spelled_out
from bot.language.understand import MAX_TEXT, Context
from bot.rules.model.pack import Pack

_MOST_BYTES = 1_000_000


class ServerAddressError(ValueError):
    """This address may not be used: texts of people would travel in the open."""


class _NoRedirect(HTTPRedirectHandler):
    """A server that sends us elsewhere gets no text of a person."""

    def redirect_request(self, *args: object, **kwargs: object) -> None:
        """Never follow."""


class RasaServer:
    """A parser over HTTP: ``POST /model/parse``."""

    def __init__(self, url: str, token: str, timeout: float = 5.0) -> None:
        self._url = f"{checked(url)}/model/parse?{urlencode({'token': token})}"
        self._timeout = timeout
        self._opener = build_opener(ProxyHandler({}), _NoRedirect())

    def parse(self, text: str) -> Parsed:
        """What the server's model says. Raises ParserError."""
        body = json.dumps({"text": text}).encode()
        request = Request(  # noqa: S310 - the scheme was checked
            self._url, data=body, headers={"Content-Type": "application/json"}
        )
        try:
            with self._opener.open(request, timeout=self._timeout) as reply:
                return from_rasa(json.loads(reply.read(_MOST_BYTES)))
        except (URLError, OSError, ValueError) as error:
            raise ParserError(type(error).__name__) from None


def checked(url: str) -> str:
    """The address, without a slash at its end: https, or http on this machine or its own network.

    Raises ServerAddressError.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "https" and host:
        return url.rstrip("/")
    if parts.scheme == "http" and (host == "localhost" or _is_near(host)):
        return url.rstrip("/")
    raise ServerAddressError(wording.FAR_SERVER)


def _is_near(host: str) -> bool:
    """A loopback address, or a bare service name as compose gives them."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return bool(host) and "." not in host


class ServerUnderstander:
    """The port on a Rasa server; plain understanding when the server does not answer."""

    def __init__(self, packs: Mapping[str, Pack], server: Parser) -> None:
        self._packs = packs
        self._server = server
        self._reached = True

    @cached_property
    def _lesson(self) -> Lesson:
        return lesson(usable(self._packs))

    def understand(self, text: str, context: Context) -> Understanding:
        """What this text means here; ``ready`` is False when the server can't say."""
        text = text[:MAX_TEXT]
        known = at_hand(text, context)
        if known is not None:
            return known
        text = spelled_out(text)
        try:
            parsed = self._server.parse(text)
        except ParserError:
            self._reached = False
            return Understanding(ready=False)
        self._reached = True
        return decide(text, parsed, context, self._lesson)

    def status(self) -> str:
        """One line for a person."""
        return wording.BY_SERVER if self._reached else wording.SERVER_SILENT

    def close(self) -> None:
        """Nothing runs here."""
