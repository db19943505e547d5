"""What would become of a pack, and of the packs that are built on it, if files were changed.

It is tried in a copy of the knowledge, so that nothing is written until somebody wants it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.packs.errors import Problem
from bot.packs.load import PACK_FILE, Loaded, Loader, find_packs
from bot.packs.text.source import shown_path
from bot.rules.model.graph import reached

_BASE = re.compile(r"""^gebaseerd_op:[ \t]*["']?([a-z][a-z0-9_]*)""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The pack as it would be, and the packs that are built on it and would not load any more."""

    loaded: Loaded
    broken: Mapping[str, tuple[Problem, ...]]


def foresee(folder: Path, files: Mapping[Path, bytes], knowledge: Path) -> Foreseen:
    """Try these contents of files of the pack in ``folder``."""
    folder, root = folder.resolve(), knowledge.resolve()
    inside = root in folder.parents
    with TemporaryDirectory() as made:
        copy = Path(made).resolve() / root.name
        shutil.copytree(root, copy)
        here = copy / (folder.relative_to(root) if inside else f"_{folder.name}")
        shutil.copytree(folder, here, dirs_exist_ok=True)
        for path, content in files.items():
            (here / path.name).write_bytes(content)
        places = ((here, folder), (copy, root)) if not inside else ((copy, root),)
        loader = Loader([copy])
        loaded = loader.load(here)
        problems = tuple(_seen(loaded.problems, places))
        broken = dict(_broken(folder, root, loader, copy, loaded)) if inside else {}
        return Foreseen(
            replace(loaded, problems=problems),
            {name: tuple(_seen(problems_there, places)) for name, problems_there in broken.items()},
        )


def _broken(
    folder: Path, root: Path, after: Loader, copy: Path, base: Loaded
) -> Iterator[tuple[str, tuple[Problem, ...]]]:
    """The packs on top of this one that load now, with what they would be refused for."""
    before, folders = Loader([root]), find_packs(root)
    own = next((name for name, place in folders.items() if place.resolve() == folder), "")
    for name in sorted(_on_top_of(own, folders)):
        if before.load(folders[name]).pack is None:
            continue
        refused = after.load(copy / folders[name].resolve().relative_to(root)).problems
        if new := tuple(problem for problem in refused if problem not in base.problems):
            yield name, new


def _on_top_of(base_id: str, folders: Mapping[str, Path]) -> list[str]:
    """Every pack that is based on this one, or on one that is."""
    based = {}
    for name, folder in folders.items():
        match = _BASE.search((folder / PACK_FILE).read_bytes().decode("utf-8", "replace"))
        based[name] = match[1] if match else ""
    return reached([base_id], lambda base: [name for name in based if based[name] == base])[1:]


def _seen(
    problems: tuple[Problem, ...], places: tuple[tuple[Path, Path], ...]
) -> Iterator[Problem]:
    """The problems as they would stand in the real files."""
    for problem in problems:
        file, wrong = problem.file, problem.wrong
        for copy, real in places:
            file = file.replace(str(copy), shown_path(real))
            wrong = wrong.replace(str(copy), shown_path(real))
        yield replace(problem, file=file, wrong=wrong)
