"""What the bot says to who starts it: settings, days, packs and health that are not in order."""

from __future__ import annotations

from pathlib import Path

NO_BEAT = "Er is geen teken van leven van de bot. Start hem: samenwerkwijzer web of telegram."
OVER = "Voorbij: %s"
NEWER_STATE = "Gesprek %s is van een nieuwere bot (%s)."
UNREADABLE_STATE = "Gesprek %s is niet te lezen. De toestand is apart gezet."
SEE_LIST = "Kijk in: samenwerkwijzer kennis lijst."
LEFT_OUT = "Pakket '%s' doet niet mee. %s"


def old_beat(age: float) -> str:
    """A last sign of life that is too long ago, in seconds."""
    return (
        f"Het laatste teken van leven is {age:.0f} seconden oud: de bot is gestopt of hangt. "
        "Kijk in het log en start hem opnieuw."
    )


def no_signs(file: Path, why: str | None) -> str:
    """A file with signs of life that can't be written."""
    return (
        f"Het teken van leven {file} is niet te schrijven ({why}). De gesprekken gaan door. "
        "Maak ruimte op de schijf, of geef de gebruiker van de bot schrijfrecht op die map."
    )


def no_conversations(database: str) -> str:
    """A file with conversations that is not there."""
    return (
        f"Het bestand met de gesprekken ({database}) is er niet. Kijk of SAMENWERKWIJZER_DATA en "
        "DATABASE_URL kloppen. De bot maakt het bestand als hij start."
    )


def disk_full(folder: Path, free: int) -> str:
    """A disk with hardly any room, in bytes."""
    left = f"{free / 1_000_000:.1f}".replace(".", ",")
    return f"De schijf van {folder} is vol: er is nog {left} MB vrij. Maak ruimte."


def bad_language(value: str) -> str:
    """A setting for the language that is none."""
    return f"SAMENWERKWIJZER_TAAL is '{value}'. Goed zou zijn: 'rasa' of 'plat'."


def bad_zone(name: str) -> str:
    """A time zone that does not exist."""
    return (
        f"SAMENWERKWIJZER_TIJDZONE is '{name}'. Die tijdzone ken ik niet. "
        "Goed zou zijn: Europe/Amsterdam."
    )


def no_folder(name: str, path: Path) -> str:
    """A setting for a folder that names a file."""
    return f"{name} is '{path}', en dat is een bestand. Goed zou zijn: het pad van een map."


def no_file(name: str, path: Path) -> str:
    """A setting for a file that is not there."""
    return f"{name} is '{path}', en dat bestand is er niet. Goed zou zijn: het pad van een bestand."


def bad_house_style(path: Path, why: str) -> str:
    """A Word template that can't be used."""
    return f"De huisstijl {path} kan ik niet gebruiken. {why}."


def no_home(name: str) -> str:
    """A path that begins with ``~`` where nobody has a home."""
    return f"{name} begint met ~, maar HOME is niet gezet. Geef het hele pad, zoals /srv/bot."


def bad_number(name: str, value: str, low: int, high: int) -> str:
    """A setting that must be a number within bounds."""
    return f"{name} is '{value}'. Goed zou zijn: een getal van {low} tot {high}."


def no_day(value: str) -> str:
    """What was given for a day on the command line."""
    return f"'{value}' is geen dag. Goed zou zijn: --op 2027-01-31."


def no_pack(pack: str, instead: str) -> str:
    """A pack that was asked for and is not there, and what to do."""
    return f"Pakket '{pack}' is er niet. {instead}"


def no_packs(folder: Path) -> str:
    """A folder with knowledge that has no packs at all."""
    return f"In {folder} staat er geen."


def bad_bot_name(name: str, given: str) -> str:
    """A name that no bot on Telegram can have."""
    return f"{name} is '{given}'. Goed is de naam van de bot zonder @, zoals hulp_voorbeeld_bot."


def bad_contact(name: str, value: str) -> str:
    """An address to write to that is none."""
    return f"{name} is '{value}'. Goed zou zijn: mailto:post@gemeente.nl of https://gemeente.nl."


def no_theme(name: str, file: Path) -> str:
    """A theme for the page that is not there."""
    return (
        f"{name} is '{file}'. Dat bestand is er niet. Goed zou zijn: het pad van een CSS-bestand."
    )


def bad_network(name: str, value: str) -> str:
    """A proxy that is no address and no network."""
    return f"{name} noemt '{value}'. Goed zou zijn: 10.0.0.5 of 10.0.0.0/24, met komma's ertussen."
