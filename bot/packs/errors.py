"""Errors as help: where it stands, what is wrong, and what would be right. All of them at once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple

from bot.packs import wording

INPUT, FORM, FAQ, SOURCE, ID, KEY = "invoer", "vorm", "mensenvraag", "bron", "id", "sleutel"
OUTCOME, CELLS, BELOW = "uitkomst", "vakken", "onder"
"""The kinds of things that can be absent: an input is a question or a decision, an outcome one of
any advice, cells those of a row of a matrix; before another kind, it is not there below."""


class Place(NamedTuple):
    """Where something stands: the file, the line, and the path of keys within the file."""

    file: str
    line: int
    path: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in a pack. Sorts by file and line; ``str`` is a Dutch sentence.

    ``about``: what is not there, for ``bot.packs.inherit.follow_ups``: its kind, and its names.
    """

    file: str
    line: int
    path: str
    wrong: str
    right: str = ""
    about: tuple[str, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        path = f"{self.path}: " if self.path else ""
        return f"{self.file}:{self.line}: {path}{self.told}"

    @property
    def told(self) -> str:
        """What is wrong and what would be right, without where it stands."""
        if not self.right:
            return f"{self.wrong}."
        if self.right.startswith(wording.ASKS):
            return f"{self.wrong}. {self.right[0].upper()}{self.right[1:]}"
        end = "" if self.right.endswith("…") else "."
        return wording.RIGHT_WOULD_BE.format(wrong=self.wrong, right=self.right, end=end)


class PackError(Exception):
    """A pack that is refused, with every problem that was found. May be shown to a person."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Report:
    """Collects problems while a pack is read."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._settled: set[Place] = set()

    def add(
        self, place: Place, wrong: str, right: str = "", *,
        settles: bool = False, about: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        """Note that something is wrong here; ``settles`` keeps later checks of this place quiet,
        ``about`` says what is not there."""
        if place not in self._settled:
            self.problems.append(Problem(*place, wrong, right, about))
        if settles:
            self._settled.add(place)

    def successor(self) -> Report:
        """An empty report for a later check, which stays quiet about what is settled here."""
        later = Report()
        later._settled = set(self._settled)
        return later

    def raise_if_any(self) -> None:
        """Raise PackError when anything was wrong."""
        if self.problems:
            raise PackError(self.problems)


def listed(words: Iterable[str]) -> str:
    """``a, b of c``: at most twelve of the words, for in a sentence."""
    names = [f"‘{word}’" for word in words]
    if len(names) > 12:
        return f"{', '.join(names[:12])} …"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} of {names[-1]}"


_FALSE_FRIENDS = {
    **dict.fromkeys(("yes", "true", "y", "j", "on", "aan", "waar", "1", "x"), "ja"),
    **dict.fromkeys(("no", "false", "n", "off", "uit", "onwaar", "0"), "nee"),
}


def better_id(name: str) -> str:
    """An id that looks like this name; empty where there is no letter to begin with."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    better = re.sub(r"[^a-z0-9_]+", "_", plain.lower()).strip("_")[:24]
    return better if better[:1].isalpha() else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``bedoelde je ‘…’?`` when a known name, or a part of one, looks like this word; else the
    known names."""
    names = list(known)
    friend = _FALSE_FRIENDS.get(word.lower())
    same = [name for name in names if name.lower() == word.lower()]
    close = same or ([friend] if friend in names else get_close_matches(word, names, 1, 0.6))
    if not close:
        parts = {part: name for name in names for part in name.split("_") if len(part) > 3}
        close = [parts[part] for part in get_close_matches(word, parts, 1, 0.8)]
    if close:
        return wording.DID_YOU_MEAN.format(value=close[0])
    return listed(sorted(names)) if names else ""
