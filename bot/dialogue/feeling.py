"""Whether a text is written in anger or worry, or is rude: one human sentence comes first."""

from __future__ import annotations

import re
from typing import Literal

Feeling = Literal["worried", "rude", "tired", ""]

_WORRIED = re.compile(
    r"\b(woest|woedend|boos|boze|kwaad|ruzie|paniek|ramp|gedoe|klachten|spandoek\w*|"
    r"uit de hand|loopt uit de klauwen|radeloos|wanhop\w*|bedreig\w*|hels|laaiend|in rep en roer|"
    r"(?<!\byou )help|stress|huilen|gefrustreerd|schandalig)\b",
    re.IGNORECASE,
)
_RUDE = re.compile(
    r"\b(kut\w*|klote\w*|kloot\w*|sukkel|lul\w*|eikel|idioot|debiel|mongool|tering\w*|"
    r"tyfus\w*|kanker\w*|fuck\w*|shit\w*|rot op|flikker op|waardeloos|rotding|stomme bot|"
    r"trut|hoer\w*|achterlijk\w*)\b",
    re.IGNORECASE,
)
_TIRED = re.compile(
    r"\b(gek van|niet goed van|ten einde raad|zat van|pff+|doodmoe|veel te veel|stapelgek"
    r"|(?:heb ik|ik heb)\b.{0,15}\bgeen (?:zin|puf|energie) meer)\b",
    re.IGNORECASE,
)
_SHORT = 12
"""In a text of more words a sigh says little beside the rest."""


def feeling(text: str) -> Feeling:
    """The feeling that the words of this text show."""
    if _RUDE.search(text):
        return "rude"
    if _WORRIED.search(text):
        return "worried"
    is_short = len(text.split()) <= _SHORT
    return "tired" if is_short and _TIRED.search(text) else ""
