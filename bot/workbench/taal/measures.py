"""Measures over one text: how hard its sentences are, whom it addresses, who does what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.workbench.taal import wording
from bot.workbench.taal.text import sentences, words

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMAL = frozenset({"u", "uw", "uwe", "uzelf"})
FAMILIAR = frozenset({"je", "jij", "jou", "jouw", "jullie", "jezelf"})

_QUOTED = re.compile(r"[\"“„][^\"”“]*[\"”]|‘[^’]*’|(?<!\w)'[^']*'(?!\w)")
_PASSIVE = re.compile(
    r"\b(?:wordt|worden|werd|werden)\b(?:\s+\S+){0,8}?\s+"
    r"((?:ge|be|ver|ont|her|er)[a-zë]{2,}(?:d|t|en)|\w{2,}ge[a-zë]{2,}(?:d|t|en))\b",
    re.IGNORECASE,
)


class ToolMissing(Exception):
    """A tool of the readability check is not installed; the message says what to do."""

    def __init__(self, what: str) -> None:
        super().__init__(wording.NOT_READY.format(what=what))


def flesch_douma(body: str) -> float:
    """The Flesch-Douma score: 100 is very easy, 60 plain, 30 hard. Counted by textstat."""
    textstat = _textstat()
    parts = [re.sub(r"[.!?…]+(?=\s|$)", "", part).strip(" :;,") for part in sentences(body)]
    counted = [words(part) for part in parts]
    total = sum(len(part) for part in counted)
    if not total:
        return 100.0
    syllables = sum(int(textstat.syllable_count(word)) for part in counted for word in part)
    return 206.835 - 0.93 * (total / len(parts)) - 77.0 * (syllables / total)


def sentence_lengths(body: str) -> list[tuple[int, str]]:
    """Each sentence with its number of words."""
    return [(len(words(sentence)), sentence) for sentence in sentences(body)]


def mean(numbers: Sequence[int]) -> float:
    """The mean, 0 for none."""
    return sum(numbers) / len(numbers) if numbers else 0.0


def forms_of_address(body: str) -> tuple[bool, bool]:
    """Whether a text says u, and whether it says je. What stands between quotes doesn't count."""
    said = {word.lower() for word in words(_QUOTED.sub(" ", body))}
    return bool(said & FORMAL), bool(said & FAMILIAR)


def passives(body: str) -> list[str]:
    """Sentences that look passive ("wordt … besloten"). A hint: some are right as they are."""
    return [sentence for sentence in sentences(body) if _PASSIVE.search(sentence)]


_loaded: list[Any] = []


def _textstat() -> Any:
    """textstat, set to Dutch. Imported late: only the check needs it."""
    if not _loaded:
        try:
            import textstat  # type: ignore[import-untyped]
        except ImportError as missing:
            raise ToolMissing(wording.MEASURING) from missing
        textstat.set_lang("nl")
        _loaded.append(textstat)
    return _loaded[0]
