"""The answer to a question about a project, from what is known of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, islice

from bot.rules.model.line import Holds, Line
from bot.rules.model.project_question import ProjectQuestion

_OPENS = "{"


def meant(
    questions: Iterable[ProjectQuestion], asks: str, kinds: Iterable[str]
) -> ProjectQuestion | None:
    """The question of this kind for a project of one of ``kinds``; what is only for such projects
    goes before what is for every one."""
    of_kind, told = [one for one in questions if one.asks == asks], frozenset(kinds)
    own = (one for one in of_kind if one.kinds and told & frozenset(one.kinds))
    every = (one for one in of_kind if not one.kinds)
    return next(chain(own, every), None)


def said(
    question: ProjectQuestion, form: str, holds: Holds, known: Mapping[str, str | None]
) -> tuple[Line, ...]:
    """The sentences that answer it, with what is ``known`` in their slots (``{wie}``); a sentence
    with a slot of which nothing is known (None) is not said."""
    parts = (
        *islice(_fitting(question.core, form, holds, known), 1),
        *_fitting(question.beside, form, holds, known),
    )
    return tuple(dict.fromkeys(parts))


def _fitting(
    lines: Iterable[Line], form: str, holds: Holds, known: Mapping[str, str | None]
) -> Iterator[Line]:
    for line in lines:
        text = _filled(line.text, known)
        if _OPENS not in text and line.fits(form, holds):
            yield replace(line, text=text)


def _filled(text: str, known: Mapping[str, str | None]) -> str:
    for name, value in known.items():
        text = text if value is None else text.replace(f"{{{name}}}", value)
    return text
