"""How the understanding of free text is doing, for a person or for who runs the bot."""

from __future__ import annotations

from pathlib import Path

PLAIN = "Vrije tekst staat uit. Knoppen, nummers en opdrachten werken."
OFF = "Vrije tekst staat uit."
FELL_BACK = "Vrije tekst staat uit. Knoppen en nummers werken wel."
READY = "Ik begrijp nu ook vrije tekst."

WARMING = "Ik ben nog aan het opwarmen."
LOADING = "Ik laad het taalmodel."
DOES_NOT_LOAD = "Het taalmodel wil niet laden. "
SWITCHED = "Een nieuw taalmodel is klaar."
KEPT_OLD = "Het nieuwe taalmodel %s laadt niet. Het oude blijft in gebruik."
NO_MODEL = "nog geen"
GAVE_UP = (
    "Vrije tekst staat uit (model: %s). %s Dit helpt: gooi dat model weg uit %s en draai "
    "'samenwerkwijzer train'. De bot pakt het nieuwe model vanzelf op. Lukt het niet, kijk dan "
    "of er 1 GB geheugen vrij is en of .venv-nlu er nog staat."
)

HANGS = (
    "Het taalmodel antwoordt niet meer. De bot start het opnieuw; knoppen en nummers werken wel. "
    "Gebeurt dit vaker, kijk dan of er 1 GB geheugen vrij is."
)
DIED = (
    "Het taalmodel is gestopt. De bot start het opnieuw; knoppen en nummers werken wel. "
    "Gebeurt dit vaker, kijk dan of er 1 GB geheugen vrij is."
)
ANEW = "Het taalmodel antwoordde niet. Ik start het opnieuw, knoppen en nummers werken wel."

INSTALLING = "Ik installeer het taalmodel (1,6 GB, een paar minuten)"
NOT_INSTALLED = "Het taalmodel kon niet worden geïnstalleerd"
WAS_TRAINED = "Het taalmodel was al getraind."
TRAINING = "Ik train het taalmodel"
FEW_MINUTES = "(een paar minuten)"
NOT_TRAINED = "Het trainen van het taalmodel mislukte"
TRAINED = "Het taalmodel is getraind."
NOTHING_MADE = "er kwam geen model uit"

FAR_SERVER = (
    "Het adres van de Rasa-server moet met https beginnen. "
    "Met http mag alleen op deze machine of binnen het eigen compose-netwerk."
)
BY_SERVER = "Ik begrijp vrije tekst, met een eigen Rasa-server."
SERVER_AWAY = (
    "De Rasa-server antwoordt niet. Knoppen en nummers werken wel. Kijk of de server van RASA_URL "
    "draait en of RASA_TOKEN klopt."
)
SERVER_SILENT = "De Rasa-server antwoordt niet. Knoppen en nummers werken wel."


def not_writable(folder: Path, why: str | None) -> str:
    """A folder for models where nothing can be kept."""
    return f"Ik kan niet schrijven in {folder}: {why}."
