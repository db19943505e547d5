"""Who decides, as sentences name it; and what is said of "het bestuur" by that name. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.words.phrases import capital

_BOARD = re.compile(r"\bhet bestuur\b", re.IGNORECASE)
_DECIDER = re.compile(
    r"\b(?P<who>(?:de|het) (?:raad|gemeenteraad|college|burgemeester|directie|directeur(?: \w+)?))"
    r"(?:, op \d| (?:beslist|besluit|kiest|stelt)\b)",
    re.IGNORECASE,
)


_IF_ANOTHER = re.compile(r" (?:Kiest|Beslist) een ander\?[^.]*\.")


def decider(said: Iterable[str]) -> str:
    """Who decides, by sentences that tell it ("het college"); empty where they name nobody, or more
    than one."""
    found = {match["who"].lower() for line in said for match in _DECIDER.finditer(line)}
    return found.pop() if len(found) == 1 else ""


_BODY = re.compile(
    r"\b(?:\w*raad|college|burgemeester|wethouder|direct\w+|provincie|waterschap|minister\w*|bestuur"
    r"|\w+manager|gemeente\w*|staten|rijk)\b",
    re.IGNORECASE,
)


def names_who(line: str) -> bool:
    """Whether a line about a decision names a body that may take it."""
    return bool(_BODY.search(line))


def by_name(promise: str, who: str) -> str:
    """A promise about "het bestuur" with who that is, where one is known."""
    if not who:
        return promise
    return _BOARD.sub(lambda said: capital(who) if said[0][0].isupper() else who, promise)


def alone(does: str) -> str:
    """What a body does that decides itself: without what it does where another decides."""
    return _IF_ANOTHER.sub("", does)
