"""``kennis vergelijk``: what does it do to the advice when one pack takes the place of another?"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bot.clock import day_of, today
from bot.command_line.verbs import argument, flag, option, verb
from bot.packs.answers import book_of_case
from bot.rules.compare.compare import compare
from bot.rules.compare.comparison import Comparison
from bot.rules.compare.same_names import in_names_of
from bot.rules.diagram.compile import compile_pack
from bot.rules.model.pack import Pack
from bot.settings import SettingError, Settings
from bot.workbench.files import write
from bot.workbench.vergelijk import wording
from bot.workbench.vergelijk.case_effects import CaseEffect, effects, related
from bot.workbench.vergelijk.comparison import view
from bot.workbench.vergelijk.plain import as_plain
from bot.workbench.vergelijk.text import as_markdown, as_page, as_text
from bot.workbench.versions import version_named
from bot.workbench.wording import FOR_A_PROGRAM


class Compared(NamedTuple):
    """Two packs compared, with their worked cases."""

    comparison: Comparison
    cases: tuple[CaseEffect, ...]


@verb()
@argument("a", metavar="A", help=wording.HELP_WHICH)
@argument("b", metavar="B", help=wording.HELP_WHICH)
@flag("--json", "plain", help=FOR_A_PROGRAM)
@option("--op", "day", metavar="DAG", help=wording.HELP_DAY)
@option("--rapport", "report", metavar="BESTAND", help=wording.HELP_REPORT)
def vergelijk(
    settings: Settings, a: str, b: str, day: str | None, report: str | None, *, plain: bool
) -> int:
    """Compare, and show or write it. A difference is no finding: 0."""
    kind = _kind(report)
    before, after = (version_named(settings, name) for name in (a, b))
    found = compared(before.pack, after.pack, day_of(day))
    labels = (before.label, after.label)
    if plain:
        print(json.dumps(as_plain(*found, labels), ensure_ascii=False))
    shown = view(*found, labels, today(), ids=not kind)
    if report:
        text = as_page(shown) if kind == ".html" else as_markdown(shown)
        write(Path(report), text)
        print(wording.REPORT_WRITTEN.format(report), file=sys.stderr)
    if not plain:
        print(shown.sentence if kind else as_text(shown), end="\n" if kind else "")
    return 0


def _kind(report: str | None) -> str:
    if report is None:
        return ""
    kind = Path(report).suffix.lower()
    if kind not in (".html", ".md"):
        raise SettingError(wording.NO_REPORT.format(report))
    return kind


def compared(before: Pack, after: Pack, on: date) -> Compared:
    """Compare two packs as they are valid on a day, with the worked cases of both; what was
    renamed goes by its new name."""
    if related(before, after):
        before = in_names_of(before, after)
        after = in_names_of(after, before)
    comparison = compare(before, after, on)
    old = {case.id: case for case in before.cases}
    own = [(case, book_of_case(after, case, on)) for case in after.cases]
    new = {case.id: case for case in after.cases}
    others = [
        (case, book_of_case(before, case, on))
        for case in old.values()
        if case.id not in new or case.answers != new[case.id].answers
    ]
    sides = compile_pack(before, on), compile_pack(after, on)
    return Compared(comparison, effects(*sides, comparison.advices, [*own, *others]))
