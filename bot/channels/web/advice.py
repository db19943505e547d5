"""The advice on a page of its own, its papers, and a link by which a colleague may look at it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.advice import picture
from bot.advice.card import Card
from bot.advice.note import step_lines
from bot.advice.owners import owner_lines
from bot.advice.wording import REST_IS_FIXED
from bot.channels.documents import to_ics
from bot.channels.web import wording
from bot.channels.web.site import CHANNEL, Site
from bot.channels.web.talk import TalkPages, attached, download, seen
from bot.channels.web.trouble import Trouble
from bot.channels.web.visit import Visit
from bot.dialogue import take
from bot.dialogue.commands import DATES, PAPERS
from bot.dialogue.look import Look, look
from bot.dialogue.state import State
from bot.dialogue.state_versions import NewerState, UnreadableState
from bot.dialogue.turn import Shelf

LINK_DAYS = 14
"""How long a link for a colleague works."""
REVOKED = "ingetrokken"
"""In the address of one's advice after the links were taken back."""
Known: TypeAlias = tuple[Look, take.Offered | None]
"""An advice, and what may be taken along."""


class AdvicePages:
    """The advice of one's own talk, and as others may see it."""

    def __init__(self, site: Site, talk: TalkPages) -> None:
        self._site, self._talk = site, talk

    @property
    def routes(self) -> Sequence[Route]:
        """Their addresses."""
        return (
            Route("/advies", self.own),
            Route("/advies/data.ics", self.days),
            Route("/advies/{paper}.{kind}", self.paper),
            Route("/advies/deel", self.share, methods=["POST"]),
            Route("/advies/trek-in", self.take_back, methods=["POST"]),
            Route("/kijk/{link}", self.shared),
        )

    async def own(self, request: Request) -> Response:
        """The advice of one's own talk; how to get one when there is none."""
        visit = await self._site.visit(request)
        known = await self._site.quick(seen, self._site, visit.person, _known)
        if known is None:
            return self._site.page(request, "no_advice.html.j2", wording.ADVICE, visit=visit)
        return self._own(request, visit, known, revoked=REVOKED in request.query_params)

    def _own(self, request: Request, visit: Visit, known: Known, **more: object) -> Response:
        """One's own advice, with what may be taken along."""
        look, offered = known
        values = _values(look) | {"own": True, "link": "", "until": None, "offered": offered}
        values |= {"revoked": False}
        values |= {"note": take.NOTE, "ask_days": f"/{DATES.name}"}
        values |= {"ask_papers": f"/{PAPERS.slashes[0]}", **more}
        return self._site.page(request, "advice.html.j2", _title(look), values, visit=visit)

    async def paper(self, request: Request) -> Response:
        """A paper, or the note, as the advice is now; with ``woorden`` the note has one's own."""
        visit, kind = await self._site.visit(request), request.path_params["kind"]
        with_words = "woorden" in request.query_params
        made = partial(take.paper, id=request.path_params["paper"], with_words=with_words)
        document = await self._site.quick(seen, self._site, visit.person, made)
        if document is None or kind not in ("docx", "md"):
            raise Trouble(404)
        return await download(self._site, document, kind)

    async def days(self, request: Request) -> Response:
        """The days to come, for a calendar; only once dates were told and kept."""
        visit = await self._site.visit(request)
        calendar = await self._site.quick(seen, self._site, visit.person, take.calendar)
        if calendar is None:
            raise Trouble(404)
        return attached(calendar.name, "ics", await self._site.quick(to_ics, calendar))

    async def share(self, request: Request) -> Response:
        """A link for a colleague; it is shown once, and kept as a hash."""
        form, visit = await self._talk.form(request)
        known = await self._site.quick(seen, self._site, visit.person, _known)
        if known is None:
            raise Trouble(404)
        until = self._site.now() + timedelta(days=LINK_DAYS)
        share = partial(self._site.conversation.share, with_words=form.has("woorden"))
        link = await self._site.quick(share, CHANNEL, visit.person, until)
        if not link:
            raise Trouble(404)
        base = self._site.owner.address or str(request.base_url).rstrip("/")
        return self._own(request, visit, known, link=f"{base}/kijk/{link}", until=until)

    async def take_back(self, request: Request) -> Response:
        """Every link to this talk stops to work."""
        _, visit = await self._talk.form(request)
        await self._site.quick(self._site.conversation.unshare, CHANNEL, visit.person)
        return self._site.to(request, f"/advies?{REVOKED}=ja#delen", visit)

    async def shared(self, request: Request) -> Response:
        """What a colleague sees: the advice to read, and nothing to change."""
        try:
            shown = await self._site.quick(
                self._site.conversation.look_by, request.path_params["link"]
            )
        except (NewerState, UnreadableState):
            shown = None
        if shown is None:
            raise Trouble(410)
        values = _values(shown) | {"own": False, "link": "", "until": None, "offered": None}
        response = self._site.page(request, "advice.html.j2", wording.ADVICE, values)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response


def _known(shelf: Shelf, state: State, at: datetime) -> Known | None:
    """The advice on one's own project, and what may be taken along; None without a project."""
    whole = look(shelf, state, at, whole=True)
    return (whole, take.offered(shelf, state, at)) if whole else None


def _title(look: Look) -> str:
    return wording.ADVICE_FOR.format(project=look.project)


def _values(look: Look) -> dict[str, object]:
    """What the page shows of an advice. While questions are left that can tip it, nothing is said
    to be done or promised: only what presses and what to find out."""
    card = look.card
    form = card.followed
    return {
        "look": look,
        "card": card,
        "form": form,
        "says": card.promising is not None,
        "steps": step_lines(card),
        "owners": tuple(owner_lines(form)) if form else (),
        "order": tuple(each.line for each in card.order),
        "what_ifs": _what_ifs(card),
        "rest_is_fixed": REST_IS_FIXED,
        "ladder": picture.ladder(look.glance.standing.ladder),
    }


def _what_ifs(card: Card) -> list[tuple[tuple[str, bool], list[str]]]:
    """What would be otherwise, and whether then perhaps -> what would be done; once each."""
    lines: dict[tuple[str, bool], list[str]] = {}
    for what in card.what_ifs or filter(None, (card.hinge,)):
        lines.setdefault((what.changes, what.maybe), []).append(what.deed)
    return list(lines.items())
