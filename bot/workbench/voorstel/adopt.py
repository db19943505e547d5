"""Makes changes in the files of a pack, and proves that the pack is then what it had to become."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.packs.load import PACK_FILE, Loaded, load_folder, pack_files
from bot.rules.model.pack import Pack
from bot.workbench.voorstel import wording
from bot.workbench.voorstel.changes import (
    FIRST,
    Change,
    Status,
    changes,
    found_at,
    is_id_list,
    made,
    plain,
    same,
    status,
)
from bot.workbench.voorstel.changes import Path as Steps
from bot.workbench.voorstel.patches import CONDITIONS, difference, gives, patch
from bot.workbench.voorstel.yaml_marks import CannotEdit, holds, moved, written


class AdoptError(Exception):
    """Changes that can't be made in this pack; nothing was written. Says why, in Dutch."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be written: per file the content before and after, and what each change meets.

    ``target``: what the pack must then be; None when the files are just put back. ``here``: what
    stands now where a change does not fit.
    """

    folder: Path
    target: dict[str, Any] | None
    statuses: tuple[tuple[Change, Status], ...]
    before: dict[Path, bytes]
    after: dict[Path, bytes]
    here: dict[Steps, tuple[Any] | None] = field(default_factory=dict)

    @property
    def changed(self) -> dict[Path, bytes]:
        """The files that become different, as they become."""
        return {path: new for path, new in self.after.items() if self.before[path] != new}

    @property
    def conflicts(self) -> tuple[Change, ...]:
        """The changes that do not fit what stands there now."""
        return self.of("differs")

    @property
    def done(self) -> tuple[Change, ...]:
        """The changes that were made already."""
        return self.of("done")

    def of(self, wanted: Status) -> tuple[Change, ...]:
        """The changes that stand like this."""
        return tuple(change for change, status in self.statuses if status == wanted)


def plan(
    folder: Path, wanted: Sequence[Change], *, force: bool = False, search: Sequence[Path] = ()
) -> Plan:
    """Work out what to write; nothing is written yet.

    A change that does not fit is left out, unless ``force``: then it is made where it can be.
    Raises PackError when the pack has problems already, and AdoptError when a change can't be
    written.
    """
    loaded = load_folder(folder, search=search)
    loaded.checked()
    target = plain(loaded.root)
    statuses: list[tuple[Change, Status]] = []
    here: dict[Steps, tuple[Any] | None] = {}
    making: list[Change] = []
    for change in wanted:
        stands = status(target, change)
        statuses.append((change, stands))
        if stands == "differs":
            here[change.path] = deepcopy(found_at(target, change.path))
        if stands == "fits" or (stands == "differs" and force and _possible(target, change)):
            made(target, change)
            making.append(change)
    moved = frozenset(change.path for change in making if change.how == "moved")
    files = _Files(folder, loaded, target, moved)
    for change in making:
        files.write(change)
    return Plan(folder, target, tuple(statuses), files.before, files.contents, here)


def put_back(folder: Path, files: dict[Path, bytes], edits: Plan | None = None) -> Plan:
    """The plan that gives these files of a pack this content. ``edits``: the plan that some of them
    come from, with what could not be made there."""
    statuses = [pair for pair in edits.statuses if pair[1] == "differs"] if edits else []
    here = edits.here if edits else {}
    before = {path: path.read_bytes() for path in files}
    return Plan(folder, None, tuple(statuses), before, files, here)


def _possible(root: dict[str, Any], change: Change) -> bool:
    """Whether there is a place to make this change in."""
    around = found_at(root, change.path[:-1])
    if around is None:
        return False
    if isinstance(around[0], dict):
        return True
    there = found_at(root, change.path) is not None
    return is_id_list(around[0]) and (there or change.how == "added")


def carry_out(found: Plan, *, search: Sequence[Path] = ()) -> Pack:
    """Write the files and load the pack again. Raises AdoptError, with everything as it was, when
    it does not load or is not what it had to become."""
    try:
        for path, content in found.changed.items():
            _write(path, content)
        loaded = load_folder(found.folder, search=search)
        if loaded.pack is None:
            raise AdoptError(wording.NO_LONGER_LOADS + "\n".join(map(str, loaded.problems)))
        rest = () if found.target is None else changes(plain(loaded.root), found.target)
        if rest:
            where = ", ".join(" / ".join(change.path) for change in rest[:5])
            raise AdoptError(wording.NOT_EXACTLY.format(where=where))
        return loaded.pack
    except BaseException:
        for path in found.changed:
            _write(path, found.before[path])
        raise


def _write(path: Path, content: bytes) -> None:
    """Replace a file in one go."""
    new = path.with_name(f"{path.name}.nieuw")
    new.write_bytes(content)
    new.replace(path)


def _items_around(path: Steps) -> Iterator[Steps]:
    """The paths of the items in which a path lies, from the outside in."""
    return (path[:length] for length in range(2, len(path), 2))


@dataclass(slots=True)
class _Files:
    """The files of one pack while they are changed."""

    folder: Path
    loaded: Loaded
    target: dict[str, Any]
    moved: frozenset[Steps] = frozenset()
    texts: dict[Path, str] = field(default_factory=dict)
    before: dict[Path, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.before = {path: path.read_bytes() for path in pack_files(self.folder)}
        self.texts = {path: raw.decode("utf-8-sig") for path, raw in self.before.items()}

    @property
    def contents(self) -> dict[Path, bytes]:
        """The files as they become, each with the mark at its start that it had."""
        return {
            path: (BOM_UTF8 if self.before[path].startswith(BOM_UTF8) else b"") + text.encode()
            for path, text in self.texts.items()
        }

    def write(self, change: Change) -> None:
        """Make the files say what the target says where this change was made."""
        path = change.path
        if len(path) > 2 and self._file(path[:2]) is None:
            path = path[:2]  # it stands in the pack below: filled in here
        else:  # an item of which nothing differs any more follows the pack below again
            path = next(filter(self._as_below, _items_around(path)), path)
        if change.how == "moved" and self._moved(path, change.after or ""):
            return
        for length in range(len(path), 0, -1):
            file = self._file_for(path[:length], change.after if length == len(path) else None)
            with suppress(CannotEdit):
                after = change.after if length == len(path) else None
                self.texts[file] = self._lines(file, path[:length], after)
                return
        raise AdoptError(wording.NOT_AT_ALL.format(path=" / ".join(change.path)))

    def _lines(self, file: Path, path: Steps, after: str | None) -> str:
        text = self.texts[file]
        new = written(text.replace("\r\n", "\n"), path, self._value_at, after)
        return new.replace("\n", "\r\n") if "\r\n" in text else new

    def _moved(self, path: Steps, after: str) -> bool:
        """Move an item as it is written, if all of its list stands in one file."""
        file = self._file(path)
        if file is None or self._below(path[:-1]) is not None:
            return False
        with suppress(CannotEdit):
            self.texts[file] = moved(self.texts[file], path, after)
            return True
        return False

    def _file(self, path: Steps) -> Path | None:
        """The file that has something at this path."""
        return next((file for file, text in self.texts.items() if holds(text, path)), None)

    def _file_for(self, path: Steps, after: str | None) -> Path:
        """The file to write this path in: where it is, beside what comes before it, or its list."""
        beside = (*path[:-1], after) if after else path
        home = self._file(path) or self._file(beside) or self._file(path[:2])
        listed = [file for file, text in self.texts.items() if holds(text, path[:1])]
        listed = listed or [self.folder / PACK_FILE]
        return home or listed[0 if after == FIRST else -1]

    def _below(self, path: Steps) -> tuple[Any] | None:
        """What the pack below has at a path; nothing inside an item that is written here as a
        whole, for that takes the place of what is below."""
        if self.loaded.under is None or any(map(self._replaced, _items_around(path))):
            return None
        return found_at(self.loaded.under, path)

    def _replaced(self, item: Steps) -> bool:
        words = ("vul_aan", "verwijder")
        return self._file(item) is not None and not any(self._file((*item, w)) for w in words)

    def _as_below(self, item: Steps) -> bool:
        wanted, below = found_at(self.target, item), self._below(item)
        if wanted is None or below is None or self._replaced(item):
            return False
        return same(wanted[0], below[0])

    def _value_at(self, path: Steps) -> tuple[Any] | None:
        """What the files of this pack must say at a path."""
        wanted, below = found_at(self.target, path), self._below(path)
        in_list = len(path) > 1 and is_id_list((found_at(self.target, path[:-1]) or (None,))[0])
        if not in_list or self._below(path[:-1]) is None:
            return self._own_part(path, wanted)
        if wanted is None:
            return None if below is None else ({"id": path[-1], "verwijder": True},)
        if below is None:
            return (self._placed(path, wanted[0]),)
        return self._over(path, below[0], wanted[0])

    def _over(self, path: Steps, below: Any, item: Any) -> tuple[Any] | None:
        """What an item that the pack below has too must say: what differs, where that will do."""
        place = self._placed(path, {}) if path in self.moved else {}
        if self._replaced(path):
            return (item | place,)
        if same(below, item):
            return ({"id": path[-1], "vul_aan": True} | place,) if place else None
        part = patch(below, item)
        if part is None or (len(path) == 2 and not gives(path[0], below, part, item)):
            return (item | place,)
        return (part | place,)

    def _own_part(self, path: Steps, wanted: tuple[Any] | None) -> tuple[Any] | None:
        """Of what the pack below has too: only what is not just the same there."""
        below = self._below(path)
        if wanted is None or below is None or path[-1] in CONDITIONS:
            return wanted
        if is_id_list(wanted[0]) and is_id_list(below[0]):
            return ([value[0] for value in self._items(path, wanted[0], below[0])],)
        if len(path) < 3:
            return wanted
        if same(wanted[0], below[0]):
            return None
        both = isinstance(wanted[0], dict) and isinstance(below[0], dict)
        part = difference(below[0], wanted[0]) if both else None
        return wanted if part is None else (part,)

    def _items(self, path: Steps, items: list[Any], below: list[Any]) -> Iterator[tuple[Any]]:
        ids = [item["id"] for item in items]
        for id in dict.fromkeys([*(item["id"] for item in below), *ids]):
            alike = found_at(below, (id,)) == found_at(items, (id,))
            stays = alike and (*path, id) not in self.moved
            value = None if stays else self._value_at((*path, id))
            if value is not None:
                yield value

    def _placed(self, path: Steps, item: dict[str, Any]) -> dict[str, Any]:
        """A new item in a list of the pack below, with where it comes."""
        around = found_at(self.target, path[:-1])
        ids = [one["id"] for one in around[0]] if around else []
        index = ids.index(path[-1])
        if index:
            return item | {"na": ids[index - 1]}
        below = self._below(path[:-1])
        known = {one["id"] for one in below[0]} if below else set()
        # Another new item may not stand there yet: only one of the pack below is sure to.
        later = next((new for new in ids[1:] if new in known), None)
        return item | {"voor": later} if later else item
