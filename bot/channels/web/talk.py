"""The talk: one screen at a time, whole without JavaScript; a form that comes twice counts once."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.advice import picture
from bot.channels.documents import file_name, to_docx, to_ics
from bot.channels.pace import Pace
from bot.channels.web import forms, wording
from bot.channels.web.forms import Form
from bot.channels.web.guard import is_from_elsewhere
from bot.channels.web.shown import Screen, screen_of
from bot.channels.web.site import CHANNEL, Site
from bot.channels.web.trouble import Trouble
from bot.channels.web.visit import Visit
from bot.conversation import View
from bot.dialogue.commands import CARRY, GREET
from bot.dialogue.look import Glance, glance
from bot.dialogue.messages import (
    Calendar,
    Document,
    Happening,
    Said,
    Started,
    Tapped,
    Ticked,
)
from bot.dialogue.places.carry import is_code
from bot.dialogue.state_versions import NewerState, UnreadableState

T = TypeVar("T")
HOME = "/"
TURNS_A_MINUTE = 60
"""Of one visitor."""
MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
}
Shower = Callable[[Request, Visit, str], Awaitable[Response]]
"""Shows a place where is talked to a visitor, with a note about what was just sent."""


class TalkPages:
    """The pages on which is talked."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._pace = Pace(TURNS_A_MINUTE)
        self.places: dict[str, Shower] = {HOME: self._home}
        """Where a form of the talk may come from, and leads back to."""

    @property
    def routes(self) -> Sequence[Route]:
        """Their addresses."""
        return (
            Route(HOME, self.show),
            Route("/beurt", self.turn, methods=["POST"]),
            Route("/beurt", self.back),
            Route("/papier/{number:int}.{kind}", self.paper),
            Route("/wis", self.ask_to_wipe),
            Route("/wis", self.wipe, methods=["POST"]),
            Route("/gewist", self.wiped),
            Route("/meenemen/{code}", self.carry),
            Route("/gedeeld", self.share_computer, methods=["POST"]),
            Route("/nog-daar", self.ask_who_is_there),
            Route("/wakker", self.awake),
        )

    # --- looking

    async def show(self, request: Request) -> Response:
        """What was said last, and what is known beside it."""
        return await self._home(request, await self._site.visit(request), "")

    async def _home(self, request: Request, visit: Visit, note: str) -> Response:
        screen, glance = await self._site.quick(self._seen, visit.person)
        return self.page(request, "talk.html.j2", visit, note, screen, glance)

    def page(
        self,
        request: Request,
        template: str,
        visit: Visit,
        note: str,
        screen: Screen,
        glance: Glance | None,
        **more: object,
    ) -> Response:
        """The talk in a template of its own; with a ``note`` about what was just sent."""
        site = self._site
        title = screen.asked or (glance.project if glance else wording.TALK)
        values = values_of(glance) | more
        values |= {"screen": screen, "note": note, "language": site.conversation.status()}
        values["typing"] = wording.TYPE_IT if site.conversation.takes_text() else wording.TYPE_LABEL
        values["carry"] = f"/{CARRY.name}"
        return site.page(request, template, title, values, visit=visit)

    def _seen(self, person: str) -> tuple[Screen, Glance | None]:
        """The screen, and what stands beside it; nothing when it can't be read now."""
        known = seen(self._site, person, glance)
        return screen_of(self._site.conversation.screen(CHANNEL, person), known), known

    async def paper(self, request: Request) -> Response:
        """What stands on the screen to keep: a document, or dates for a calendar."""
        visit, kind = await self._site.visit(request), request.path_params["kind"]
        replies = await self._site.quick(self._site.conversation.screen, CHANNEL, visit.person)
        place = request.path_params["number"]
        reply = replies[place] if place < len(replies) else None
        if isinstance(reply, Calendar) and kind == "ics":
            return attached(reply.name, kind, await self._site.quick(to_ics, reply))
        if not isinstance(reply, Document) or kind not in ("docx", "md"):
            raise Trouble(404)
        return await download(self._site, reply, kind)

    # --- talking

    async def turn(self, request: Request) -> Response:
        """One turn, applied once however often its form comes; then the screen is fetched."""
        form, visit = await self.form(request)
        place = form.get("plek") if form.get("plek") in self.places else HOME
        what = happening(form)
        if what is None:
            note = wording.NOTHING_TYPED if form.has("tekst") else wording.NOTHING_TICKED
            return await self.places[place](request, visit, note)
        if self._pace.judge(visit.person) != "go":
            raise Trouble(429)
        if not await self._handled(visit, update_of(form), what):
            return self._site.to(request, "/gewist", self._site.visits.anew(visit))
        return self._site.to(request, place, visit)

    async def back(self, request: Request) -> Response:
        """Who opens the address of a turn is led to the talk."""
        return self._site.to(request, HOME, await self._site.visit(request))

    async def form(self, request: Request, most: int = forms.SMALL) -> tuple[Form, Visit]:
        """A form of ours and who sent it. Raises Trouble for one that is not."""
        if is_from_elsewhere(request):
            raise Trouble(403)
        form, visit = await forms.read(request, most), await self._site.visit(request)
        if not self._site.visits.is_ours(visit, form.get("merk")):
            raise Trouble(403)
        return form, visit

    async def _handled(self, visit: Visit, update: str, what: Happening) -> bool:
        """Apply a turn; whether anything is kept of the visitor after it."""
        talk, person = self._site.conversation, visit.person
        reads = isinstance(what, Said) and not what.text.startswith("/")  # a command needs no model

        def job() -> bool:
            if isinstance(what, Said) and not talk.knows(CHANNEL, person):
                # Who types stood before the doors already: they are not shown once more.
                talk.handle(CHANNEL, person, f"{update}-deur", Started(), fetched=True)
            talk.handle(CHANNEL, person, update, what, fetched=True)
            return talk.knows(CHANNEL, person)

        return await (self._site.slow if reads else self._site.quick)(job)

    # --- wiping

    async def ask_to_wipe(self, request: Request) -> Response:
        """Whether everything may go."""
        visit = await self._site.visit(request)
        return self._site.page(request, "wipe.html.j2", wording.WIPE, visit=visit)

    async def wipe(self, request: Request) -> Response:
        """Everything of this talk goes."""
        _, visit = await self.form(request)
        await self._site.quick(self._site.conversation.forget, CHANNEL, visit.person)
        return self._site.to(request, "/gewist", self._site.visits.anew(visit))

    async def wiped(self, request: Request) -> Response:
        """That everything went."""
        visit = await self._site.visit(request)
        return self._site.page(request, "wiped.html.j2", wording.WIPED, visit=visit)

    async def carry(self, request: Request) -> Response:
        """Where a talk may be carried to by a code. Looking uses nothing up: who only shows what is
        behind a link presses no button."""
        code, visit = request.path_params["code"], await self._site.visit(request)
        if not is_code(code):
            raise Trouble(404)
        values = {"typed": f"/{GREET.slashes[0]} {code}"}
        return self._site.page(request, "carry.html.j2", wording.CARRY, values, visit=visit)

    async def share_computer(self, request: Request) -> Response:
        """On a shared computer the talk ends by itself; or it is one's own after all."""
        form, visit = await self.form(request)
        visit = replace(visit, is_shared=form.get("gedeeld") == "aan")
        await self._site.end_by_itself(visit)
        return self._site.to(request, HOME, visit)

    async def ask_who_is_there(self, request: Request) -> Response:
        """Where a page on a shared computer goes by itself. Nothing of the talk is shown. To be
        asked is no sign of life, so no cookie comes along; what is over is wiped now."""
        visits, site = self._site.visits, self._site
        if visits.read(request, site.clock()).is_over:
            return site.to(request, "/gewist", await site.visit(request))
        return site.page(request, "still_there.html.j2", wording.STILL_THERE)

    async def awake(self, request: Request) -> Response:
        """Somebody is busy on the page, and sent nothing yet: the talk is kept longer."""
        response = Response(status_code=204)
        visit = await self._site.visit(request)
        self._site.visits.write(request, response, visit, self._site.clock())
        return response


def happening(form: Form) -> Happening | None:
    """What a form says that happened; None when nothing was chosen or typed."""
    if data := form.get("knop"):
        return Tapped(data)
    if ticks := form.all("vink"):
        return Ticked(ticks)
    if text := form.get("tekst").strip():
        name, _, rest = text.partition(" ")
        return Started(rest.strip()) if name == "/start" else Said(text)
    return None


def update_of(form: Form) -> str:
    """The name of a turn: the same form with the same choice is the same turn, however often it
    comes; another choice in an old form is another turn."""
    chosen = "\0".join((form.get("knop"), form.get("tekst"), *form.all("vink")))
    return f"{form.get('beurt')[:32]}-{hashlib.sha256(chosen.encode()).hexdigest()[:16]}"


def values_of(glance: Glance | None) -> dict[str, object]:
    """What stands beside the talk."""
    if glance is None:
        return {"glance": None, "ladder": (), "owned": ()}
    return {
        "glance": glance,
        "ladder": picture.ladder(glance.standing.ladder),
        "owned": picture.owned(glance.standing.form) if glance.answers else (),
    }


def seen(site: Site, person: str, view: View[T]) -> T | None:
    """A view of a visitor's own talk; None also when it can't be read now."""
    try:
        return site.conversation.view(CHANNEL, person, view, at=site.now())
    except (NewerState, UnreadableState):
        return None


async def download(site: Site, document: Document, kind: str) -> Response:
    """A text to keep, as Word (``docx``) or as it is (``md``)."""
    text = document.markdown
    if kind == "md":
        return attached(document.name, kind, text.encode())
    wide, template = document.wide, site.template
    return attached(
        document.name, kind, await site.quick(to_docx, text, wide=wide, template=template)
    )


def attached(name: str, kind: str, body: bytes) -> Response:
    """A file to keep."""
    disposition = f'attachment; filename="{file_name(name)}.{kind}"'
    headers = {"Content-Disposition": disposition}
    return Response(body, media_type=MEDIA[kind], headers=headers)
