"""What ``kennis stel-voor`` and ``kennis neem-over`` say: of a change where it is, and what it is.

The report of taking a proposal over is ``neem_over.txt.j2``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bot.workbench.voorstel.changes import Change
from bot.workbench.voorstel.emit import flow

HELP_OWN = "je pakket, of de map ervan"
HELP_AGAINST = "het pakket waarmee je vergelijkt, bijvoorbeeld passende_samenwerking"
HELP_REASON = "waarom je dit voorstelt"
HELP_TARGET = "waar het komt (anders op het scherm)"
NOTHING_TO_PROPOSE = "Er is niets veranderd. Er valt niets voor te stellen."
SAY_WHY = "Zet er nog bij waarom: --reden 'TEKST'."

HELP_PROPOSAL = "het bestand van stel-voor"
HELP_INTO = "in welk pakket"
HELP_DRY = "laat alleen zien wat er verandert"
HELP_BACK = "draai het voorstel terug"
HELP_FORCE = "ook wat hier al anders is geworden"
HELP_FULL = "laat elke regel van de bestanden zien"
NO_FILE = "Het bestand '{}' is er niet."
NOTHING_CHANGED = "Er is niets veranderd."
CHANGE_FIRST = " Verander eerst zelf wat hierboven staat. Draai daarna nog een keer terug."
CAN_NOT_WRITE = "Ik kan in '{}' niet schrijven. Er is niets veranderd."
NOTHING_WRITTEN = "Er is niets geschreven."

NO_LONGER_LOADS = "Daarna laadt het pakket niet:\n"
NOT_EXACTLY = "Dit kan ik niet precies zo in de bestanden zetten: {where}."
NOT_AT_ALL = "‘{path}’ kan ik niet in de bestanden zetten."
HEADER = (
    "# Een voorstel om een pakket te veranderen. Lees het, en neem het dan over:\n#   "
    "samenwerkwijzer kennis neem-over BESTAND --in JOUW_PAKKET\n"
)
ABOUT_AFTER = (
    "# Bij ‘na’ staat waar iets achter komt, bij ‘eerst_na’ waar het eerst achter stond.\n"
)
NO_KEY = "de sleutel ‘{key}’ ontbreekt"
PROPOSAL_FILE = "een bestand van stel-voor"
NO_PROPOSAL = "dit is geen voorstel dat ik ken"
LIST_EXPECTED = "hier hoort een lijst"
UNKNOWN_KEY = "de sleutel ‘{key}’ ken ik hier niet"
NO_DAY = "dit is geen dag"
A_DAY = "een datum als 2027-01-31"
NO_VERSION = "dit is geen versie"
CHANGE_EXPECTED = "hier hoort een verandering"
NO_DEED = "hier staat niet wat er gebeurt"
ONE_OF = "één van: "

WIDE = 70
"""How much of a text is shown of each side of a change."""
_SPEAKING = ("vraag", "kop", "titel", "tekst", "label", "want")
"""What says best what an item is."""


def how_many(changes: int) -> str:
    """A number of changes."""
    return "1 verandering" if changes == 1 else f"{changes} veranderingen"


def change_lines(changes: Iterable[Change]) -> Iterator[str]:
    """One line for each change: where, and from what to what."""
    return (f"{where(change)}: {_told(change)}" for change in changes)


def _told(change: Change) -> str:
    if change.how == "changed":
        return _from_to(change.old, change.new)
    if change.how == "added":
        return f"nieuw, {shown(change.new)}"
    if change.how == "removed":
        return f"weg, dit was {shown(change.old)}"
    return f"komt na ‘{change.after}’" if change.after else "komt vooraan"


def where(change: Change) -> str:
    """The path of a change."""
    return " / ".join(change.path)


def _from_to(old: Any, new: Any) -> str:
    """What becomes of a value; of a list what came and what went."""
    if _is_list_of_words(old) and _is_list_of_words(new):
        fresh, gone = ([word for word in a if word not in b] for a, b in ((new, old), (old, new)))
        sides = (("erbij", fresh), ("weg", gone))
        said = [f"{side}: {', '.join(map(str, words))}" for side, words in sides if words]
        return "; ".join(said) or "in een andere volgorde"
    was, now = shown(old), shown(new)
    return f"was {was}, wordt {now}" if was != now else "anders; met -v zie je wat"


def _is_list_of_words(value: Any) -> bool:
    return isinstance(value, list) and not any(isinstance(part, dict | list) for part in value)


def shown(value: Any) -> str:
    """A value between quotes, cut where it is long; of an item what says best what it is."""
    if isinstance(value, dict):
        value = next((value[key] for key in _SPEAKING if key in value), value)
    text = " ".join((value if isinstance(value, str) else flow(value)).split())
    return f"‘{text if len(text) <= WIDE else f'{text[: WIDE - 1]}…'}’"
