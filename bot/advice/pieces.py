"""Pieces of a project in few words: those that get the same are named together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bot.advice.card import Piece
from bot.words.phrases import both

_WAYS: tuple[Callable[[Piece], str], ...] = (lambda piece: piece.part, lambda piece: piece.group)


def named_together(some: Sequence[Piece], every: Sequence[Piece]) -> tuple[str, ...]:
    """The names of some pieces; a part or group of which all pieces are among them is named once.
    None when that is the whole project."""
    if len(some) == len(every):
        return ()
    left, names = list(some), list[str]()
    for way in _WAYS:
        for name in dict.fromkeys(filter(None, map(way, some))):
            whole = [piece for piece in every if way(piece) == name]
            if all(piece in some for piece in whole) and any(piece in left for piece in whole):
                names.append(name)
                left = [piece for piece in left if piece not in whole]
    return (*names, *(piece.name for piece in left))


def joined(names: Iterable[str]) -> str:
    """These names within a sentence; with a stronger sign where a name holds a comma itself."""
    small = [name.lower() for name in names]
    return "; ".join(small) if any("," in name for name in small) else both(small)
