"""``kennis``: what someone who owns a pack can do with it, one module per verb.

A module has ``HELP`` (one line), ``arguments(parser)`` and ``run(given, settings)``, which returns
the exit code. It imports what is heavy inside ``run``: a verb that isn't asked for costs nothing.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import Any

from bot.settings import Settings

MODULES = {
    "toets": "toets.command",
    "controleer": "controleer.command",
    "taal": "taal.command",
    "lijst": "lijst.command",
    "dmn": "dmn.command",
    "teken": "teken.command",
    "kaarten": "kaarten.command",
    "nieuw": "nieuw.command",
    "vergelijk": "vergelijk.command",
    "stel-voor": "voorstel.stel_voor",
    "neem-over": "voorstel.neem_over",
    "leg-naast": "leg_naast.command",
}
"""Dutch verb -> module in the workbench."""


def add_verbs(parser: argparse.ArgumentParser) -> None:
    """Give the parser of ``kennis`` its verbs."""
    verbs = parser.add_subparsers(dest="wat", required=True, metavar="WAT")
    for verb in MODULES:
        module = _module(verb)
        module.arguments(verbs.add_parser(verb, help=module.HELP, description=module.HELP))


def run(given: argparse.Namespace, settings: Settings) -> int:
    """Run the verb that was given."""
    return int(_module(given.wat).run(given, settings))


def _module(verb: str) -> Any:
    return import_module(f"bot.workbench.{MODULES[verb]}")
