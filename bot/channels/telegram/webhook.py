"""The webhook: a mandatory secret, a bounded body, and 200 only after the commit."""

from __future__ import annotations

import asyncio
import hmac
import json
import re
from typing import Any

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot, Update

from bot.channels.body import TooLarge, read_body
from bot.channels.log import trace
from bot.channels.telegram import wording
from bot.channels.telegram.client import Refused
from bot.channels.telegram.dispatch import Dispatcher
from bot.channels.telegram.log import logger

HEADER = "X-Telegram-Bot-Api-Secret-Token"
BODY_LIMIT = 256 * 1024
"""Bytes; a text update is a few kilobytes."""

BUSY = 500
"""Unfinished updates above which Telegram is asked to come back later."""

_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")


class SecretMissing(Refused):
    """A webhook without a good secret would take updates from anybody."""

    def __init__(self) -> None:
        super().__init__(wording.OPEN_WEBHOOK)


def check_secret(secret: str) -> bytes:
    """The secret as bytes, or a refusal to start."""
    if not _SECRET.fullmatch(secret):
        raise SecretMissing
    return secret.encode()


class Door:
    """What Telegram knocks on."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher, secret: str, path: str) -> None:
        self._bot, self._dispatcher = bot, dispatcher
        self._secret = check_secret(secret)
        self._waiting = 0
        self.app = Starlette(routes=[Route(path, self.knock, methods=["POST"])])

    async def knock(self, request: Request) -> Response:
        """One update: 403 to strangers, 200 after the commit, 500 when it must come again."""
        given = request.headers.get(HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret):
            return Response(status_code=403)
        try:
            body = await read_body(request, BODY_LIMIT)
        except TooLarge:
            return Response(status_code=413)
        except (ClientDisconnect, asyncio.TimeoutError):
            return Response(status_code=400)
        if self._waiting >= BUSY:
            return Response(status_code=503)
        self._waiting += 1
        try:
            return await self._take(body)
        finally:
            self._waiting -= 1

    async def _take(self, body: bytes) -> Response:
        """Read the update and wait for its turn."""
        item = _update(body)
        if item is None:
            return Response(status_code=400)
        try:
            turn = self._dispatcher.submit(Update.de_json(item, self._bot))
        except Exception as error:  # noqa: BLE001 - refused, Telegram would bring it for ever
            logger.error("update=%d unreadable: %s", item["update_id"], trace(error))
            return Response(status_code=200)
        await asyncio.wait({turn})
        failed = turn.cancelled() or turn.exception() is not None
        return Response(status_code=500 if failed else 200)


def _update(body: bytes) -> dict[str, Any] | None:
    """An update as Telegram sends them, or None when it is something else."""
    try:
        item = json.loads(body)
    except ValueError:
        return None
    known = isinstance(item, dict) and isinstance(item.get("update_id"), int)
    return item if known else None
