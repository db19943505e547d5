"""The least that an item must say to fill in the one of the pack below (``vul_aan``).

What is not said goes on following that pack. An item that lacks something of the one below can't
be said this way: filling in takes nothing away, except rows, options and conditions.
"""

from __future__ import annotations

from typing import Any

from bot.packs.errors import Report
from bot.packs.inherit.merge import overlay
from bot.packs.text.source import Map, parse
from bot.rules.compare.rule_changes import longest_in_order
from bot.workbench.voorstel.changes import is_id_list, same
from bot.workbench.voorstel.emit import emit

Item = dict[str, Any]

CONDITIONS = ("als", "een_van", "alleen_als")
_WHEN = ("als", "een_van")
_INNER_LISTS = ("rijen", "opties")


def patch(below: Item, item: Item) -> Item | None:
    """What fills in the item below so that it becomes this one; None when nothing can."""
    part = difference(below, item)
    return None if part is None else {"id": item["id"], "vul_aan": True} | part


def gives(key: str, below: Item, found: Item, item: Item) -> bool:
    """Whether a patch, laid over the item below in this list of a pack, gives exactly this item."""
    under, own = (_read({key: [said]}) for said in (below, found))
    if under is None or own is None:
        return False
    whole = overlay(under, own, Report())
    return same(whole[key], [item])


def _read(value: Item) -> Map | None:
    documents = parse(emit(value), "", Report()) or [None]
    return documents[0] if isinstance(documents[0], Map) else None


def difference(below: Item, item: Item) -> Item | None:
    """The keys of a block that differ, each as small as can be; None when one is taken away."""
    differing: Item = {}
    other_when = any(not _alike(below, item, key) for key in _WHEN)
    if other_when and not any(key in item for key in _WHEN):
        return None
    for key in dict.fromkeys([*item, *below]):
        if key in _WHEN:
            differing |= {key: item[key]} if other_when and key in item else {}
        elif key not in item:
            return None
        elif not _alike(below, item, key):
            part = _part(key, below.get(key), item[key])
            if part is None:
                return None
            differing[key] = part
    return differing


def _alike(below: Item, item: Item, key: str) -> bool:
    return (key in below) == (key in item) and same(below.get(key), item.get(key))


def _part(key: str, below: Any, value: Any) -> Any:
    if key in _INNER_LISTS and is_id_list(below) and is_id_list(value):
        return inner_list(below, value)
    if key not in CONDITIONS and isinstance(below, dict) and isinstance(value, dict):
        return difference(below, value)
    return value


def inner_list(below: list[Item], items: list[Item]) -> list[Item]:
    """Of rows or options only those that differ, each with where it comes when that is new."""
    was, now = ({row["id"]: row for row in listed} for listed in (below, items))
    kept = longest_in_order([id for id in was if id in now], [id for id in now if id in was])
    lines: list[Item] = [{"id": id, "verwijder": True} for id in was if id not in now]
    last = ""
    for id, item in now.items():
        part = patch(was[id], item) if id in was else item
        said = item if part is None else part
        if id not in kept:
            lines.append(said | (_after(last) if last else _before(kept)))
        elif not same(was[id], item):
            lines.append(said)
        last = id
    return lines


def _after(item: str) -> Item:
    return {"na": item}


def _before(kept: list[str]) -> Item:
    """In front of what stays where it is; the first of those is sure to be there."""
    return {"voor": kept[0]} if kept else {}
