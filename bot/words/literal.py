"""Words that are literally one answer, by the phrases of an editor; no model. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.words.guards import Guards

Options = frozenset[str]
"""Answers as ``question.option``."""


@dataclass(frozen=True, slots=True)
class Literal:
    """The phrases of answers (``question.option``), and what they do beside each other."""

    said: Guards = field(default_factory=Guards)
    opening: Guards = field(default_factory=Guards)
    """Phrases that are an answer only where a text opens: who wants something there, began; who
    wants something later on, has an opinion."""
    out: Guards = field(default_factory=lambda: Guards(deniable=False))
    """What says that an answer is not so, wherever it stands in a text."""
    anchors: Guards = field(default_factory=lambda: Guards(deniable=False))
    """Words, one of which a text must have before a model's answer to a question counts."""
    stays: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The kinds of doubt with which an answer is so all the same."""
    yields: Mapping[str, Options] = field(default_factory=dict)
    """The answers beside which an answer does not count."""

    def one_of(self, options: Iterable[str]) -> Options:
        """Of several answers to a question those that count; who reads may find more than one."""
        said = frozenset(options)
        return frozenset(one for one in said if not self.yields.get(one, frozenset()) & said)

    def has_anchor(self, option: str, words: str) -> bool:
        """Whether words may hold an answer: they have the anchors of it and of its question."""
        asked = {option, option.partition(".")[0]} & set(self.anchors.kinds)
        return asked <= set(self.anchors.all_heard(words))
