"""``python -m tests.conversations.record``: replay the transcripts with the real model, and write
down what it says. Trains the model when it is not there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.bootstrap import advising_packs
from bot.language.model.examples import usable
from bot.language.model.parsed import Parsed
from bot.language.model.training import ensure_world, train
from bot.language.rasa.pipe import Worker
from bot.language.rasa.server import ServerUnderstander
from bot.packs.danger import DOUBT, load_guards, load_literal
from bot.rules.model.pack import Pack
from bot.settings import ROOT, read
from tests.conversations import recording
from tests.conversations.talks import TALKS, replay

LOADING = 300.0
PATIENCE = 60.0
"""Seconds to wait for the model to load, and for one answer."""


class Listener:
    """A parser that remembers what the model said of every text."""

    def __init__(self, parse: Callable[[str], Parsed]) -> None:
        self._parse = parse
        self.heard: dict[str, Parsed] = {}

    def parse(self, text: str) -> Parsed:
        """What the model says of it."""
        self.heard[text] = self._parse(text)
        return self.heard[text]


def record(packs: Mapping[str, Pack], parse: Callable[[str], Parsed]) -> recording.Recording:
    """What a model says of every text that a transcript gives it to read.

    Raises AssertionError when a talk can't go on, with every talk that can't.
    """
    listener = Listener(parse)
    understander = ServerUnderstander(
        packs,
        listener,
        load_guards(ROOT, ROOT / "knowledge", print, DOUBT),
        load_literal(ROOT),
    )
    stuck: list[str] = []
    for path in TALKS:
        with TemporaryDirectory() as folder:
            try:
                replay(path, understander, packs, Path(folder))
            except AssertionError as error:
                stuck.append(f"{path.name}: {error}")
    if stuck:
        raise AssertionError("\n".join(stuck))
    texts = {text: recording.kept(parsed) for text, parsed in listener.heard.items()}
    return recording.Recording(recording.fingerprint(ROOT, usable(packs)), texts)


def main() -> int:
    """Make the recording anew."""
    settings = read({})
    packs = advising_packs(settings)
    ensure_world(ROOT, print)
    worker = Worker(ROOT, train(ROOT, usable(packs), settings.models, print))
    try:
        if not worker.wait_ready(LOADING):
            print("Het taalmodel wil niet laden.", file=sys.stderr)
            return 1
        made = record(packs, lambda text: worker.parse(text, PATIENCE))
    finally:
        worker.close()
    recording.save(recording.FILE, made)
    print(f"{len(made.texts)} teksten staan in {recording.FILE.relative_to(ROOT)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
