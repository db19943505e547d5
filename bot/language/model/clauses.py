"""A text cut into the pieces that may each hold an answer. Used on both sides of the pipe."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_JOINT = re.compile(
    r"\s*[,;:()]\s+(?:(?:en|maar|want|dus|terwijl|omdat|alleen)\s+)?"
    r"|\s+[-–]\s+"
    r"|\s+(?:maar|want|terwijl|omdat|doordat|hoewel|waarbij|zodat|en|dus)\s+",
    re.IGNORECASE,
)
_SHORTEST = 3
"""A piece has at least this many words; a shorter one stays with its neighbour."""
_LIST = 6
"""A sentence this short may be a list of single words: "jongeren en winkeliers"."""
MOST = 24
"""At most this many pieces of one text are looked at."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, with where it stands."""

    text: str
    start: int
    end: int


def sentences(text: str) -> list[Piece]:
    """The sentences of a text."""
    return _cut(text, 0, _SENTENCE)


def clauses(sentence: Piece) -> list[Piece]:
    """The clauses of one sentence; a joint is a cut only when both sides say something."""
    found: list[Piece] = []
    for piece in _cut(sentence.text, sentence.start, _JOINT):
        if found and (_size(piece) < _SHORTEST or _size(found[-1]) < _SHORTEST):
            first = found.pop()
            inside = sentence.text[first.start - sentence.start : piece.end - sentence.start]
            piece = Piece(inside, first.start, piece.end)
        found.append(piece)
    return found


def pieces(text: str) -> list[Piece]:
    """Every sentence and every clause, without repeats: what is looked at for answers."""
    found: list[Piece] = []
    for sentence in sentences(text):
        parts = clauses(sentence)
        if len(parts) == 1 and _size(sentence) <= _LIST:
            parts = _cut(sentence.text, sentence.start, _JOINT)
        found += parts if len(parts) == 1 else [*parts, sentence]
    return list(dict.fromkeys(found))[:MOST]


def _cut(text: str, offset: int, joint: re.Pattern[str]) -> list[Piece]:
    """The pieces between the joints, trimmed, with their places in the whole."""
    edges = [0]
    for match in joint.finditer(text):
        edges += [match.start(), match.end()]
    edges.append(len(text))
    spans = [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    return [_trimmed(text, offset, *span) for span in spans if text[slice(*span)].strip()]


def _trimmed(text: str, offset: int, start: int, end: int) -> Piece:
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    part = part.strip()
    return Piece(part, offset + start, offset + start + len(part))


def _size(piece: Piece) -> int:
    return len(piece.text.split())
