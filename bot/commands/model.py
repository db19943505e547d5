"""``train``: the language model, made of our own examples only."""

from __future__ import annotations

import sys

from bot import bootstrap
from bot.settings import Settings


def train(settings: Settings, *, force: bool) -> int:
    """Train when the inputs changed; say where the model stands."""
    from bot.language.training import train_model

    packs = bootstrap.advising_packs(settings)
    model = train_model(
        packs,
        root=settings.root,
        models=settings.models,
        progress=lambda line: print(line, file=sys.stderr),
        force=force,
    )
    print(model)
    return 0
