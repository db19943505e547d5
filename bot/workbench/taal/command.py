"""``kennis taal``: how the texts read."""

from __future__ import annotations

from bot.command_line import verb
from bot.settings import Settings
from bot.workbench.taal.__main__ import main


@verb()
def taal(settings: Settings) -> int:
    """Measure the texts: 1 when one is too hard or misspelt."""
    return int(main([str(settings.knowledge), "--bot"]))
