"""``kennis kaarten``: cards to print for a group at a table."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.clock import today
from bot.command_line import argument, flag, option, verb
from bot.settings import SettingError, Settings
from bot.workbench.files import write
from bot.workbench.kaarten.cards import write_cards
from bot.workbench.which import pack_named


@verb()
@argument("name", metavar="PAKKET", required=False, help="welk pakket")
@option("-o", "where", metavar="BESTAND.html", help="standaard PAKKET-kaarten.html")
@flag("--a4", help="vier kaarten op een vel A4")
def kaarten(settings: Settings, name: str | None, where: str | None, *, a4: bool) -> int:
    """Write the cards."""
    pack = pack_named(settings, name or settings.pack)
    if not pack.questions:
        raise SettingError(f"Pakket '{pack.id}' heeft geen vragen om op kaarten te zetten.")
    target = Path(where or f"{pack.id}-kaarten.html")
    write(target, write_cards(pack, today(), four_on_a_sheet=a4))
    print(target)
    paper = "A4, en knip elk vel in vieren" if a4 else "A6"
    print(f"Open het in je browser en print op {paper} (of bewaar als PDF).", file=sys.stderr)
    return 0
