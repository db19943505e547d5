"""``kennis kaarten``: cards to print for a group at a table."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.clock import today
from bot.command_line.verbs import argument, flag, option, verb
from bot.rules.diagram.compile import compile_pack
from bot.rules.model.pack import Pack
from bot.settings import SettingError, Settings
from bot.workbench.files import write
from bot.workbench.kaarten import wording
from bot.workbench.kaarten.cards import write_cards
from bot.workbench.kaarten.poster import empty_matrices, write_poster
from bot.workbench.which import pack_named
from bot.workbench.wording import WHICH_PACK


@verb()
@argument("name", metavar="PAKKET", required=False, help=WHICH_PACK)
@option("-o", "where", metavar="BESTAND.html", help=wording.HELP_TARGET)
@flag("--a4", help=wording.FOUR_ON_A_SHEET)
@flag("--regels", "rules", help=wording.HELP_RULES)
@flag("--projecten", "projects", help=wording.HELP_PROJECTS)
@flag("--poster", help=wording.HELP_POSTER)
def kaarten(
    settings: Settings,
    name: str | None,
    where: str | None,
    *,
    a4: bool,
    rules: bool,
    projects: bool,
    poster: bool,
) -> int:
    """Write the cards, or the empty matrix."""
    pack = pack_named(settings, name or settings.pack)
    if not pack.questions:
        raise SettingError(wording.NO_QUESTIONS.format(pack.id))
    target = Path(where or f"{pack.id}-{'poster' if poster else 'kaarten'}.html")
    if poster:
        _write_poster(pack, target)
        paper = wording.A3
    else:
        page = write_cards(pack, today(), four_on_a_sheet=a4, rules=rules, projects=projects)
        write(target, page)
        paper = wording.A4 if a4 else wording.A6
    print(target)
    print(wording.PRINT_ON.format(paper), file=sys.stderr)
    return 0


def _write_poster(pack: Pack, target: Path) -> None:
    compiled = compile_pack(pack, today())
    matrices = empty_matrices(compiled)
    if not matrices:
        raise SettingError(wording.NO_MATRIX.format(pack.id))
    write(target, write_poster(compiled, matrices, today()))
