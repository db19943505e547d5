"""``health``: whether the bot that runs on these settings is well."""

from __future__ import annotations

import sys
import time

from bot import bootstrap
from bot import health as looking
from bot.command_line.verbs import verb
from bot.entry import wording
from bot.settings import Settings
from bot.storage.errors import StorageError


@verb()
def health(settings: Settings) -> int:
    """Say what is wrong with the bot that runs, a line for each; 1 when something is."""
    lines: list[str] = []
    key, now = None, time.time()
    try:
        key = bootstrap.known_secret(settings)
    except StorageError as error:
        lines = [f"{looking.moment(now)} {error}"]
    lines += looking.troubles(settings.data, settings.database, key, now)
    print("\n".join(lines) or wording.WELL, file=sys.stderr if lines else sys.stdout)
    return 1 if lines else 0
