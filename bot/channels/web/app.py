"""The page as an application: its addresses, behind a guard."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from starlette.routing import Route, Router
from starlette.types import ASGIApp

from bot.channels.web.about import AboutPages
from bot.channels.web.advice import AdvicePages
from bot.channels.web.desk import DeskPages
from bot.channels.web.guard import Guard
from bot.channels.web.knowledge import KnowledgePages
from bot.channels.web.site import Site
from bot.channels.web.stage import StagePages
from bot.channels.web.talk import TalkPages


def application(site: Site, hosts: Collection[str] = ()) -> ASGIApp:
    """The whole page. ``hosts``: the names by which it may be called; none: any."""
    talk = TalkPages(site)
    rooms = (
        talk,
        AdvicePages(site, talk),
        KnowledgePages(site),
        DeskPages(site, talk),
        StagePages(site, talk),
        AboutPages(site),
    )
    routes: Sequence[Route] = (
        *(route for room in rooms for route in room.routes),
        Route("/static/{name}", site.assets.serve),
    )
    return Guard(Router(routes), site.told, site.pace, hosts)
