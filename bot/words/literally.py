"""Whether words of a person say an answer as the pack itself says it. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from bot.rules.model.questions.question import Option
from bot.words.normal import normal
from bot.words.patterns import DENIES
from bot.words.search import stem_of

_EMPTY = frozenset(
    [
        *("de", "het", "een", "er", "is", "zijn", "wordt", "worden", "was", "waren", "en", "of"),
        *("van", "in", "op", "te", "om", "aan", "bij", "voor", "met", "die", "dat", "dit", "zich"),
        *("mensen", "ze", "zij", "we", "wij", "ik", "ons", "onze", "hier", "ook", "al", "nog"),
    ]
)
"""Words that say nothing of an answer."""


def says(option: Option, words: str) -> bool:
    """Whether ``words`` have all that the label of an option says, or are an example of it; what is
    denied says it not."""
    said = normal(words).split()
    if not DENIES.isdisjoint(said):
        return False
    stems = {stem_of(word) for word in said}
    ways = (set(_stems(way)) for way in (option.label, option.sentence))
    is_named = any(way and way <= stems for way in ways)
    return is_named or normal(words) in map(normal, option.examples)


def _stems(text: str) -> Iterator[str]:
    return (stem_of(word) for word in normal(text).split() if word not in _EMPTY)
