"""The words of a person that an answer came from: short, and without what points to a person."""

from __future__ import annotations

from dataclasses import dataclass

from bot.words.persons import Personal, masked

MOST = 80
"""A span is at most this long (characters)."""
_ENDS = " \t\n.,;:"
"""What stands behind the last word, and says nothing."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of a text by its places (``end`` is not in it), and its words as they may be kept."""

    start: int
    end: int
    words: str


def evidence(
    text: str,
    start: int = 0,
    end: int | None = None,
    pieces: tuple[Personal, ...] | None = None,
) -> Evidence:
    """The words of a stretch of a text; cut between words when it is too long.

    ``pieces``: what points to a person in the whole text, where that is known already.
    """
    end = len(text) if end is None else end
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip(_ENDS))
    last = end if end - start <= MOST else _cut(text, start)
    words = " ".join(masked(text, start, last, pieces).split())
    return Evidence(start, last, words if last == end else f"{words}…")


def _cut(text: str, start: int) -> int:
    """Where a stretch that is too long ends: after its last whole word that fits."""
    space = text.rfind(" ", start, start + MOST + 1)
    return space if space > start else start + MOST
