"""Somebody says that it is another kind of project than was heard: it is put right at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.dialogue import focus as at
from bot.dialogue.hearing import Facts, propose
from bot.dialogue.messages import Understanding
from bot.dialogue.places import here
from bot.dialogue.places import wording as sentences
from bot.dialogue.places.liken import possible
from bot.dialogue.turn import Turn
from bot.rules.model.situation import Situation
from bot.words.normal import normal
from bot.words.situations import denies, recognised, wants_another, without_denied

SHORT = 8
"""A text of so many words that names a kind says which it is, where that was just denied."""


def put_right(turn: Turn, text: str, understanding: Understanding) -> Turn | None:
    """What follows when a text says that it is not this kind of project; None when it does not."""
    place, said = here(turn), normal(text)
    if place.takes_kind:
        is_kind = len(said.split()) <= SHORT and not understanding.answers
        named = _new(turn, said, "") if is_kind else ""
        return place.with_kind(named) if named else None
    project = turn.state.project
    own = project.situation if project else None
    kind = turn.pack.situation(place.kind_heard or own)
    if kind is None:
        return turn.goto(at.Liken()) if project and wants_another(said) else None
    if not (denies(kind, said) or wants_another(said)):
        return None
    new = _new(turn, without_denied(said), kind.id)
    if place.kind_heard:
        dropped = turn if new else turn.notice(sentences.KIND_DROPPED)
        return here(dropped).with_kind(new)
    if new:
        return propose(turn, Facts((), situation=new, corrects=True))
    return turn.notice(sentences.KIND_DENIED.format(name=kind.name)).goto(at.Liken())


def _new(turn: Turn, said: str, old: str) -> str:
    """The kind that a text names instead; empty for none."""
    every: Iterable[Situation] = possible(turn) if turn.state.project else turn.pack.situations
    return next(_others(recognised(every, said), turn, old), "")


def _others(found: Iterable[str], turn: Turn, old: str) -> Iterator[str]:
    """Those that are neither this kind nor one of it."""
    for id in found:
        kind = turn.pack.situation(id)
        if kind and old not in (id, kind.of):
            yield id
