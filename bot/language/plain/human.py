"""Whether somebody asks for a human, heard without a model: who is stuck must not have to wait."""

from __future__ import annotations

import re

from bot.dialogue import commands
from bot.dialogue.messages import Candidate, Understanding
from bot.words.normal import folded

_MOST_WORDS = 12
"""A longer text is a story, in which others want to speak to somebody."""
_SOMEBODY = (
    r"(?:mens|persoon|iemand|medewerker|collega|\w*adviseur|contactpersoon|helpdesk|van jullie)"
)
_SPEAK = (
    r"(?:spreken|praten|proaten|bellen|belt|bel|telefoon|telefoonnummer|nummer|lijn|contact"
    r"|helpen|overnemen|afspraak|persoonlijk|graag|echte?|door(?! (?:de|het|een|elkaar)\b))"
)
_ASKS = r"(?:ik|mij|mijn|me|mag|kan|kun|wie|geef|doe|is er|heb je|heeft u|liever|contact|graag|aub)"
_WAYS = (
    re.compile(rf"(?=.*\b{_ASKS}\b)(?=.*\b{_SOMEBODY}\b)(?=.*\b{_SPEAK}\b)"),
    re.compile(rf"^(?:spreken|praten|bellen) met (?:een )?{_SOMEBODY}\b"),
    re.compile(r"\b(?:geen|niet|nie|liever)\b.*\b(?:ro|chat)?bot\b"),
    re.compile(r"\b(?:niet|nie) met een computer\b|\bgeen computer\b"),
    re.compile(rf"\b(?:geef|doe) (?:me|mij) (?:maar )?een {_SOMEBODY}\b|^{_SOMEBODY} bellen"),
    re.compile(r"\bverbind (?:me|mij) door\b|\b(?:met )?wie kan ik bellen\b"),
)


def without_model(text: str, *, ready: bool = False, off: bool = False) -> Understanding:
    """What a text is when no model reads it: a call for a human, or not understood."""
    if asks_for_human(text):
        name = commands.HUMAN.name
        return Understanding("opdracht", name, 1.0, (Candidate("opdracht", name, 1.0),), sure=True)
    return Understanding(ready=ready, off=off)


def asks_for_human(text: str) -> bool:
    """Whether a short text asks to speak with a human instead of this bot."""
    plain = " ".join(re.findall(r"\w+", folded(text).lower()))
    return len(plain.split()) <= _MOST_WORDS and any(way.search(plain) for way in _WAYS)
