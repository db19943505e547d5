"""What a value in a pack looks like, and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

ID_PATTERN = "^[a-z][a-z0-9_]{0,23}$"
DATE_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
RUNGS = (
    "informeren", "raadplegen", "adviseren", "coproduceren",
    "meebeslissen", "faciliteren", "loslaten", "geen",
)  # fmt: skip
OWNERS = ("gemeente", "samen", "inwoners", "ander")
ROLES = ("inwoner", "ambtenaar", "college", "raad", "ondernemer")
NATURES = {"oordeel": "judgement", "feit": "fact"}
ORIGINS = {"eerste_hand": "first_hand", "tweede_hand": "second_hand", "eigen": "own"}
COMPLETE = {"volledig": "complete", "deels": "partial", "criteria": "criteria"}
FLAWS = (
    "geen_advies", "twee_adviezen", "rij_nooit", "rij_verborgen", "vraag_zonder_gevolg",
    "optie_zonder_gevolg", "vorm_onbereikbaar", "vraag_nooit", "voorbeeld_anders", "stijgt_niet",
)  # fmt: skip
"""What ``kennis controleer`` can find in the rules themselves."""
DIRECTIONS = {"omhoog": "up", "omlaag": "down"}
FALLBACKS = {"tot_dan": "until", "daarna": "after"}
EVENING_KINDS = {
    "opening": "opening", "plan": "plan", "rol": "role", "veilig": "safe", "stop": "stop",
    "bezwaar": "objection", "nooit": "never", "morgen": "morning",
}  # fmt: skip
GOOD = {"goed": True, "let_op": False}
TERM_KINDS = {"wet": "law", "eigen_regel": "own_rule", "planning": "planning"}
UNITS = {"dagen": "days", "werkdagen": "working_days", "weken": "weeks", "maanden": "months"}
WAYS = {"na": "after", "voor": "before", "op": "on"}
HAPPENINGS = {
    "besluit": "decision", "bijeenkomst": "meeting", "uiterlijk": "deadline", "begin": "start",
}  # fmt: skip
SURETIES = {"hoog": "high", "middel": "medium"}
FORM_KINDS = {"vorm": "form", "rol": "role", "eerst": "first"}


@dataclass(frozen=True, slots=True)
class Shape:
    """What a value looks like, and how it is read; without ``read`` the builder makes it."""

    schema: Mapping[str, Any]
    read: Callable[[Any], Any] | None = None


def _strip(text: str) -> str:
    return text.strip()


def _texts(raw: list[str]) -> tuple[str, ...]:
    return tuple(text.strip() for text in raw)


def one_or_more(raw: str | list[str]) -> tuple[str, ...]:
    """A text, or a list of texts, as texts."""
    return (raw,) if isinstance(raw, str) else tuple(raw)


def text_of(longest: int = 4000) -> Shape:
    """A text that is not empty."""
    return Shape({"type": "string", "minLength": 1, "maxLength": longest}, _strip)


def one_of(words: Mapping[str, Any]) -> Shape:
    """One of these Dutch words, read as the English one."""
    return Shape({"enum": list(words)}, words.__getitem__)


def word_map(keys: tuple[str, ...], values: Mapping[str, Any]) -> Shape:
    """A mapping with only these keys."""
    return Shape({"type": "object", "properties": dict.fromkeys(keys, values),
                  "additionalProperties": False}, dict)  # fmt: skip


def id_map(values: Mapping[str, Any], keys: str = ID_PATTERN) -> Shape:
    """A mapping whose keys are ids."""
    return Shape({"type": "object", "propertyNames": {"pattern": keys},
                  "additionalProperties": values})  # fmt: skip


def items(record: str, least: int = 0, most: int | None = None) -> Shape:
    """A list of records; the builder makes them."""
    bounds = {"minItems": least} if least else {}
    if most is not None:
        bounds["maxItems"] = most
    return Shape({"type": "array", "items": {"$ref": f"#/$defs/{record}"}, **bounds})


def ref(record: str) -> Shape:
    """One record; the builder makes it."""
    return Shape({"$ref": f"#/$defs/{record}"})


def id_list(least: int = 0, most: int | None = None) -> Shape:
    """A list of ids, each once."""
    bounds: dict[str, Any] = {"uniqueItems": True, "minItems": least}
    if most is not None:
        bounds["maxItems"] = most
    return Shape({"type": "array", "items": _ID, **bounds}, _texts)


_ID = {"type": "string", "pattern": ID_PATTERN}
STRING = {"type": "string", "minLength": 1}
_OBJECT = {"type": "object"}
ID = Shape(_ID, _strip)
TEXT, LABEL = text_of(), text_of(40)
FLAG = Shape({"enum": [True, False, "ja", "nee"]}, bool)
ONLY_TRUE = {"enum": [True, "ja"]}
NUMBER = Shape({"type": "number"}, Fraction)
WEIGHT = Shape({"type": "number", "exclusiveMinimum": 0}, Fraction)
COUNT = Shape({"type": "integer", "minimum": 1, "maximum": 999}, int)
STEP = Shape({"type": "integer", "minimum": -20, "maximum": 20}, int)
DAY = Shape({"type": "string", "format": "date", "pattern": DATE_PATTERN}, date.fromisoformat)
SAFE_URL = Shape({"type": ["string", "null"], "pattern": "^https://\\S+$"})
URL = Shape({"type": ["string", "null"], "pattern": "^https?://\\S+$"})
TEXTS = Shape({"type": "array", "items": STRING}, _texts)
_LINE = {"$ref": "#/$defs/zin"}
LINES = Shape({"type": "array", "items": _LINE})
"""Sentences, each with or without a condition; the builder makes them."""
SAID = Shape({"type": ["string", "array"], "minLength": 1, "maxLength": 4000, "items": _LINE})
"""One sentence, or a list of which the first counts that holds."""
SETS = id_map({"type": ["string", "array"], "items": _ID, "pattern": ID_PATTERN})
MINUTES = Shape({"type": "integer", "minimum": -720, "maximum": 1440}, int)
SOURCES = Shape({"type": ["string", "array"], "pattern": ID_PATTERN, "minItems": 1,
                 "items": _ID}, one_or_more)  # fmt: skip
FORMERLY = SOURCES
"""What something was called before: an id, or a list of ids."""
SLUG = {"type": "string", "pattern": "^[a-z][a-z0-9_-]{0,47}$"}
SLUGS = Shape({"type": "array", "items": SLUG}, _texts)
CONDITION = Shape({"$ref": "#/$defs/voorwaarde"})
CONDITIONS = Shape({"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/voorwaarde"}})
POINTS = Shape({"type": ["number", "object"], "propertyNames": {"pattern": ID_PATTERN},
                "additionalProperties": {"type": "number"}})  # fmt: skip
CELLS = id_map({**_OBJECT, "propertyNames": {"pattern": ID_PATTERN}, "additionalProperties": _ID})
WORDS = Shape(dict(id_map(STRING, "^.{1,60}$").schema), dict)
"""Words of the pack, and what is said instead."""
OWNER = word_map(("vraag", "besluit", "uitvoering"), {"enum": list(OWNERS)})
RUNG_MAP = Shape({**_OBJECT, "propertyNames": {"pattern": ID_PATTERN},
                  "additionalProperties": {"enum": list(RUNGS)}}, dict)  # fmt: skip
BASE = Shape({"type": "string", "pattern": "^[a-z][a-z0-9_]{0,23}(@[0-9a-f]{12})?$"},
             lambda raw: raw.partition("@")[0])  # fmt: skip
ANSWER = {"type": ["string", "number", "array"], "items": {"type": ["string", "number"]}}
ANSWERS = id_map(ANSWER, "^[a-z][a-z0-9_]{0,23}(@[a-z][a-z0-9_]{0,23})?$")
TIMES = Shape({**_OBJECT, "propertyNames": {"pattern": ID_PATTERN},
               "additionalProperties": {"type": "number", "exclusiveMinimum": 0}},
              lambda raw: {value: Fraction(times) for value, times in raw.items()})  # fmt: skip
IN_ORDER = Shape({"type": "array", "minItems": 2,
                  "items": {"type": ["string", "array"], "pattern": ID_PATTERN, "items": _ID}},
                 lambda raw: tuple(map(one_or_more, raw)))  # fmt: skip
PIECES = Shape({"type": "integer", "minimum": 2, "maximum": 4}, int)
YEAR = Shape({"type": "integer", "minimum": 1900, "maximum": 2100}, int)
SAME_VALUES = id_map({"type": ["string", "array"], "items": _ID, "pattern": ID_PATTERN})
LABELS = id_map(LABEL.schema)
EXPECTED = Shape({"type": ["string", "object"], "additionalProperties": _ID})
ALSO_FINE = Shape({"type": ["array", "object"], "items": _ID,
                   "additionalProperties": {"type": "array", "items": _ID}})  # fmt: skip
