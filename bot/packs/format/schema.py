"""One table from Dutch key to English field: every kind of item is a ``Record`` of ``Key`` s.

``bot.packs.build`` fills the values of ``bot.rules.model.pack`` by it, and
``bot.packs.format.json_schema`` makes ``docs/pakket.schema.json`` of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from bot.rules.model.questions.kind import Kind as QuestionKind
from bot.rules.model.questions.registry import BY_WORD

ID_PATTERN = "^[a-z][a-z0-9_]{0,23}$"
DATE_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
RUNGS = (
    "informeren", "raadplegen", "adviseren", "coproduceren",
    "meebeslissen", "faciliteren", "loslaten", "geen",
)  # fmt: skip
VALUES = ("inclusie", "invloed", "eigenaarschap", "deliberatie", "legitimiteit")
OWNERS = ("gemeente", "samen", "inwoners", "ander")
ROLES = ("inwoner", "ambtenaar", "college", "raad", "ondernemer")
NATURES = {"oordeel": "judgement", "feit": "fact"}
HITS = {"eerste": "first", "uniek": "unique", "verzameling": "collect"}
ORIGINS = {"eerste_hand": "first_hand", "tweede_hand": "second_hand", "eigen": "own"}
COMPLETE = {"volledig": "complete", "deels": "partial", "criteria": "criteria"}
FLAWS = (
    "geen_advies", "twee_adviezen", "rij_nooit", "rij_verborgen", "vraag_zonder_gevolg",
    "optie_zonder_gevolg", "vorm_onbereikbaar", "vraag_nooit", "voorbeeld_anders",
)  # fmt: skip
"""What ``kennis controleer`` can find in the rules themselves."""
FALLBACKS = {"tot_dan": "until", "daarna": "after"}
FORM_KINDS = {"vorm": "form", "rol": "role", "eerst": "first"}


# --- shapes -----------------------------------------------------------------------------------


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


def text(longest: int = 4000) -> Shape:
    """A text that is not empty."""
    return Shape({"type": "string", "minLength": 1, "maxLength": longest}, _strip)


def one_of(words: Mapping[str, str]) -> Shape:
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


def id_list(least: int = 0, most: int | None = None) -> Shape:
    """A list of ids, each once."""
    bounds: dict[str, Any] = {"uniqueItems": True, "minItems": least}
    if most is not None:
        bounds["maxItems"] = most
    return Shape({"type": "array", "items": _ID, **bounds}, _texts)


_ID = {"type": "string", "pattern": ID_PATTERN}
_STRING = {"type": "string", "minLength": 1}
_OBJECT = {"type": "object"}
ID = Shape(_ID, _strip)
TEXT, LABEL = text(), text(40)
FLAG = Shape({"type": "boolean"}, bool)
NUMBER = Shape({"type": "number"}, Fraction)
WEIGHT = Shape({"type": "number", "exclusiveMinimum": 0}, Fraction)
STEP = Shape({"type": "integer", "minimum": -20, "maximum": 20}, int)
DAY = Shape({"type": "string", "format": "date", "pattern": DATE_PATTERN}, date.fromisoformat)
URL = Shape({"type": ["string", "null"], "pattern": "^https?://\\S+$"})
TEXTS = Shape({"type": "array", "items": _STRING}, _texts)
SOURCES = Shape({"type": ["string", "array"], "pattern": ID_PATTERN, "minItems": 1,
                 "items": _ID}, one_or_more)  # fmt: skip
SLUG = {"type": "string", "pattern": "^[a-z][a-z0-9_-]{0,47}$"}
SLUGS = Shape({"type": "array", "items": SLUG}, _texts)
CONDITION = Shape({"$ref": "#/$defs/voorwaarde"})
CONDITIONS = Shape({"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/voorwaarde"}})
POINTS = Shape({"type": ["number", "object"], "propertyNames": {"pattern": ID_PATTERN},
                "additionalProperties": {"type": "number"}})  # fmt: skip
CELLS = id_map({**_OBJECT, "propertyNames": {"pattern": ID_PATTERN}, "additionalProperties": _ID})
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
YEAR = Shape({"type": "integer", "minimum": 1900, "maximum": 2100}, int)
SAME_VALUES = id_map({"type": ["string", "array"], "items": _ID, "pattern": ID_PATTERN})
EXPECTED = Shape({"type": ["string", "object"], "additionalProperties": _ID})
ALSO_FINE = Shape({"type": ["array", "object"], "items": _ID,
                   "additionalProperties": {"type": "array", "items": _ID}})  # fmt: skip


# --- the table --------------------------------------------------------------------------------


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
    """One kind of item. ``listed`` items have an id, and can be filled in, removed and placed."""

    keys: tuple[Key, ...]
    listed: bool = False
    kinds: Mapping[str, Kind] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """Every Dutch key that may stand here."""
        extra = ("verwijder", "vul_aan", "voor", "na") if self.listed else ()
        return (*(key.dutch for key in self.keys), *extra)


def _optional(*rows: tuple[str, str, Shape]) -> tuple[Key, ...]:
    return tuple(Key(*row) for row in rows)


_ID_KEY = Key("id", "id", ID, True)
_BRON = Key("bron", "sources", SOURCES, True)
_DUIDING = Key("duiding", "interpretation", TEXT)
_DATED = _optional(("geldig_vanaf", "valid_from", DAY), ("geldig_tot", "valid_to", DAY))
_WHEN = _optional(("als", "", CONDITION), ("een_van", "", CONDITIONS))
_TABLE_KEYS = ("treffer", "anders")
_SCORE_KEYS = ("tel", "items", "banden")
_MATRIX_KEYS = ("rijen_van", "kolommen_van", "vakken")
_SHAPES: Mapping[str, Shape] = {
    "text": TEXT, "texts": TEXTS, "id": ID, "flag": FLAG, "number": NUMBER, "weight": WEIGHT,
    "options": items("optie", 1, 8),
}  # fmt: skip
"""What a key that belongs to a kind of question may look like, by name."""


def _keys_of_kinds() -> tuple[Key, ...]:
    """The keys that only some kinds of question have, each once."""
    found = {key.dutch: key for kind in BY_WORD.values() for key in kind.keys}
    return tuple(Key(key.dutch, key.fills, _SHAPES[key.shape]) for key in found.values())


def _question_kind(kind: QuestionKind) -> Kind:
    own = {key.dutch: key for key in kind.keys}
    others = (key.dutch for other in BY_WORD.values() for key in other.keys)
    return Kind(
        tuple(key.dutch for key in own.values() if key.needed),
        tuple(dict.fromkeys(name for name in others if name not in own)),
        {key.dutch: key.tighter for key in own.values() if key.tighter},
    )


RECORDS: Mapping[str, Record] = {
    "advies": Record((
        Key("besluit", "decision", ID, True), Key("trede", "rungs", RUNG_MAP),
        Key("vul_aan", "", FLAG),
    )),
    "contact": Record((Key("naam", "name", TEXT, True), Key("kanaal", "channel", TEXT))),
    "herkomst": Record((
        Key("organisatie", "organisation", TEXT, True), Key("naam", "name", TEXT, True),
        Key("aard", "origin", one_of(ORIGINS), True),
        Key("volledigheid", "completeness", one_of(COMPLETE), True), _BRON,
        *_optional(("jaar", "year", YEAR), ("toelichting", "explanation", TEXT)),
    )),
    "gebrek": Record((
        Key("soort", "kind", Shape({"enum": list(FLAWS)}, _strip), True),
        Key("bij", "about", TEXTS, True), Key("uitleg", "explanation", TEXT, True), _BRON,
    )),
    "gelijk": Record((
        Key("pakket", "pack", ID, True), Key("vraag", "question", ID, True),
        Key("waarden", "", SAME_VALUES),
    )),
    "optie": Record((
        _ID_KEY,
        Key("label", "label", LABEL, True),
        *_optional(
            ("zin", "sentence", TEXT), ("toelichting", "explanation", TEXT),
            ("voorbeelden", "examples", TEXTS), ("gewicht", "weight", WEIGHT),
            ("alleen", "alone", FLAG),
        ),
        _DUIDING,
    ), listed=True),
    "indeling": Record((
        Key("id", "id", Shape({"enum": ["onderdeel", "groep"]}, _strip), True),
        Key("vraag", "text", TEXT, True),
        Key("opties", "", items("optie", 2, 6), True),
        *_optional(
            ("toelichting", "explanation", TEXT), ("waarom", "why", TEXT),
            ("alleen_als", "", CONDITION),
        ),
    ), listed=True),
    "vraag": Record((
        _ID_KEY,
        Key("vraag", "text", TEXT, True),
        Key("soort", "kind", one_of({word: kind.name for word, kind in BY_WORD.items()}), True),
        *_optional(
            ("aard", "nature", one_of(NATURES)), ("toelichting", "explanation", TEXT),
            ("waarom", "why", TEXT), ("na_te_vragen_bij", "ask_whom", TEXT),
            ("hoe_zoek_ik_dit_uit", "how_to_find_out", TEXT), ("alleen_als", "", CONDITION),
            ("altijd", "always", FLAG), ("vast", "fixed", FLAG), ("per", "per", ID),
            ("bij_elkaar", "together", ID), ("kort", "short", TEXT),
        ),
        *_keys_of_kinds(),
        Key("gelijk_aan", "", items("gelijk", 1)),
        _DUIDING,
    ), listed=True, kinds={word: _question_kind(kind) for word, kind in BY_WORD.items()}),
    "rij": Record((
        _ID_KEY, Key("dan", "then", ID, True), _BRON, *_WHEN, Key("want", "why", TEXT), *_DATED,
        _DUIDING,
    ), listed=True),
    "schuif": Record((
        _ID_KEY, Key("stap", "steps", STEP, True), _BRON, *_WHEN,
        *_optional(("ten_hoogste", "at_most", ID), ("ten_minste", "at_least", ID),
                   ("want", "why", TEXT)),
        _DUIDING,
    ), listed=True),
    "item": Record((
        Key("punten", "", POINTS, True), *_WHEN,
        *_optional(("vraag", "input", ID), ("want", "why", TEXT)),
        _DUIDING,
    )),
    "band": Record((Key("dan", "then", ID, True), Key("vanaf", "start", NUMBER), _DUIDING)),
    "besluit": Record((
        _ID_KEY,
        Key("soort", "", Shape({"enum": ["beslistabel", "punten", "matrix", "bijstelling"]}), True),
        *_optional(
            ("titel", "title", TEXT), ("uitkomsten", "outcomes", id_list(1, 40)),
            ("geordend", "ordered", FLAG), ("ondergrens", "", id_list()),
            ("treffer", "", one_of(HITS)), ("rijen", "", Shape({"type": "array"})),
            ("anders", "", ID), ("tel", "", Shape({"enum": ["som", "gemiddelde"]})),
            ("items", "", items("item", 1)), ("banden", "", items("band", 1)),
            ("rijen_van", "", ID), ("kolommen_van", "", ID), ("vakken", "", CELLS), ("van", "", ID),
        ),
    ), listed=True, kinds={
        "beslistabel": Kind(("uitkomsten", "rijen"), (*_SCORE_KEYS, *_MATRIX_KEYS, "van"),
                            {"rijen": items("rij").schema}),
        "punten": Kind(("uitkomsten", "items", "banden"),
                       (*_TABLE_KEYS, *_MATRIX_KEYS, "rijen", "van")),
        "matrix": Kind(("uitkomsten", *_MATRIX_KEYS), (*_TABLE_KEYS, *_SCORE_KEYS, "rijen", "van")),
        "bijstelling": Kind(("van", "rijen"), (*_TABLE_KEYS, *_SCORE_KEYS, *_MATRIX_KEYS),
                            {"rijen": items("schuif").schema}),
    }),
    "methode": Record((
        Key("naam", "name", TEXT, True),
        *_optional(("wanneer", "when", TEXT), ("wanneer_niet", "when_not", TEXT),
                   ("juridisch", "legal", TEXT)),
    )),
    "belofte": Record(_optional(("wel", "promise", TEXT), ("niet", "not_promise", TEXT))),
    "waarden": Record(_optional(("wint", "gains", one_of({v: v for v in VALUES})),
                                ("betaalt", "pays", one_of({v: v for v in VALUES})))),
    "vorm": Record((
        _ID_KEY,
        Key("kop", "headline", TEXT, True),
        Key("naam", "name", TEXT, True),
        Key("uitleg", "explanation", TEXT, True),
        _BRON,
        *_optional(
            ("soort", "kind", one_of(FORM_KINDS)), ("terugval", "fallback", ID),
            ("terugval_geldt", "fallback_when", one_of(FALLBACKS)),
            ("ook_genoemd", "also_called", TEXTS), ("past_als", "fits", TEXTS),
            ("past_niet_als", "fits_not", TEXTS),
            ("eigenaar", "owner", OWNER),
            ("rollen", "roles", word_map(ROLES, _STRING)), ("methoden", "", items("methode")),
            ("eerste_stappen", "first_steps", TEXTS),
            ("belofte", "", Shape({"$ref": "#/$defs/belofte"})),
            ("raad_vooraf", "council_first", TEXT), ("terugkoppeling", "feedback", TEXT),
            ("evaluatie", "evaluation", TEXT), ("waarden", "", Shape({"$ref": "#/$defs/waarden"})),
            ("valkuilen", "pitfalls", TEXTS), ("ehbo", "chapters", SLUGS),
            ("eerlijk", "honest", TEXT),
        ),
        _DUIDING,
    ), listed=True, kinds={"eerst": Kind(("terugval",)), "vorm": Kind((), ("terugval",)),
                           "rol": Kind((), ("terugval",))}),
    "aandachtspunt": Record((
        _ID_KEY, Key("tekst", "text", TEXT, True), _BRON, *_WHEN,
        *_optional(
            ("doe", "do", TEXT), ("moment", "moment", TEXT), ("plicht", "duty", FLAG),
            ("ernstig", "serious", FLAG), ("dringend", "urgent", FLAG),
            ("ehbo", "chapters", SLUGS),
        ),
        *_DATED,
    ), listed=True),
    "vermoeden": Record((
        _ID_KEY, Key("vraag", "question", ID, True), Key("keer", "times", TIMES, True), _BRON,
        *_WHEN, Key("want", "why", TEXT),
    ), listed=True),
    "antwoord": Record((Key("tekst", "text", TEXT, True), *_DATED)),
    "veelgestelde_vraag": Record((
        _ID_KEY, Key("vraag", "question", TEXT, True), _BRON,
        *_optional(
            ("antwoord", "", TEXT), ("antwoorden", "", items("antwoord", 1)),
            ("ook_zo_gevraagd", "phrasings", TEXTS), ("recht", "legal", FLAG),
            ("lokaal", "local", FLAG), ("verwant", "related", id_list()),
            ("ehbo", "chapters", SLUGS),
            ("geldig_vanaf", "", DAY), ("geldig_tot", "", DAY),
        ),
    ), listed=True),
    "bron": Record((
        _ID_KEY, Key("titel", "title", TEXT, True),
        *_optional(("url", "url", URL), ("gezien_op", "seen_on", DAY)),
    ), listed=True),
    "voorbeeld": Record((
        _ID_KEY, Key("titel", "title", TEXT, True), Key("beschrijving", "description", TEXT, True),
        Key("antwoorden", "", ANSWERS, True), Key("verwacht", "", EXPECTED, True),
        *_optional(
            ("onderdelen", "parts", id_list(1, 3)), ("groepen", "groups", id_list(1, 2)),
            ("mag_ook", "", ALSO_FINE), ("simpel_zegt", "simple_says", TEXT),
            ("bron", "sources", SOURCES),
        ),
    ), listed=True),
}  # fmt: skip

PACK = Record((
    Key("pakket", "id", ID, True),
    Key("titel", "title", TEXT, True),
    *_optional(
        ("omschrijving", "description", TEXT),
        ("gebaseerd_op", "based_on", BASE),
        ("erft", "", id_list()),
        ("contact", "", Shape({"anyOf": [{"type": "null"}, {"$ref": "#/$defs/contact"}]})),
        ("gecontroleerd_op", "checked_on", DAY), ("opening", "opening", id_list(0, 3)),
        ("adviezen", "", items("advies", 1)), ("naast", "beside", id_list()),
        ("indelingen", "", items("indeling", 1, 2)), ("vragen", "", items("vraag")),
        ("besluiten", "", items("besluit")), ("vormen", "", items("vorm")),
        ("aandachtspunten", "", items("aandachtspunt")),
        ("vermoedens", "", items("vermoeden")),
        ("veelgestelde_vragen", "", items("veelgestelde_vraag")), ("bronnen", "", items("bron")),
        ("voorbeelden", "", items("voorbeeld")),
        ("herkomst", "", Shape({"$ref": "#/$defs/herkomst"})), ("onduidelijk", "unclear", TEXTS),
        ("bekende_gebreken", "", items("gebrek")),
    ),
))  # fmt: skip
ITEM_LISTS: Mapping[str, str] = {
    key.dutch: key.shape.schema["items"]["$ref"].removeprefix("#/$defs/")
    for key in PACK.keys
    if "$ref" in key.shape.schema.get("items", {})
    and key.dutch not in ("adviezen", "bekende_gebreken")
}
"""Root key -> record, for every list whose items have an id."""
REQUIRED_ROOT = tuple(key.dutch for key in PACK.keys if key.required)
