"""When a guess at a command that destroys may be offered as a button; it is never acted upon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from bot.dialogue import commands
from bot.dialogue.messages import Candidate

_NAMED: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        commands.RESTART.name: re.compile(
            r"\b(opnieuw|overnieuw|reset\w*|her?start\w*|restart|start over|overdoen)\b"
            r"|\bvan\w* ?(voor\w* af|nul|het begin|voren)\b",
            re.IGNORECASE,
        ),
        commands.DELETE.name: re.compile(
            r"\b((ver|weg)?wis\w*|verwijder\w*|vergeet|vergeten|delete|weggooi\w*|gooi)\b",
            re.IGNORECASE,
        ),
    }
)
"""The words without which a text is not about wiping, whatever a model makes of it."""
_DENIED = re.compile(r"\b(niet|nie|geen|nooit|niks|niets|niemand)\b", re.IGNORECASE)


def offerable(text: str, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """What may be offered for a text: what destroys comes last, and only when the text names it
    and denies nothing."""
    safe, risky = [], []
    for candidate in candidates:
        command = commands.BY_NAME.get(candidate.id) if candidate.kind == "opdracht" else None
        if command is None or not command.destroys:
            safe.append(candidate)
        elif _NAMED[command.name].search(text) and not _DENIED.search(text):
            risky.append(candidate)
    return (*safe, *risky)
