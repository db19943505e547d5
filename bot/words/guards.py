"""Kinds of text that are heard by phrases of an editor, without a model: danger, doubt. Pure.

How a phrase is written stands in `bot.words.patterns`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.rules.model.content import Source
from bot.words.normal import folded
from bot.words.patterns import DENIES, NEW_CLAUSE, Index, Phrase

MOST_LETTERS = 4096
LEAST_TYPED = 5
"""A word of so many letters is also heard when it is mistyped a little."""
BEFORE = 4
"""A denial counts from so many words before what it denies."""
_TOKEN = re.compile(r"[a-z0-9]+|[.!?\n]+|[,;:()–—]+")
_NO_DENIAL = re.compile(
    r"(?<= )(?:niet (?:alleen|normaal|goed|fijn|leuk|oke)"
    r"|weet (?:het |t |echt |nog )*niet|geen idee)(?= )"
)
_DENIED_AFTER = re.compile(
    r"(?:[a-z0-9]+ )?(?:niet|niemand)"
    r"(?: (?:meer|hoor|echt|gelukkig|geworden|geraakt))?(?: [|.]| *$)"
)


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one kind; ``first_aid`` says whether the first-aid card follows."""

    text: str
    sources: tuple[Source, ...] = ()
    first_aid: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """What tells that something is of long ago, or only talked about (a policy, a film): of these
    kinds it does not count in a sentence that has one of the phrases, unless one of ``now`` stands
    in that sentence too."""

    kinds: frozenset[str] = frozenset()
    phrases: tuple[Phrase, ...] = ()
    now: tuple[Phrase, ...] = ()

    def without(self, line: str) -> str:
        """A line without its sentences of long ago."""
        return " . ".join(one for one in line.split(" . ") if not self._tells(f" {one} "))

    def _tells(self, sentence: str) -> bool:
        is_past = any(phrase.pattern.search(sentence) for phrase in self.phrases)
        return is_past and not any(phrase.pattern.search(sentence) for phrase in self.now)


@dataclass(frozen=True, slots=True)
class Guards:
    """The kinds, the gravest first, with their phrases; what only looks like one; and what is said
    of each. ``deniable``: a phrase that is denied ("niemand is bedreigd") does not count."""

    kinds: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    alike: tuple[Phrase, ...] = ()
    told: Mapping[str, Told] = field(default_factory=dict)
    deniable: bool = True
    past: tuple[Past, ...] = ()

    _mistyped: Mapping[str, str] = field(init=False, repr=False, compare=False)
    _index: Index = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        phrases = (*(one for kind in self.kinds.values() for one in kind), *self.alike)
        words = {word for one in phrases for word in one.words}
        object.__setattr__(self, "_mistyped", _mistyped(words))
        object.__setattr__(self, "_index", Index.of(phrases))

    def heard(self, text: str) -> str:
        """The first kind that a text tells of; empty when it tells of none."""
        return next(iter(self.all_heard(text)), "")

    def all_heard(self, text: str) -> tuple[str, ...]:
        """Every kind that a text tells of, the gravest first."""
        line = _line(text[:MOST_LETTERS], self._mistyped)
        if self.deniable:
            line = _NO_DENIAL.sub(_blank, line)
        near = self._index.near(line)
        for phrase in self.alike:
            line = phrase.pattern.sub(_blank, line) if phrase in near else line
        return tuple(kind for kind in self.kinds if self._has(kind, line, near))

    def is_now(self, kind: str, text: str) -> bool:
        """Whether a text has more than sentences of long ago, or of what is only talked about."""
        return bool(self._now(kind, _line(text[:MOST_LETTERS], self._mistyped)).strip(" ."))

    def is_like(self, text: str) -> bool:
        """Whether a text has words that only look like one of the kinds."""
        line = _line(text[:MOST_LETTERS], self._mistyped)
        return any(phrase.pattern.search(line) for phrase in self.alike)

    def _now(self, kind: str, line: str) -> str:
        for past in self.past:
            line = f" {past.without(line.strip())} " if kind in past.kinds else line
        return line

    def _has(self, kind: str, line: str, near: frozenset[Phrase]) -> bool:
        ways = [one for one in self.kinds[kind] if one in near]
        now = self._now(kind, line) if ways else ""
        return any(self._holds(one, now) for one in ways)

    def _holds(self, phrase: Phrase, line: str) -> bool:
        said = phrase.pattern.finditer(line)
        return any(not (self.deniable and _is_denied(phrase, match, line)) for match in said)


def line_of(text: str) -> str:
    """The words of a text as phrases read them: one space around each, signs as ``.`` and ``|``."""
    return _line(text[:MOST_LETTERS], {})


def _mistyped(words: Iterable[str]) -> Mapping[str, str]:
    """Ways to mistype these words: two letters that changed places, or one that is not doubled."""
    known = frozenset(words)
    meant: dict[str, str] = {}
    for word in known:
        for at in range(1, len(word) - 1) if len(word) >= LEAST_TYPED else ():
            first, second = word[at], word[at + 1]
            typed = word[:at] + (first if first == second else second + first) + word[at + 2 :]
            if typed not in known:
                meant[typed] = word
    return meant


def _line(text: str, mistyped: Mapping[str, str]) -> str:
    """The words of a text with one space around each; ``.`` ends a sentence, ``|`` a clause."""
    plain = folded(unicodedata.normalize("NFKD", text.lower()))
    tokens = _TOKEN.findall(re.sub("['’`´]", "", plain))
    signs = {".": ".", "!": ".", "?": ".", "\n": "."}
    words = (token if token[0].isalnum() else signs.get(token[0], "|") for token in tokens)
    return f" {' '.join(mistyped.get(word, word) for word in words)} "


def _blank(match: re.Match[str]) -> str:
    return " ".join("_" for _ in match[0].split())


def _is_denied(phrase: Phrase, match: re.Match[str], line: str) -> bool:
    inside = sum(word in DENIES for word in match[0].split())
    if inside > phrase.denials:
        return True
    if _denies(line[: match.start()].split()[-BEFORE:]):
        return True
    return bool(_DENIED_AFTER.match(line[match.end() + 1 :]))


def _denies(before: Iterable[str]) -> bool:
    """Whether these words deny what comes right after them."""
    is_denied = False
    for word in before:
        is_denied = word not in NEW_CLAUSE and (is_denied or word in DENIES)
    return is_denied
