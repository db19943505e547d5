"""What kind of project a text is about, by what people say of such projects: stems, no model."""

from __future__ import annotations

import re
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


_DENIED = re.compile(r"\b(?:niet|nie|geen)\b(?P<what>(?: \w+){1,5})")
_ABOUT_KIND = re.compile(
    r"^nee\b|\b(?:het|dit|dat|t|er|project|soort)(?: \w+)? (?:gaat|gaan|is|wordt|worden|betreft)\b"
    r"|\b(?:gaat|is|wordt|betreft) (?:het|dit|dat|er)\b|\b(?:we|wij|zij|ze) (?:gaan|doen|willen)\b"
)
_ANOTHER = re.compile(
    r"\b(?:ander|verkeerde?|niet (?:dit|dat|het juiste)) (?:soort|type) (?:project|plan)\b"
    r"|\bsoort(?: project| plan)? (?:klopt|is|was) (?:echt |helemaal )?(?:niet|verkeerd|fout)\b"
)
_OF_PROJECT = re.compile(
    r"\b(?:het|dit|t|project|plan) (?:\w+ )?(?:gaat|is|wordt|betreft)\b"
    r"|\bgaat (?:het|dit) (?:om|over)\b|\b(?:we|wij|gemeente|college|raad|wethouder)\b|\ber komt\b"
)
_NAMED = 4
"""A text of so many words names a kind of project, and nothing else."""
_LEAST_OF_NAME = 5
"""Of the name of a kind a word of so many letters says something."""


def denies(kind: Situation, text: str) -> bool:
    """Whether a text says that a project is not of this kind: "het gaat niet over slopen"."""
    said = normal(text)
    about = _ABOUT_KIND.search(said)
    return about is not None and any(
        _names(kind, match["what"])
        for match in _DENIED.finditer(said)
        if match.start() >= about.start()
    )


def is_of_project(text: str) -> bool:
    """Whether a text says what the project is, or names no more than that: "de bibliotheek wil wel
    helpen" does not."""
    said = normal(text)
    return len(said.split()) <= _NAMED or bool(_OF_PROJECT.search(said))


def wants_another(text: str) -> bool:
    """Whether a text says, without more, that it is another kind of project than was heard."""
    return bool(_ANOTHER.search(normal(text)))


def without_denied(text: str) -> str:
    """The words of a text without what it denies."""
    return _DENIED.sub(" ", normal(text))


def _names(kind: Situation, words: str) -> bool:
    """Whether words name a kind: by what is said of it, or by its own name."""
    own = {word for word in normal(kind.name).split() if len(word) >= _LEAST_OF_NAME}
    return bool(recognised((kind,), words)) or bool(own & set(words.split()))


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
