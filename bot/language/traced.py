"""A text as it is read, with where each of its letters stood in the text as it was typed. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traced:
    """A text; ``places`` has, letter by letter, the place that it came from."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Traced:
        """A text as it was typed."""
        return cls(text, tuple(range(len(text))))

    def each(self, put: Callable[[str], str]) -> Traced:
        """With something put in the place of each letter."""
        return _joined(
            (said := put(sign), (place,) * len(said))
            for sign, place in zip(self.text, self.places, strict=True)
        )

    def sub(self, pattern: re.Pattern[str], put: Callable[[re.Match[str]], str]) -> Traced:
        """With something put in the place of each match: all of it comes from that match."""
        parts, end = [], 0
        if not pattern.search(self.text):
            return self
        for match in pattern.finditer(self.text):
            said, came = put(match), self.places[slice(*match.span())]
            parts.append((self.text[end : match.start()], self.places[end : match.start()]))
            parts.append((said, _spread(came, len(said))))
            end = match.end()
        return _joined((*parts, (self.text[end:], self.places[end:])))

    def part(self, start: int, end: int | None = None) -> Traced:
        """A stretch of it."""
        return Traced(self.text[start:end], self.places[start:end])

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of it, of one letter or more, stood in the text as it was typed."""
        places = self.places[start:end]
        return min(places), max(places) + 1


def _spread(came: tuple[int, ...], size: int) -> tuple[int, ...]:
    """So many letters over the places of those that they replace; the last one on the last."""
    most = len(came) - 1
    return tuple(came[min(most, at)] for at in range(size - 1)) + came[-1:] * min(size, 1)


def _joined(parts: Iterable[tuple[str, tuple[int, ...]]]) -> Traced:
    texts, places = zip(*parts, strict=True) if (parts := tuple(parts)) else ((), ())
    return Traced("".join(texts), tuple(place for part in places for place in part))
