"""Checks what sentences of forms, situations and first aid name: forms, groups, sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.packs import wording
from bot.packs.build import sources_of
from bot.packs.checks.known import known
from bot.packs.errors import FORM, INPUT, SOURCE, Report, did_you_mean
from bot.packs.format.shapes import ROLES
from bot.packs.names import Names, whole
from bot.packs.sentences import CONDITIONS, HOLD_SENTENCES, SENTENCES
from bot.packs.text.source import List, Map
from bot.rules.model.book import GROUP
from bot.rules.world import OWNER

OWN = "eigen"
GROUPS = "groep"
NARROWER = "soort_van"
LEFT_OUT = ("aandachtspunten", "volgorde", "termijnen", "stukken")
"""The lists of which a kind of project can leave out items."""


def check_sentences(root: Map, names: Names, report: Report) -> None:
    """Report every form, group, source, question and answer that is not there."""
    for key in HOLD_SENTENCES:
        for item in whole(root, key):
            _check_forms(item, names, report)
            for inside in _blocks(item):
                _check_block(inside, names, report)
    for key in SENTENCES:
        for inside in _blocks(root.get(key, ())):
            _check_block(inside, names, report)
    wide = [one["id"] for one in whole(root, "situaties") if NARROWER not in one]
    for item in whole(root, "situaties"):
        if NARROWER in item:
            known(item[NARROWER], item.at(NARROWER), wide, "situatie", report)
        _check_without(item, root, report)
        first = item.get("eerste_vraag", Map(item.place))
        for answer in first.get("opties", ()):
            _check_sets(answer, names, report)


def _blocks(value: Any) -> Iterator[Map]:
    """The blocks inside an item, at any depth, that are no condition and no answers."""
    if isinstance(value, Map):
        value = [part for key, part in value.items() if key not in (*CONDITIONS, "zet")]
    for part in value:
        if isinstance(part, Map):
            yield part
        if isinstance(part, Map | List):
            yield from _blocks(part)


def _check_forms(block: Map, names: Names, report: Report) -> None:
    forms = block.get("vorm", ())
    for name in [forms] if isinstance(forms, str) else forms:
        known(name, block.at("vorm"), names.forms, "vorm", report, (FORM,))


def _check_block(block: Map, names: Names, report: Report) -> None:
    _check_forms(block, names, report)
    if "groep" in block and "tekst" in block:
        groups = names.divisions.get(GROUPS) or ()
        known(block["groep"], block.at("groep"), groups, GROUPS, report, (INPUT, GROUP))
    for source in sources_of(block):
        if source not in names.sources and source != OWN:
            wrong = wording.NO_SOURCE.format(source=source)
            right = did_you_mean(source, {*names.sources, OWN})
            report.add(block.at("bron"), wrong, right, about=(SOURCE, source))


def _check_without(item: Map, root: Map, report: Report) -> None:
    """That what is not there in the world of this kind of project is there elsewhere."""
    there = [one["id"] for key in LEFT_OUT for one in whole(root, key)]
    for id in item.get("zonder", ()):
        known(id, item.at("zonder"), (*there, *ROLES, OWNER), "aandachtspunt of termijn", report)


def _check_sets(answer: Map, names: Names, report: Report) -> None:
    """That what an answer to the first question stands for can be answered."""
    sets = answer.get("zet", Map(answer.place))
    for name, values in sets.items():
        if not known(name, sets.at(name), names.questions, "vraag", report, (INPUT,)):
            continue
        asked = names.questions[name]
        for value in [values] if isinstance(values, str) else values:
            what = wording.ANSWER_TO.format(question=name)
            known(value, sets.at(name), asked.values or (), what, report, (INPUT, name))
