"""``kennis``: what someone who owns a pack can do with it, a drawer of the workbench per verb."""

from __future__ import annotations

from bot.command_line import Place, Verbs

_HELP = {
    "toets.command:toets": "reken de voorbeelden van een pakket na",
    "controleer.command:controleer": "klopt een pakket, bij elke combinatie van antwoorden?",
    "taal.command:taal": "zijn de teksten eenvoudig, en goed gespeld?",
    "lijst.command:lijst": "welke pakketten zijn er?",
    "dmn.command:dmn": "schrijf een pakket als DMN-bestand, voor andere programma's",
    "teken.command:teken": (
        "maak een tekening van een pakket, en een pagina om te lezen of te printen"
    ),
    "kaarten.command:kaarten": "maak kaarten om te printen (A6): één per vraag, en één per vorm",
    "nieuw.command:nieuw": (
        "maak een eigen pakket: van een ander uit, of klein en van jullie alleen"
    ),
    "vergelijk.command:vergelijk": (
        "wat verandert er aan het advies, van het ene pakket naar het andere?"
    ),
    "voorstel.stel_voor:stel_voor": "maak van je veranderingen een voorstel, als één bestand",
    "voorstel.neem_over:neem_over": "neem een voorstel over in een pakket",
    "leg_naast.command:leg_naast": "leg één geval langs alle pakketten",
}
"""Where a verb stands in the workbench, and what it does."""

VERBS = Verbs(
    "kennis",
    {
        path.partition(":")[2].replace("_", "-"): Place(f"bot.workbench.{path}", line)
        for path, line in _HELP.items()
    },
    "WAT",
    described=True,
    help="",
)
