"""``kennis lijst``: which packs there are."""

from __future__ import annotations

import sys

from bot.command_line.verbs import verb
from bot.packs.errors import PackError
from bot.packs.load import Loader, find_packs, link_problems
from bot.rules.model.questions.registry import kind_of
from bot.settings import SettingError, Settings
from bot.workbench.lijst import wording


@verb()
def lijst(settings: Settings) -> int:
    """One line per pack; 1 when one does not load, or says of another what that does not have."""
    loader = Loader([settings.knowledge])
    folders = find_packs(settings.knowledge)
    if not folders:
        raise SettingError(wording.NO_PACKS.format(folder=settings.knowledge))
    wrong = 0
    for id, folder in sorted(folders.items()):
        loaded = loader.load(folder)
        if loaded.pack is None:
            wrong += 1
            problems = PackError(loaded.problems)
            print(wording.BROKEN.format(id=id, problems=problems), file=sys.stderr)
            continue
        if links := link_problems(loaded, loader):
            wrong += 1
            told = wording.MISDIRECTED.format(id=id, problems=PackError(links))
            print(told, file=sys.stderr)
        pack = loaded.pack
        asked = [question for question in pack.questions if not kind_of(question).is_piece]
        counts = {"questions": len(asked), "faqs": len(pack.faqs)}
        print(wording.PACK.format(id=id, version=pack.version, title=pack.title, **counts))
    return 1 if wrong else 0
