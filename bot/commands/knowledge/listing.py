"""``kennis lijst``: which packs there are."""

from __future__ import annotations

import argparse

from bot.settings import Settings

HELP = "welke pakketten zijn er?"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(given: argparse.Namespace, settings: Settings) -> int:
    """One line per pack."""
    from bot.packs.load import load_all

    for id, pack in sorted(load_all(settings.knowledge).items()):
        counts = f"{len(pack.questions)} vragen, {len(pack.faqs)} veelgestelde vragen"
        print(f"{id} {pack.version}: {pack.title} ({counts})")
    return 0
