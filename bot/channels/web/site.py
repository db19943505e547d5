"""What every page needs: the conversation, who visits, the templates, and threads for the work."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

import anyio
from anyio import CapacityLimiter
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.channels.pace import Pace
from bot.channels.web import trouble
from bot.channels.web.assets import Assets
from bot.channels.web.prose import markdown
from bot.channels.web.visit import ASKED_AFTER, SHARED_MINUTES, Visit, Visits
from bot.channels.web.wording import TITLE
from bot.conversation import Conversation
from bot.rules.model.pack import Pack
from bot.words.dates import in_words
from bot.words.phrases import capital, small

CHANNEL = "web"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Owner:
    """Who runs this page, as far as that was set. ``address``: where the page is for everybody;
    ``contact``: whom a visitor may write to; ``security``: where a leak may be reported."""

    name: str = ""
    address: str = ""
    contact: str = ""
    security: str = ""


class Site:
    """The page: one for each server. Texts have threads of their own, so that a language model that
    hangs keeps nobody waiting who taps a button."""

    def __init__(
        self,
        conversation: Conversation,
        visits: Visits,
        assets: Assets,
        owner: Owner,
        pace: Pace,
        *,
        days: int,
        template: bytes | None = None,
    ) -> None:
        self.conversation, self.visits, self.assets, self.owner = (
            conversation,
            visits,
            assets,
            owner,
        )
        self.pace, self.days, self.template = pace, days, template
        self.clock: Callable[[], float] = time.time
        self._texts, self._taps = CapacityLimiter(8), CapacityLimiter(8)
        self._templates = Environment(
            loader=PackageLoader("bot.channels.web"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        self._templates.filters |= {
            "capital": capital,
            "small": small,
            "in_words": in_words,
            "markdown": markdown,
        }
        self._templates.globals |= {"asset": assets.address, "owner": owner, "days": days}

    def warm(self) -> None:
        """Have the default pack ready before the first visitor comes."""
        self._read_pack()

    def now(self) -> datetime:
        """This moment, where the day of the conversation begins and ends."""
        return datetime.fromtimestamp(self.clock(), self.conversation.zone)

    # --- work

    async def quick(self, work: Callable[..., T], *given: object, **named: object) -> T:
        """Do something beside the loop that waits for no language model."""
        job = partial(work, *given, **named)
        return await anyio.to_thread.run_sync(job, limiter=self._taps)

    async def slow(self, work: Callable[..., T], *given: object, **named: object) -> T:
        """Do something that may wait for the language model."""
        job = partial(work, *given, **named)
        return await anyio.to_thread.run_sync(job, limiter=self._texts)

    async def pack(self) -> Pack:
        """The default pack, as it is valid today. Read beside the loop: after midnight it is
        compiled anew, and meanwhile the others are served."""
        return await self.quick(self._read_pack)

    def _read_pack(self) -> Pack:
        shelf = self.conversation.shelf(self.now())
        return shelf.pack(shelf.default).pack

    # --- visitors

    async def visit(self, request: Request) -> Visit:
        """Who asks. A talk that was silent for too long is wiped, and another one begun."""
        visit = self.visits.read(request, self.clock())
        if visit.is_over:
            await self.quick(self.conversation.forget, CHANNEL, visit.person)
            visit = self.visits.anew(visit)
        elif visit.is_shared:
            await self.end_by_itself(visit)
        return visit

    async def end_by_itself(self, visit: Visit) -> None:
        """A talk on a shared computer is wiped after a silence, also when its browser was closed
        and nobody can come back to it; another is kept for its days."""
        until = self.now() + timedelta(minutes=SHARED_MINUTES) if visit.is_shared else None
        await self.quick(self.conversation.end_at, CHANNEL, visit.person, until)

    # --- answers

    def page(
        self,
        request: Request,
        template: str,
        title: str,
        values: Mapping[str, object] | None = None,
        *,
        visit: Visit | None = None,
        status: int = 200,
    ) -> Response:
        """A page; with a ``visit`` it may hold forms, and the cookie comes along."""
        html = self._templates.get_template(template).render(
            title=TITLE.format(page=title),
            path=request.url.path,
            mark=self.visits.form_mark(visit) if visit else "",
            turn=secrets.token_urlsafe(12),
            is_shared=bool(visit and visit.is_shared),
            asked_after=ASKED_AFTER * 60,
            over_after=SHARED_MINUTES * 60,
            **(values or {}),
        )
        response = HTMLResponse(html, status)
        if visit:
            self.visits.write(request, response, visit, self.clock())
        return response

    def to(self, request: Request, address: str, visit: Visit) -> Response:
        """Look there now; a refresh then sends no form again."""
        response = RedirectResponse(address, 303)
        self.visits.write(request, response, visit, self.clock())
        return response

    async def told(self, request: Request, status: int) -> Response:
        """That something went wrong, and what helps."""
        if not trouble.wants_page(request):
            return trouble.problem(status)
        head, text = trouble.told(status)
        values = {"head": head, "text": text}
        return self.page(request, "trouble.html.j2", head, values, status=status)
