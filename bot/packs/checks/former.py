"""Checks ``heette`` and ``vervallen``: an old name is one that is not there any more."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bot.packs import wording
from bot.packs.checks.known import known
from bot.packs.errors import Place, Report
from bot.packs.former import Former, former_of, old_names
from bot.packs.inherit.merge import id_of
from bot.packs.names import Names, maps, whole
from bot.packs.text.source import List, Map
from bot.rules.model.ids import NO, YES


def check_former(root: Map, names: Names, report: Report) -> None:
    """Report every old name that still exists, and everything gone that is still there."""
    for key in ("vragen", "vormen"):
        _check(list(whole(root, key)), report)
    for key in ("vragen", "indelingen"):
        for item in whole(root, key):
            if not old_names(item):  # under another name of the question they meant something else
                _check(list(maps(item, "opties")), report)
                _check_yes_and_no(item, report)
    former = former_of(root)
    for item in whole(root, "vervallen"):
        _check_gone(item, names, former, report)


def _check(items: list[Map], report: Report) -> None:
    """An item with an old name of another: in another pack it was not renamed yet."""
    there = {id_of(item): item for item in items}
    for item in items:
        for old in old_names(item):
            if old not in there:
                continue
            place = _heette(item, old)
            if there[old].place.file.rpartition("/")[0] != place.file.rpartition("/")[0]:
                wrong = wording.NAMED_NOW.format(old=old, now=f"‘{item['id']}’")
                report.add(there[old].at("id"), wrong, f"id: {item['id']}")
            else:
                _still_there(old, item["id"], place, report)


def _check_yes_and_no(item: Map, report: Report) -> None:
    for value in (YES, NO):
        key = f"heette_{value}"
        for old in old_names(item, key):
            if old in (YES, NO):
                _still_there(old, value, item.at(key), report)


def _still_there(old: str, id: str, place: Place, report: Report) -> None:
    wrong = wording.OLD_NAME_EXISTS.format(old=old, id=id)
    report.add(place, wrong, wording.NAME_THAT_IS_GONE)


def _heette(item: Map, old: str) -> Place:
    raw = item["heette"]
    return raw.at(raw.index(old)) if isinstance(raw, List) else item.at("heette")


def _check_gone(item: Map, names: Names, former: Former, report: Report) -> None:
    question, option = item["vraag"], item.get("optie")
    if option is None:
        _is_gone(question, (*names.inputs, *former.questions), item.at("vraag"), report)
    elif known(question, item.at("vraag"), names.questions, "vraag", report):
        values = names.questions[question].values or ()
        old: Iterable[str] = former.options.get(question, {})
        _is_gone(option, (*values, *old), item.at("optie"), report)


def _is_gone(name: str, there: Collection[str], place: Place, report: Report) -> None:
    if name in there:
        report.add(place, wording.NOT_GONE.format(old=name), wording.NAME_THAT_IS_GONE)
