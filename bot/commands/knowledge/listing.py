"""``kennis lijst``: which packs there are."""

from __future__ import annotations

import argparse
import sys

from bot.settings import Settings

HELP = "welke pakketten zijn er?"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(given: argparse.Namespace, settings: Settings) -> int:
    """One line per pack; 1 when one does not load."""
    from bot.packs.errors import PackError
    from bot.packs.load import Loader, find_packs

    loader = Loader([settings.knowledge])
    wrong = 0
    for id, folder in sorted(find_packs(settings.knowledge).items()):
        try:
            pack = loader.load(folder).checked()
        except PackError as error:
            wrong += 1
            print(f"{id} doet niet mee:\n{error}", file=sys.stderr)
            continue
        counts = f"{len(pack.questions)} vragen, {len(pack.faqs)} veelgestelde vragen"
        print(f"{id} {pack.version}: {pack.title} ({counts})")
    return 1 if wrong else 0
