"""Whether a text is English: this bot speaks Dutch alone, and says so. Pure."""

from __future__ import annotations

from bot.words.normal import normal

# ruff: noqa: SIM905 - a list of short words reads best as one text
_ENGLISH = frozenset(
    "the what how can could should you your please my our with have has are this that these and "
    "for from about when where which who why does do not residents citizens people need want "
    "hello hi thanks thank yes nothing everything council neighbours municipality there they "
    "it".split()
)
_DUTCH = frozenset(
    "de het een ik wij niet geen van voor wat hoe mag moet naar met als maar zijn wordt er dat "
    "deze onze ons bij ook nog om te uit aan en".split()
)

ENGLISH = "Sorry, I only speak Dutch: please try a few simple Dutch words, or use the buttons."
"""What is said then: the one sentence of this bot that is no Dutch."""


def is_english(text: str) -> bool:
    """Whether the words of a text are English, and none is Dutch."""
    words = normal(text).split()
    return (
        len(words) > 1 and not _DUTCH & set(words) and len(_ENGLISH & set(words)) * 4 >= len(words)
    )
