"""Who visits: one cookie names the talk, and nothing else; nobody can make one up."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import Response

NAME = "gesprek"
SHARED_MINUTES = 15
"""Of silence, after which a talk on a shared computer is wiped."""
ASKED_AFTER = 13
"""Minutes of silence there, after which is asked whether somebody is still there."""
_SHARED, _OWN = "d", "e"


@dataclass(frozen=True, slots=True)
class Visit:
    """A visitor: the name of the talk, and whether others use this computer too. ``is_new``: no
    cookie came along; ``is_over``: it was silent for too long."""

    person: str
    is_shared: bool = False
    is_new: bool = False
    is_over: bool = False


class Visits:
    """Reads and writes the cookie. ``days``: how long a talk on one's own computer is kept."""

    def __init__(self, key: bytes, days: int) -> None:
        self._key = hmac.new(key, b"the page", hashlib.sha256).digest()
        self._days = days

    def read(self, request: Request, now: float) -> Visit:
        """The visitor of a request; a new one when there is no cookie, or not one of ours."""
        fields = request.cookies.get(_name(request), "").split(".")
        if len(fields) != 4 or not hmac.compare_digest(fields[3], self._mark(*fields[:3])):
            return Visit(secrets.token_urlsafe(24), is_new=True)
        person, seen, mode = fields[0], int(fields[1]), fields[2]
        is_shared = mode == _SHARED
        longest = SHARED_MINUTES * 60 if is_shared else self._days * 86400
        return Visit(person, is_shared, is_over=now - seen > longest)

    def write(self, request: Request, response: Response, visit: Visit, now: float) -> None:
        """Put the cookie on a response. On a shared computer it goes when the browser closes."""
        fields = (visit.person, str(int(now)), _SHARED if visit.is_shared else _OWN)
        response.set_cookie(
            _name(request),
            ".".join((*fields, self._mark(*fields))),
            max_age=None if visit.is_shared else self._days * 86400,
            httponly=True,
            samesite="lax",
            secure=_is_secure(request),
        )

    def anew(self, visit: Visit) -> Visit:
        """The same visitor with another talk."""
        fresh = secrets.token_urlsafe(24)
        return replace(visit, person=fresh, is_new=False, is_over=False)

    def form_mark(self, visit: Visit) -> str:
        """What a form must bring along: only a page of ours knows it."""
        return self._mark("form", visit.person)

    def is_ours(self, visit: Visit, mark: str) -> bool:
        """Whether a form came from a page of ours, for this visitor."""
        return not visit.is_new and hmac.compare_digest(
            mark.encode(), self.form_mark(visit).encode()
        )

    def _mark(self, *fields: str) -> str:
        text = "\0".join(fields).encode()
        return hmac.new(self._key, text, hashlib.sha256).hexdigest()[:32]


def _is_secure(request: Request) -> bool:
    return request.url.scheme == "https"


def _name(request: Request) -> str:
    """Behind TLS the browser itself sees to it that no other site sets this cookie."""
    return f"__Host-{NAME}" if _is_secure(request) else NAME
