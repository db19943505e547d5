"""Remembers files as they were before a proposal was taken over, to the byte.

Taking a change back as an edit gives the same pack, but not the same file: a comment or a blank
line may be gone. What is remembered here holds as long as nobody changed those files.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from pathlib import Path

Files = Mapping[Path, bytes]


def remember(place: Path, proposal: bytes, folder: Path, before: Files, after: Files) -> None:
    """Keep these files of a pack as they were before this proposal. Raises OSError."""
    kept = {
        path.name: {"eerst": b64encode(before[path]).decode(), "nu": _hash(after[path])}
        for path in after
    }
    file = _file(place, proposal, folder)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(kept, indent=1), "utf-8")


def remembered(place: Path, proposal: bytes, folder: Path) -> dict[Path, bytes] | None:
    """The files as they were, if they still are as the proposal made them; else None."""
    try:
        kept = json.loads(_file(place, proposal, folder).read_text("utf-8"))
        now = {name: _hash((folder / name).read_bytes()) for name in kept}
    except OSError:
        return None
    if any(now[name] != one["nu"] for name, one in kept.items()):
        return None
    return {folder / name: b64decode(one["eerst"]) for name, one in kept.items()}


def forget(place: Path, proposal: bytes, folder: Path) -> None:
    """What was taken back need not be remembered."""
    _file(place, proposal, folder).unlink(missing_ok=True)


def _file(place: Path, proposal: bytes, folder: Path) -> Path:
    return place / f"{_hash(bytes(folder.resolve()) + b'/' + proposal)[:32]}.json"


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
