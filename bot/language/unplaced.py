"""The clauses of a text from which nothing was read, so that a person is told. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from bot.dialogue.messages import Understanding
from bot.language.model.asking import is_asking
from bot.language.model.clauses import clauses, sentences
from bot.words.evidence import evidence
from bot.words.persons import personal

MOST = 3
"""So many are told."""
LEAST_WORDS = 4
"""A clause of so many words says something; a shorter one is not missed."""


def with_unplaced(told: Understanding, text: str) -> Understanding:
    """What was understood of a text that told several things, with what it tells beside them."""
    if len(told.evidence) < 2:
        return replace(told, unplaced=())
    return replace(told, unplaced=tuple(islice(_unplaced(told, text), MOST)))


def _unplaced(told: Understanding, text: str) -> Iterator[str]:
    """Whole clauses, as they may be shown."""
    taken, pieces = [(one.start, one.end) for _, one in told.evidence], personal(text)
    for piece in (clause for one in sentences(text) for clause in clauses(one)):
        is_free = all(piece.end <= first or last <= piece.start for first, last in taken)
        is_said = len(piece.text.split()) >= LEAST_WORDS and not is_asking(piece.text)
        if is_free and is_said:
            yield evidence(text, piece.start, piece.end, pieces).words
