"""Whose a question, a decision and the work are, in words."""

from __future__ import annotations

from collections.abc import Iterable

from bot.advice import wording
from bot.rules.model.content import Form


def whose(owner: str) -> str:
    """Who somebody is that a form names as owner."""
    return wording.OWNERS.get(owner, owner)


def owner_lines(form: Form) -> Iterable[str]:
    """Per form three sentences: the question, the decision, the work."""
    for what, owner in form.owner.items():
        yield f"{wording.OWNED.get(what, what)} {whose(owner)}."
