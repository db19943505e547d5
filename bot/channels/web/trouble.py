"""What can go wrong between a browser and the page, told kindly: as a page, or as a problem."""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web import wording


class Trouble(Exception):
    """A request that can't be done, by its status of HTTP."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def wants_page(request: Request) -> bool:
    """Whether a person looks at the answer, rather than a program."""
    return "text/html" in request.headers.get("accept", "")


def told(status: int) -> tuple[str, str]:
    """What happened and what helps, in words."""
    return wording.TROUBLES.get(status, wording.TROUBLES[500 if status >= 500 else 400])


def problem(status: int) -> Response:
    """The same for a program (RFC 9457)."""
    title, detail = told(status)
    body = {"type": "about:blank", "status": status, "title": title, "detail": detail}
    text = json.dumps(body, ensure_ascii=False)
    return Response(text, status, media_type="application/problem+json")
