"""``train``: the language model, made of our own examples only."""

from __future__ import annotations

import sys

from bot import bootstrap
from bot.command_line.verbs import flag, pack_option, verb
from bot.entry import wording
from bot.language.model import training
from bot.language.model.examples import usable
from bot.settings import Settings


@verb()
@pack_option(help=wording.PACK)
@flag("--opnieuw", "force", help=wording.AGAIN)
def train(settings: Settings, pack: str | None, *, force: bool) -> int:
    """Train when the inputs changed; say where the model stands."""
    packs = usable(bootstrap.advising_packs(settings.chosen(pack)))
    try:
        training.ensure_world(settings.root, _tell)
        if force:
            training.model_path(settings.root, packs, settings.models).unlink(missing_ok=True)
        print(training.train(settings.root, packs, settings.models, _tell))
    except training.TrainingError as error:
        _tell(str(error))
        return 1
    return 0


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
