"""What a message tells of a project beside the answers that were read in it: no rule looks at it,
and a paper needs it. It is kept with the yes that the answers get."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.dialogue.turn import Turn
from bot.words.left_out import is_about_who_writes, stays_inside
from bot.words.own_lines import lines_of, sorted_lines

LEAST = 3
"""Fewer words tell nothing by themselves."""
MOST = 300
"""So many characters of one piece are kept."""
MOST_KEPT = 12
"""So many sentences are kept of a project; the oldest go."""
_CUT = "…"
_ENDS = re.compile(r"[.!?;\n](?:\s|$)")


def also_told(text: str, unplaced: Iterable[str]) -> tuple[str, ...]:
    """The pieces of a text from which nothing was read that is asked, whole, as far as they may be
    kept: each of ``unplaced`` as it may be shown, cut short or not."""
    whole = dict.fromkeys(_whole(text, words) for words in unplaced)
    return tuple(one for one in whole if one and _may_be_kept(one))


def _whole(text: str, words: str) -> str:
    """The piece of which these words are the beginning; empty where it is not in the text."""
    if not words.endswith(_CUT):
        return words if len(words.split()) >= LEAST else ""
    start = text.find(words.removesuffix(_CUT).rstrip())
    if start < 0:
        return ""
    end = _ENDS.search(text, start)
    piece = " ".join(text[start : end.start() if end else len(text)].split())
    return piece if len(piece) <= MOST else ""


def _may_be_kept(piece: str) -> bool:
    return not is_about_who_writes(piece) and not stays_inside(piece)


def kept(turn: Turn, pieces: Iterable[str]) -> Turn:
    """The turn whose project remembers these, each sentence under what it is about."""
    project, lines = turn.project, list(_lines(turn, pieces))
    told = tuple(dict.fromkeys((*project.told, *lines)))[-MOST_KEPT:]
    return turn.with_project(replace(project, told=told))


def _lines(turn: Turn, pieces: Iterable[str]) -> Iterator[tuple[str, str]]:
    for piece in pieces:
        yield from lines_of(sorted_lines(piece, turn.pack.own_topics, turn.at.date()))
