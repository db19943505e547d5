"""For the helpdesk: a mail goes in, its questions come out with answers and a draft. Nothing of it
is kept."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.web import forms, wording
from bot.channels.web.site import Site
from bot.channels.web.talk import TalkPages


class DeskPages:
    """A mail is answered."""

    def __init__(self, site: Site, talk: TalkPages) -> None:
        self._site, self._talk = site, talk

    @property
    def routes(self) -> Sequence[Route]:
        """Their addresses."""
        return (
            Route("/beantwoord", self.ask),
            Route("/beantwoord", self.answer, methods=["POST"]),
        )

    async def ask(self, request: Request) -> Response:
        """Room for a mail."""
        visit = await self._site.visit(request)
        values = {"reply": None, "language": self._site.conversation.status()}
        return self._site.page(request, "desk.html.j2", wording.DESK, values, visit=visit)

    async def answer(self, request: Request) -> Response:
        """The questions of a mail, each with its answer, and a draft."""
        form, visit = await self._talk.form(request, forms.LARGE)
        answer = self._site.conversation.reply_to_mail
        reply = await self._site.slow(answer, form.get("mail"))
        values = {"reply": reply, "language": self._site.conversation.status()}
        return self._site.page(request, "desk.html.j2", wording.DESK_ANSWERED, values, visit=visit)
