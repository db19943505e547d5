"""What is wrong with a storage, and what helps, for the person who runs the bot."""

from __future__ import annotations

from pathlib import Path

NO_ADDRESS = (
    "DATABASE_URL is niet te begrijpen. Geef postgresql://gebruiker@server/database, "
    "of het pad van een bestand, zoals data/gesprekken.db."
)
NO_POSTGRES_URL = "DATABASE_URL is niet te begrijpen. Geef postgresql://gebruiker@server/database."
SEALED_OTHERWISE = (
    "Een adres in de database is met een ander geheim versleuteld. "
    "Zet het geheim terug dat bij deze database hoort."
)
OTHER_KEY = (
    "Deze database hoort bij een ander geheim. Met dit geheim zijn de gesprekken niet te vinden. "
    "Zet het geheim terug dat erbij hoort: SAMENWERKWIJZER_GEHEIM, of geheim.key in de map met "
    "gegevens. Wil je leeg beginnen, gebruik dan een nieuwe database."
)
THE_KEY = "het geheim"
LOCAL = "lokaal"


def secret_file(file: Path) -> str:
    """How a file with a secret is called."""
    return f"Geheim {file}"


def too_short(source: str, shortest: int) -> str:
    """A secret of fewer characters than ``shortest``."""
    return (
        f"{source} is te kort: het moet minstens {shortest} tekens hebben. "
        "Maak er een met: openssl rand -hex 32. Hoort er al een database bij, zet dan het "
        "oude geheim terug. Met een ander zijn de gesprekken niet meer te vinden."
    )


def no_secret(file: Path, why: str | None) -> str:
    """A file with a secret that can't be read or made."""
    return (
        f"{secret_file(file)}: niet te lezen of te maken ({why}). Geef de gebruiker van "
        "de bot lees- en schrijfrecht op het bestand en op zijn map."
    )


def newer(steps: str) -> str:
    """A database that has had migrations which this bot does not know."""
    return (
        f"De database is gemaakt door een nieuwere versie van de bot ({steps}). "
        "Installeer die versie of nieuwer."
    )


def postgres(where: str, trouble: str) -> str:
    """A PostgreSQL server that does not do what is asked."""
    return (
        f"PostgreSQL {where}: {trouble}. Kijk of de server draait, of DATABASE_URL klopt "
        "en of de gebruiker tabellen mag maken, lezen en schrijven."
    )


def database(path: Path, trouble: str) -> str:
    """A SQLite file that does not do what is asked."""
    return f"Database {path}: {trouble}"


UNEXPECTED = "onverwachte fout. Kijk of het bestand en zijn map in orde zijn."
DAMAGED = (
    "het bestand is beschadigd of is geen database. Zet het apart (mv {path} {path}.kapot, "
    "ook {path}-wal en {path}-shm) en zet een back-up terug; "
    "zonder back-up begint de bot leeg."
)
NOT_WRITABLE = (
    "het bestand is niet te beschrijven. Geef de gebruiker van de bot schrijfrecht op het "
    "bestand en op zijn map, of wijs een ander pad aan."
)
BUSY = "een ander programma houdt het bestand bezet. Sluit dat programma en probeer opnieuw."
FULL = "de schijf is vol of leest niet goed. Maak ruimte of kijk de schijf na."
CLOSED = "de opslag is al gesloten. Start de bot opnieuw."
