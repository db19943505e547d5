"""What differs between two raw packs, item by item, and the same changes made on another pack.

A path goes over keys and ids: ``vragen / fase / opties / idee / label``. Lists of items with an id
are compared item by item, items key by key, a matrix square by square; anything else is one value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from bot.rules.compare.rule_changes import How, longest_in_order

Path: TypeAlias = tuple[str, ...]
Status = Literal["fits", "done", "differs"]
_BLOCKS = ("vakken", "antwoorden", "rollen", "belofte", "eigenaar", "waarden")
"""Blocks that are compared key by key: a square of a matrix, an answer of a case."""
FIRST = ""
"""Stands for what comes before the first item."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change. ``after`` and ``was_after`` are the ids before the item in its list, afterwards
    and before (FIRST: it is the first; None: it is no item of a list)."""

    how: How
    path: Path
    old: Any = None
    new: Any = None
    after: str | None = None
    was_after: str | None = None

    @property
    def reversed(self) -> Change:
        """The change that takes this one back."""
        how: How = {"added": "removed", "removed": "added"}.get(self.how, self.how)  # type: ignore[assignment]
        return replace(
            self, how=how, old=self.new, new=self.old, after=self.was_after, was_after=self.after
        )


def plain(value: Any) -> Any:
    """A raw value without places, as new dicts and lists."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value


def changes(old: dict[str, Any], new: dict[str, Any]) -> tuple[Change, ...]:
    """What happened between two raw packs; doing it in this order gives the second."""
    return tuple(_of_maps((), old, new))


def _of_maps(path: Path, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    for key in (*old, *(key for key in new if key not in old)):
        here = (*path, key)
        if key not in new:
            yield Change("removed", here, old=plain(old[key]))
        elif key not in old:
            yield Change("added", here, new=plain(new[key]))
        elif same(old[key], new[key]):
            continue
        elif is_id_list(old[key]) and is_id_list(new[key]):
            yield from _of_lists(here, old[key], new[key])
        elif _is_block(here, old[key]) and _is_block(here, new[key]):
            yield from _of_maps(here, old[key], new[key])
        else:
            yield Change("changed", here, plain(old[key]), plain(new[key]))


def _of_lists(path: Path, old: list[Any], new: list[Any]) -> Iterator[Change]:
    was, now = _by_id(old), _by_id(new)
    before, after = _before(was), _before(now)
    for id, item in was.items():
        if id not in now:
            yield Change("removed", (*path, id), old=plain(item), was_after=before[id])
    for id, item in now.items():
        if id in was:
            yield from _of_maps((*path, id), was[id], item)
    kept = longest_in_order([id for id in was if id in now], [id for id in now if id in was])
    for id, item in now.items():
        if id not in was:
            yield Change("added", (*path, id), new=plain(item), after=after[id])
        elif id not in kept:
            yield Change("moved", (*path, id), after=after[id], was_after=before[id])


def _is_block(path: Path, value: Any) -> bool:
    """Whether each key of this value of an item says something on its own."""
    return len(path) > 2 and path[2] in _BLOCKS and isinstance(value, dict)


def same(one: Any, other: Any) -> bool:
    """Equal, and of the same kind: 1 is not 1.0 and not true, as the hash of a pack sees it."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and bool(one == other)


def is_id_list(value: Any) -> bool:
    """Whether this is a list of items that each have an id of their own."""
    if not isinstance(value, list):
        return False
    ids = [item.get("id") if isinstance(item, dict) else None for item in value]
    return all(isinstance(name, str) for name in ids) and len(set(ids)) == len(ids)


def _by_id(items: list[Any]) -> dict[str, Any]:
    return {item["id"]: item for item in items}


def _before(items: Iterable[str]) -> dict[str, str]:
    """Per id the one before it."""
    before: dict[str, str] = {}
    last = FIRST
    for item in items:
        before[item] = last
        last = item
    return before


# --- on another pack -----------------------------------------------------------------------------


def at(root: Any, path: Path) -> Any:
    """The value at a path. Raises KeyError when there is none."""
    here = root
    for step in path:
        here = _child(here, step)
    return here


def _child(value: Any, step: str) -> Any:
    if isinstance(value, dict):
        return value[step]
    if is_id_list(value):
        return _by_id(value)[step]
    raise KeyError(step)


def found_at(root: Any, path: Path) -> tuple[Any] | None:
    """The value at a path, in a tuple; None when there is none."""
    try:
        return (at(root, path),)
    except KeyError:
        return None


def status(root: dict[str, Any], change: Change) -> Status:
    """Whether a change fits this pack, has been made already, or differs from what stands there."""
    if found_at(root, change.path[:-1]) is None:
        return "differs"
    here = found_at(root, change.path)
    if change.how == "moved":
        return "differs" if here is None else _status_of_move(root, change)
    old = None if change.how == "added" else (change.old,)
    new = None if change.how == "removed" else (change.new,)
    if _equal(here, new):
        return "done"
    return "fits" if _equal(here, old) else "differs"


def _equal(one: tuple[Any] | None, other: tuple[Any] | None) -> bool:
    return one is other or (one is not None and other is not None and same(one[0], other[0]))


def _status_of_move(root: dict[str, Any], change: Change) -> Status:
    order = _before(_by_id(at(root, change.path[:-1])))
    if order[change.path[-1]] == change.after:
        return "done"
    return "fits" if change.after in (FIRST, *order) else "differs"


def made(root: dict[str, Any], change: Change) -> None:
    """Make a change in a raw pack of plain values, whatever stands there now."""
    parent, last = at(root, change.path[:-1]), change.path[-1]
    if isinstance(parent, dict):
        if change.how == "removed":
            parent.pop(last, None)
        else:
            parent[last] = plain(change.new)
        return
    ids = list(_by_id(parent))
    item = parent.pop(ids.index(last)) if last in ids else None
    if change.how == "removed":
        return
    new = item if change.how == "moved" else plain(change.new)
    if change.how == "changed":
        parent.insert(ids.index(last), new)
    else:
        parent.insert(_place(parent, change.after), new)


def _place(items: list[Any], after: str | None) -> int:
    ids = list(_by_id(items))
    if after == FIRST:
        return 0
    return ids.index(after) + 1 if after in ids else len(ids)
