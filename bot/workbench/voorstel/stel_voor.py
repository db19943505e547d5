"""``kennis stel-voor``: a change of a pack as one file, with what it does and why."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from bot.clock import today
from bot.command_line.verbs import argument, option, verb
from bot.settings import Settings
from bot.workbench.files import write
from bot.workbench.vergelijk.command import Compared, compared
from bot.workbench.vergelijk.comparison import view
from bot.workbench.vergelijk.plain import as_plain
from bot.workbench.versions import version_named
from bot.workbench.voorstel.proposal import propose, text_of


@verb()
@argument("own", metavar="MIJN_PAKKET", help="je pakket, of de map ervan")
@option(
    "--ten-opzichte-van",
    "against",
    metavar="BASIS",
    required=True,
    help="het pakket waarmee je vergelijkt, bijvoorbeeld passende_samenwerking",
)
@option("--reden", "reason", metavar="TEKST", default="", help="waarom je dit voorstelt")
@option("-o", "--uit", "target", metavar="BESTAND", help="waar het komt (anders op het scherm)")
def stel_voor(settings: Settings, own: str, against: str, reason: str, target: str | None) -> int:
    """Write the proposal; 1 when there is nothing to propose."""
    base, mine = version_named(settings, against), version_named(settings, own)
    day = today()
    found = compared(base.pack, mine.pack, day)
    sentence = view(*found, (base.label, mine.label), day).sentence
    effect = {"samengevat": sentence, **_effect(found)}
    proposal = propose(base.loaded, mine.loaded, reason, day, effect)
    if not proposal.changes:
        print("Er is niets veranderd. Er valt niets voor te stellen.", file=sys.stderr)
        return 1
    text = text_of(proposal)
    if target is None:
        print(text, end="")
        return 0
    write(Path(target), text)
    number = len(proposal.changes)
    many = "1 verandering" if number == 1 else f"{number} veranderingen"
    print(f"{many} in {target}. {sentence}")
    if not reason:
        print("Zet er nog bij waarom: --reden 'TEKST'.", file=sys.stderr)
    return 0


def _effect(found: Compared) -> dict[str, Any]:
    """The part of the comparison that a reader of the proposal wants: share, table, examples."""
    whole = as_plain(found.comparison, found.cases, ("", ""))
    advices = [
        {key: one[key] for key in ("besluit", "anders", "aandeel", "van_naar")}
        | {"bijvoorbeeld": [_readable(example) for example in one["bijvoorbeeld"]]}
        for one in whole["adviezen"]
    ]
    return {
        "combinaties": whole["combinaties"],
        "adviezen": advices,
        "voorbeelden": whole["voorbeelden"],
    }


def _readable(example: dict[str, Any]) -> dict[str, Any]:
    """An example without what only a program asks: whether fewer answers would do."""
    return {key: value for key, value in example.items() if key != "minder_kan_niet"}
