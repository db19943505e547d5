"""What is known word for word, without a model: a command, a plain yes, no or "geen idee"."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.dialogue.commands import ALL, NO, UNKNOWN, Command
from bot.words.normal import normal

BY_WORDS: Mapping[str, Command] = MappingProxyType(
    {said: command for command in ALL for said in command.says.split(";") if said}
)


def _said(ways: str) -> frozenset[str]:
    return frozenset(ways.split(";"))


AGREES = _said("ja;j;yes;jawel;jazeker;ja hoor;ja graag;ja zeker;ja doe maar")
"""A plain yes to losing something; nothing less will do."""
LEAVES = _said(
    "nee;neen;nope;nee hoor;nee dank je;laat maar;nee laat maar;toch niet;nee toch niet;laat zo"
    ";laat maar zitten;laat maar zo;doe maar niet;annuleer;annuleren;cancel;liever niet;wil ik niet"
)
"""What people say to leave a prompt as it is."""
UNSURE = _said(
    "weet ik niet;weet ik nog niet;ik weet het niet;ik weet het nog niet;geen idee;weet niet"
    ";dat weet ik niet;dat weet ik nog niet;zou het niet weten"
)
"""What people say who do not know what to type there."""
_FILLER = _said("maar;gewoon;even;graag;alsjeblieft;nu;hoor;aub")


def spoken(text: str) -> Command | None:
    """The command that a text is, word for word; for a prompt where every other text is kept."""
    said = normal(text)
    bare = " ".join(word for word in said.split() if word not in _FILLER)
    if said in LEAVES or bare in LEAVES:
        return NO
    if said in UNSURE or bare in UNSURE:
        return UNKNOWN
    return BY_WORDS.get(said) or BY_WORDS.get(bare)
