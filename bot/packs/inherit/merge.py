"""Joins the files of one pack, and lays a pack over the one that it is based on.

Everything stays raw here (``Map`` and ``List``), so that every value keeps its place. An item with
a known id takes the place of that item, or with ``vul_aan`` fills it in: lists of items are merged
by id and blocks key by key, and any other value takes the place of what was there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from bot.packs import wording
from bot.packs.errors import BELOW, FORM, INPUT, Place, Report, did_you_mean
from bot.packs.format.schema import ITEM_LISTS, RECORDS
from bot.packs.format.structure import structure_of
from bot.packs.text.source import List, Map

_INSTRUCTIONS = ("verwijder", "voor", "na", "vul_aan")
_OF_ONE_PACK = (
    "pakket", "gebaseerd_op", "erft", "herkomst", "onduidelijk", "bekende_gebreken",
)  # fmt: skip
_STRUCTURES = {name: structure_of(RECORDS[name]) for name in ITEM_LISTS.values()}
_INNER_LISTS = ("rijen", "opties")
_KINDS = {"vragen": INPUT, "besluiten": INPUT, "indelingen": INPUT, "vormen": FORM}
_NOTHING = {
    "verwijder": wording.REMOVE_LINE_TOO,
    "vul_aan": wording.NEW_WITHOUT_FILL_IN,
}
_OLD_NAMES = ("heette", "heette_ja", "heette_nee")
_WHEN = ("als", "een_van")
_CONDITIONS = (*_WHEN, "alleen_als")
"""What says one thing together: filled in it would say something that nobody wrote."""
INHERITED = (
    "veelgestelde_vragen", "bronnen", "avond", "momenten", "termijnen", "vrije_dagen", "stukken",
    "eigen_regels",
)  # fmt: skip
"""What ``erft`` brings, beside the chapters: questions, sources, terms and papers."""


def join(documents: Iterable[Map], report: Report, place: Place) -> Map:
    """All files of one folder as one document; lists are laid end to end."""
    whole = Map(place)
    for document in documents:
        for key, value in document.items():
            if key not in whole:
                whole.put(key, _copied(value), document.at(key))
            elif isinstance(value, List) and isinstance(whole[key], List):
                _extend(whole[key], value)
            elif not (key in ITEM_LISTS and isinstance(value, Map | List)):
                first = whole.at(key)
                wrong = wording.KEY_IN_OTHER_FILE.format(key=key, file=first.file, line=first.line)
                report.add(document.at(key), wrong, wording.IN_ONE_PLACE)
    return whole


def overlay(base: Map, own: Map, report: Report) -> Map:
    """``own`` over ``base``: items by id, everything else as a whole."""
    whole = Map(own.place)
    for key, value in base.items():
        if key not in _OF_ONE_PACK:
            whole.put(key, _copied(value), base.at(key))
    for key, value in own.items():
        if isinstance(value, List) and (key in ITEM_LISTS or key == "adviezen"):
            was = whole.get(key)
            before = was if isinstance(was, List) else List(value.place)
            filled_in = {id_of(item) for item in value if says(item, "vul_aan")}
            if key in ITEM_LISTS:
                value = merge_items(before, value, report, (_KINDS.get(key, key),), inside=False)
                _check(filled_in, value, ITEM_LISTS[key], report)
            elif filled_in:
                value = _advices(before, value, report)
        elif isinstance(value, List) and key == "vervallen":
            value = _both(whole.get(key), value)
        whole.put(key, value, own.at(key))
    return whole


def _both(base: Any, own: List) -> List:
    """What went away below, and here."""
    both = List(own.place)
    for part in (base, own):
        if isinstance(part, List):
            _extend(both, part)
    return both


def _advices(base: List, own: List, report: Report) -> List:
    """The advices of below, where one that fills in is laid over the one of the same decision."""
    names = [item.get("besluit") if isinstance(item, Map) else None for item in base]
    result = [*zip(base, base.places, strict=False)]
    for index, item in enumerate(own):
        name = item.get("besluit") if isinstance(item, Map) else None
        known = names.index(name) if name in names else None
        if known is None:
            if says(item, "vul_aan"):
                wrong = wording.NO_ADVICE_BELOW.format(name=name)
                report.add(item.at("besluit"), wrong, did_you_mean(str(name), filter(None, names)))
            else:
                result.append((item, own.at(index)))
        elif says(item, "vul_aan"):
            result[known] = (_filled_in(base[known], item, report), own.at(index))
        else:
            result[known] = (item, own.at(index))
    return _list(own.place, result)


def replacing(base: Map, own: Map) -> Iterator[Map]:
    """The items of ``own`` that take the place of one with the same id, and the rows and options
    that do so inside an item that is filled in."""
    for key in ITEM_LISTS:
        yield from _replacing(base.get(key), own.get(key))


def _replacing(base: Any, own: Any) -> Iterator[Map]:
    known = {id_of(item): item for item in base} if isinstance(base, List) else {}
    for item in own if isinstance(own, List) else ():
        old = known.get(id_of(item)) if isinstance(item, Map) else None
        if not isinstance(old, Map) or says(item, "verwijder"):
            continue
        if not says(item, "vul_aan"):
            yield item
            continue
        for key in _INNER_LISTS:
            yield from _replacing(old.get(key), item.get(key))


def left_out(base: Map, whole: Map, key: str) -> Iterator[tuple[str, list[str]]]:
    """Per item of a list that this pack replaced: its id, and the keys that got lost. Where only
    options were replaced, each of them, as ``vraag.optie``."""
    now = {id_of(item): item for item in whole.get(key) or () if isinstance(item, Map)}
    for old in base.get(key) or ():
        id = id_of(old)
        new = now.get(id, old)
        if id is None or new is old:
            continue
        lost, options = [name for name in old if name not in new], _left_out_of_options(old, new)
        if lost:
            inside = [name for names in options.values() for name in names]
            yield id, [*lost, *dict.fromkeys(inside)]
        else:
            yield from ((f"{id}.{option}", names) for option, names in options.items())


def _left_out_of_options(old: Map, new: Map) -> dict[str | None, list[str]]:
    now = {id_of(option): option for option in new.get("opties") or ()}
    pairs = [(option, now.get(id_of(option), option)) for option in old.get("opties") or ()]
    return {id_of(was): [name for name in was if name not in is_] for was, is_ in pairs}


def inherit(whole: Map, other: Map) -> None:
    """Bring what a common pack is inherited for into ``whole``, where it is not yet."""
    for key in INHERITED:
        theirs = other.get(key)
        if not isinstance(theirs, List):
            continue
        if not isinstance(whole.get(key), List):
            whole.put(key, List(theirs.place), theirs.place)
        known = set(map(id_of, whole[key]))
        for index, item in enumerate(theirs):
            if id_of(item) not in known and not _looks_at_answers(item):
                whole[key].put(item, theirs.at(index))


def _looks_at_answers(item: Any) -> bool:
    """Whether something holds only for some answers: another pack may not ask for those."""
    return isinstance(item, Map) and any(key in item for key in _WHEN)


def merge_items(
    base: List, own: List, report: Report, about: tuple[str, ...] = (), *, inside: bool = True
) -> List:
    """The items of ``base`` with those of ``own`` added, replaced, filled in, moved or removed.

    ``inside``: they are rows or options, to which nothing else refers. ``about``: what they are.
    """
    result = [*zip(base, base.places, strict=False)]
    seen: dict[str, Place] = {}
    twice = {name for name, times in Counter(map(id_of, own)).items() if times > 1}
    below = set(map(id_of, base))
    for index, item in enumerate(own):
        name = id_of(item)
        if name is None:
            result.append((item, own.at(index)))
        elif name in seen:
            first, here = seen[name], own.at(index)
            where = "" if first.file == here.file else f"{first.file}, "
            wrong = wording.ID_TWICE.format(name=name, where=where, line=first.line)
            right = wording.TOGETHER_OR_ANOTHER_ID.format(name=name)
            report.add(item.at("id"), wrong, right)
            item.broken = True
        else:
            seen[name] = own.at(index)
            # What of two with one id was meant is unclear: only that there are two is told.
            quiet = Report() if name in twice else report
            if name in below or any(word in item for word in _INSTRUCTIONS):
                _merge_one(result, item, name, own.at(index), quiet, about)
            else:
                result.append((_clean(item, None, quiet), own.at(index)))
            if name in twice and quiet.problems and not inside:
                result.append((_spoiled(item, name), own.at(index)))
    return _list(own.place, result)


def _spoiled(item: Map, name: str) -> Map:
    """Something of which only the name is known: nothing is held against who uses it."""
    new = Map(item.place)
    new.put("id", name, item.at("id"))
    new.broken = True
    return new


def id_of(item: Any) -> str | None:
    """The id of a raw item, if it has one."""
    name = item.get("id") if isinstance(item, Map) else None
    return name if isinstance(name, str) else None


def says(item: Any, instruction: str) -> bool:
    """Whether a raw item has this instruction (``verwijder``, ``vul_aan``)."""
    return isinstance(item, Map) and item.get(instruction) is True


def _merge_one(
    result: list[tuple[Any, Place]],
    item: Map,
    name: str,
    place: Place,
    report: Report,
    about: tuple[str, ...],
) -> None:
    ids = [id_of(other) for other, _ in result]
    known = ids.index(name) if name in ids else None
    asked = next((key for key in ("verwijder", "vul_aan") if says(item, key)), None)
    if asked and known is None:
        wrong = wording.NOT_BELOW.format(name=name)
        close = did_you_mean(name, filter(None, ids))
        if not close.endswith("?"):
            right = _NOTHING[asked]
        else:
            right = close + (wording.GONE_BELOW if asked == "verwijder" else "")
        report.add(item.at("id"), wrong, right, about=(BELOW, *about, name))
        return
    if asked == "verwijder" and known is not None:
        del result[known]
        return
    before = result[known][0] if known is not None else None
    new = _filled_in(before, item, report) if asked else _clean(item, before, report)
    moved = any(key in item for key in ("voor", "na"))
    if known is not None and not moved:
        result[known] = (new, place)
        return
    if known is not None:
        del result[known]
    result.insert(_position(result, item, report), (new, place))


def _position(result: list[tuple[Any, Place]], item: Map, report: Report) -> int:
    if "voor" in item and "na" in item:
        report.add(item.at("na"), wording.BEFORE_AND_AFTER, wording.ONE_OF_TWO)
    ids = [id_of(other) for other, _ in result] if "voor" in item or "na" in item else []
    for key, step in (("voor", 0), ("na", 1)):
        if key in item and item[key] in ids:
            return ids.index(item[key]) + step
        if key in item:
            wrong = wording.NOT_HERE.format(name=item[key])
            report.add(item.at(key), wrong, did_you_mean(str(item[key]), filter(None, ids)))
    return len(result)


def _filled_in(before: Any, item: Map, report: Report) -> Map:
    """An item of the pack below with what this one says put in."""
    new = Map(item.place)
    under = before if isinstance(before, Map) else Map(item.place)
    left = _WHEN if any(key in item for key in _WHEN) else ()
    for key, value in under.items():
        if key not in left:
            new.put(key, value, under.at(key))
    for key, value in item.items():
        if key not in _INSTRUCTIONS:
            value = _together(key, new.get(key), value, report, str(id_of(item)))
            new.put(key, value, item.at(key))
    new.broken = under.broken or item.broken
    return new


def _together(key: str, before: Any, value: Any, report: Report, id: str) -> Any:
    """One value of an item that is filled in, which has this id."""
    if key in _INNER_LISTS and isinstance(value, List):
        known = before if isinstance(before, List) else List(value.place)
        return merge_items(known, value, report, (INPUT, id))
    if key in _CONDITIONS or not (isinstance(before, Map) and isinstance(value, Map)):
        return value
    new = Map(value.place)
    for source in (before, value):
        for inner, part in source.items():
            new.put(inner, _together(inner, new.get(inner), part, report, id), source.at(inner))
    new.broken = before.broken or value.broken
    return new


def _check(filled_in: set[str | None], items: List, record: str, report: Report) -> None:
    """Check as a whole what was filled in: only now its kind is known."""
    for item in items:
        if isinstance(item, Map) and id_of(item) in filled_in and not item.broken:
            _STRUCTURES[record].check(item, report)


def _clean(item: Map, before: Any, report: Report) -> Map:
    """The item without its instructions, and with its own rows and options in order.

    ``before``: what it takes the place of. Then nothing inside it can be filled in, and the word
    for that is missing at the item itself; where it is not whole that was said already.
    """
    inner = [one for key in _INNER_LISTS for one in item.get(key) or ()]
    mistaken = before is not None and any(says(one, "vul_aan") for one in inner)
    if mistaken and not item.broken:
        wrong = wording.REPLACED_WHOLE.format(id=item["id"])
        report.add(item.at("id"), wrong, wording.FILL_IN_OUTSIDE.format(id=item["id"]))
    quiet = Report() if mistaken else report
    new = Map(item.place)
    for key, value in item.items():
        if key in _INNER_LISTS and isinstance(value, List):
            value = merge_items(List(value.place), value, quiet)
        if key not in _INSTRUCTIONS:
            new.put(key, value, item.at(key))
    new.broken = item.broken or mistaken
    _keep_old_names(new, before)
    return new


def _keep_old_names(new: Map, before: Any) -> None:
    """What takes the place of something was called what that was called: conversations with this
    pack are as old as those with the pack below."""
    if not isinstance(before, Map):
        return
    for key in (name for name in _OLD_NAMES if name in before and name not in new):
        new.put(key, before[key], before.at(key))
    options = {id_of(option): option for option in before.get("opties") or ()}
    for option in new.get("opties") or ():
        if isinstance(option, Map):
            _keep_old_names(option, options.get(id_of(option)))


def _copied(value: Any) -> Any:
    if not isinstance(value, List):
        return value
    copy = List(value.place)
    _extend(copy, value)
    return copy


def _extend(target: List, more: List) -> None:
    target.extend(more)
    target.places.extend(more.places)


def _list(place: Place, pairs: Iterable[tuple[Any, Place]]) -> List:
    new = List(place)
    for value, where in pairs:
        new.put(value, where)
    return new
