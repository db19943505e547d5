"""What somebody said, promised or wrote before, as a line tells it. Pure."""

from __future__ import annotations

import re

_SAID = r"(?:gezegd|geroepen|beloofd|toegezegd|geschreven|verteld|verkondigd)"
_REPORTED = re.compile(
    rf"^(?!.*\b(?:sorry|excuus|excuses)\b)(?!.*\b(?:niet|nooit|geen|nog|anders|iets|wat"
    rf"|ja|nee) {_SAID}\b)"
    rf"(?:.*\b(?:heeft|hebben|had|hadden|is|werd)\b.*\b{_SAID}\b"
    r"|.*\b(?:zei|zeiden|beloofde|beloofden|schreef|riep|verkondigde)\b"
    r"|.*\bzegt (?:onze|de|het) \w+ (?:op|in|tegen|bij) .*\bdat\b"
    r"|.*\bhangt (?:nog )?een brief\b|.*\bbrief van (?:een|de) (?:\w+ )?(?:wethouder"
    r"|burgemeester)\b)",
    re.IGNORECASE,
)
_ALL_SAID = re.compile(
    r"^(?:de )?(?:mensen|bewoners|ouders|inwoners|\d+ \w+|veel|enkele)\b.*\bzeiden\b"
)
"""What those who took part say is no promise."""


def was_said(line: str) -> bool:
    """Whether a line tells what one of ours said, promised or wrote before."""
    return bool(_REPORTED.match(line)) and not _ALL_SAID.match(line.lower())


_PUTS_RIGHT = re.compile(
    r"\b(?:klopt|verkeerd|niet zeker|onzeker|niet waar|onjuist|niet besloten"
    r"|geen besluit|te stellig"
    r"|waar is wel|toch wel|wel \d+|het zijn er|jurist|inmiddels|anders geworden)\b",
    re.IGNORECASE,
)


def puts_right(line: str) -> bool:
    """Whether a line says what is true of what was said before, or leaves it to whoever writes."""
    return line.startswith("[") or bool(_PUTS_RIGHT.search(line))
