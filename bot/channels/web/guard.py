"""Stands before every page: headers that keep a browser safe, a pace, and kind errors."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Collection

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.log import trace
from bot.channels.pace import Pace
from bot.channels.serving import HEADERS_LIMIT
from bot.channels.web.trouble import Trouble
from bot.conversation import OutOfReach
from bot.storage.store import StaleRevision

logger = logging.getLogger("bot.channels.web")

POLICY = "; ".join((
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
))  # fmt: skip
"""Nothing from elsewhere, nothing inline, and in nobody's frame."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
STRICT_TRANSPORT = "max-age=31536000"

Told = Callable[[Request, int], Awaitable[Response]]
"""Makes the answer to a request that went wrong."""


class Guard:
    """An application behind a guard. ``hosts``: the names by which it may be called (none: any);
    ``pace``: requests per address."""

    def __init__(self, app: ASGIApp, told: Told, pace: Pace, hosts: Collection[str] = ()) -> None:
        self._app, self._told, self._pace, self._hosts = app, told, pace, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            return
        scope["app"] = self  # so that an address that is not there is raised, and told here
        request, begun = Request(scope, receive), False

        async def guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                _guard(MutableHeaders(scope=message), request)
            await send(message)

        try:
            status = self._refused(request)
            if not status:
                await self._app(scope, receive, guarded)
                return
        except Trouble as trouble:
            status = trouble.status
        except HTTPException as error:
            status = error.status_code
        except (OutOfReach, StaleRevision) as error:
            logger.warning("%s: %s", request.method, trace(error))
            status = 503
        except Exception as error:  # noqa: BLE001 - logged without its text, told to the person
            logger.error("%s: %s", request.method, trace(error))
            status = 500
        if not begun:
            response = await self._told(request, status)
            await response(scope, receive, guarded)

    def _refused(self, request: Request) -> int:
        """Why a request is not taken at all: 0 when it is."""
        if self._hosts and (request.url.hostname or "") not in self._hosts:
            return 421
        if sum(len(name) + len(value) for name, value in request.scope["headers"]) > HEADERS_LIMIT:
            return 431
        address = request.client.host if request.client else ""
        return 0 if self._pace.judge(address) == "go" else 429


def _guard(headers: MutableHeaders, request: Request) -> None:
    for name, value in HEADERS.items():
        headers[name] = value
    headers.setdefault("Cache-Control", "no-store")
    if request.url.scheme == "https":
        headers["Strict-Transport-Security"] = STRICT_TRANSPORT


def is_from_elsewhere(request: Request) -> bool:
    """Whether another site sent this form; browsers say so themselves."""
    return request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")
