"""Understanding with a Rasa server that runs elsewhere, by URL and token. The same port."""

from __future__ import annotations

import ipaddress
import json
import re
from collections.abc import Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from functools import cached_property
from http.client import HTTPException
from threading import BoundedSemaphore, Thread
from time import monotonic
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from bot.dialogue.messages import Understanding
from bot.language import wording
from bot.language.model.examples import Lesson, lesson, usable
from bot.language.model.parsed import Parsed, Parser, ParserError, from_rasa
from bot.language.plain.human import without_model
from bot.language.plain.plain import at_hand
from bot.language.reading import understood
from bot.language.understand import Context
from bot.rules.model.pack import Pack
from bot.words.guards import Guards
from bot.words.literal import Literal

_MOST_BYTES = 1_000_000
LINE = "rasa-server"
"""The name of a thread that asks."""
_WIDTH = 8
"""Questions that may be under way at once; those that never end keep no others waiting."""
_REST = 10.0
"""Seconds in which a server that let us wait is not asked again."""
_SERVICE = re.compile(r"[a-z]([a-z0-9-]*[a-z0-9])?", re.IGNORECASE | re.ASCII)
"""A bare name as compose gives its services: no dots of any script, and no number in disguise."""


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
        self._under_way = BoundedSemaphore(_WIDTH)
        self._silent_until = 0.0

    def parse(self, text: str) -> Parsed:
        """What the server's model says, within the time-out as a whole. Raises ParserError."""
        if monotonic() < self._silent_until or not self._under_way.acquire(blocking=False):
            raise ParserError("silent")
        answer: Future[Parsed] = Future()
        Thread(target=self._fetch, args=(text, answer), name=LINE, daemon=True).start()
        try:
            return answer.result(self._timeout)
        except FutureTimeoutError:
            self._silent_until = monotonic() + _REST
            raise ParserError("too slow") from None

    def _fetch(self, text: str, answer: Future[Parsed]) -> None:
        try:
            answer.set_result(self._ask(text))
        except ParserError as error:
            answer.set_exception(error)
        finally:
            self._under_way.release()

    def _ask(self, text: str) -> Parsed:
        body = json.dumps({"text": text}).encode()
        request = Request(  # noqa: S310 - the scheme was checked
            self._url, data=body, headers={"Content-Type": "application/json"}
        )
        try:
            with self._opener.open(request, timeout=self._timeout) as reply:
                return from_rasa(json.loads(reply.read(_MOST_BYTES)))
        except HTTPError as refusal:
            refusal.close()  # it is an open reply too
            raise ParserError(type(refusal).__name__) from None
        except (URLError, HTTPException, OSError, ValueError) as error:
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
        return bool(_SERVICE.fullmatch(host))


class ServerUnderstander:
    """The port on a Rasa server; plain understanding when the server does not answer."""

    def __init__(
        self,
        packs: Mapping[str, Pack],
        server: Parser,
        doubts: Guards | None = None,
        literal: Literal | None = None,
    ) -> None:
        self._packs = packs
        self._doubts, self._literal = doubts, literal
        self._server = server
        self._reached = True

    @cached_property
    def _lesson(self) -> Lesson:
        return lesson(usable(self._packs), self._doubts, self._literal)

    def understand(self, text: str, context: Context) -> Understanding:
        """What this text means here; ``ready`` is False when the server can't say."""
        try:
            return understood(text, context, self._parse, self._lesson)
        except ParserError:
            return at_hand(text, context) or without_model(text)

    def _parse(self, text: str) -> Parsed:
        self._reached = False
        parsed = self._server.parse(text)
        self._reached = True
        return parsed

    def status(self) -> str:
        """One line for a person."""
        return wording.BY_SERVER if self._reached else wording.SERVER_SILENT

    def trouble(self) -> str:
        """That the server does not answer, since it was last asked; else empty."""
        return "" if self._reached else wording.SERVER_AWAY

    def close(self) -> None:
        """Nothing runs here."""
