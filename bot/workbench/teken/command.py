"""``kennis teken``: a pack as pictures, and as a page to read, print or hand to a council."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.clock import today
from bot.command_line.verbs import argument, option, verb
from bot.packs.answers import book_of_case, book_of_set, read_answers
from bot.packs.errors import did_you_mean
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.model.book import AnswerBook
from bot.rules.model.pack import Pack
from bot.settings import SettingError, Settings
from bot.workbench.files import write
from bot.workbench.teken import wording
from bot.workbench.teken.graph import draw_graph
from bot.workbench.teken.page import paths, write_page
from bot.workbench.teken.reach import Reach, reach_of
from bot.workbench.teken.sheets import Sheets
from bot.workbench.teken.standing import Standing, standing
from bot.workbench.teken.svg import draw_sheets
from bot.workbench.which import pack_named
from bot.workbench.wording import WHICH_PACK


@verb()
@argument("name", metavar="PAKKET", required=False, help=WHICH_PACK)
@option(
    "-o",
    "where",
    metavar="MAP|BESTAND.html",
    help=wording.HELP_TARGET,
)
@option(
    "--geval",
    "case_name",
    metavar="ANTWOORDEN.yml|VOORBEELD",
    help=wording.HELP_CASE,
)
def teken(settings: Settings, name: str | None, where: str | None, case_name: str | None) -> int:
    """Write the page, or a folder with the page and every picture."""
    pack = pack_named(settings, name or settings.pack)
    if not pack.advices:
        raise SettingError(wording.NOTHING_TO_DRAW.format(pack.id))
    compiled = compile_pack(pack, today())
    case = None
    if case_name:
        title, description, book = _case(pack, case_name)
        case = standing(compiled, book, title, description)
    target = Path(where or f"{pack.id}.html")
    written = _write(compiled, reach_of(compiled), case, target)
    print(written[0])
    if len(written) > 1:
        print(wording.PICTURES_TOO.format(len(written) - 1, target), file=sys.stderr)
    return 0


def _case(pack: Pack, name: str) -> tuple[str, str, AnswerBook]:
    """The title, description and answers of a worked case, or of the first set in a file."""
    for case in pack.cases:
        if case.id == name:
            return case.title, case.description, book_of_case(pack, case, today())
    path = Path(name)
    if not path.is_file():
        hint = did_you_mean(name, [case.id for case in pack.cases])
        told = hint if hint.endswith("?") else wording.CASES_THERE.format(hint or wording.NO_CASE)
        raise SettingError(wording.NO_SUCH_CASE.format(name, told))
    found = read_answers(path)
    if len(found) > 1:
        print(wording.FIRST_OF_MANY.format(path, len(found)), file=sys.stderr)
    return found[0].id or path.stem, "", book_of_set(pack, found[0], today())


def _write(compiled: Compiled, reach: Reach, case: Standing | None, target: Path) -> list[Path]:
    page = write_page(compiled, reach, case, today())
    if target.suffix in (".html", ".htm"):
        write(target, page)
        return [target]
    files = {"index.html": page, **_pictures(compiled, reach, case)}
    for name, text in files.items():
        write(target / name, text)
    return [target / name for name in files]


def _pictures(compiled: Compiled, reach: Reach, case: Standing | None) -> dict[str, str]:
    """File name -> SVG: the whole, and every decision."""
    sheets = Sheets(compiled, reach, case)
    found = {"samenhang.svg": draw_graph(compiled, reach, case, alone=True).svg}
    for number, drawn in enumerate(paths(compiled, case), 1) if case else ():
        found[f"weg-{number}.svg"] = drawn.svg
    for decision in compiled.pack.decisions:
        title = sheets.words.name(decision.id)
        found[f"besluit-{decision.id}.svg"] = draw_sheets(title, sheets.of(decision)).svg
    return found
