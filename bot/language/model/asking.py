"""Whether a text has the shape of a question. Used on both sides of the pipe."""

from __future__ import annotations

import re

_FIRST = (
    "wat wie hoe hoeveel hoelang waar waarom waarvoor waarmee waarover waarop waaraan wanneer "
    "welk welke mag mogen moet moeten kan kun kunnen is zijn heeft hebben heb hebt bestaat "
    "bestaan krijg krijgt krijgen geldt valt vallen telt noem leg staan staat hoort hoeft hoeven "
    "doet werkt wordt worden zou zouden bewaar bewaren vertel"
).replace(" ", "|")
_LATER = "wat|wie|hoe|waar|wanneer|mag|moet|moeten|kan|kunnen|krijgen|krijgt|is dat|of"
_ASKS = re.compile(
    r"^(?:(?:en|maar|ja|oke|hoi|hallo|vraagje)\s+)?"
    rf"(?:(?:bij|op|aan|in|voor|vanaf|met|tot|uit|van)\s+(?:welke?|wie|wat|wanneer)|{_FIRST})\b"
    rf"|,\s*(?:{_LATER})\b[^.]*$"
    r"|\b(?:mag dat|kan dat|wat nu|en nu|hoe dan|hoe werkt dat)\W*$",
    re.IGNORECASE,
)


def is_asking(text: str) -> bool:
    """Whether a text has the shape of a question."""
    return text.rstrip().endswith("?") or bool(_ASKS.search(text.strip()))
