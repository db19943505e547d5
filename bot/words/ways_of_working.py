"""Which ways of working a person may still choose, by what they told. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.words.normal import normal

_BY_LAW = re.compile(r"\b(?:Awb|artikel|verordening|Gemeentewet|Omgevingswet|afdeling)\b")
_FAILED = re.compile(
    r"\b(?:maar|slechts|nooit|niemand|mislukt\w*|weinig|afgezegd|niet door|geen|teruggekoppeld)\b"
)
_FEW_ANSWERS = re.compile(r"\b(?:maar|slechts) \d+ reacties\b")
_SURVEY = " enquête"
"""What few answers tell of, without its name."""


def may_be_chosen(name: str, legal: str, told: Iterable[str]) -> bool:
    """Whether a way of working is a choice: no procedure of the law (``legal`` says on what it
    rests), which comes or does not come of itself, and nothing that a person says went wrong."""
    failed = " ".join(line for line in map(str.lower, told) if _FAILED.search(line))
    failed += _SURVEY if _FEW_ANSWERS.search(failed) else ""
    return not _BY_LAW.search(legal) and normal(name) not in normal(failed)
