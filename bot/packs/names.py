"""Every name that a pack defines, with what a rule may ask of it.

Made from the raw pack, so that references can be checked even where some items are spoiled: of a
spoiled item only the name is known, and nothing is held against those who refer to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.packs.inherit.merge import id_of
from bot.packs.text.source import List, Map
from bot.rules.model.decisions.registry import BY_WORD as DECISIONS
from bot.rules.model.decisions.table import hit_of
from bot.rules.model.ids import NO_RULE
from bot.rules.model.questions.kind import Kind
from bot.rules.model.questions.measured import Measured
from bot.rules.model.questions.registry import BY_WORD as QUESTIONS


@dataclass(frozen=True, slots=True)
class Input:
    """A question, decision or division that a condition can look at.

    ``asked``: the kind of the question; None for a decision or a division. ``values`` is None
    where it is spoiled. ``collects``: a decision whose outcome is a set.
    """

    id: str
    asked: Kind | None
    values: tuple[str, ...] | None
    conditional: bool = False
    per: str | None = None
    raw: Map | None = None
    collects: bool = False

    @property
    def is_spoiled(self) -> bool:
        """Whether only its name is known."""
        return self.values is None

    @property
    def is_set(self) -> bool:
        """Whether it can have several values at once."""
        return self.collects or (self.asked is not None and self.asked.is_set)

    @property
    def measure(self) -> Measured | None:
        """The kind of what is measured, and has no values by name."""
        return self.asked.measure if self.asked is not None else None


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one pack, by kind."""

    inputs: dict[str, Input]
    questions: dict[str, Input]
    decisions: dict[str, Input]
    divisions: dict[str, tuple[str, ...] | None]
    """Division -> its pieces; a condition can look at it too."""
    forms: frozenset[str]
    faqs: frozenset[str]
    sources: frozenset[str]
    chapters: frozenset[str] = field(default_factory=frozenset)


def maps(root: Map, key: str) -> Iterator[Map]:
    """The items of this list that are mappings."""
    listed = root.get(key)
    if isinstance(listed, List):
        yield from (item for item in listed if isinstance(item, Map))


def whole(root: Map, key: str) -> Iterator[Map]:
    """The items of this list that are not spoiled."""
    return (item for item in maps(root, key) if not item.broken)


def names_of(root: Map, chapters: frozenset[str]) -> Names:
    """Every name in this raw pack."""
    questions = {name: _question(name, item) for name, item in _by_id(root, "vragen")}
    raw = dict(_by_id(root, "besluiten"))
    decisions = {name: _decision(name, item, raw) for name, item in raw.items()}
    divisions = {name: _ids(item.get("opties")) for name, item in _by_id(root, "indelingen")}
    pieces = {name: Input(name, None, values) for name, values in divisions.items()}
    return Names(
        inputs=pieces | decisions | questions,
        questions=questions,
        decisions=decisions,
        divisions=divisions,
        forms=frozenset(name for name, _ in _by_id(root, "vormen")),
        faqs=frozenset(name for name, _ in _by_id(root, "veelgestelde_vragen")),
        sources=frozenset(name for name, _ in _by_id(root, "bronnen")),
        chapters=chapters,
    )


def outcomes_of(item: Map, decisions: dict[str, Map]) -> tuple[str, ...] | None:
    """The outcomes of a raw decision; an adjustment has those of its base unless it says so."""
    for _ in range(len(decisions) + 1):
        if item.broken:
            return None
        below = DECISIONS[item["soort"]].below(item)
        if "uitkomsten" in item or below is None:
            return tuple(item.get("uitkomsten", ()))
        base = decisions.get(below)
        if base is None:
            return None
        item = base
    return None


def _by_id(root: Map, key: str) -> Iterator[tuple[str, Map]]:
    for item in maps(root, key):
        name = id_of(item)
        if name is not None:
            yield name, item


def _ids(options: Any) -> tuple[str, ...] | None:
    if not isinstance(options, List):
        return None
    return tuple(name for name in map(id_of, options) if name is not None)


def _question(name: str, item: Map) -> Input:
    if item.broken:
        return Input(name, None, None)
    kind = QUESTIONS[item["soort"]]
    values = kind.values or _ids(item.get("opties")) or ()
    return Input(name, kind, values, "alleen_als" in item, item.get("per"), item)


def _decision(name: str, item: Map, decisions: dict[str, Map]) -> Input:
    outcomes = outcomes_of(item, decisions)
    if outcomes is None:
        return Input(name, None, None)
    if hit_of(item) == "collect":
        return Input(name, None, outcomes, raw=item, collects=True)
    if can_have_no_rule(item, decisions):
        outcomes = (*outcomes, NO_RULE)
    return Input(name, None, outcomes, raw=item)


def can_have_no_rule(item: Map, decisions: dict[str, Map]) -> bool:
    """Whether this decision can end without a rule: a table without ``anders``, or built on one."""
    for _ in range(len(decisions) + 1):
        if item.broken:
            return False
        kind = DECISIONS[item["soort"]]
        base = decisions.get(kind.below(item) or "")
        if base is None or kind.can_pass(item):
            return kind.can_pass(item)
        item = base
    return False
