"""``kennis dmn``: a pack as a DMN file, for an editor or an engine of somebody else."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.clock import day_of
from bot.command_line.verbs import argument, option, verb
from bot.settings import Settings
from bot.workbench.dmn import wording
from bot.workbench.dmn.export import DmnError, pack_to_dmn
from bot.workbench.files import write
from bot.workbench.which import pack_named


@verb()
@argument("name", metavar="PAKKET", help=wording.HELP_PACK)
@option("-o", "--uit", "target", metavar="BESTAND", help=wording.HELP_OUT)
@option("--op", "day", metavar="DAG", help=wording.HELP_DAY)
def dmn(settings: Settings, name: str, target: str | None, day: str | None) -> int:
    """Write the file: 1 when the pack can't be said in DMN, 2 when it can't be written."""
    on = day_of(day)
    pack = pack_named(settings, name)
    try:
        text = pack_to_dmn(pack, on)
    except DmnError as error:
        print(wording.NOT_AS_DMN.format(error=error), file=sys.stderr)
        return 1
    if target is None:
        sys.stdout.write(text)
        return 0
    write(Path(target), text)
    print(wording.WRITTEN.format(title=pack.title, target=target), file=sys.stderr)
    return 0
