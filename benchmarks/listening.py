"""The understander that the product would have, for as long as a measure asks it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from bot import bootstrap
from bot.entry.patience import is_ready, tell
from bot.language.understand import Understander
from bot.rules.model.pack import Pack
from bot.settings import Settings


@contextmanager
def listening(settings: Settings, packs: Mapping[str, Pack]) -> Iterator[Understander]:
    """One that is ready; the program ends with exit code 1 when it doesn't get so."""
    understander = bootstrap.build_understander(settings, packs, tell)
    try:
        if not is_ready(understander):
            sys.exit(1)
        yield understander
    finally:
        understander.close()
