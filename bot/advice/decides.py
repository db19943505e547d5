"""Who began and who decides, as a person told it, in the place of what a form says of everybody.
Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.advice import wording
from bot.advice.owners import whose
from bot.rules.model.content import Form
from bot.words.deciders import alone
from bot.words.phrases import capital, small


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
            does = alone(does) if role in who else does
            yield f"{capital(role)}: {small(does)}"


def _has_part(role: str, who: str) -> bool:
    """An executive also proposes what a council decides."""
    return role in who or (role == wording.EXECUTIVE and wording.COUNCIL in who)
