"""Checks ``momenten``, ``termijnen`` and ``stukken``: that each names what is there, and can be
counted or filled in."""

from __future__ import annotations

from bot.packs import wording
from bot.packs.checks.known import known
from bot.packs.errors import Place, Report, did_you_mean
from bot.packs.names import maps, whole
from bot.packs.text.source import List, Map
from bot.rules.model.slots import OWN, SLOTS, has_slot, own_ids, slots

_WAYS = ("vraag", "dag", "eerste_van")
"""How a moment can be known: one of these, or by what people say."""


def check_terms(root: Map, report: Report) -> None:
    """Report every moment that is not there, and everything that can't be counted or filled in."""
    moments = [item["id"] for item in maps(root, "momenten") if isinstance(item.get("id"), str)]
    for item in whole(root, "momenten"):
        _check_moment(item, moments, report)
    for item in whole(root, "termijnen"):
        _check_term(item, moments, report)
    topics = [item["id"] for item in maps(root, "eigen_regels") if isinstance(item.get("id"), str)]
    for item in whole(root, "eigen_regels"):
        for key in ("niet_vragen_bij", "vervangt"):
            _check_slots(item.get(key, List(item.place)), report)
    for item in whole(root, "stukken"):
        _check_paper(item, "tekst", topics, report)
        if "rustig" in item:
            _check_paper(item, "rustig", topics, report)


def _check_moment(item: Map, moments: list[str], report: Report) -> None:
    ways = [way for way in _WAYS if way in item]
    if len(ways) > 1 or not (ways or "herken" in item):
        report.add(item.place, wording.MOMENT_KNOWN.format(id=item["id"]), wording.ONE_WAY)
    others = [name for name in moments if name != item["id"]]
    for key in ("eerste_van", "komt_voor", "gaat_voor"):
        several = item.get(key, List(item.place))
        for index, name in enumerate(several):
            known(name, several.at(index), others, wording.MOMENT, report)
    if "tot" in item:
        known(item["tot"], item.at("tot"), others, wording.MOMENT, report)


def _check_term(item: Map, moments: list[str], report: Report) -> None:
    known(item["vanaf"], item.at("vanaf"), moments, wording.MOMENT, report)
    for key in ("geeft", "pas_na"):
        if key in item:
            known(item[key], item.at(key), moments, wording.MOMENT, report)
    if ("aantal" in item) != ("eenheid" in item):
        missing = "eenheid" if "aantal" in item else "aantal"
        report.add(item.place, wording.NUMBER_AND_UNIT, wording.WITH_KEY.format(key=missing))
    elif "aantal" in item and item["richting"] == "op":
        report.add(item.at("aantal"), wording.NO_NUMBER_ON, wording.BEFORE_OR_AFTER)
    elif "aantal" not in item and item["richting"] == "na":
        report.add(
            item.at("richting"), wording.NO_NUMBER_AFTER, wording.WITH_KEY.format(key="aantal")
        )
    if "aantal" in item and item["richting"] == "voor" and item["soort"] == "wet":
        report.add(item.at("soort"), wording.COUNTED_BACK, "soort: planning")


def _check_slots(several: List, report: Report) -> None:
    for index, name in enumerate(several):
        if not has_slot(name) or name.startswith(OWN):
            _no_slot(name, several.at(index), report)


def _no_slot(name: str, place: Place, report: Report) -> None:
    report.add(place, wording.NO_SLOT.format(name=name), did_you_mean(name, SLOTS))


def _check_paper(item: Map, key: str, topics: list[str], report: Report) -> None:
    for id in own_ids(item[key]):
        known(id, item.at(key), topics, wording.OWN_TOPIC, report)
    for name in slots(item[key]):
        if not has_slot(name):
            _no_slot(name, item.at(key), report)
