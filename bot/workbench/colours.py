"""One colour for each form, wherever it stands: in pictures, tables, on cards and in a report."""

from __future__ import annotations

from collections.abc import Mapping

from bot.rules.model.ids import Outcome
from bot.rules.model.pack import Pack

COLOURS = 14


def form_colours(*packs: Pack) -> Mapping[Outcome, str]:
    """The classes (``forms.css``) of each outcome that these packs can advise, in their order.

    An outcome of another decision with the same id is the same rung, and has the same colour; so
    have the forms of two packs that have the same name. That there is no other track is white.
    """
    none = {id for pack in packs for advice in pack.advices for id in advice.no_track}
    names = {
        outcome: form.name if (form := pack.form(outcome)) else outcome
        for pack in packs
        for advice in pack.advices
        for outcome in pack.decision(advice.decision).outcomes
    }
    order = list(dict.fromkeys(name for id, name in names.items() if id not in none))
    return {
        id: "vorm v0" if id in none else f"vorm v{1 + order.index(name) % COLOURS}"
        for id, name in names.items()
    }
