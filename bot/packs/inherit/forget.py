"""What goes along with what a pack takes away from the pack below.

Only what was taken over goes along, and only where nothing is left to decide: an answer to a
question that is gone, what must run up with it, the place of a form among the outcomes. A rule that
leads to the form is for the editor to decide on; ``bot.packs.inherit.follow_ups`` tells it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeAlias

from bot.packs.inherit import forget_sentences as sentences
from bot.packs.inherit.merge import id_of, says
from bot.packs.names import maps
from bot.packs.sentences import HOLD_SENTENCES, SENTENCES
from bot.packs.text.source import List, Map
from bot.rules.model.graph import reached

Gone: TypeAlias = "frozenset[str | None]"
"""Ids of what was taken away."""


def without_forms(under: Map, own: Map) -> Map:
    """The pack below, without the outcomes and rungs of the forms that ``own`` takes away."""
    gone = _removed(own, "vormen")
    if not gone:
        return under
    new = _put(under, "adviezen", under.get("adviezen"))
    _change(new, "adviezen", lambda advice: _with(advice, "trede", gone))
    advising = _advising(new)
    _change(new, "besluiten", lambda item: _less_outcomes(item, gone, advising))
    return new


def forget(whole: Map, under: Map, own: Map) -> None:
    """Change, in ``whole``, what was taken over and rests on what is gone."""
    _forget_cases(whole, under, own)
    _forget_rising(whole, under, own)
    _forget_sentences(whole, under, own)
    _forget_narrower(whole, under, own)


def _forget_narrower(whole: Map, under: Map, own: Map) -> None:
    """The narrower kinds of a kind of project that is gone."""
    gone = _removed(own, "situaties")
    below = {id(item) for item in maps(under, "situaties")}
    _change(whole, "situaties", lambda item: (
        None if id(item) in below and item.get("soort_van") in gone else item
    ))  # fmt: skip


def _forget_sentences(whole: Map, under: Map, own: Map) -> None:
    """Sentences that look at a question or a form that is gone."""
    inputs = _removed(own, "vragen") | _removed(own, "besluiten")
    gone = sentences.Gone(inputs, _removed(own, "vormen"))
    if not (gone.inputs or gone.forms):
        return
    for key in HOLD_SENTENCES:
        below = {id(item) for item in maps(under, key)}
        _change(whole, key, partial(_said, below, gone))
    for key in SENTENCES:
        if key in whole and key not in own:
            whole.put(key, gone.left(whole[key]), whole.at(key))


def _said(below: set[int], gone: sentences.Gone, item: Map) -> Map | None:
    if id(item) not in below:
        return item
    left: Map = gone.left(item)
    return None if gone.rests_on_it(item) else left


def _forget_cases(whole: Map, under: Map, own: Map) -> None:
    questions, forms = _removed(own, "vragen"), _removed(own, "vormen")
    below = {id(case) for case in maps(under, "voorbeelden")}
    if questions or forms:
        _change(whole, "voorbeelden", lambda case: (
            _case(case, questions, forms) if id(case) in below else case
        ))  # fmt: skip


def _forget_rising(whole: Map, under: Map, own: Map) -> None:
    """What must run up, without the questions, decisions and answers that are gone."""
    gone = _removed(own, "vragen") | _removed(own, "besluiten")
    below = {id(item) for item in maps(under, "stijgend")}
    listed = [item for item in maps(whole, "vragen") if isinstance(item.get("opties"), List)]
    options = {id_of(item): frozenset(map(id_of, item["opties"])) for item in listed}

    def change(item: Map) -> Map | None:
        if id(item) not in below:
            return item
        order, known = item.get("volgorde"), options.get(item["vraag"])
        left = _still(order, known) if isinstance(order, List) and known else order
        empty = isinstance(left, List) and len(left) < 2
        if empty or gone & {item["vraag"], item["besluit"]}:
            return None
        return _put(item, "volgorde", left)

    _change(whole, "stijgend", change)


def _still(order: List, known: Gone) -> List:
    """An order, without the answers that are not there any more."""
    new = List(order.place)
    for index, value in enumerate(order):
        if isinstance(value, List):
            value = _still(value, known)
        if value if isinstance(value, List) else value in known:
            new.put(value, order.at(index))
    return new


def _removed(own: Map, key: str) -> Gone:
    return frozenset(id_of(item) for item in maps(own, key) if says(item, "verwijder"))


def _change(root: Map, key: str, change: Callable[[Map], Map | None]) -> None:
    """Change the items of a list that are not spoiled; None takes one away."""
    found = root.get(key)
    if not isinstance(found, List):
        return
    new = List(found.place)
    for index, item in enumerate(found):
        kept = change(item) if isinstance(item, Map) and not item.broken else item
        if kept is not None:
            new.put(kept, found.at(index))
    root.put(key, new, root.at(key))


def _case(case: Map, questions: Gone, forms: Gone) -> Map | None:
    """A worked case without what is gone; None when it expects a form that is."""
    if any(value in forms for value in _values(case["verwacht"])):
        return None
    answers: Map = case["antwoorden"]
    kept = Map(answers.place)
    for key, value in answers.items():
        if key.partition("@")[0] not in questions:
            kept.put(key, value, answers.at(key))
    new = _put(case, "antwoorden", kept)
    also = case.get("mag_ook")
    if not isinstance(also, Map):
        return _with(new, "mag_ook", forms)
    fine = Map(also.place)
    for cell, values in also.items():
        fine.put(cell, sentences.without(values, forms), also.at(cell))
    return _put(new, "mag_ook", fine)


def _values(expected: Any) -> Iterator[Any]:
    yield from expected.values() if isinstance(expected, Map) else (expected,)


def _advising(root: Map) -> set[Any]:
    """The decisions that give the advice, and those of which they shift the outcome."""
    bases = {id_of(item): (item.get("van"),) for item in maps(root, "besluiten")}
    starts = (advice.get("besluit") for advice in maps(root, "adviezen"))
    return set(reached(starts, lambda name: bases.get(name, ())))


def _less_outcomes(item: Map, gone: Gone, advising: set[Any]) -> Map:
    if id_of(item) not in advising:
        return item
    return _with(_with(item, "uitkomsten", gone), "ondergrens", gone)


def _with(item: Map, key: str, gone: Gone) -> Map:
    """The item with, under this key, a list or a block that is without what is gone."""
    return _put(item, key, sentences.without(item.get(key), gone))


def _put(item: Map, key: str, value: Any) -> Map:
    """A copy of the item, with another value under this key if it has one."""
    new = Map(item.place)
    for name, was in item.items():
        new.put(name, value if name == key else was, item.at(name))
    new.broken = item.broken
    return new
