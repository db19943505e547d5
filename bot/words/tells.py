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


def is_of_myself(text: str) -> bool:
    """Whether a text speaks of who writes: "ik weet niet hoe ik dat zeg"."""
    return bool(_OF_MYSELF.search(text))


def needs_something(text: str) -> bool:
    """Whether who writes needs something: "mijn laptop doet het niet", "ik kan niet inloggen"."""
    return bool(_NEEDS.search(text))
