"""For the trainer, before a projector: the talk left, and right what the rules know of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from functools import partial
from typing import TypeAlias
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.advice import picture
from bot.channels.web import wording
from bot.channels.web.knowledge import LONGEST_SEARCH
from bot.channels.web.shown import Screen, screen_of
from bot.channels.web.site import CHANNEL, Site
from bot.channels.web.talk import TalkPages, seen
from bot.channels.web.trouble import Trouble
from bot.channels.web.visit import Visit
from bot.dialogue.advice_text import what_if_text
from bot.dialogue.commands import SKIP
from bot.dialogue.look import Look, look
from bot.dialogue.messages import Say
from bot.dialogue.replay import WORDS_A_MINUTE, Moment, replay
from bot.dialogue.state import State
from bot.dialogue.suppose import TIP, Difference, Movable, difference, movable
from bot.dialogue.turn import Shelf
from bot.packs.answers import book_of_case
from bot.rules.model.pack import WorkedCase
from bot.words.normal import normal

STAGE = "/presenteer"
KEPT_CASES = 16
LEAST_SECONDS = 4
PICK = "stel"
"""Names the answer that is supposed to be another one."""
PLAY = "speel"
"""In the address of a moment that goes on to the next by itself."""
Supposed: TypeAlias = tuple[tuple[Movable, ...], Difference | None]


class StagePages:
    """The talk, and worked cases, as they are shown to a room."""

    def __init__(self, site: Site, talk: TalkPages) -> None:
        self._site, self._talk = site, talk
        self._kept: dict[tuple[str, str, date], list[Moment]] = {}
        talk.places[STAGE] = self._own

    @property
    def routes(self) -> Sequence[Route]:
        """Their addresses."""
        return (Route(STAGE, self.show),)

    async def show(self, request: Request) -> Response:
        """One's own talk; or a moment of a worked case, by ``zaak`` and ``stap``."""
        if name := request.query_params.get("zaak"):
            return await self._case(request, name)
        return await self._own(request, await self._site.visit(request), "")

    async def _own(self, request: Request, visit: Visit, note: str) -> Response:
        site, pick = self._site, request.query_params.get(PICK, "")
        screen, look, supposed = await site.quick(self._read, visit.person, pick)
        asked = request.query_params.get("zoek", "")[:LONGEST_SEARCH].strip()
        cases = _cases((await site.pack()).cases, asked)
        shown = panel(look, None) | _shown(supposed, STAGE, {}, pick)
        known = look.glance if look else None
        return self._talk.page(
            request,
            "stage.html.j2",
            visit,
            note,
            screen,
            known,
            cases=cases,
            asked=asked,
            panel=shown,
        )

    def _read(self, person: str, pick: str) -> tuple[Screen, Look | None, Supposed | None]:
        """One's own talk and what is known of it; nothing when it can't be read now."""
        known = seen(self._site, person, partial(_whole, pick=pick))
        look, supposed = known or (None, None)
        replies = self._site.conversation.screen(CHANNEL, person)
        return screen_of(replies, look.glance if look else None), look, supposed

    def _moments(self, name: str, now: datetime) -> list[Moment]:
        """The moments of a case by today's rules; the last cases are kept. None: no such case."""
        shelf, day = self._site.conversation.shelf(now), now.date()
        compiled = shelf.pack(shelf.default)
        case = next((each for each in compiled.pack.cases if each.id == name), None)
        kept = (compiled.pack.version, name, day)
        if case is not None and kept not in self._kept:
            at = datetime.combine(day, time.min, now.tzinfo)
            book = book_of_case(compiled.pack, case, day)
            while len(self._kept) >= KEPT_CASES:
                self._kept.pop(next(iter(self._kept)))
            self._kept[kept] = replay(shelf, shelf.default, case.title, book, at)
        return self._kept.get(kept, [])

    async def _case(self, request: Request, name: str) -> Response:
        now = self._site.now()
        moments = await self._site.quick(self._moments, name, now)
        if not moments:
            raise Trouble(404)
        step = request.query_params.get("stap", "0")
        at = min(int(step), len(moments) - 1) if step.isdecimal() and len(step) < 5 else 0
        cases = (await self._site.pack()).cases
        case = next(each for each in cases if each.id == name)
        values = {
            "case": case,
            "cases": cases,
            "at": at,
            "last": len(moments) - 1,
            "skipped": SKIP.label,
            "said": [moment.said for moment in moments[1 : at + 1]],
            "plays": PLAY in request.query_params and at < len(moments) - 1,
            "reading": _seconds(moments[at]),
            **await self._site.quick(_known, moments, at, name, request.query_params.get(PICK, "")),
        }
        return self._site.page(request, "case.html.j2", case.title, values)


def _cases(cases: Sequence[WorkedCase], asked: str) -> list[WorkedCase]:
    """The cases that hold every word that was asked, in their id, title or description."""
    words = normal(asked).split()
    return [
        case
        for case in cases
        if all(word in normal(f"{case.id} {case.title} {case.description}") for word in words)
    ]


def _known(moments: Sequence[Moment], at: int, name: str, pick: str) -> dict[str, object]:
    """What is known by a moment: worked out in a thread, for it takes a while."""
    now, before = moments[at], moments[at - 1].look if at else None
    supposed = now.view(partial(_supposed, pick=pick))
    here = {"zaak": name, "stap": str(at)}
    return {
        "screen": screen_of(now.replies, now.glance),
        "panel": panel(now.look, before) | _shown(supposed, STAGE, here, pick),
    }


def _seconds(moment: Moment) -> int:
    """How long a moment stands there before the next comes: as long as one reads its words, and at
    least long enough to see what changed beside it."""
    said = " ".join((moment.said, *(say.text for say in moment.replies if isinstance(say, Say))))
    return max(LEAST_SECONDS, len(said.split()) * 60 // WORDS_A_MINUTE)


def panel(look: Look | None, before: Look | None) -> dict[str, object]:
    """What stands right: what is fixed, open and possible, and what would tip it. ``before``: one
    step earlier, for what the last answer changed."""
    if look is None:
        return {"look": None, "change": ""}
    card = look.card
    tip = card.hinge or card.tip
    return {
        "look": look,
        "open": [ask.name for ask in look.rules.open],
        "ladder": picture.ladder(look.glance.standing.ladder),
        "tip": what_if_text(tip) if tip else "",
        "change": _changed(look, before) if before else "",
    }


def _whole(shelf: Shelf, state: State, at: datetime, *, pick: str) -> tuple[Look | None, Supposed]:
    """All that stands right of a talk."""
    return look(shelf, state, at, whole=True), _supposed(shelf, state, at, pick=pick)


def _supposed(shelf: Shelf, state: State, at: datetime, *, pick: str) -> Supposed:
    """What could be answered otherwise, and what the pick of that makes of the advice."""
    return movable(shelf, state, at), difference(shelf, state, at, pick=pick) if pick else None


def _shown(
    supposed: Supposed | None, address: str, here: dict[str, str], pick: str
) -> dict[str, object]:
    """What can be changed, each with its address, and the difference that was asked for."""
    answers, change = supposed or ((), None)

    def to(pick: str) -> str:
        return f"{address}?{urlencode(here | {PICK: pick})}"

    return {
        "fixed": [(a.line, [(label, to(each)) for label, each in a.instead]) for a in answers],
        "tip_address": to(TIP),
        "difference": change,
        "is_tip": pick == TIP,
        "back": f"{address}?{urlencode(here)}" if here else address,
    }


def _changed(now: Look, before: Look) -> str:
    """What the last answer did to the forms that are left."""
    left = {rung.name for rung in before.glance.standing.ladder if rung.share}
    gone = [
        rung.name for rung in now.glance.standing.ladder if not rung.share and rung.name in left
    ]
    if gone:
        return wording.FELL_OUT.format(list=", ".join(gone))
    then, today = before.card.main.term, now.card.main.term
    return "" if then == today else wording.TIPPED.format(then=then, now=today)
