"""What may stand in an item of a pack: its keys, and what its ``soort`` adds or forbids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from bot.packs.format.shapes import (
    CELLS,
    FLAG,
    FORMERLY,
    ID,
    NUMBER,
    TEXT,
    TEXTS,
    WEIGHT,
    Shape,
    items,
    one_of,
)
from bot.rules.model.decisions.decision import Logic
from bot.rules.model.decisions.registry import BY_WORD as DECISIONS
from bot.rules.model.decisions.table import HITS
from bot.rules.model.questions.kind import Kind as QuestionKind
from bot.rules.model.questions.registry import BY_WORD as QUESTIONS


@dataclass(frozen=True, slots=True)
class Key:
    """One Dutch key: the English field that it fills (empty: none directly) and its shape."""

    dutch: str
    field: str
    shape: Shape
    required: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """What a ``soort`` asks for, and what only other kinds may have."""

    needs: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()
    tighter: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """One kind of item. ``listed`` items have an id, and can be filled in, removed and placed;
    ``or_text``: a text alone will do."""

    keys: tuple[Key, ...]
    listed: bool = False
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    or_text: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every Dutch key that may stand here."""
        extra = ("verwijder", "vul_aan", "voor", "na") if self.listed else ()
        return (*(key.dutch for key in self.keys), *extra)

    def fields(self, item: Mapping[str, Any]) -> dict[str, Any]:
        """The English fields that an item of this kind fills directly."""
        return {
            key.field: key.shape.read(item[key.dutch]) if key.shape.read else item[key.dutch]
            for key in self.keys
            if key.field and key.dutch in item
        }


def optional(*rows: tuple[str, str, Shape]) -> tuple[Key, ...]:
    """Keys that may be left out."""
    return tuple(Key(*row) for row in rows)


_SHAPES: Mapping[str, Shape] = {
    "text": TEXT, "texts": TEXTS, "id": ID, "question": ID, "flag": FLAG, "number": NUMBER,
    "weight": WEIGHT, "names": FORMERLY,
    "options": items("optie", 1, 8), "list": Shape({"type": "array"}), "hit": one_of(HITS),
    "count": Shape({"enum": ["som", "gemiddelde"]}), "items": items("item", 1),
    "bands": items("band", 1), "cells": CELLS,
}  # fmt: skip
"""What a key that belongs to a kind may look like, by name."""


_Kinds: TypeAlias = "Mapping[str, QuestionKind] | Mapping[str, type[Logic]]"


def keys_of(kinds: _Kinds) -> tuple[Key, ...]:
    """The keys that only some of these kinds have, each once."""
    keys = {key.dutch: key for kind in kinds.values() for key in kind.keys}
    return tuple(Key(key.dutch, key.fills, _SHAPES[key.shape]) for key in keys.values())


def _kind(kind: QuestionKind | type[Logic], kinds: _Kinds, needs: tuple[str, ...] = ()) -> Kind:
    """What one of these kinds asks for; all of them ask for ``needs``."""
    own = {key.dutch: key for key in kind.keys}
    return Kind(
        (*needs, *(key.dutch for key in own.values() if key.needed)),
        tuple(key.dutch for key in keys_of(kinds) if key.dutch not in own),
        {key.dutch: key.tighter for key in own.values() if key.tighter},
    )


def question_kinds() -> dict[str, Kind]:
    """What each kind of question asks for."""
    return {word: _kind(kind, QUESTIONS) for word, kind in QUESTIONS.items()}


def decision_kinds() -> dict[str, Kind]:
    """What each kind of decision asks for."""
    return {
        word: _kind(kind, DECISIONS, ("uitkomsten",) if kind.lists_outcomes else ())
        for word, kind in DECISIONS.items()
    }
