"""A folder as it was in an earlier revision of git, read without touching the work tree."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.workbench import wording


class RevisionError(Exception):
    """A revision that can't be read; the Dutch message says why and what would be right."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit: as it was asked for, its short name, and its day."""

    asked: str
    commit: str
    day: str


@contextmanager
def at_revision(folder: Path, asked: str) -> Iterator[tuple[Path, Revision]]:
    """A copy of the folder as it was in a revision (``HEAD~3``, a tag, a branch, a commit).

    The copy lives as long as the context. Raises RevisionError.
    """
    if not folder.is_dir():
        raise RevisionError(wording.NO_FOLDER.format(folder=folder))
    inside = _git(folder, "rev-parse", "--is-inside-work-tree")
    if inside is None:
        raise RevisionError(wording.NOT_IN_GIT.format(folder=folder))
    name = f"{asked}^{{commit}}"
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    if not asked or commit is None:
        raise RevisionError(wording.NO_VERSION.format(asked=asked))
    full = commit.decode().strip()
    day = (_git(folder, "show", "--no-patch", "--format=%cs", full) or b"").decode().strip()
    archive = _git(folder, "archive", "--format=zip", full)
    if archive is None:
        raise RevisionError(wording.FOLDER_NOT_YET.format(folder=folder, asked=asked))
    with TemporaryDirectory() as copy, zipfile.ZipFile(io.BytesIO(archive)) as zipped:
        zipped.extractall(copy)
        yield Path(copy), Revision(asked, full[:9], day)


def undo_line(paths: list[Path]) -> str:
    """The command that takes back what was written to these files; empty outside git."""
    if not paths or any(_git(path.parent, "ls-files", "--error-unmatch", path.name) is None
                        for path in paths):  # fmt: skip
        return ""
    return "git restore " + " ".join(str(path) for path in paths)


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git says, or None when it refuses."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell; a name that starts with - ends up as a name
            ["git", *arguments],  # noqa: S607 - the git that this person uses
            cwd=folder,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise RevisionError(wording.NO_GIT) from error
    return done.stdout if done.returncode == 0 else None
