"""Changes the text of a YAML file at one place, and leaves every other line as its editor wrote it.

The parser's marks say where a value stands. What lies in a block (a key on its own line, an item
after a dash) can be changed on its own; what lies inside ``{…}`` or ``[…]`` is written anew with
the block around it. Comments around what changes stay; those inside what is written anew go.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

import yaml

from bot.workbench.voorstel.emit import emit, flow

Path: TypeAlias = tuple[str, ...]
ValueAt: TypeAlias = Callable[[Path], "tuple[Any] | None"]
"""What must stand at a path, in a tuple; None when nothing must stand there."""

FLOW_WIDTH = 160
"""How long a line between brackets may get where it already was one."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A child of a block: where its own text starts and ends, and where its lines do."""

    start: int
    end: int
    node: Any
    indent: int
    own_line: bool


def holds(text: str, path: Path) -> bool:
    """Whether the text has something at this path."""
    node = _root(text)
    for step in path:
        children = _children(text, node)
        if step not in children:
            return False
        node = children[step].node
    return node is not None


def written(text: str, path: Path, value_at: ValueAt, after: str | None = None) -> str:
    """The text with at ``path`` what must stand there; ``after``: the id of the item before it."""
    node = _root(text)
    if node is None:
        value = value_at(path[:1])
        if value is None:
            return text
        return f"{text.rstrip()}\n{emit({path[0]: value[0]})}".lstrip()
    for depth, step in enumerate(path, start=1):
        spot = _children(text, node).get(step)
        here = path[:depth]
        if spot is None:
            return _inserted(text, node, here, value_at(here), after)
        if depth == len(path) or not _is_block(spot.node):
            return _replaced(text, node, spot, here, value_at(here))
        node = spot.node
    return text


def moved(text: str, path: Path, after: str) -> str:
    """The text with this item, as it is written, behind the item ``after`` (empty: in front)."""
    node = _root(text)
    for step in path[:-1]:
        children = _children(text, node)
        if step not in children:
            raise CannotEdit(path)
        node = children[step].node
    spots = _children(text, node)
    if path[-1] not in spots or not _is_block(node) or (after and after not in spots):
        raise CannotEdit(path)
    spot = spots[path[-1]]
    start = _line_start(text, spot.start)
    block = text[start : spot.end]
    first = min(spots.values(), key=lambda one: one.start)
    goal = spots[after].end if after else _line_start(text, first.start)
    block, rest = (block if block.endswith("\n") else f"{block}\n"), text[spot.end :]
    if goal <= start:
        return text[:goal] + block + text[goal:start] + rest
    between = text[spot.end : goal]
    between = between if between.endswith("\n") else f"{between}\n"
    return text[:start] + between + block + text[goal:]


@lru_cache(maxsize=32)
def _root(text: str) -> Any:
    return yaml.compose(text, _Loader)


def _is_block(node: Any) -> bool:
    return not isinstance(node, yaml.ScalarNode) and not node.flow_style and bool(node.value)


def _children(text: str, node: Any) -> dict[str, _Spot]:
    """The keys of a mapping, or the ids of the items of a list, with their spots."""
    spots: dict[str, _Spot] = {}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            spots.setdefault(str(key.value), _spot(text, key.start_mark.index, value))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            pairs = item.value if isinstance(item, yaml.MappingNode) else ()
            for name in [value.value for key, value in pairs if key.value == "id"]:
                spots.setdefault(str(name), _spot(text, _dash(text, item), item))
    return spots


def _dash(text: str, item: Any) -> int:
    """Where the dash before an item of a block list is; the item itself inside ``[…]``."""
    index: int = item.start_mark.index
    dash = text.rfind("-", _line_start(text, index), index)
    return index if dash < 0 else dash


def _spot(text: str, index: int, node: Any) -> _Spot:
    start = _line_start(text, index)
    own_line = not text[start:index].strip()
    return _Spot(index, _line_end(text, _end(text, node)), node, index - start, own_line)


def _end(text: str, node: Any) -> int:
    """Just behind the last sign of a value, without the blank lines and comments after it."""
    while _is_block(node):
        last = node.value[-1]
        node = last[1] if isinstance(node, yaml.MappingNode) else last
    end: int = node.end_mark.index
    while end > node.start_mark.index and text[end - 1] in " \t\r\n":
        end -= 1
    return end


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _line_end(text: str, index: int) -> int:
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1


def _replaced(text: str, parent: Any, spot: _Spot, path: Path, value: tuple[Any] | None) -> str:
    line = _line_start(text, spot.start)
    if value is None:
        if spot.own_line and len(parent.value) > 1:
            return text[:line] + text[spot.end :]
        raise CannotEdit(path)
    new = _on_one_line(parent, spot, value[0]) or _shown(parent, path, value[0], spot.indent)
    return text[: spot.start] + new.lstrip(" ") + text[spot.end :]


def _on_one_line(parent: Any, spot: _Spot, value: Any) -> str:
    """An item that was written between brackets stays so, when it fits."""
    if not isinstance(parent, yaml.SequenceNode) or not spot.node.flow_style:
        return ""
    new = f"- {flow(value)}\n"
    return new if spot.indent + len(new) <= FLOW_WIDTH else ""


def _shown(parent: Any, path: Path, value: Any, indent: int) -> str:
    return emit([value] if isinstance(parent, yaml.SequenceNode) else {path[-1]: value}, indent)


def _inserted(
    text: str, parent: Any, path: Path, value: tuple[Any] | None, after: str | None
) -> str:
    if value is None:
        return text
    spots = _children(text, parent)
    if not _is_block(parent) or not spots:
        raise CannotEdit(path)
    if isinstance(parent, yaml.SequenceNode) and after == "":
        first = min(spots.values(), key=lambda spot: spot.start)
        line = _line_start(text, first.start)
        return text[:line] + _shown(parent, path, value[0], first.indent) + text[line:]
    last = max(spots.values(), key=lambda spot: spot.start)
    before = spots.get(after or "", last) if isinstance(parent, yaml.SequenceNode) else last
    new = _shown(parent, path, value[0], before.indent)
    start = text[: before.end]
    return (start if start.endswith("\n") else f"{start}\n") + new + text[before.end :]


class CannotEdit(Exception):
    """This place can't be changed on its own; what is around it must be written anew."""
