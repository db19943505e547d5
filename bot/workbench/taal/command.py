"""``kennis taal``: how the texts read."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.command_line.verbs import argument, flag, verb
from bot.settings import SettingError, Settings
from bot.workbench.taal import wording
from bot.workbench.taal.collect import collect, collect_wording
from bot.workbench.taal.measures import ToolMissing
from bot.workbench.taal.report import report


@verb()
@argument("paths", metavar="PAD", nargs=-1, help=wording.HELP_PATHS)
@flag("--hints", help=wording.HELP_HINTS)
def taal(settings: Settings, paths: tuple[str, ...], hints: bool) -> int:
    """Measure the texts: 1 when one is too hard or misspelt."""
    for path in map(Path, paths):
        if not path.exists():
            raise SettingError(wording.NO_PATH.format(path=path))
    texts = [text for path in paths or (settings.knowledge,) for text in collect(Path(path))]
    try:
        measured = report([*texts, *(() if paths else collect_wording())])
    except ToolMissing as missing:
        print(missing, file=sys.stderr)
        return 2
    if hints:
        print(*measured.hints, sep="\n")
    print(measured)
    return 1 if measured.faults else 0
