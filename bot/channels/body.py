"""What comes in with a request: read within a size and a time."""

from __future__ import annotations

import asyncio

from starlette.requests import Request

BODY_TIME = 10.0
"""Seconds in which a body must have come."""


class TooLarge(Exception):
    """More came than may come; the rest was not read."""


async def read_body(request: Request, most: int) -> bytes:
    """The body, of at most so many bytes. Raises TooLarge, asyncio.TimeoutError when it drips in
    too slowly, and starlette's ClientDisconnect."""
    return await asyncio.wait_for(_read(request, most), BODY_TIME)


async def _read(request: Request, most: int) -> bytes:
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise TooLarge
        parts.append(part)
    return b"".join(parts)
