"""Settings from the environment, read once. ``docs/settings.md`` lists them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from ipaddress import ip_network
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot import wording

ROOT = Path(__file__).resolve().parent.parent


class SettingError(Exception):
    """A setting can't be used; the message names it and what would be right."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All that an operator can set. Secrets are never shown: they are left out of the repr."""

    root: Path
    data: Path
    knowledge: Path
    models: Path
    pack: str
    database: str
    language: str
    rasa_url: str
    retention_days: int
    public_url: str
    telegram_base_url: str
    telegram_webhook_url: str
    telegram_webhook_port: int
    telegram_webhook_host: str
    zone: ZoneInfo
    owner: str = ""
    contact: str = ""
    security_contact: str = ""
    theme: Path | None = None
    proxies: tuple[str, ...] = ()
    web_pace: int = 1200
    house_style: Path | None = None
    telegram_name: str = ""

    def chosen(self, pack: str | None, *, plain: bool = False) -> Settings:
        """The same settings, with the pack that was asked for, or without the language model."""
        language = "plat" if plain else self.language
        return replace(self, pack=pack or self.pack, language=language)


def read(environ: Mapping[str, str], *, root: Path = ROOT) -> Settings:
    """The settings. Raises SettingError."""
    environ = {name: value for name, value in environ.items() if value}
    data = _folder(environ, "SAMENWERKWIJZER_DATA", root / "data")
    if data.exists() and not data.is_dir():
        raise SettingError(wording.no_folder("SAMENWERKWIJZER_DATA", data))
    language = environ.get("SAMENWERKWIJZER_TAAL", "rasa")
    if language not in ("rasa", "plat"):
        raise SettingError(wording.bad_language(language))
    return Settings(
        root=root,
        data=data,
        knowledge=_folder(environ, "SAMENWERKWIJZER_KENNIS", root / "knowledge"),
        models=_folder(environ, "SAMENWERKWIJZER_MODELLEN", root / "models"),
        pack=environ.get("SAMENWERKWIJZER_PAKKET", "passende_samenwerking"),
        database=environ.get("DATABASE_URL", str(data / "gesprekken.db")),
        language=language,
        rasa_url=environ.get("RASA_URL", ""),
        retention_days=_number(environ, "SAMENWERKWIJZER_BEWAARDAGEN", 30, 1, 3650),
        public_url=environ.get("SAMENWERKWIJZER_ADRES", "").rstrip("/"),
        telegram_base_url=environ.get("TELEGRAM_BASE_URL", ""),
        telegram_webhook_url=environ.get("TELEGRAM_WEBHOOK_URL", ""),
        telegram_webhook_host=environ.get("TELEGRAM_WEBHOOK_HOST", "127.0.0.1"),
        telegram_webhook_port=_number(environ, "TELEGRAM_WEBHOOK_PORT", 8443, 1, 65535),
        zone=time_zone(environ),
        owner=environ.get("SAMENWERKWIJZER_EIGENAAR", ""),
        contact=_contact(environ, "SAMENWERKWIJZER_CONTACT"),
        security_contact=_contact(environ, "SAMENWERKWIJZER_LEK_MELDEN"),
        theme=_theme(environ),
        proxies=_networks(environ, "SAMENWERKWIJZER_PROXIES"),
        web_pace=_number(environ, "SAMENWERKWIJZER_TEMPO", 1200, 10, 1_000_000),
        house_style=_file(environ, "SAMENWERKWIJZER_HUISSTIJL"),
        telegram_name=_bot_name(environ, "TELEGRAM_NAAM"),
    )


def _contact(environ: Mapping[str, str], name: str) -> str:
    """An address to write to (``mailto:`` or ``https:``); empty when not set. Raises
    SettingError."""
    text = environ.get(name, "").strip()
    if text and not text.startswith(("mailto:", "https://")):
        raise SettingError(wording.bad_contact(name, text))
    return text


def _bot_name(environ: Mapping[str, str], name: str) -> str:
    """What a bot is called on Telegram, without the @; empty when not set. Raises SettingError."""
    text = environ.get(name, "").strip().removeprefix("@")
    if text and not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{4,31}", text):
        raise SettingError(wording.bad_bot_name(name, text))
    return text


def _theme(environ: Mapping[str, str]) -> Path | None:
    """The owner's own theme for the page. Raises SettingError when there is no such file."""
    name = "SAMENWERKWIJZER_THEMA"
    if not environ.get(name):
        return None
    file = _folder(environ, name, Path())
    if not file.is_file():
        raise SettingError(wording.no_theme(name, file))
    return file


def _networks(environ: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Addresses and networks, with commas between. Raises SettingError."""
    parts = tuple(part.strip() for part in environ.get(name, "").split(",") if part.strip())
    for part in parts:
        try:
            ip_network(part, strict=False)
        except ValueError as error:
            raise SettingError(wording.bad_network(name, part)) from error
    return parts


def time_zone(environ: Mapping[str, str]) -> ZoneInfo:
    """Where a day begins and ends: the law of a new year holds from midnight there.

    Raises SettingError.
    """
    name = environ.get("SAMENWERKWIJZER_TIJDZONE") or "Europe/Amsterdam"
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SettingError(wording.bad_zone(name)) from error


def _folder(environ: Mapping[str, str], name: str, default: Path) -> Path:
    """A folder; ``~`` is the home of who starts the bot. Raises SettingError."""
    try:
        return Path(environ.get(name, default)).expanduser()
    except RuntimeError as error:  # nobody's home
        raise SettingError(wording.no_home(name)) from error


def _file(environ: Mapping[str, str], name: str) -> Path | None:
    """A file that must be there; None when it is not set. Raises SettingError."""
    if name not in environ:
        return None
    path = _folder(environ, name, ROOT)
    if not path.is_file():
        raise SettingError(wording.no_file(name, path))
    return path


def secret(environ: Mapping[str, str], name: str) -> str:
    """A secret from the environment; empty when it is not set. Never kept in Settings."""
    return environ.get(name, "").strip()


def _number(environ: Mapping[str, str], name: str, default: int, low: int, high: int) -> int:
    text = environ.get(name, str(default))
    if not text.isdecimal() or len(text) > 9 or not low <= int(text) <= high:
        raise SettingError(wording.bad_number(name, text, low, high))
    return int(text)
