"""``kennis kaarten``: cards to print for a group at a table."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.clock import today
from bot.command_line.verbs import argument, flag, option, verb
from bot.settings import SettingError, Settings
from bot.workbench.files import write
from bot.workbench.kaarten import wording
from bot.workbench.kaarten.cards import write_cards
from bot.workbench.which import pack_named
from bot.workbench.wording import WHICH_PACK


@verb()
@argument("name", metavar="PAKKET", required=False, help=WHICH_PACK)
@option("-o", "where", metavar="BESTAND.html", help=wording.HELP_TARGET)
@flag("--a4", help=wording.FOUR_ON_A_SHEET)
def kaarten(settings: Settings, name: str | None, where: str | None, *, a4: bool) -> int:
    """Write the cards."""
    pack = pack_named(settings, name or settings.pack)
    if not pack.questions:
        raise SettingError(wording.NO_QUESTIONS.format(pack.id))
    target = Path(where or f"{pack.id}-kaarten.html")
    write(target, write_cards(pack, today(), four_on_a_sheet=a4))
    print(target)
    print(wording.PRINT_ON.format(wording.A4 if a4 else wording.A6), file=sys.stderr)
    return 0
