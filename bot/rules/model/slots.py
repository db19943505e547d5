"""The slots in the text of a paper: how they are written, and which there are.

``{advies}`` is filled in, or becomes a marked gap when it is not known; ``{advies?}`` stays empty
then, and a paragraph with no other slots falls away. ``{antwoord.ID}`` is what was answered to a
question, ``{dag.ID}`` the day of a moment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

SLOT = re.compile(r"\{(?P<name>[a-z_]+(?:\.[a-z0-9_]+)?)(?P<optional>\??)\}")
TEXTS = (
    "titel", "onderwerp", "plaats", "vandaag", "advies", "belofte", "belofte_niet", "eerlijk",
    "excuus", "reden", "raad_vooraf", "terugkoppeling", "evaluatie", "nu_eerst", "let_op",
    "volgende_dag",
)  # fmt: skip
"""Slots of one text."""
LISTS = (
    "delen", "redenen", "stappen", "punten", "plichten", "volgorde", "bij_lek", "eigenaar",
    "rollen", "methoden", "valkuilen", "huiswerk", "antwoorden", "lege_stoelen", "bijzonder",
    "tijden", "planning", "dagen", "te_laat", "bronnen",
)  # fmt: skip
"""Slots of several lines: each gets a paragraph, an item or a row of its own."""
OF_ID = ("antwoord", "dag")
"""Slots with the id of a question or a moment behind them."""
SLOTS = (*TEXTS, *LISTS, *(f"{name}.…" for name in OF_ID))


def slots(text: str) -> Iterator[str]:
    """The names of the slots in a text."""
    return (match["name"] for match in SLOT.finditer(text))


def has_slot(name: str) -> bool:
    """Whether there is such a slot."""
    start, dot, _ = name.partition(".")
    return start in OF_ID if dot else name in (*TEXTS, *LISTS)
