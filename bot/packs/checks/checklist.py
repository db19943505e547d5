"""Checks ``aantikken`` and ``tegelijk``: what is ticked has options, and what is answered in the
same tap exists."""

from __future__ import annotations

from bot.packs import wording
from bot.packs.checks.known import known
from bot.packs.errors import INPUT, Report
from bot.packs.names import Names, maps, whole
from bot.packs.text.source import Map


def check_checklist(root: Map, names: Names, report: Report) -> None:
    """Report a question that can't be ticked, and an answer that it does not have."""
    for item in whole(root, "vragen"):
        if "aantikken" in item:
            _check(item, item["aantikken"], names, report)
        for option in maps(item, "opties"):
            if isinstance(raw := option.get("tegelijk"), Map):
                _check_at_once(raw, names, report)


def _check_at_once(raw: Map, names: Names, report: Report) -> None:
    """The question that is answered in the same tap, and its answers."""
    id, labels = raw["vraag"], raw["knoppen"]
    if not known(id, raw.at("vraag"), names.questions, "vraag", report, (INPUT,)):
        return
    what = wording.ANSWER_TO.format(question=id)
    for value in labels:
        known(value, labels.at(value), names.questions[id].values or (), what, report, (INPUT, id))


def _check(item: Map, raw: Map, names: Names, report: Report) -> None:
    question, value = names.questions[item["id"]], raw.get("zonder_vinkje")
    kind = question.asked
    if kind is None or question.values is None:
        return
    if kind.is_free or kind.is_derived:
        wrong = wording.NOT_TICKED.format(question=question.id)
        report.add(item.at("aantikken"), wrong, wording.TICKED_KINDS)
        return
    if value is None:
        return
    what, place = wording.ANSWER_TO.format(question=question.id), raw.at("zonder_vinkje")
    if known(value, place, question.values, what, report, (INPUT, question.id)) and kind.is_set:
        alone = [one["id"] for one in maps(item, "opties") if one.get("alleen") is True]
        if value not in alone:
            report.add(place, wording.NOT_ALONE.format(option=value), wording.ALONE)
