"""``kennis kaarten``: cards to print for a group at a table."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.settings import SettingError, Settings

HELP = "maak kaarten om te printen (A6): één per vraag, en één per vorm"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which pack, where to, and on which paper."""
    parser.add_argument("pakket_id", nargs="?", metavar="PAKKET", help="welk pakket")
    parser.add_argument(
        "-o", dest="uit", metavar="BESTAND.html", help="standaard PAKKET-kaarten.html"
    )
    parser.add_argument("--a4", action="store_true", help="vier kaarten op een vel A4")


def run(given: argparse.Namespace, settings: Settings) -> int:
    """Write the cards."""
    from bot.clock import today
    from bot.workbench.files import write
    from bot.workbench.kaarten.cards import write_cards
    from bot.workbench.which import pack_named

    pack = pack_named(settings, given.pakket_id or settings.pack)
    if not pack.questions:
        raise SettingError(f"Pakket '{pack.id}' heeft geen vragen om op kaarten te zetten.")
    target = Path(given.uit or f"{pack.id}-kaarten.html")
    write(target, write_cards(pack, today(), four_on_a_sheet=given.a4))
    print(target)
    paper = "A4, en knip elk vel in vieren" if given.a4 else "A6"
    print(f"Open het in je browser en print op {paper} (of bewaar als PDF).", file=sys.stderr)
    return 0
