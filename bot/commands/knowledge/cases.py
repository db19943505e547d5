"""``kennis toets``: do the worked cases come out as they should?"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from bot.rules.pack import WorkedCase
from bot.settings import Settings

HELP = "reken de voorbeelden van een pakket na"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which pack."""
    parser.add_argument("pakket_id", nargs="?", metavar="PAKKET", help="id of map van het pakket")


def run(given: argparse.Namespace, settings: Settings) -> int:
    """Run the pack's worked cases: one line each; 1 when one comes out otherwise."""
    from datetime import datetime, timezone

    from bot.commands.knowledge.which import pack_named
    from bot.insight.advice import advise
    from bot.packs.answers import book_of_case
    from bot.rules.compile import compile_pack

    pack = pack_named(settings, given.pakket_id or settings.pack)
    if not pack.advices:
        print(f"'{pack.id}' geeft zelf geen advies: er is niets na te rekenen.", file=sys.stderr)
        return 2
    compiled = compile_pack(pack, datetime.now(timezone.utc).date())
    wrong = 0
    for case in compiled.pack.cases:
        book = book_of_case(compiled.pack, case)
        found = {c.cell.name: c.outcome for c in advise(compiled, book).cells}
        differing = {
            name: found.get(name, "?")
            for name, expected in case.expected.items()
            if found.get(name) not in (expected, *case.also_fine.get(name, ()))
        }
        wrong += bool(differing)
        told = ", ".join(f"{name or 'geheel'}: {form}" for name, form in found.items())
        verdict = "anders" if differing else "goed"
        print(f"{verdict:7} {case.id}: {told}{_expected(case, differing)}")
    return 1 if wrong else 0


def _expected(case: WorkedCase, differing: Iterable[str]) -> str:
    wanted = [f"{name or 'geheel'}: {case.expected[name]}" for name in differing]
    return f" (verwacht: {', '.join(wanted)})" if wanted else ""
