"""The slots in the text of a paper: how they are written, and which there are.

``{advies}`` is filled in, or becomes a marked gap when it is not known; ``{advies?}`` stays empty
then, and a paragraph with no other slots falls away. ``{antwoord.ID}`` is what was answered to a
question, ``{dag.ID}`` the day of a moment, ``{eigen.ID}`` what a person told for the papers, and
``{uur.voor_90}`` and ``{uur.na_20}`` a time of the clock, counted in minutes from the beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

SLOT = re.compile(r"\{(?P<name>[a-z_]+(?:\.[a-z0-9_]+)?)(?P<optional>\??)\}")
TEXTS = (
    "titel", "onderwerp", "plaats", "vandaag", "advies", "belofte", "belofte_niet", "eerlijk",
    "excuus", "reden", "raad_vooraf", "terugkoppeling", "evaluatie", "nu_eerst", "let_op",
    "volgende_dag", "aanhef", "geadresseerde", "duur",
)  # fmt: skip
"""Slots of one text."""
LISTS = (
    "delen", "redenen", "stappen", "punten", "plichten", "volgorde", "bij_lek", "eigenaar",
    "rollen", "methoden", "valkuilen", "huiswerk", "antwoorden", "lege_stoelen", "bijzonder",
    "tijden", "planning", "dagen", "te_laat", "meteen", "bronnen",
)  # fmt: skip
"""Slots of several lines: each gets a paragraph, an item or a row of its own."""
OF_ID = ("antwoord", "dag", "eigen", "uur")
"""Slots with something behind them: the id of a question, of a moment, of what was told; minutes
before or after the beginning."""
OWN = "eigen"
MINUTES = re.compile(r"(?P<way>voor|na)_(?P<minutes>\d{1,3})")
"""Behind ``uur``."""
SLOTS = (*TEXTS, *LISTS, *(f"{name}.…" for name in OF_ID))


def slots(text: str) -> Iterator[str]:
    """The names of the slots in a text."""
    return (match["name"] for match in SLOT.finditer(text))


def has_slot(name: str) -> bool:
    """Whether there is such a slot."""
    start, dot, id = name.partition(".")
    if start == "uur":
        return bool(MINUTES.fullmatch(id))
    return start in OF_ID if dot else name in (*TEXTS, *LISTS)


def own_ids(text: str, *, needed: bool = False) -> tuple[str, ...]:
    """Which things that only a person can tell a text has a slot for, each once; with ``needed``
    those that are a gap when nobody tells them."""
    found = (match for match in SLOT.finditer(text) if not (needed and match["optional"]))
    names = (match["name"].partition(".") for match in found)
    return tuple(dict.fromkeys(id for start, _, id in names if start == OWN))
