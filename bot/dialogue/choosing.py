"""Whose rules: a pack is chosen by a link, a command, a button or its name.

A project keeps the pack that it began with.
Packs are listed by their titles, which are known without loading any of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from bot.advice.origin import origin_sentence, scope, short_name
from bot.dialogue import wording
from bot.dialogue.focus import Doors
from bot.dialogue.turn import Shelf, Turn
from bot.words.normal import normal

MOST_NEAR = 3


# --- by name ----------------------------------------------------------------------------------


def titles(shelf: Shelf) -> Mapping[str, str]:
    """Pack id -> title, without loading a pack where that can be."""
    return shelf.titles or {name: compiled.pack.title for name, compiled in shelf.packs.items()}


def match(known: Mapping[str, str], text: str) -> str | None:
    """The pack that is surely meant: by its id, its title, or words that only its title has."""
    wanted = _plain(text)
    for name, title in known.items():
        if wanted and wanted in (_plain(name), _plain(title), _plain(short_name(title))):
            return name
    named = _with_words(known, wanted)
    return named[0] if len(named) == 1 else None


def near(known: Mapping[str, str], text: str) -> list[str]:
    """The packs that may be meant, at most three."""
    wanted = _plain(text)
    names = {
        _plain(name): pack for pack, title in known.items() for name in (pack, short_name(title))
    }
    close = [names[name] for name in get_close_matches(wanted, names, MOST_NEAR, 0.6)]
    return list(dict.fromkeys([*_with_words(known, wanted), *close]))[:MOST_NEAR]


def _plain(text: str) -> str:
    return " ".join(
        word for word in normal(text).split() if word not in ("gemeente", "pakket", "de", "het")
    )


def _with_words(known: Mapping[str, str], wanted: str) -> list[str]:
    words = set(wanted.split())
    return [pack for pack, title in known.items() if words and words <= set(_plain(title).split())]


# --- choosing ---------------------------------------------------------------------------------


def with_pack(turn: Turn, id: str) -> Turn:
    """The turn with this pack: its latest project at hand, or an empty project turned into one of
    it, or none; other projects keep their own."""
    state = replace(turn.state, pack=id)
    project = turn.state.project
    if project is not None and project.pack == id:
        return turn.with_state(state)
    state = state.focused(Doors())
    latest = [one.id for one in state.projects if one.pack == id and one.order]
    if not latest and project is not None and not project.order:
        version = turn.shelf.packs[id].pack.version
        return turn.with_state(state.with_project(replace(project, pack=id, version=version)))
    return turn.with_state(replace(state, current=latest[-1] if latest else ""))


def exists(shelf: Shelf, id: str) -> bool:
    """Whether this pack is there and loads."""
    return id in titles(shelf) and shelf.packs.get(id) is not None


def usable(shelf: Shelf, text: str) -> list[str]:
    """The packs that may be meant and that work: a draft is not offered in its own place."""
    return [pack for pack in near(titles(shelf), text) if exists(shelf, pack)]


def quoted(text: str) -> str:
    """What a person typed, as far as it fits in a sentence."""
    return text if len(text) <= wording.MOST_OF_A_NAME else f"{text[: wording.MOST_OF_A_NAME]}…"


def has_others(turn: Turn) -> bool:
    """Whether there are other rules to lay beside one's own."""
    return any(pack != turn.pack.id for pack in titles(turn.shelf))


def use(turn: Turn, id: str) -> Turn:
    """This pack from now on, and what that means. It must exist."""
    before = turn.state.project
    turn = with_pack(turn, id)
    turn = turn.notice(introduction(turn))
    if before and before.order and before.id != turn.state.current:
        name = short_name(titles(turn.shelf).get(before.pack, before.pack))
        told = wording.PACK_KEPT.format(project=before.name, pack=name)
        turn = turn.notice(told)
    return turn


def introduction(turn: Turn) -> str:
    """Whose rules these are, and for what plans they are meant."""
    pack = turn.shelf.packs[turn.state.pack].pack
    if pack.id == turn.shelf.default:
        return wording.PACK_DEFAULT.format(pack=short_name(pack.title))
    return "\n".join(filter(None, (origin_sentence(pack), scope(pack))))


def by_link(turn: Turn, payload: str) -> Turn:
    """A pack that was named when the conversation was opened; a name that is no pack is said."""
    pack = match(titles(turn.shelf), payload)
    if pack and exists(turn.shelf, pack):
        turn = with_pack(turn, pack)
        if pack == turn.shelf.default or (turn.state.project and turn.project.order):
            return turn
        return turn.notice(introduction(turn))
    close = [short_name(titles(turn.shelf)[pack]) for pack in usable(turn.shelf, payload)]
    return turn.notice(_no_link(payload, close))


def _no_link(payload: str, close: Iterable[str]) -> str:
    names = " of ".join(close)
    text = wording.PACK_UNKNOWN.format(name=quoted(payload))
    hint = wording.LINK_NEAR.format(names=names) if names else ""
    return " ".join(filter(None, (text, hint, wording.LINK_LIST)))
