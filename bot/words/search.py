"""Finds questions and chapters by their words: Dutch stems, typing errors, and no model.

Okapi BM25 over fields: what a thing is called counts more than what is told in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Literal

import snowballstemmer
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.rules.model.content import Chapter, Faq
from bot.rules.model.pack import Pack
from bot.words.normal import normal

_CALLED, _NAMED, _TOLD = 6.0, 3.0, 0.3
"""How often a word counts: in what a thing is called, in a way to ask it or in a head, and in what
is told."""
_SATURATES, _BY_LENGTH = 2.5, 0.6
"""How soon a repeated word stops counting, and how much long texts are held back."""
_MISTYPED = 0.7
"""A word that was meant counts for this much of one that was typed."""
_PART = 0.8
"""A part of a compound that nobody wrote as a whole counts for this much."""
_SHORTEST = 4
"""Shorter words are never taken for a typing error or for a part of a compound."""
_LONGEST = 60
"""Longer ones are passed over: no person typed them, and to cut them everywhere takes minutes."""
_STEM = snowballstemmer.stemmer("dutch").stemWord
_PLURAL = re.compile(r"\w{4,}(?<!gr|.m|.w)ens$")
"""Many of a thing that ends in "-en"; no "gemeentegrens", "medemens" or "hartenwens"."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found. ``share`` is how much of what was asked it holds (0 to 1)."""

    kind: Literal["faq", "chapter"]
    id: str
    title: str
    score: float
    share: float


@dataclass(frozen=True, slots=True)
class _Thing:
    """What can be found, with its weighed words."""

    kind: Literal["faq", "chapter"]
    id: str
    title: str
    counts: Mapping[str, float]


class Index:
    """The words of some questions and chapters; ``search`` ranks them for a text."""

    def __init__(self, faqs: Iterable[Faq], chapters: Iterable[Chapter]) -> None:
        self._things = (*map(_faq, faqs), *map(_chapter, chapters))
        sizes = [sum(thing.counts.values()) for thing in self._things]
        mean = sum(sizes) / max(1, len(sizes))
        self._gains: dict[str, list[tuple[int, float]]] = {}
        for place, (thing, size) in enumerate(zip(self._things, sizes, strict=True)):
            held = _SATURATES * (1 - _BY_LENGTH + _BY_LENGTH * size / mean)
            for stem, count in thing.counts.items():
                gain = count * (_SATURATES + 1) / (count + held)
                self._gains.setdefault(stem, []).append((place, gain))
        size = len(sizes)
        self._worth = {
            stem: log(1 + (size - len(gains) + 0.5) / (len(gains) + 0.5))
            for stem, gains in self._gains.items()
        }

    def search(self, text: str, limit: int) -> tuple[Hit, ...]:
        """At most ``limit`` things that hold words of the text, the best first."""
        asked = self._asked(text)
        whole = sum(weight * self._worth[stem] for stem, weight in asked.items())
        scores: dict[int, float] = {}
        shares: dict[int, float] = {}
        for stem, weight in asked.items():
            worth = weight * self._worth[stem]
            for place, gain in self._gains[stem]:
                scores[place] = scores.get(place, 0.0) + worth * gain
                shares[place] = shares.get(place, 0.0) + worth / whole
        best = sorted(scores, key=lambda place: (-scores[place], place))[:limit]
        return tuple(self._hit(place, scores[place], shares[place]) for place in best)

    def _hit(self, place: int, score: float, share: float) -> Hit:
        thing = self._things[place]
        return Hit(thing.kind, thing.id, thing.title, score, share)

    def _asked(self, text: str) -> dict[str, float]:
        """The stems that a text asks for, each with its weight."""
        asked: dict[str, float] = {}
        for word in normal(text).split():
            for stem, weight in self._meant(word):
                asked[stem] = max(weight, asked.get(stem, 0.0))
        return asked

    def _meant(self, word: str) -> list[tuple[str, float]]:
        """The known stems that a word stands for: its own, its parts, or what was mistyped."""
        if len(word) > _LONGEST:
            return []
        stem = stem_of(word)
        if stem in self._worth:
            return [(stem, 1.0)]
        if len(word) < _SHORTEST:
            return []
        if parts := self._parts(word):
            return [(part, _PART) for part in parts]
        most = 1 if len(stem) < 8 else 2
        near = process.extractOne(stem, self._worth.keys(), scorer=OSA.distance, score_cutoff=most)
        return [(near[0], _MISTYPED)] if near and len(near[0]) >= _SHORTEST else []

    def _parts(self, word: str) -> tuple[str, ...]:
        """The two known words of a compound ("buurt" and "regels" of "buurtregels")."""
        for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
            second = stem_of(word[cut:])
            for first in (word[:cut], word[: cut - 1] if word[cut - 1] == "s" else ""):
                if len(first) >= _SHORTEST and {stem_of(first), second} <= self._worth.keys():
                    return stem_of(first), second
        return ()


def index(pack: Pack) -> Index:
    """The index of a pack; packs with the same questions and chapters share one."""
    known = _OF_PACK.get(id(pack))
    if known is None or known[0] is not pack:  # to compare all questions takes 2 ms a text
        if len(_OF_PACK) >= _PACKS:
            _OF_PACK.clear()
        known = _OF_PACK[id(pack)] = (pack, _index(pack.faqs, pack.chapters))
    return known[1]


_PACKS = 32
_OF_PACK: dict[int, tuple[Pack, Index]] = {}
"""By the place of a pack in memory: the pack, which keeps that place, and its index."""


@lru_cache(maxsize=8)
def _index(faqs: tuple[Faq, ...], chapters: tuple[Chapter, ...]) -> Index:
    return Index(faqs, chapters)


@lru_cache(maxsize=1 << 14)
def stem_of(word: str) -> str:
    """The stem of a normal word: "bewoners" and "bewoner" are one, and "windmolens" and "windmolen"
    too, where Snowball's Dutch takes "-s" for the end of one and "-en" for the end of the other."""
    stem: str = _STEM(word[:-1] if _PLURAL.search(word) else word)
    return stem


def _faq(faq: Faq) -> _Thing:
    counts = _counts(faq.question, faq.phrasings, (answer.text for answer in faq.answers))
    return _Thing("faq", faq.id, faq.question, counts)


def _chapter(chapter: Chapter) -> _Thing:
    named = (chapter.when, *(head for head, _ in chapter.sections))
    told = (text for _, text in chapter.sections)
    return _Thing("chapter", chapter.slug, chapter.title, _counts(chapter.title, named, told))


def _counts(called: str, named: Iterable[str], told: Iterable[str]) -> dict[str, float]:
    counts: dict[str, float] = {}
    for texts, weight in (((called,), _CALLED), (named, _NAMED), (told, _TOLD)):
        for word in normal(" ".join(texts)).split():
            stem = stem_of(word)
            counts[stem] = counts.get(stem, 0.0) + weight
    return counts
