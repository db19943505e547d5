"""What the verbs on packs do, and say when a pack or an earlier version of it is not there."""

from __future__ import annotations

HELP = {
    "toets": "reken de voorbeelden van een pakket na",
    "controleer": "klopt een pakket, bij elke combinatie van antwoorden?",
    "taal": "zijn de teksten eenvoudig, en goed gespeld?",
    "lijst": "welke pakketten zijn er?",
    "recht": "wat zegt een pakket over recht, waar staat dat, en hoe zeker is het?",
    "dmn": "schrijf een pakket als DMN-bestand, voor andere programma's",
    "teken": "maak een tekening van een pakket, en een pagina om te lezen of te printen",
    "kaarten": "maak kaarten om te printen (A6): één per vraag, en één per vorm",
    "nieuw": "maak een eigen pakket: van een ander uit, of klein en van jullie alleen",
    "vergelijk": "wat verandert er aan het advies, van het ene pakket naar het andere?",
    "stel-voor": "maak van je veranderingen een voorstel, als één bestand",
    "neem-over": "neem een voorstel over in een pakket",
    "leg-naast": "leg één geval langs alle pakketten",
}
"""Verb -> what it does."""
WHICH_PACK = "welk pakket"
PACK_OR_FOLDER = "id of map van het pakket"
FOR_A_PROGRAM = "voor een programma"

CAN_NOT_WRITE = "Ik kan '{}' niet schrijven. Is het een bestand, en mag je daar schrijven?"
NO_FOLDER = "De map '{folder}' is er niet."
NOT_IN_GIT = "De map '{folder}' staat niet in git. Alleen daarin staan eerdere versies."
NO_VERSION = (
    "De versie '{asked}' ken ik niet. Goed zou zijn: HEAD~1, een label, een tak of een "
    "commit (zie: git log)."
)
FOLDER_NOT_YET = "De map '{folder}' was er nog niet in '{asked}'."
NO_GIT = "Git is er niet. Zonder git zie ik geen eerdere versies."
NO_PACK_FILE_THEN = "In '{asked}' stond in '{name}' geen {file}."
NO_PACK_THEN = "Het pakket '{name}' was er niet in '{asked}'.{told}"
NO_PACK_FILE = "In de map '{name}' staat geen {file}."
NO_PACKS = "Er staan hier geen pakketten."
NO_PACK = "Pakket '{name}' ken ik niet. {told}"
