"""An address for every chapter of first aid and every answer, with a search over both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.web import wording
from bot.channels.web.site import Site
from bot.channels.web.trouble import Trouble
from bot.rules.model.content import Chapter, Faq, Source
from bot.rules.model.pack import Pack
from bot.words.search import Hit, index

MOST_HITS = 10
LEAST_SHARE = 0.3
"""What holds less of the words that were asked is not shown."""
LONGEST_SEARCH = 300


class KnowledgePages:
    """The chapters and the questions of the default pack."""

    def __init__(self, site: Site) -> None:
        self._site = site

    @property
    def routes(self) -> Sequence[Route]:
        """Their addresses."""
        return (
            Route("/ehbo", self.chapters),
            Route("/ehbo/{slug}", self.chapter),
            Route("/vragen", self.questions),
            Route("/vragen/{id}", self.question),
        )

    async def chapters(self, request: Request) -> Response:
        """All chapters, and what was looked for."""
        pack = await self._site.pack()
        values = await self._site.quick(_searched, pack, request)
        values["chapters"] = pack.chapters
        return self._site.page(request, "chapters.html.j2", wording.CHAPTERS, values)

    async def chapter(self, request: Request) -> Response:
        """One chapter."""
        pack = await self._site.pack()
        chapter = pack.chapter(request.path_params["slug"])
        if chapter is None:
            raise Trouble(404)
        values = {
            "chapter": chapter,
            "sources": _sources(pack, chapter.sources),
            "related": _about(pack, chapter),
            "pages": {each.title: f"/ehbo/{each.slug}" for each in pack.chapters},
        }
        return self._site.page(request, "chapter.html.j2", chapter.title, values)

    async def questions(self, request: Request) -> Response:
        """All questions by subject, and what was looked for."""
        pack = await self._site.pack()
        values = await self._site.quick(_searched, pack, request)
        values["subjects"] = _by_subject(pack)
        return self._site.page(request, "questions.html.j2", wording.QUESTIONS, values)

    async def question(self, request: Request) -> Response:
        """One question with the answer that is true today."""
        pack = await self._site.pack()
        faq = pack.faq(request.path_params["id"])
        if faq is None:
            raise Trouble(404)
        values = {
            "faq": faq,
            "answer": faq.answer_on(self._site.now().date()),
            "sources": _sources(pack, faq.sources),
            "chapters": [found for slug in faq.chapters if (found := pack.chapter(slug))],
            "related": [other for id in faq.related if (other := pack.faq(id))],
            "checked_on": pack.checked_on,
            "contact": pack.contact,
        }
        return self._site.page(request, "question.html.j2", faq.question, values)


def _searched(pack: Pack, request: Request) -> dict[str, object]:
    """What holds the words that were looked for; nothing before anybody looked."""
    text = request.query_params.get("zoek", "")[:LONGEST_SEARCH].strip()
    hits = index(pack).search(text, MOST_HITS) if text else ()
    return {"asked": text, "hits": [_shown(hit) for hit in hits if hit.share >= LEAST_SHARE]}


def _shown(hit: Hit) -> Mapping[str, str]:
    room = "/ehbo/" if hit.kind == "chapter" else "/vragen/"
    return {"address": f"{room}{hit.id}", "title": hit.title, "kind": wording.KINDS[hit.kind]}


def _sources(pack: Pack, ids: Sequence[str]) -> list[Source]:
    return [source for id in ids if (source := pack.source(id))]


def _about(pack: Pack, chapter: Chapter) -> list[Faq]:
    """The questions that name a chapter."""
    return [faq for faq in pack.faqs if chapter.slug in faq.chapters][:8]


def _by_subject(pack: Pack) -> list[tuple[str, list[Faq]]]:
    ordered = sorted(pack.faqs, key=lambda faq: faq.subject)
    return [(subject, list(faqs)) for subject, faqs in groupby(ordered, lambda faq: faq.subject)]
