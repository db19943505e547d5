"""The files in a folder that somebody made, without what a program keeps beside them."""

from __future__ import annotations

from pathlib import Path

_MAC_ARCHIVE = "__MACOSX"


def made_files(root: Path, pattern: str) -> list[Path]:
    """The paths under a folder that match, sorted.

    What is hidden under it is left out: locks and copies of editors (``.#pakket.yml``), what a
    Mac adds (``._pakket.yml``), and Git's own. ``root`` itself may lie in a hidden folder.
    """
    return [path for path in sorted(root.glob(pattern)) if not _is_side(path.relative_to(root))]


def _is_side(path: Path) -> bool:
    return any(part.startswith(".") or part == _MAC_ARCHIVE for part in path.parts)
