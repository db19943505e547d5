"""Which texts of a pack say something of law, on what they rest, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import urlsplit

from bot.rules.model.content import Source, is_valid_on
from bot.rules.model.pack import Pack

Kind = Literal["rule", "point", "term", "special", "method", "faq"]
Sure = Literal["read", "second_hand", "unread", "none"]
"""The law itself was read; somebody wrote so; a source that nobody has read; no source at all."""

_OF_LAW = re.compile(r"\bartikel(?:en)?\b|\bECLI:", re.IGNORECASE)
_LAWS = "wetten.overheid.nl"


@dataclass(frozen=True, slots=True)
class LawLine:
    """A text on law: where it stands, the article that it names apart, its sources."""

    kind: Kind
    id: str
    text: str
    sources: tuple[Source, ...]
    article: str = ""

    @property
    def sure(self) -> Sure:
        """How sure it is, as its sources make it: one that was read is enough."""
        if not self.sources:
            return "none"
        read = [source for source in self.sources if source.seen_on]
        if any(urlsplit(source.url or "").netloc == _LAWS for source in read):
            return "read"
        return "second_hand" if read else "unread"


def law_lines(pack: Pack, day: date) -> Iterator[LawLine]:
    """Every text of the pack on law that holds on the day, by kind, in the order of the pack."""
    for decision in pack.decisions:
        for rule in decision.logic.rules:
            name = f"{decision.id}.{rule.id}"
            if is_valid_on(rule, day) and _is_law(pack, rule.sources, dated=rule.valid_from):
                yield LawLine("rule", name, rule.why, _sources(pack, rule.sources))
    for point in pack.points:
        if is_valid_on(point, day) and _is_law(pack, point.sources, dated=point.valid_from):
            yield LawLine("point", point.id, point.text, _sources(pack, point.sources))
    for term in pack.terms:
        if term.kind == "law" and is_valid_on(term, day):
            yield LawLine("term", term.id, term.text, _sources(pack, term.sources), term.article)
    yield from _special(pack)
    for form in pack.forms:
        for method in form.methods:
            if method.legal:
                name = f"{form.id}, {method.name}"
                yield LawLine("method", name, method.legal, _of_law(pack, form.sources))
    for faq in pack.faqs:
        answer = faq.answer_on(day)
        if answer and (faq.legal or _is_law(pack, faq.sources)):
            yield LawLine("faq", faq.id, answer, _sources(pack, faq.sources))


def _special(pack: Pack) -> Iterator[LawLine]:
    """What is told of law about a kind of project, and in first aid."""
    for situation in pack.situations:
        for line in situation.lines:
            if _is_law(pack, line.sources):
                yield LawLine("special", situation.id, line.text, _sources(pack, line.sources))
    for asked in pack.project_questions:
        for line in asked.lines:
            if _is_law(pack, line.sources):
                yield LawLine("special", asked.id, line.text, _sources(pack, line.sources))
    for one in pack.evening:
        if _is_law(pack, one.line.sources):
            yield LawLine("special", one.id, one.line.text, _sources(pack, one.line.sources))


def _is_law(pack: Pack, ids: Iterable[str], *, dated: date | None = None) -> bool:
    """Whether something holds from a day on, as law does, or rests on an article or a ruling."""
    return dated is not None or bool(_of_law(pack, ids))


def _of_law(pack: Pack, ids: Iterable[str]) -> tuple[Source, ...]:
    return tuple(source for source in _sources(pack, ids) if _OF_LAW.search(source.title))


def _sources(pack: Pack, ids: Iterable[str]) -> tuple[Source, ...]:
    return tuple(source for id in ids if (source := pack.source(id)))
