"""``kennis``: which packs there are, and how their texts read."""

from __future__ import annotations

from bot.packs.load import load_all
from bot.settings import Settings


def packs(settings: Settings) -> int:
    """One line per pack."""
    for id, pack in sorted(load_all(settings.knowledge).items()):
        counts = f"{len(pack.questions)} vragen, {len(pack.faqs)} veelgestelde vragen"
        print(f"{id} {pack.version}: {pack.title} ({counts})")
    return 0


def language(settings: Settings) -> int:
    """Measure the texts: 1 when one is too hard or misspelt."""
    from bot.readability.__main__ import main

    return int(main([str(settings.knowledge), "--bot"]))
