"""Remembers files as they were before a proposal was taken over, to the byte, and puts them back.

A file that nobody touched since gets the bytes that it had. In a file that was touched the lines of
the proposal are taken back, and every other line stays; where both changed the same lines, this
can't be done by lines.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

Files = Mapping[Path, bytes]


@dataclass(frozen=True, slots=True)
class Undone:
    """One file as it becomes; without ``content`` the file is gone. ``touched``: somebody changed
    it since. ``tangled``: they changed the very lines that the proposal made."""

    path: Path
    content: bytes | None
    touched: bool = False
    tangled: bool = False


def remember(place: Path, proposal: bytes, folder: Path, before: Files, after: Files) -> None:
    """Keep these files of a pack as they were before this proposal, and after. Raises OSError."""
    kept = {
        path.name: {
            "eerst": b64encode(before[path]).decode(),
            "daarna": b64encode(after[path]).decode(),
        }
        for path in after
    }
    file = _file(place, proposal, folder)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(kept, indent=1), "utf-8")


def remembered(place: Path, proposal: bytes, folder: Path) -> tuple[Undone, ...]:
    """What taking back gives of each file; nothing when that is not remembered here."""
    try:
        kept = json.loads(_file(place, proposal, folder).read_text("utf-8"))
        pairs = {
            folder / name: (b64decode(kept_file["eerst"]), b64decode(kept_file["daarna"]))
            for name, kept_file in kept.items()
        }
    except (OSError, KeyError):
        return ()
    return tuple(_undone(path, *pair) for path, pair in pairs.items())


def forget(place: Path, proposal: bytes, folder: Path) -> None:
    """What was taken back need not be remembered."""
    _file(place, proposal, folder).unlink(missing_ok=True)


def _file(place: Path, proposal: bytes, folder: Path) -> Path:
    name = hashlib.sha256(bytes(folder.resolve()) + b"/" + proposal).hexdigest()
    return place / f"{name[:32]}.json"


def _undone(path: Path, before: bytes, after: bytes) -> Undone:
    if not path.is_file():
        return Undone(path, None, touched=True)
    now = path.read_bytes()
    if now == after:
        return Undone(path, before)
    content = taken_back(before, after, now)
    return Undone(path, now if content is None else content, True, content is None)


# --- in a file that was touched ------------------------------------------------------------------


class _Edit(NamedTuple):
    """Lines of the file as the proposal made it, and what takes their place."""

    start: int
    end: int
    lines: tuple[bytes, ...]

    def meets(self, other: _Edit) -> bool:
        """Whether both are about the same lines."""
        if self.start == self.end or other.start == other.end:
            low, high = max(self.start, other.start), min(self.end, other.end)
            inside = self.start < other.start < self.end or other.start < self.start < other.end
            return inside and low <= high
        return max(self.start, other.start) < min(self.end, other.end)


def taken_back(before: bytes, after: bytes, now: bytes) -> bytes | None:
    """The file as it is now without what led from ``before`` to ``after``; None when somebody
    changed the same lines since."""
    old, made, present = (text.splitlines(keepends=True) for text in (before, after, now))
    back, since = _edits(made, old), _edits(made, present)
    if any(edit.meets(other) for edit in back for other in since if edit != other):
        return None
    content: list[bytes] = []
    at = 0
    for edit in sorted({*since, *back}, key=lambda one: one[:2]):
        content += [*made[at : edit.start], *edit.lines]
        at = edit.end
    return b"".join([*content, *made[at:]])


def _edits(old: list[bytes], new: list[bytes]) -> list[_Edit]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        _Edit(start, end, tuple(new[low:high]))
        for tag, start, end, low, high in matcher.get_opcodes()
        if tag != "equal"
    ]
