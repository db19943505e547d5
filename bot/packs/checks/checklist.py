"""Checks ``aantikken``: what is left without a tick only answers a question that has an answer for
it."""

from __future__ import annotations

from bot.packs import wording
from bot.packs.checks.known import known
from bot.packs.errors import INPUT, Report
from bot.packs.names import Names, maps, whole
from bot.packs.text.source import Map


def check_checklist(root: Map, names: Names, report: Report) -> None:
    """Report a question that can't be ticked, and an answer that it does not have."""
    for item in whole(root, "vragen"):
        if isinstance(raw := item.get("aantikken"), Map):
            _check(item, raw, names, report)


def _check(item: Map, raw: Map, names: Names, report: Report) -> None:
    question, value = names.questions[item["id"]], raw["zonder_vinkje"]
    kind = question.asked
    if kind is None or question.values is None:
        return
    if kind.is_free or kind.is_derived or "per" in item:
        wrong = wording.NOT_TICKED.format(question=question.id)
        report.add(item.at("aantikken"), wrong, wording.TICKED_KINDS)
        return
    what = wording.ANSWER_TO.format(question=question.id)
    place = raw.at("zonder_vinkje")
    if known(value, place, question.values, what, report, (INPUT, question.id)) and kind.is_set:
        alone = [one["id"] for one in maps(item, "opties") if one.get("alleen") is True]
        if value not in alone:
            wrong = wording.NOT_ALONE.format(option=value)
            report.add(place, wrong, wording.ALONE)
