"""What ``kennis nieuw`` says; what stands in the fresh files is in the templates."""

from __future__ import annotations

HELP_NAME = "de id, bijvoorbeeld mijn_gemeente"
HELP_UNDER = "neem alles over van dit pakket"
HELP_TITLE = "hoe mensen het noemen; standaard de naam"
HELP_WHERE = "standaard de map met kennis"
NO_ADVICE = "Pakket '{}' geeft zelf geen advies. Neem een ander."
NO_NAME = (
    "'{name}' kan geen naam zijn. Goed zijn kleine letters, cijfers en _, "
    "hoogstens 24, en met een letter vooraan.{hint}"
)
FOR_EXAMPLE = " Bijvoorbeeld: {}."
PACK_EXISTS = "Pakket '{name}' is er al, in {folder}. Kies een andere naam."
FOLDER_EXISTS = "De map {} is er al. Kies een andere naam."
NEXT = """\
1. Open {file} en vul de titel en het contact in.
2. Verander vragen en regels, en kijk steeds: samenwerkwijzer kennis controleer {called}
3. Teken het, om te laten zien: samenwerkwijzer kennis teken {called}"""
