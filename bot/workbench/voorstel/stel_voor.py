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
from bot.workbench.voorstel import wording
from bot.workbench.voorstel.proposal import propose, text_of


@verb()
@argument("own", metavar="MIJN_PAKKET", help=wording.HELP_OWN)
@option(
    "--ten-opzichte-van",
    "against",
    metavar="BASIS",
    required=True,
    help=wording.HELP_AGAINST,
)
@option("--reden", "reason", metavar="TEKST", default="", help=wording.HELP_REASON)
@option("-o", "--uit", "target", metavar="BESTAND", help=wording.HELP_TARGET)
def stel_voor(settings: Settings, own: str, against: str, reason: str, target: str | None) -> int:
    """Write the proposal; 1 when there is nothing to propose."""
    base, mine = version_named(settings, against), version_named(settings, own)
    day = today()
    comparison = compared(base.pack, mine.pack, day)
    sentence = view(*comparison, (base.label, mine.label), day).sentence
    effect = {"samengevat": sentence, **_effect(comparison)}
    proposal = propose(base.loaded, mine.loaded, reason, day, effect)
    if not proposal.changes:
        print(wording.NOTHING_TO_PROPOSE, file=sys.stderr)
        return 1
    text = text_of(proposal)
    if target is None:
        print(text, end="")
        return 0
    write(Path(target), text)
    print(f"{wording.how_many(len(proposal.changes))} in {target}. {sentence}")
    if not reason:
        print(wording.SAY_WHY, file=sys.stderr)
    return 0


def _effect(compared: Compared) -> dict[str, Any]:
    """The part of the comparison that a reader of the proposal wants: share, table, examples."""
    whole = as_plain(compared.comparison, compared.cases, ("", ""))
    advices = [
        {key: advice[key] for key in ("besluit", "anders", "aandeel", "van_naar")}
        | {"bijvoorbeeld": [_readable(example) for example in advice["bijvoorbeeld"]]}
        for advice in whole["adviezen"]
    ]
    return {
        "combinaties": whole["combinaties"],
        "adviezen": advices,
        "voorbeelden": whole["voorbeelden"],
    }


def _readable(example: dict[str, Any]) -> dict[str, Any]:
    """An example without what only a program asks: whether fewer answers would do."""
    return {key: value for key, value in example.items() if key != "minder_kan_niet"}
