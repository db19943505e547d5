"""``kennis toets``: do the worked cases come out as they should?"""

from __future__ import annotations

import sys

from bot.clock import today
from bot.command_line.verbs import argument, verb
from bot.packs.answers import book_of_case
from bot.rules.diagram.compile import compile_pack
from bot.settings import Settings
from bot.workbench.toets import wording
from bot.workbench.which import pack_named
from bot.workbench.wording import PACK_OR_FOLDER
from bot.workbench.worked import Worked, worked


@verb()
@argument("name", metavar="PAKKET", required=False, help=PACK_OR_FOLDER)
def toets(settings: Settings, name: str | None) -> int:
    """Run the pack's worked cases: one line each, those that come out otherwise last; then 1."""
    pack = pack_named(settings, name or settings.pack)
    if not pack.advices:
        print(wording.no_advice(pack.id), file=sys.stderr)
        return 2
    day = today()
    compiled = compile_pack(pack, day)
    tried = [worked(compiled, case, book_of_case(pack, case, day)) for case in pack.cases]
    wrong = [one for one in tried if one.wrong]
    for one in sorted(tried, key=lambda one: bool(one.wrong)):
        told = ", ".join(_cell(name, form) for name, form in one.found.items())
        verdict = "anders" if one.wrong else "goed"
        print(f"{verdict:7} {one.case.id}: {told}{_expected(one)}")
    sys.stdout.flush()
    print(wording.summary(len(tried), [one.case.id for one in wrong]), file=sys.stderr)
    return 1 if wrong else 0


def _cell(name: str, form: str) -> str:
    """What comes out, and for which part when a case has parts."""
    return f"{name}: {form}" if name else form


def _expected(tried: Worked) -> str:
    wanted = [_cell(name, tried.case.expected[name]) for name in tried.wrong]
    silent = f"; niets gezegd over: {', '.join(tried.silent)}" if tried.silent else ""
    return f" (verwacht: {', '.join(wanted)}{silent})" if wanted else ""
