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
from bot.workbench.which import folder_named


@verb()
@argument("paths", metavar="PAD", nargs=-1, help=wording.HELP_PATHS)
@flag("--hints", help=wording.HELP_HINTS)
def taal(settings: Settings, paths: tuple[str, ...], hints: bool) -> int:
    """Measure the texts: 1 when one is too hard or misspelt."""
    roots = [_root(settings, name) for name in paths] or [settings.knowledge]
    texts = [text for root in roots for text in collect(root)]
    try:
        measured = report([*texts, *(() if paths else collect_wording())])
    except ToolMissing as missing:
        print(missing, file=sys.stderr)
        return 2
    if hints:
        print(*measured.hints, sep="\n")
    print(measured)
    return 1 if measured.faults else 0


def _root(settings: Settings, name: str) -> Path:
    """The file or folder that somebody means, or the folder of the pack with this id."""
    path = Path(name)
    if path.exists():
        return path
    if path.suffix or "/" in name:
        raise SettingError(wording.NO_PATH.format(path=path))
    return folder_named(settings, name)
