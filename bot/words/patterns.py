"""A phrase of an editor: how it is written, and where a line of text has it. Pure.

A phrase is words with a space between: ``bedreig*`` is every word that begins so, ``a/b`` one of
these, ``a_b`` two words, ``(a/b)`` may be left out; ``..`` at most five other words, ``~`` at most
five that neither deny nor begin another clause; ``!a/b`` none of these comes next; ``,`` a sign;
``^`` in front: only where a sentence or clause begins; ``$`` at the end: only where one ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.words.normal import folded

DENIES = frozenset(("niemand", "geen", "gin", "nooit", "niet", "nie", "zonder", "niets", "niks"))
NEW_CLAUSE = frozenset(
    [
        *("|", ".", "en", "maar", "want", "omdat", "dat", "wie", "wat"),
        *("waarom", "hoe", "als", "toen", "dus", "terwijl"),
    ]
)
_OTHERS = frozenset(("die", "of", "laat", "laten"))
"""After these somebody else does what follows."""
_ENDS = "|".join(re.escape(word) for word in sorted(DENIES | NEW_CLAUSE | _OTHERS))
_OFTEN = frozenset(
    [
        *("de", "het", "een", "is", "in", "van", "nog", "niet", "met", "te", "we", "wij", "ze"),
        *("dat", "en", "op", "er", "voor", "aan", "mag", "kan", "moet", "heeft", "al", "die"),
        *("ik", "om", "wil", "maar", "als", "gaat", "zijn", "over", "uit", "bij", "door"),
    ]
)
_OFTEN_WEIGHS = 50
_JUMPS = {
    "..": "(?:[a-z0-9_|]+ ){0,5}",
    "~": rf"(?:(?!(?:{_ENDS}) )[a-z0-9]+ ){{0,5}}",
    ",": "[|.] ",
}
_NO_WORD = "(!"
"""A phrase may go without a word that begins so."""
_AT_START = r"(?:(?<=^ )|(?<=[.|] ))"
_AT_END = r"(?= (?:[.|]|$))"
_BETWEEN = re.compile("[/_]")


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A way to say something, and how many denials are part of it ("niet veilig" has one)."""

    pattern: re.Pattern[str]
    denials: int
    words: frozenset[str] = frozenset()
    """What it holds word for word."""
    needs: frozenset[str] = frozenset()
    """A line without any of these words can't have it; empty where nothing is known of that."""


@lru_cache(maxsize=4096)
def phrase(text: str) -> Phrase:
    """A phrase as an editor writes it; made once, for making one takes long."""
    words = folded(text.lower()).split()
    begins, ends = words[:1] == ["^"], words[-1:] == ["$"]
    words = words[begins : len(words) - ends]
    while not begins and words[0].startswith("("):
        words = words[1:]
    last = max((at for at, word in enumerate(words) if word[0] not in _NO_WORD), default=-1) + 1
    body = "".join(_JUMPS.get(word) or _word(word) for word in words[:last]).rstrip()
    body += "".join(_tail(word) for word in words[last:])
    said = [word.strip("()") for word in words if not word.startswith("!")]
    denials = sum(bool(DENIES & set(_BETWEEN.split(word))) for word in said)
    whole = {way for word in said for way in _BETWEEN.split(word) if way.isalpha()}
    needs = [_needs(word) for word in words if word not in _JUMPS and word[0] not in _NO_WORD]
    pattern = f"{_AT_START if begins else '(?<= )'}{body}{_AT_END if ends else '(?= )'}"
    known = min((one for one in needs if one), key=_often, default=frozenset[str]())
    return Phrase(re.compile(pattern), denials, frozenset(whole), known)


@dataclass(frozen=True, slots=True)
class Index:
    """Phrases by a word that a line must have, so that few of many are tried."""

    by_word: Mapping[str, frozenset[Phrase]]
    always: frozenset[Phrase]

    @staticmethod
    def of(phrases: Iterable[Phrase]) -> Index:
        """The index of these phrases."""
        by_word: dict[str, set[Phrase]] = {}
        always: set[Phrase] = set()
        for one in phrases:
            for word in one.needs:
                by_word.setdefault(word, set()).add(one)
            if not one.needs:
                always.add(one)
        return Index({word: frozenset(ones) for word, ones in by_word.items()}, frozenset(always))

    def near(self, line: str) -> frozenset[Phrase]:
        """The phrases that a line may have; the others it has not."""
        found = (self.by_word[word] for word in set(line.split()) if word in self.by_word)
        return self.always.union(*found)


def _word(word: str) -> str:
    """The pattern of one word of a phrase, with the space after it."""
    either = f"(?:{_ways(word)}) "
    if word.startswith("!"):
        return f"(?!{either})"
    return f"(?:{either})?" if word.startswith("(") else either


def _tail(word: str) -> str:
    """The same of a word that may lack or must lack, after the last other: the space is before."""
    either = f" (?:{_ways(word)})(?= )"
    return f"(?!{either})" if word.startswith("!") else f"(?:{either})?"


def _ways(word: str) -> str:
    either = "|".join(re.escape(way) for way in word.strip("(!)").split("/"))
    return either.replace(r"\*", "[a-z0-9]*").replace("_", " ")


def _needs(word: str) -> frozenset[str]:
    """Of each way to say a word the longest that stands there whole; none if one has no such."""
    ways = list(_whole(word))
    return frozenset(ways) if "" not in ways else frozenset()


def _often(words: frozenset[str]) -> int:
    """About how often a line has one of these words."""
    return len(words) + _OFTEN_WEIGHS * len(words & _OFTEN)


def _whole(word: str) -> Iterator[str]:
    for way in word.split("/"):
        yield max((one for one in way.split("_") if one.isalnum()), key=len, default="")
