"""The pages about the page: without a connection, and what the browser asks for by itself."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.web import wording
from bot.channels.web.site import Site


class AboutPages:
    """Pages that hold nothing of a talk."""

    def __init__(self, site: Site) -> None:
        self._site = site

    @property
    def routes(self) -> Sequence[Route]:
        """Their addresses."""
        return (
            Route("/geen-verbinding", self.offline),
            Route("/sw.js", self.worker),
        )

    async def offline(self, request: Request) -> Response:
        """What the browser keeps, to show when there is no connection."""
        return self._site.page(request, "offline.html.j2", wording.OFFLINE)

    async def worker(self, request: Request) -> Response:
        """The service worker: it stands at the root, for it is for all pages."""
        asset = self._site.assets.file("sw.js")
        return Response(asset.plain, media_type=asset.kind, headers={"Cache-Control": "no-cache"})
