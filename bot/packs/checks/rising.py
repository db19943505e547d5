"""Checks ``stijgend``: that its answers and its outcomes can be put in order."""

from __future__ import annotations

from collections.abc import Iterator

from bot.packs import wording
from bot.packs.checks.decisions import question_keys
from bot.packs.checks.known import known
from bot.packs.errors import INPUT, Place, Report
from bot.packs.names import Input, Names, maps, whole
from bot.packs.text.source import List, Map
from bot.rules.model.decisions.registry import BY_WORD


def check_rising(root: Map, names: Names, report: Report) -> None:
    """Report every name that is not there, and what has no order."""
    for item in whole(root, "stijgend"):
        question, decision = item["vraag"], item["besluit"]
        if known(question, item.at("vraag"), names.questions, "vraag", report, (INPUT,)):
            _check_question(item, root, names.questions[question], report)
        if known(decision, item.at("besluit"), names.decisions, "besluit", report, (INPUT,)):
            _check_decision(item, root, names.decisions[decision], report)


def _check_question(item: Map, root: Map, question: Input, report: Report) -> None:
    if question.asked is None:
        return
    related = [other["id"] for other in whole(root, "vragen") if question.id in _sources(other)]
    if question.asked.is_derived or related:
        wrong = wording.NOT_BY_ITSELF.format(question=question.id)
        report.add(item.at("vraag"), wrong, wording.ANOTHER_QUESTION)
    elif "volgorde" in item and not question.asked.takes_order:
        wrong = wording.ORDERED_ALREADY.format(question=question.id)
        report.add(item.at("volgorde"), wrong, wording.WITHOUT_ORDER)
    elif "volgorde" in item:
        _check_order(item["volgorde"], question, report)
    elif question.asked.needs_order:
        wrong = wording.NO_ORDER.format(question=question.id)
        values = ", ".join(question.values or ())
        report.add(item.place, wrong, wording.ORDER_OF.format(values=values))


def _sources(item: Map) -> list[str]:
    return [item[key.dutch] for key in question_keys(item)]


def _check_order(order: List, question: Input, report: Report) -> None:
    seen: set[str] = set()
    for value, place in _values(order):
        about, what = (INPUT, question.id), wording.ANSWER_TO.format(question=question.id)
        if known(value, place, question.values or (), what, report, about) and value in seen:
            report.add(place, wording.ANSWER_TWICE.format(value=value), wording.ONCE)
        seen.add(value)


def _values(order: List) -> Iterator[tuple[str, Place]]:
    for index, value in enumerate(order):
        if isinstance(value, List):
            yield from ((inner, value.at(place)) for place, inner in enumerate(value))
        else:
            yield value, order.at(index)


def _check_decision(item: Map, root: Map, decision: Input, report: Report) -> None:
    raw = decision.raw
    if raw is None:
        return
    ordered = raw.get("geordend") is True or BY_WORD[raw["soort"]].below(raw) is not None
    rungs = any(a.get("besluit") == decision.id and "trede" in a for a in maps(root, "adviezen"))
    if decision.collects:
        wrong = wording.SEVERAL_OUTCOMES.format(name=decision.id)
        report.add(item.at("besluit"), wrong, wording.ANOTHER_DECISION)
    elif not (ordered or rungs):
        wrong = wording.UNORDERED.format(name=decision.id)
        right = f"{wording.ORDER_IT.format(name=decision.id)}{wording.OR_RUNGS}"
        report.add(item.at("besluit"), wrong, right)
