"""Whose a question, a decision and the work are, in words."""

from __future__ import annotations

from collections.abc import Iterable

from bot.rules.model.content import Form

_WHAT = {
    "vraag": "De vraag is van",
    "besluit": "Het besluit is van",
    "uitvoering": "De uitvoering is van",
}
_WHO = {
    "gemeente": "de gemeente",
    "samen": "gemeente en inwoners samen",
    "inwoners": "de inwoners",
    "ander": "de initiatiefnemer",
}


def whose(owner: str) -> str:
    """Who somebody is that a form names as owner."""
    return _WHO.get(owner, owner)


def owner_lines(form: Form) -> Iterable[str]:
    """Per form three sentences: the question, the decision, the work."""
    for what, owner in form.owner.items():
        yield f"{_WHAT.get(what, what)} {whose(owner)}."
