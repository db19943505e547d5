"""``kennis taal``: how the texts read."""

from __future__ import annotations

import argparse

from bot.settings import Settings

HELP = "zijn de teksten eenvoudig, en goed gespeld?"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose: all texts are measured."""


def run(given: argparse.Namespace, settings: Settings) -> int:
    """Measure the texts: 1 when one is too hard or misspelt."""
    from bot.workbench.taal.__main__ import main

    return int(main([str(settings.knowledge), "--bot"]))
