"""``kennis dmn``: a pack as a DMN file, for an editor or an engine of somebody else."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.settings import Settings

HELP = "schrijf een pakket als DMN-bestand, voor andere programma's"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which pack, where to, and as it holds on which day."""
    parser.add_argument("pakket_id", metavar="PAKKET", help="een id, of een map met pakket.yml")
    parser.add_argument(
        "-o", "--uit", metavar="BESTAND", help="schrijf hierheen, niet op het scherm"
    )
    parser.add_argument("--op", metavar="DAG", help="de regels van deze dag, zoals 2027-01-31")


def run(given: argparse.Namespace, settings: Settings) -> int:
    """Write the file: 1 when the pack can't be said in DMN, 2 when it can't be written."""
    from bot.clock import day_of
    from bot.workbench.dmn.export import DmnError, pack_to_dmn
    from bot.workbench.files import write
    from bot.workbench.which import pack_named

    day = day_of(given.op)
    pack = pack_named(settings, given.pakket_id)
    try:
        text = pack_to_dmn(pack, day)
    except DmnError as error:
        print(f"Dit kan niet als DMN. {error}", file=sys.stderr)
        return 1
    if given.uit is None:
        sys.stdout.write(text)
        return 0
    write(Path(given.uit), text)
    print(f"{pack.title} staat nu in {given.uit}.", file=sys.stderr)
    return 0
