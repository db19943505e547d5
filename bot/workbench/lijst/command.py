"""``kennis lijst``: which packs there are."""

from __future__ import annotations

import sys

from bot.command_line.verbs import verb
from bot.packs.errors import PackError
from bot.packs.load import Loader, find_packs, link_problems
from bot.settings import SettingError, Settings


@verb()
def lijst(settings: Settings) -> int:
    """One line per pack; 1 when one does not load, or says of another what that does not have."""
    loader = Loader([settings.knowledge])
    found = find_packs(settings.knowledge)
    if not found:
        raise SettingError(f"In '{settings.knowledge}' staan geen pakketten.")
    wrong = 0
    for id, folder in sorted(found.items()):
        loaded = loader.load(folder)
        if loaded.pack is None:
            wrong += 1
            print(f"{id} doet niet mee:\n{PackError(loaded.problems)}", file=sys.stderr)
            continue
        if problems := link_problems(loaded, loader):
            wrong += 1
            print(f"{id} verwijst verkeerd:\n{PackError(problems)}", file=sys.stderr)
        pack = loaded.pack
        counts = f"{len(pack.questions)} vragen, {len(pack.faqs)} veelgestelde vragen"
        print(f"{id} {pack.version}: {pack.title} ({counts})")
    return 1 if wrong else 0
