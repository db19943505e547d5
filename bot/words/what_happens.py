"""The lines of what happens in their order: what is decided, what changes, and the rest. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

_DECIDED = re.compile(
    r"\b(?:besloot|besloten|vastgesteld|gekozen|koos|heeft .*\bgekozen|gaat door|gaan door)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"\b(?:niets|niks|nog niet|nog geen|niet) (?:\w+ )?besloten\b", re.IGNORECASE)
_CHANGES = re.compile(
    r"\b(?:word(?:t|en)|komt|komen|verdwijn\w*|vervang\w*|verhuis\w*|sluit\w*|opent|openen|bouwen"
    r"|bouwt|begint|beginnen|start|starten|gaat|gaan|krijgt|krijgen|stopt|stoppen|slopen|sloopt|maken|leggen|dicht|verandert"
    r"|veranderen|zijn straks)\b",
    re.IGNORECASE,
)


def in_order(lines: Iterable[str]) -> tuple[str, ...]:
    """What is decided first, then what changes, then the rest, and last what is still a gap."""
    return tuple(sorted(lines, key=_place))


def _place(line: str) -> int:
    if line.startswith("["):
        return 3
    if _DECIDED.search(line) and not _NOTHING.search(line):
        return 0
    return 1 if _CHANGES.search(line) else 2
