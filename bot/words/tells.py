"""Whether who writes speaks of themselves, or needs something for themselves. Pure."""

from __future__ import annotations

import re

_OF_MYSELF = re.compile(r"\b(?:ik|mij|me|mezelf)\b|\bgeen idee\b", re.IGNORECASE)
_NEEDS = re.compile(
    r"\b(?:ik|we|wij)\b(?: \w+){0,3} (?:wil|willen|moet|moeten|kan|kunnen|kom|krijg|krijgen|zoek"
    r"|vraag|mag)\b|\b(?:wil|moet|kan|mag|zoek|krijg|vraag|kom|heb) ik\b"
    r"|\bmijn (?:\w+ ){1,3}(?:doet|werkt|start|loopt|is (?:kapot|vergeten|kwijt))\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"^(?:en |maar |want |dus )?(?:de|het|een|mijn|onze|ons|die|dat|deze|dit|er|ze|zij|hij|iemand"
    r"|niemand|sommige|veel|alle|over|in|op|bij|voor|met|als|volgens|twee|drie|vier)\b",
    re.IGNORECASE,
)
_TO_THE_BOT = re.compile(
    r"\b(?:ik|mij|me|je|jij|jou|jullie|u|graag|alsjeblieft|aub|svp)\b", re.IGNORECASE
)
_LEAST = 5
"""So many words may tell what others do."""


def tells_of_others(text: str) -> bool:
    """Whether a text begins as one that tells of others, and says nothing to who reads it."""
    is_long = len(text.split()) >= _LEAST
    return is_long and bool(_OTHERS.search(text)) and not _TO_THE_BOT.search(text)


def is_of_myself(text: str) -> bool:
    """Whether a text speaks of who writes: "ik weet niet hoe ik dat zeg"."""
    return bool(_OF_MYSELF.search(text))


def needs_something(text: str) -> bool:
    """Whether who writes needs something: "mijn laptop doet het niet", "ik kan niet inloggen"."""
    return bool(_NEEDS.search(text))
