"""What kind of project a text is about, by what people say of such projects: stems, no model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.rules.model.situation import Situation
from bot.words.normal import normal
from bot.words.search import stem_of

_EMPTY = frozenset(
    [
        *("de", "het", "een", "en", "van", "in", "op", "te", "voor", "wij", "we", "ze", "er"),
        *("om", "aan", "dat", "die", "dit", "is", "zijn", "wordt", "worden", "gaan", "gaat"),
        *("wil", "willen", "moet", "moeten", "met", "bij", "of", "ons", "onze", "hun", "naar"),
        *("over", "uit", "nog", "ook", "ik", "jij", "je"),
    ]
)
_LONG = 5
"""A stem of so many letters is also heard inside a compound: "zwembad" in "buitenzwembad"."""
_NO_COMPOUND = ("besluit",)
"""What only looks like a compound: nothing is heard at its end ("sluit" in "besluit")."""
_DENIES = frozenset(("geen",))
_REACH = 2
"""How many words after a denial are not heard."""


def recognised(situations: Iterable[Situation], text: str) -> tuple[str, ...]:
    """The ids of the kinds of project that a text tells of, the likeliest first; a narrower one
    before the kind that it is one of."""
    words, every = _heard(normal(text).split()), tuple(situations)
    scores = {one.id: _score(one, words) for one in every}
    for one in every:
        if one.of and scores[one.id]:
            scores[one.id] += scores.get(one.of, 0)
    ranked = sorted(scores, key=lambda id: -scores[id])
    return tuple(id for id in ranked if scores[id] > 0)


def _heard(words: Sequence[str]) -> frozenset[str]:
    """The words without what is denied ("geen azc")."""
    denied = {
        place + step
        for place, word in enumerate(words)
        if word in _DENIES
        for step in range(1, _REACH + 1)
    }
    return frozenset(word for place, word in enumerate(words) if place not in denied)


def _score(situation: Situation, words: frozenset[str]) -> float:
    """How much a text says of it: a cue of several words says more than one of a single word."""
    stems = {stem_of(word) for word in words}
    cues = map(_parts, situation.cues)
    sizes = [len(parts) for parts in cues if all(_is_there(part, words, stems) for part in parts)]
    return max(sizes, default=0) + sum(sizes) / 4


@lru_cache(maxsize=1 << 12)
def _parts(cue: str) -> tuple[str, ...]:
    """The words of a cue that say something."""
    return tuple(word for word in normal(cue).split() if word not in _EMPTY)


def _is_there(part: str, words: frozenset[str], stems: set[str]) -> bool:
    stem = stem_of(part)
    if stem in stems:
        return True
    return len(stem) >= _LONG and any(
        word.startswith(stem) or (word.endswith((stem, part)) and word not in _NO_COMPOUND)
        for word in words
    )
