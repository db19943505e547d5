"""Which version of a pack somebody means: ``pakket``, ``pad/naar/map`` or either ``@revisie``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.packs.errors import did_you_mean
from bot.packs.load import KNOWLEDGE, PACK_FILE, Loaded, find_packs, load_folder
from bot.rules.model.pack import Pack
from bot.settings import SettingError, Settings
from bot.workbench import wording
from bot.workbench.revision import Revision, RevisionError, at_revision


@dataclass(frozen=True, slots=True)
class Version:
    """A pack, where it came from, and what stands in its files."""

    loaded: Loaded
    folder: Path | None
    revision: Revision | None = None

    @property
    def pack(self) -> Pack:
        """The pack. Raises PackError when anything is wrong with it."""
        return self.loaded.checked()

    @property
    def label(self) -> str:
        """Where this version stands in git; empty for the present files."""
        if self.revision is None:
            return ""
        asked, commit, day = self.revision.asked, self.revision.commit, self.revision.day
        if commit.startswith(asked) or asked.startswith(commit):
            return f"{commit} van {day}"
        return f"{asked} ({commit} van {day})"


def version_named(settings: Settings, name: str) -> Version:
    """The version that is named. Raises SettingError with what would be right."""
    from bot.workbench.which import folder_named

    before, at, asked = name.rpartition("@")
    if not at or (Path(name) / PACK_FILE).is_file():
        folder = folder_named(settings, name)
        return Version(load_folder(folder, search=[settings.knowledge]), folder)
    try:
        return _at(settings, before, asked)
    except RevisionError as error:
        raise SettingError(str(error)) from error


def _at(settings: Settings, name: str, asked: str) -> Version:
    path = Path(name)
    if "/" in name or (path / PACK_FILE).is_file():
        path = path.resolve()
        root = next((parent for parent in path.parents if parent.name == KNOWLEDGE), path.parent)
        with at_revision(root, asked) as (copy, revision):
            folder = copy / path.relative_to(root)
            if not (folder / PACK_FILE).is_file():
                raise SettingError(
                    wording.NO_PACK_FILE_THEN.format(asked=asked, name=name, file=PACK_FILE)
                )
            return Version(_loaded(folder, copy), None, revision)
    with at_revision(settings.knowledge, asked) as (copy, revision):
        folders = find_packs(copy)
        if name not in folders:
            hint = did_you_mean(name, folders)
            told = f" Wel: {hint}." if hint and not hint.endswith("?") else f" {hint}"
            raise SettingError(
                wording.NO_PACK_THEN.format(name=name, asked=asked, told=told).rstrip()
            )
        return Version(_loaded(folders[name], copy), None, revision)


def _loaded(folder: Path, root: Path) -> Loaded:
    """The pack of a copy that is gone after this. Raises PackError when it has problems."""
    loaded = load_folder(folder, search=[root])
    loaded.checked()
    return loaded
