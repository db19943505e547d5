"""Chooses who understands free text. Called by the composition root alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from bot.language.plain.plain import PlainUnderstander
from bot.language.rasa.server import RasaServer, ServerUnderstander
from bot.language.rasa.understander import RasaUnderstander
from bot.language.understand import Understander
from bot.rules.model.pack import Pack
from bot.words.guards import Guards
from bot.words.literal import Literal


def choose(
    packs: Mapping[str, Pack],
    root: Path,
    models: Path,
    *,
    rasa: bool = True,
    url: str = "",
    token: str = "",
    doubts: Guards | None = None,
    literal: Literal | None = None,
    progress: Callable[[str], None] | None = None,
) -> Understander:
    """A server when there is a ``url``; else Rasa in a worker; else (``rasa=False``) the plain one.

    Raises ServerAddressError when the url may not be used.
    """
    if not url and not rasa:
        return PlainUnderstander(ready=True)
    if url:
        return ServerUnderstander(packs, RasaServer(url, token), doubts, literal)
    return RasaUnderstander(packs, root, models, progress=progress, doubts=doubts, literal=literal)
