"""``kennis nieuw``: a fresh pack in one command, that works at once."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from bot.clock import today
from bot.command_line.verbs import argument, option, verb
from bot.packs.format.json_schema import schema_text
from bot.packs.load import COMMON, PACK_FILE, find_packs, load_pack
from bot.settings import SettingError, Settings
from bot.workbench.files import write
from bot.workbench.nieuw import wording
from bot.workbench.nieuw.starter import Start, starter_files
from bot.workbench.which import pack_named

_ID = re.compile(r"[a-z][a-z0-9_]{0,23}")
SCHEMA = "pakket.schema.json"


@verb()
@argument("name", metavar="NAAM", help=wording.HELP_NAME)
@option("--gebaseerd-op", "under", metavar="PAKKET", help=wording.HELP_UNDER)
@option("--titel", "title", metavar="TITEL", help=wording.HELP_TITLE)
@option("--in", "where", metavar="MAP", help=wording.HELP_WHERE)
def nieuw(
    settings: Settings, name: str, under: str | None, title: str | None, where: str | None
) -> int:
    """Write the files of the pack, load it, and say what to do next."""
    _check_name(name)
    parent = Path(where) if where else settings.knowledge
    folder = parent / name
    packs = find_packs(settings.knowledge)
    _check_free(name, folder, packs)
    base = pack_named(settings, under) if under else None
    if base is not None and not base.advices:
        raise SettingError(wording.NO_ADVICE.format(base.id))
    title = title or name.replace("_", " ").capitalize()
    inherits = tuple(pack for pack in packs if pack == COMMON)
    start = Start(name, title, today(), _schema(settings, folder), base, inherits)
    files = starter_files(start)
    _write(folder, files)
    load_pack(folder, search=[settings.knowledge])
    print(folder)
    called = _as_named(settings, name, folder)
    print(wording.NEXT.format(file=folder / PACK_FILE, called=called), file=sys.stderr)
    return 0


def _check_name(name: str) -> None:
    if _ID.fullmatch(name):
        return
    better = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:24].strip("_")
    hint = wording.FOR_EXAMPLE.format(better) if _ID.fullmatch(better) else ""
    raise SettingError(wording.NO_NAME.format(name=name, hint=hint))


def _check_free(name: str, folder: Path, packs: dict[str, Path]) -> None:
    if name in packs:
        raise SettingError(wording.PACK_EXISTS.format(name=name, folder=packs[name]))
    if folder.exists():
        raise SettingError(wording.FOLDER_EXISTS.format(folder))


def _schema(settings: Settings, folder: Path) -> str:
    """Where the schema is, seen from the folder; beside the files when there are no docs here."""
    published = settings.root / "docs" / SCHEMA
    if not published.is_file():
        return SCHEMA
    return Path(os.path.relpath(published.resolve(), folder.resolve())).as_posix()


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        write(folder / name, text)
    if any(f"$schema={SCHEMA}\n" in text for text in files.values()):
        write(folder / SCHEMA, schema_text())


def _as_named(settings: Settings, name: str, folder: Path) -> str:
    """How the pack is called on the command line: by its id, or by its folder."""
    inside = settings.knowledge.resolve() in folder.resolve().parents
    return name if inside else str(folder)
