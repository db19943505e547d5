"""Which paper may have which of the lines that a person told. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.words.for_readers import is_note, is_of_readers
from bot.words.forbidden import names_one, unnamed
from bot.words.own_topics import DOUBTED, LETTER, NEVER, ONLY_IN, OUTSIDE, Told
from bot.words.to_the_writer import MAIL


def for_paper(told: Told, paper: str) -> Told:
    """What was told, of all papers and of this one alone."""
    mine: dict[str, tuple[str, ...]] = {}
    kept = unnamed(told.get(NEVER, ()))
    doubted = told.get(DOUBTED, ()) if paper in OUTSIDE else ()
    for topic, line in _of_paper(told, paper):
        is_sure = line not in doubted
        if topic == NEVER or (is_sure and not _stays_out(paper, line, kept)):
            mine[topic] = (*mine.get(topic, ()), line)
    return mine


def notes_left_out(told: Told, papers: Iterable[str]) -> list[str]:
    """The lines that stand in none of these papers that others read: notes, what must not be told,
    and what names that."""
    kept = unnamed(told.get(NEVER, ()))
    found: dict[str, None] = {}
    for paper in papers:
        for topic, line in _of_paper(told, paper):
            if (topic == NEVER and paper in OUTSIDE) or _stays_out(paper, line, kept):
                found[line] = None
    return list(found)


def unused(told: Told, texts: Iterable[str]) -> list[str]:
    """The lines of which the words stand in none of these papers."""
    said = [frozenset(_words(text)) for text in texts]
    lines = (
        line
        for id, lines in told.items()
        if id.partition(ONLY_IN)[0] not in _OF_PAPER
        for line in lines
    )
    return list(
        dict.fromkeys(line for line in lines if not any(_stands(line, one) for one in said))
    )


ENOUGH = 0.8
"""With so many of its words in a paper a line stands there, in other words perhaps."""
_OF_PAPER = ("aanhef", "op_dag", "duur")
"""What a request says of its papers themselves is no line of them."""


def _stands(line: str, said: frozenset[str]) -> bool:
    words = _words(line)
    return sum(word in said for word in words) >= ENOUGH * len(words)


def _words(text: str) -> list[str]:
    return [
        word for word in re.findall(r"\w+", text.lower()) if len(word) > SHORT or word.isdecimal()
    ]


SHORT = 3
"""Words of no more letters say too little to know a line by."""


def _stays_out(paper: str, line: str, kept: Iterable[frozenset[str]]) -> bool:
    """Whether a paper goes without a line: a note, or outside what must not be named there."""
    return _is_note_in(paper, line) or (paper in OUTSIDE and names_one(line, kept))


def _is_note_in(paper: str, line: str) -> bool:
    """Whether a line is a note that this paper goes without; a mail of one's own has an "ik"."""
    if paper == LETTER and is_of_readers(line):
        return True
    return (paper in OUTSIDE and is_note(line)) or (paper == MAIL and is_note(line, of_others=True))


def _of_paper(told: Told, paper: str) -> Iterator[tuple[str, str]]:
    for id, lines in told.items():
        topic, _, only = id.partition(ONLY_IN)
        if only in ("", paper) and topic != DOUBTED:
            yield from ((topic, line) for line in lines)
