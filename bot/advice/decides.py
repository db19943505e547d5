"""Who began and who decides, as a person told it, in the place of what a form says of everybody.
Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bot.advice import wording
from bot.advice.owners import whose
from bot.rules.model.content import Form
from bot.words.phrases import capital, small

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


def owners(form: Form, told: Mapping[str, str]) -> Iterable[str]:
    """Whose the question, the decision and the work are; in the words of an answer where one is
    ``told`` of it."""
    for what, owner in form.owner.items():
        yield told.get(what) or f"{wording.OWNED.get(what, what)} {whose(owner)}."


def roles(form: Form, who: str, told: str) -> Iterable[str]:
    """Who does what: of a council or an executive only where nobody else decides, and of those in
    business only where somebody speaks of them."""
    for role, does in form.roles.items():
        is_other = bool(who) and role in wording.BOARDS and not _has_part(role, who)
        is_spoken_of = any(word in told.lower() for word in wording.OF_BUSINESS)
        is_absent = role == wording.BUSINESS and not is_spoken_of
        if not (is_other or is_absent):
            does = _IF_ANOTHER.sub("", does) if role in who else does
            yield f"{capital(role)}: {small(does)}"


def _has_part(role: str, who: str) -> bool:
    """An executive also proposes what a council decides."""
    return role in who or (role == wording.EXECUTIVE and wording.COUNCIL in who)
