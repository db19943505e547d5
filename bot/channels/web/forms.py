"""What a form brings: read within limits of size, number and time."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from bot.channels.body import TooLarge, read_body
from bot.channels.web.trouble import Trouble

SMALL = 64 * 1024
"""Bytes of a form of the talk."""
LARGE = 1024 * 1024
"""Bytes of a form with a mail: 200 kB of signs, each written as three."""
MOST_FIELDS = 200


class Form:
    """The fields of a form, in order; a name may come more than once."""

    def __init__(self, fields: Sequence[tuple[str, str]] = ()) -> None:
        self._fields = tuple(fields)

    def get(self, name: str) -> str:
        """The last value of a name; empty when there is none."""
        return next((value for key, value in reversed(self._fields) if key == name), "")

    def has(self, name: str) -> bool:
        """Whether a name came along."""
        return any(key == name for key, _ in self._fields)

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a name."""
        return tuple(value for key, value in self._fields if key == name)


async def read(request: Request, most: int = SMALL) -> Form:
    """The form of a request. Raises Trouble when it is too large, too slow, or no form."""
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        raise Trouble(415)
    try:
        text = (await read_body(request, most)).decode("utf-8")
        return Form(parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except TooLarge:
        raise Trouble(413) from None
    except (ClientDisconnect, UnicodeDecodeError, ValueError):
        raise Trouble(400) from None
    except asyncio.TimeoutError:
        raise Trouble(408) from None
