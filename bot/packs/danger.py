"""The guards as they stand in files: phrases of ours, and what is said of each kind.

An own folder of knowledge may say it in its own words; what it lacks comes from ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bot.packs import wording
from bot.packs.errors import PackError, Place, Report
from bot.packs.format.schema import RECORDS
from bot.packs.text.source import Map, read_document, shown_path
from bot.rules.model.content import Source
from bot.words.guards import Guards, Past, Told
from bot.words.literal import Literal
from bot.words.patterns import Phrase, phrase

FIRST_AID = "eerste_hulp"


@dataclass(frozen=True, slots=True)
class Table:
    """Where guards stand: their phrases, what is said (under ``key``), and whether a phrase that is
    denied counts. Phrases lie in no file of ``nlu_data`` itself: the language model reads those."""

    phrases: Path
    told: Path
    key: str
    deniable: bool


DANGER = Table(
    Path("nlu_data") / "gevaar" / "gevaar.yml",
    Path("gemeenschappelijk") / "nood" / "noodgevallen.yml",
    "noodgevallen",
    deniable=True,
)
DOUBT = Table(
    Path("nlu_data") / "twijfel" / "twijfel.yml",
    Path("gemeenschappelijk") / "twijfel" / "twijfel.yml",
    "twijfel",
    deniable=False,
)
ELSEWHERE = Table(
    Path("nlu_data") / "elders" / "elders.yml",
    Path("gemeenschappelijk") / "elders" / "elders.yml",
    "elders",
    deniable=False,
)
ASKS_DAYS = Table(
    Path("nlu_data") / "dagen" / "dagen.yml",
    Path("gemeenschappelijk") / "dagen" / "dagen.yml",
    "dagen",
    deniable=False,
)
ASKS_PROJECT = Path("nlu_data") / "projectvragen" / "projectvragen.yml"
LITERAL = Path("nlu_data") / "feiten" / "feiten.yml"
Groups = Mapping[str, str]
_GROUP = re.compile(r"<(\w+)>")


def load_guards(
    root: Path, knowledge: Path, tell: Callable[[str], None], table: Table = DANGER
) -> Guards:
    """The guards of this repository (``root``), with the own words of a folder of knowledge.

    ``tell`` hears why own words are not used. Raises PackError when ours can't be read.
    """
    kinds, alike, past = _phrases(root / table.phrases)
    path = root / "knowledge" / table.told
    ours = _told(path, table.key)
    missing = [kind for kind in kinds if kind not in ours]
    if missing:
        raise _broken(path, wording.NO_TEXT_FOR.format(kinds=", ".join(missing)))
    own = _own(knowledge / table.told, table.key, tell)
    return Guards(kinds, alike, {**ours, **own}, table.deniable, past)


def load_phrases(root: Path, path: Path = ASKS_PROJECT) -> Guards:
    """How people put kinds of questions about their own project; what is said to each stands in a
    pack. Raises PackError when it can't be read."""
    document = _read(root / path)
    try:
        groups = _groups(document["woordgroepen"])
        kinds = {str(one["id"]): _each(one["zinnen"], groups) for one in document["soorten"]}
        return Guards(kinds, _each(document["behalve"], groups), deniable=False)
    except (KeyError, TypeError) as error:
        raise _broken(root / path, wording.NOT_AS_OURS) from error


def load_literal(root: Path) -> Literal:
    """What people say that is literally one answer. Raises PackError when it can't be read."""
    path = root / LITERAL
    document = _read(path)
    try:
        groups = _groups(document.get("woordgroepen", {}))
        said = {str(one["id"]): one for one in document["soorten"]}
        first = {id: one for id, one in said.items() if "vooraan" in one}
        ways = {id: _told_by(one, document.get("vormen", {})) for id, one in said.items()}
        alike = _each(document["behalve"], groups)
        return Literal(
            Guards({id: _each(ways[id], groups) for id in said}, alike),
            Guards({id: _each(one["vooraan"], groups) for id, one in first.items()}),
            _apart(document["niet"], groups),
            _apart(document["ankers"], groups),
            {id: frozenset(one.get("ook_bij", ())) for id, one in said.items()},
            {id: frozenset(one.get("wijkt_voor", ())) for id, one in said.items()},
        )
    except (KeyError, TypeError) as error:
        raise _broken(path, wording.NOT_AS_OURS) from error


def _told_by(kind: Mapping[str, Any], forms: Mapping[str, Iterable[str]]) -> Iterable[str]:
    """The phrases of an answer: its own, and those of its forms, for the group that it names."""
    shared = (way for name in kind.get("vormen", ()) for way in forms[name])
    return (*kind["zinnen"], *(way.replace("<wie>", f"<{kind['wie']}>") for way in shared))


def _apart(kinds: Iterable[Mapping[str, Any]], groups: Groups) -> Guards:
    return Guards({str(one["id"]): _each(one["zinnen"], groups) for one in kinds}, deniable=False)


def _groups(groups: Mapping[str, Iterable[Any]]) -> Groups:
    """Words that stand for each other, as one word of a phrase; a group may name an earlier one."""
    known: dict[str, str] = {}
    for name, ways in groups.items():
        words = ("_".join(str(way).split()) for way in ways)
        known[str(name)] = _filled("/".join(words), known)
    return known


def _filled(text: str, groups: Groups) -> str:
    """A phrase with the words of its groups in their place. Raises KeyError for no such group."""
    return _GROUP.sub(lambda found: groups[found[1]], text)


def _own(path: Path, key: str, tell: Callable[[str], None]) -> Mapping[str, Told]:
    if not path.exists():
        return {}
    try:
        return _told(path, key)
    except PackError as error:
        tell(str(error))
        return {}


def _past(old: Mapping[str, Any]) -> Past:
    return Past(frozenset(map(str, old["soorten"])), _each(old["zinnen"]), _each(old["nu"]))


def _phrases(
    path: Path,
) -> tuple[Mapping[str, tuple[Phrase, ...]], tuple[Phrase, ...], tuple[Past, ...]]:
    document = _read(path)
    try:
        kinds = {str(kind["id"]): _each(kind["zinnen"]) for kind in document["soorten"]}
        past = tuple(_past(document[name]) for name in ("verleden", "erover") if name in document)
        return kinds, _each(document["behalve"]), past
    except (KeyError, TypeError) as error:
        raise _broken(path, wording.NOT_AS_OURS) from error


def _each(texts: Iterable[Any], groups: Groups = MappingProxyType({})) -> tuple[Phrase, ...]:
    return tuple(phrase(_filled(str(text), groups)) for text in texts)


def _told(path: Path, key: str) -> Mapping[str, Told]:
    document = _read(path)
    try:
        sources = [Source(**RECORDS["bron"].fields(item)) for item in document["bronnen"]]
        known = {source.id: source for source in sources}
        return {str(item["id"]): _one(item, known) for item in document[key]}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _broken(path, wording.NOT_AS_OURS) from error


def _one(item: Mapping[str, Any], known: Mapping[str, Source]) -> Told:
    """Raises KeyError for a text or a source that is not there."""
    text = str(item["tekst"]).strip()
    if not text:
        raise KeyError("tekst")
    sources = tuple(known[name] for name in item["bron"] if name != "eigen")
    return Told(text, sources, item.get("daarna") == FIRST_AID)


def _read(path: Path) -> Map:
    report = Report()
    document = read_document(path, report)
    report.raise_if_any()
    if document is None:
        raise _broken(path, wording.NOT_AS_OURS)
    return document


def _broken(path: Path, wrong: str) -> PackError:
    report = Report()
    report.add(Place(shown_path(path), 1), wrong, wording.LOOK_AT_OURS)
    return PackError(report.problems)
