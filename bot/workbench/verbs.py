"""``kennis``: what someone who owns a pack can do with it, a drawer of the workbench per verb."""

from __future__ import annotations

from bot.command_line.verbs import Place, Verbs
from bot.workbench.wording import HELP

_PLACES = {
    "toets": "toets.command:toets",
    "controleer": "controleer.command:controleer",
    "taal": "taal.command:taal",
    "lijst": "lijst.command:lijst",
    "recht": "recht.command:recht",
    "dmn": "dmn.command:dmn",
    "teken": "teken.command:teken",
    "kaarten": "kaarten.command:kaarten",
    "nieuw": "nieuw.command:nieuw",
    "vergelijk": "vergelijk.command:vergelijk",
    "stel-voor": "voorstel.stel_voor:stel_voor",
    "neem-over": "voorstel.neem_over:neem_over",
    "leg-naast": "leg_naast.command:leg_naast",
}
"""Verb -> where it stands in the workbench."""

VERBS = Verbs(
    "kennis",
    {name: Place(f"bot.workbench.{path}", HELP[name]) for name, path in _PLACES.items()},
    "WAT",
    described=True,
    help="",
)
