"""What a message tells of a project beside the answers that were read in it: no rule looks at it,
and a paper needs it. It is kept with the yes that the answers get."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.dialogue.turn import Turn
from bot.words.for_readers import is_of_health
from bot.words.in_doubt import with_doubts
from bot.words.left_out import is_about_who_writes, stays_inside
from bot.words.meeting_lines import DAY, is_appointment
from bot.words.own_lines import lines_of, sorted_lines
from bot.words.own_parts import without_questions
from bot.words.own_topics import DOUBTED
from bot.words.written_out import days_in_full

LEAST = 3
"""Fewer words tell nothing by themselves."""
MOST_OF_DAY = 8
"""So many words with a day tell no more than that."""
MOST = 300
"""So many characters of one piece are kept."""
MOST_KEPT = 24
"""So many sentences are kept of a project; the oldest go."""
_CUT = "…"
_SENTENCES = re.compile(r"(?<=\?)\s+|[.!;]\s+|\n+|[.!;]$")
_CLAUSES = re.compile(r", ")
_ENDS = re.compile(r"[.!?;\n](?:\s|$)")


def also_told(text: str, unplaced: Iterable[str], read: Iterable[str] = ()) -> tuple[str, ...]:
    """What a text tells that a paper may need, in its own order, as far as it may be kept: the
    pieces from which answers were ``read``, those that were not asked or stayed ``unplaced``, each
    whole; and what stands beside those."""
    pieces = [one for words in (*unplaced, *read) if (one := _whole(text, words))]
    sentences = filter(None, (part.strip() for part in _SENTENCES.split(text)))
    beside = [one for sentence in sentences for one in _apart(sentence, pieces)]
    found = sorted(dict.fromkeys((*pieces, *beside)), key=text.find)
    return tuple(filter(_may_be_kept, found))


def _apart(sentence: str, pieces: Sequence[str]) -> Iterator[str]:
    """A sentence, or of one that has such pieces the clauses beside them."""
    parts = _CLAUSES.split(sentence) if any(one in sentence for one in pieces) else [sentence]
    for part in parts:
        is_new = not any(one in part or part in one for one in pieces)
        tells = len(part.split()) > LEAST and without_questions(part) and not _is_of_day(part)
        if is_new and tells:
            yield part


def _is_of_day(part: str) -> bool:
    """Whether a clause has hardly more than a day, which is heard and asked as such."""
    full = days_in_full(part)
    return is_appointment(full) or bool(DAY.search(full) and len(part.split()) <= MOST_OF_DAY)


def beside(also: Iterable[str], words: Iterable[str]) -> tuple[str, ...]:
    """What a text tells beside the answers that are shown with their ``words``."""
    shown = [said.removesuffix(_CUT).rstrip() for said in words]
    return tuple(one for one in also if not any(one.startswith(said) for said in shown))


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
    return not (
        is_about_who_writes(piece) or stays_inside(piece) or is_of_health(piece) or "?" in piece
    )


def kept(turn: Turn, pieces: Iterable[str]) -> Turn:
    """The turn whose project remembers these, each sentence under what it is about."""
    project, lines = turn.project, with_doubts(_lines(turn, pieces), turn.fits)
    told = dict.fromkeys((*project.told, *lines))
    stays = [one for one in told if one[0] != DOUBTED][-MOST_KEPT:]
    doubts = [one for one in told if one[0] == DOUBTED and one[1] in {line for _, line in stays}]
    return turn.with_project(replace(project, told=(*stays, *doubts)))


def _lines(turn: Turn, pieces: Iterable[str]) -> Iterator[tuple[str, str]]:
    for piece in pieces:
        yield from lines_of(sorted_lines(piece, turn.pack.own_topics, turn.at.date()))
