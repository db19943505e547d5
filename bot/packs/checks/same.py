"""Checks ``gelijk_aan``: that a question which is the same as one of another pack can be that.

Its own values are checked when the pack is loaded. What it says of the other pack can only be
checked where that pack is at hand; a pack that is not there is no mistake.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.packs import wording
from bot.packs.errors import INPUT, Report, did_you_mean
from bot.packs.format.shapes import one_or_more
from bot.packs.former import former_of
from bot.packs.names import Input, Names, maps, names_of, whole
from bot.packs.text.source import List, Map
from bot.rules.model.questions.registry import BY_WORD


def check_same(root: Map, names: Names, report: Report) -> None:
    """Report every value under ``waarden`` that is no value of the question itself."""
    for item, same in declared(root):
        own = names.questions[item["id"]]
        meanings = same.get("waarden")
        if not isinstance(meanings, Map) or own.values is None:
            continue
        if own.measure is not None:
            noun = own.measure.noun
            wrong = wording.MEASURE_WITHOUT_VALUES.format(
                a=noun.a, means_the_same=noun.means_the_same
            )
            report.add(same.at("waarden"), wrong, wording.WITHOUT_VALUES)
            continue
        for there, meaning in meanings.items():
            place = meanings.at(there)
            for value in one_or_more(meaning):
                if value not in own.values:
                    wrong = wording.NO_VALUE.format(value=value, id=own.id)
                    report.add(place, wrong, did_you_mean(value, own.values))


def check_links(root: Map, packs: Mapping[str, Map], report: Report) -> None:
    """Report every question and value that another pack does not have, as far as it is at hand;
    with what it is called there now."""
    names_there = {id: names_of(raw, frozenset()) for id, raw in packs.items()}
    for id in names_there:
        own = Report()
        _check_links(root, id, names_there[id], own)
        report.problems += map(former_of(packs[id]).told, own.problems)


def _check_links(root: Map, pack: str, names: Names, report: Report) -> None:
    for item, same in declared(root):
        if same["pakket"] != pack:
            continue
        there = names.questions.get(same["vraag"])
        if there is None:
            wrong = wording.NO_QUESTION_OF.format(name=same["vraag"], pack=same["pakket"])
            right = did_you_mean(same["vraag"], names.questions)
            report.add(same.at("vraag"), wrong, right, about=(INPUT, same["vraag"]))
        elif there.values is not None:
            _check_link(item, same, there, report)


def _check_link(item: Map, same: Map, there: Input, report: Report) -> None:
    own = BY_WORD[item["soort"]]
    if there.asked is not None and not own.can_mean(there.asked):
        measured = own.measure or there.measure
        what = measured.noun.a if measured else ""
        wrong = wording.NOT_BOTH.format(here=item["id"], there=there.id, what=what)
        report.add(same.at("vraag"), wrong, wording.QUESTION_ALIKE)
        return
    meanings = same.get("waarden")
    if isinstance(meanings, Map):
        for value in meanings:
            if value not in (there.values or ()):
                wrong = wording.NO_VALUE_THERE.format(value=value, id=there.id, pack=same["pakket"])
                right = did_you_mean(value, there.values or ())
                report.add(meanings.at(value), wrong, right, about=(INPUT, there.id, value))


def declared(root: Map) -> Iterator[tuple[Map, Map]]:
    """Every whole question with each ``gelijk_aan`` that is not spoiled."""
    for item in whole(root, "vragen"):
        if isinstance(item.get("gelijk_aan"), List):
            yield from ((item, same) for same in maps(item, "gelijk_aan") if not same.broken)
