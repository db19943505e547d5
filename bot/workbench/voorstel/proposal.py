"""A change of a pack as one file: to hand to colleagues, or back to who made the pack."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from bot.packs.errors import Place, Report, did_you_mean
from bot.packs.load import Loaded
from bot.packs.text.source import List, Map, read_document
from bot.workbench.vergelijk.plain import HOW
from bot.workbench.voorstel import wording
from bot.workbench.voorstel.changes import Change, changes, plain
from bot.workbench.voorstel.emit import emit

SEPARATOR = " / "
_DONE = {dutch: how for how, dutch in HOW.items()}
_IN_FRONT = "(vooraan)"
_OF_ONE_PACK = ("pakket",)
_OF_ITS_OWNER = (
    "pakket", "gebaseerd_op", "erft", "titel", "omschrijving", "contact", "herkomst",
    "onduidelijk", "bekende_gebreken", "gecontroleerd_op",
)  # fmt: skip
"""What is of one municipality's own pack, and never proposed to another pack."""
_KEYS = ("voorstel", "datum", "reden", "basis", "resultaat", "veranderingen", "effect")
_CHANGE_KEYS = (*_DONE, "oud", "nieuw", "na", "eerst_na")


@dataclass(frozen=True, slots=True)
class PackVersion:
    """The id of a pack and the hash of its content."""

    id: str
    version: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Changes from one version of a pack to another, why, and what they do to the advice."""

    day: date
    reason: str
    base: PackVersion
    result: PackVersion
    changes: tuple[Change, ...]
    effect: dict[str, Any] = field(default_factory=dict)

    @property
    def reversed(self) -> Proposal:
        """The proposal that takes this one back."""
        back = tuple(change.reversed for change in reversed(self.changes))
        return Proposal(self.day, self.reason, self.result, self.base, _in_order(back))


def _in_order(made: tuple[Change, ...]) -> tuple[Change, ...]:
    """Removals first, what comes in or moves last, each after what it comes after."""
    rank = {"removed": 0, "changed": 1, "added": 2, "moved": 2}
    placed = sorted(made, key=lambda change: rank[change.how])
    ordered: list[Change] = []
    while placed:
        waiting = {change.path for change in placed if rank[change.how] == 2}
        ready = next(
            (c for c in placed if (*c.path[:-1], c.after) not in waiting or c.after is None),
            placed[0],
        )
        placed.remove(ready)
        ordered.append(ready)
    return tuple(ordered)


def propose(base: Loaded, mine: Loaded, reason: str, day: date, effect: dict[str, Any]) -> Proposal:
    """What changed from ``base`` to ``mine``. Of a pack with another id, what is its owner's own
    (title, contact, where it comes from) stays out."""
    old, new = base.checked(), mine.checked()
    out = _OF_ONE_PACK if old.id == new.id else _OF_ITS_OWNER
    before, after = (
        {key: value for key, value in plain(loaded.root).items() if key not in out}
        for loaded in (base, mine)
    )
    return Proposal(
        day,
        reason,
        PackVersion(old.id, old.version),
        PackVersion(new.id, new.version),
        changes(before, after),
        effect,
    )


# --- to and from a file --------------------------------------------------------------------------


def text_of(proposal: Proposal) -> str:
    """The proposal as YAML that a person can read."""
    head = wording.HEADER
    if any(change.after is not None or change.was_after is not None for change in proposal.changes):
        head += wording.ABOUT_AFTER
    document: dict[str, Any] = {
        "voorstel": 1,
        "datum": proposal.day.isoformat(),
        "reden": proposal.reason,
        "basis": {"pakket": proposal.base.id, "versie": proposal.base.version},
        "resultaat": {"pakket": proposal.result.id, "versie": proposal.result.version},
        "veranderingen": [_change_as_plain(change) for change in proposal.changes],
        "effect": proposal.effect,
    }
    return head + emit({key: value for key, value in document.items() if value not in ({}, "")})


def _change_as_plain(change: Change) -> dict[str, Any]:
    keys: dict[str, Any] = {HOW[change.how]: SEPARATOR.join(change.path)}
    if change.was_after is not None:
        keys["eerst_na"] = change.was_after or _IN_FRONT
    if change.after is not None:
        keys["na"] = change.after or _IN_FRONT
    if change.how in ("changed", "removed"):
        keys["oud"] = change.old
    if change.how in ("changed", "added"):
        keys["nieuw"] = change.new
    return keys


def read_proposal(path: Path) -> Proposal:
    """The proposal in a file. Raises PackError with everything that is wrong."""
    report = Report()
    document = read_document(path, report)
    report.raise_if_any()
    if document is None:
        document = Map(Place(str(path), 1))
    proposal = _proposal(document, report)
    report.raise_if_any()
    return proposal


def _proposal(document: Map, report: Report) -> Proposal:
    _known(document, _KEYS, report)
    for key in ("datum", "basis", "resultaat", "veranderingen"):
        if key not in document:
            report.add(document.place, wording.NO_KEY.format(key=key), wording.PROPOSAL_FILE)
    if document.get("voorstel") != 1:
        report.add(document.at("voorstel"), wording.NO_PROPOSAL, "voorstel: 1")
    raw = document.get("veranderingen")
    items = raw if isinstance(raw, List) else []
    if raw is not None and not isinstance(raw, List):
        report.add(document.at("veranderingen"), wording.LIST_EXPECTED, "- toegevoegd: …")
    effect = document.get("effect")
    return Proposal(
        _day(document, report),
        str(document.get("reden") or ""),
        _version(document, "basis", report),
        _version(document, "resultaat", report),
        tuple(filter(None, (_change(item, document, report) for item in items))),
        plain(effect) if isinstance(effect, dict) else {},
    )


def _known(document: Map, keys: tuple[str, ...], report: Report) -> None:
    for key in document:
        if key not in keys:
            wrong = wording.UNKNOWN_KEY.format(key=key)
            report.add(document.at(key), wrong, did_you_mean(key, keys))


def _day(document: Map, report: Report) -> date:
    try:
        return date.fromisoformat(str(document.get("datum")))
    except ValueError:
        if "datum" in document:
            report.add(document.at("datum"), wording.NO_DAY, wording.A_DAY)
        return date.min


def _version(document: Map, key: str, report: Report) -> PackVersion:
    raw = document.get(key)
    if isinstance(raw, Map) and {"pakket", "versie"} <= set(raw):
        return PackVersion(str(raw["pakket"]), str(raw["versie"]))
    if key in document:
        report.add(document.at(key), wording.NO_VERSION, "{pakket: …, versie: …}")
    return PackVersion("", "")


def _change(item: Any, around: Map, report: Report) -> Change | None:
    if not isinstance(item, Map):
        report.add(around.at("veranderingen"), wording.CHANGE_EXPECTED, "- toegevoegd: …")
        return None
    _known(item, _CHANGE_KEYS, report)
    words = [word for word in _DONE if word in item]
    if len(words) != 1 or not isinstance(item[words[0]], str):
        report.add(item.place, wording.NO_DEED, wording.ONE_OF + ", ".join(_DONE))
        return None
    how = _DONE[words[0]]
    needed = {"added": ["nieuw"], "removed": ["oud"], "changed": ["oud", "nieuw"]}.get(how, ["na"])
    for key in needed:
        if key not in item:
            report.add(item.place, wording.NO_KEY.format(key=key))
    return Change(
        how,
        tuple(item[words[0]].split(SEPARATOR)),
        plain(item.get("oud")),
        plain(item.get("nieuw")),
        _after(item.get("na")),
        _after(item.get("eerst_na")),
    )


def _after(raw: Any) -> str | None:
    return None if raw is None else "" if raw == _IN_FRONT else str(raw)
