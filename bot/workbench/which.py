"""Which pack somebody means: an id, or the folder in which it stands."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bot.packs.errors import did_you_mean
from bot.packs.load import PACK_FILE, Loaded, find_packs, load_folder
from bot.rules.model.pack import Pack
from bot.settings import SettingError, Settings
from bot.words.phrases import capital
from bot.workbench import wording


def pack_named(settings: Settings, name: str) -> Pack:
    """The pack with this id, or in this folder; no other is loaded.

    Raises SettingError, with what there is, when there is no such pack, and PackError when it has
    problems.
    """
    return loaded_named(settings, name).checked()


def loaded_named(settings: Settings, name: str) -> Loaded:
    """The pack with this id or in this folder, together with the places of what it holds."""
    return load_folder(folder_named(settings, name), search=[settings.knowledge])


def folder_named(settings: Settings, name: str) -> Path:
    """The folder of the pack with this id; a name with a ``/`` or of a pack's folder is a path."""
    path = Path(name)
    if (path / PACK_FILE).is_file():
        return path
    if "/" in name or name in ("", ".", ".."):
        raise SettingError(wording.NO_PACK_FILE.format(name=name, file=PACK_FILE))
    folders = find_packs(settings.knowledge)
    if name not in folders:
        told = meant(name, folders) or wording.NO_PACKS
        raise SettingError(wording.NO_PACK.format(name=name, told=told))
    return folders[name]


def meant(name: str, known: Iterable[str]) -> str:
    """What there is instead of this name, as a sentence; empty when there is nothing."""
    hint = did_you_mean(name, list(known))
    return capital(hint) if hint.endswith("?") else f"Wel: {hint}." if hint else ""
