"""The pages about the page: privacy, access, where to report a leak, and no connection."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta, timezone

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.channels.web import wording
from bot.channels.web.advice import LINK_DAYS
from bot.channels.web.site import Site
from bot.channels.web.trouble import Trouble
from bot.channels.web.visit import SHARED_MINUTES
from bot.dialogue.places import tell
from bot.words import evidence

LANGUAGES = ", ".join(("nl", "en"))
SECURITY_DAYS = 180
"""How long ``security.txt`` says that it holds; it is made anew for each who asks."""


class AboutPages:
    """Pages that hold nothing of a talk."""

    def __init__(self, site: Site) -> None:
        self._site = site

    @property
    def routes(self) -> Sequence[Route]:
        """Their addresses."""
        return (
            Route("/privacy", self.privacy),
            Route("/toegankelijkheid", self.access),
            Route("/geen-verbinding", self.offline),
            Route("/.well-known/security.txt", self.security),
            Route("/robots.txt", self.robots),
            Route("/sw.js", self.worker),
        )

    async def privacy(self, request: Request) -> Response:
        """What is kept, how long, and how it goes."""
        values = {
            "minutes": SHARED_MINUTES,
            "words": evidence.MOST,
            "note_days": tell.DAYS,
            "note_length": tell.MOST,
            "link_days": LINK_DAYS,
        }
        return self._site.page(request, "privacy.html.j2", wording.PRIVACY, values)

    async def access(self, request: Request) -> Response:
        """How far everybody can use this page."""
        return self._site.page(request, "access.html.j2", wording.ACCESS)

    async def offline(self, request: Request) -> Response:
        """What the browser keeps, to show when there is no connection."""
        return self._site.page(request, "offline.html.j2", wording.OFFLINE)

    async def security(self, request: Request) -> Response:
        """Where a leak may be reported (RFC 9116); nothing while the owner named no place."""
        if not self._site.owner.security:
            raise Trouble(404)
        now = self._site.now().astimezone(timezone.utc)
        until = (now + timedelta(days=SECURITY_DAYS)).strftime("%Y-%m-%dT00:00:00Z")
        lines = [f"Contact: {self._site.owner.security}", f"Expires: {until}"]
        lines.append(f"Preferred-Languages: {LANGUAGES}")
        if address := self._site.owner.address:
            lines.append(f"Canonical: {address}/.well-known/security.txt")
        return PlainTextResponse("\n".join(lines) + "\n")

    async def robots(self, request: Request) -> Response:
        """What a search engine leaves alone: everything that is of one person."""
        return PlainTextResponse(
            "User-agent: *\nDisallow: /advies\nDisallow: /kijk/\nDisallow: /meenemen/\n"
        )

    async def worker(self, request: Request) -> Response:
        """The service worker: it stands at the root, for it is for all pages."""
        asset = self._site.assets.file("sw.js")
        return Response(asset.plain, media_type=asset.kind, headers={"Cache-Control": "no-cache"})
