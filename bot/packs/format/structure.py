"""Checks the structure of one file against the JSON Schema, with Dutch messages and lines."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cached_property
from typing import Any

from bot.packs.errors import ID, KEY, Place, Report, did_you_mean, listed
from bot.packs.format.json_schema import pack_schema, record_schema
from bot.packs.format.record import Record
from bot.packs.format.shapes import DATE_PATTERN, ID_PATTERN
from bot.packs.format.validator import Complaint, Validator
from bot.packs.text.source import List, Map
from bot.words.numbers import coded

_TYPES = {
    "string": "een tekst", "boolean": "true of false", "number": "een getal",
    "integer": "een heel getal", "array": "een lijst", "object": "een blok met sleutels",
    "null": "null",
}  # fmt: skip
_PATTERNS = {
    ID_PATTERN: "een kleine letter, dan kleine letters, cijfers en _, samen hoogstens 24 tekens",
    DATE_PATTERN: "een datum als 2027-01-31",
}
AS_POINTS = '{als: {aantal: "0..10"}, punten: 1}'
_NAMES = {"label": "het label", "titel": "de titel", "vraag": "de vraag"}


class Structure:
    """One schema to check documents against; made at first use."""

    def __init__(self, make: Callable[[], dict[str, Any]]) -> None:
        self._make = make

    @cached_property
    def validator(self) -> Validator:
        """What holds documents against it."""
        return Validator(self._make())

    def check(self, document: Map, report: Report) -> None:
        """Report everything in this document that is refused; mark the items it spoils."""
        if self.validator.accepts(document):
            return
        for error in self.validator.complaints(document):
            _spoil(document, error.steps)
            _MESSAGES.get(error.word, _other)(error, place_of(document, error.steps), report)


FILE = Structure(pack_schema)
"""The structure of one file of a pack."""


def structure_of(record: Record) -> Structure:
    """The structure of one kind of item."""
    return Structure(lambda: record_schema(record) | {"$defs": pack_schema()["$defs"]})


def place_of(document: Map | List, steps: list[Any]) -> Place:
    """Where the value at this path stands."""
    here: Any = document
    place = document.place
    for step in steps:
        place = here.at(step)
        here = here[step]
    return place


def _spoil(document: Map, steps: list[Any]) -> None:
    here: Any = document
    for step in steps:
        if isinstance(here, Map):
            here.broken = True
        here = here[step]
    if isinstance(here, Map):
        here.broken = True


def shown(value: Any) -> str:
    """A value as it would be written, shortened."""
    if value is None:
        return "niets"
    if isinstance(value, bool):
        return f"‘{str(value).lower()}’"
    if isinstance(value, dict):
        return "een blok met sleutels"
    if isinstance(value, list):
        return "een lijst"
    if isinstance(value, Fraction):
        return f"‘{coded(value)}’"
    text = str(value)
    return f"‘{text[:40]}…’" if len(text) > 41 else f"‘{text}’"


def _type(error: Complaint, place: Place, report: Report) -> None:
    names = error.wanted
    wanted = [names] if isinstance(names, str) else names
    if isinstance(error.value, Map) and error.value and wanted == ["array"]:
        _no_dash(error.value, place, report)
        return
    right = " of ".join(_TYPES[name] for name in wanted)
    if isinstance(error.value, bool) and "string" in wanted:
        meant = "ja" if error.value else "nee"
        right = f'‘{meant}’, of met aanhalingstekens: "{str(error.value).lower()}"'
    elif isinstance(error.value, str) and wanted == ["boolean"]:
        right = "true of false"
    elif isinstance(error.value, int | Fraction) and "string" in wanted:
        right = f"een tekst, dus met aanhalingstekens: {shown(error.value)[1:-1]!r}"
    report.add(place, f"hier staat {shown(error.value)}", right)


def _no_dash(block: Map, place: Place, report: Report) -> None:
    """The keys of an item stand where a list was meant: the dash before the first is missing."""
    first = next(iter(block))
    where = block.at(first)
    if where.line == place.line:
        report.add(place, f"hier hoort een lijst, en hier staat {shown(block)}", "met [ ] eromheen")
        return
    wrong = f"hier hoort een lijst: zet een streepje voor ‘{first}’"
    report.add(where, wrong, f"‘- {first}: …’, en de regels eronder even ver ingesprongen")


def _unknown_keys(error: Complaint, place: Place, report: Report) -> None:
    known = list(error.schema.get("properties", {}))
    for key in error.value:
        if key not in known:
            wrong = f"de sleutel ‘{key}’ ken ik hier niet"
            report.add(error.value.at(key), wrong, did_you_mean(key, known))


def _required(error: Complaint, place: Place, report: Report) -> None:
    report.add(place, f"de sleutel ‘{error.missing}’ ontbreekt", about=(KEY, error.missing))


def _length(error: Complaint, place: Place, report: Report) -> None:
    key = error.steps[-1] if error.steps else ""
    name = _NAMES.get(str(key), "de tekst")
    if error.word == "minLength":
        report.add(place, f"{name} is leeg", "een tekst, of de sleutel weglaten")
        return
    wrong = f"{name} heeft {len(error.value)} tekens"
    report.add(place, wrong, f"hoogstens {error.wanted} tekens")


def _count(error: Complaint, place: Place, report: Report) -> None:
    bound = "minstens" if error.word == "minItems" else "hoogstens"
    there = len(error.value)
    verb = "staat" if there == 1 else "staan"
    report.add(place, f"hier {verb} er {there}", f"{bound} {error.wanted}")


def _pattern(error: Complaint, place: Place, report: Report) -> None:
    right = _PATTERNS.get(str(error.wanted), "")
    if "@[0-9a-f]" in str(error.wanted):
        if "@" not in error.value:
            return  # it is told as a pack that is not there, with the one that was meant
        right = "de id van een pakket, of id@ met de 12 tekens van de versie"
    elif "https" in str(error.wanted):
        right = "een adres dat met https:// begint"
    elif "@" in str(error.wanted):
        right = "de id van een vraag, of vraag@onderdeel"
    if place.path.endswith("punten") and not error.value[:1].isalpha():
        right = "een waarde van de vraag; een getal krijgt punten met ‘als’: " + AS_POINTS
        report.add(place, f"{shown(error.value)} mag hier niet", right)
        return
    wrong = f"{shown(error.value)} mag hier niet"
    of_id = ID_PATTERN.strip("^$") in str(error.wanted)
    about = (ID, str(error.value).partition("@")[0]) if of_id else ()
    report.add(place, wrong, right or "kleine letters, cijfers, - en _", about=about)


def _format(error: Complaint, place: Place, report: Report) -> None:
    report.add(place, f"{shown(error.value)} is geen dag die bestaat", "een datum als 2027-01-31")


def _enum(error: Complaint, place: Place, report: Report) -> None:
    words = [str(word) for word in error.wanted]
    right = did_you_mean(error.value, words) if isinstance(error.value, str) else listed(words)
    report.add(place, f"{shown(error.value)} mag hier niet", right)


def _bound(error: Complaint, place: Place, report: Report) -> None:
    words = {"minimum": "minstens", "maximum": "hoogstens", "exclusiveMinimum": "meer dan"}
    report.add(place, f"hier staat {shown(error.value)}",
               f"{words[error.word]} {error.wanted}")  # fmt: skip


def _const(error: Complaint, place: Place, report: Report) -> None:
    report.add(place, f"hier staat {shown(error.value)}", "true, of de sleutel weglaten")


def _twice(error: Complaint, place: Place, report: Report) -> None:
    seen: set[str] = set()
    for index, word in enumerate(error.value):
        if str(word) in seen:
            report.add(error.value.at(index), f"{shown(word)} staat er dubbel", "één keer")
        seen.add(str(word))


def _refused(error: Complaint, place: Place, report: Report) -> None:
    key = error.steps[-1]
    report.add(place, f"‘{key}’ hoort niet bij deze soort", "weglaten, of een andere soort")


def _other(error: Complaint, place: Place, report: Report) -> None:
    if error.word == "anyOf":
        report.add(place, f"hier staat {shown(error.value)}", "null, of {naam: …, kanaal: …}")
        return
    report.add(place, f"{shown(error.value)} mag hier niet")


_MESSAGES: dict[str, Callable[[Complaint, Place, Report], None]] = {
    "type": _type, "additionalProperties": _unknown_keys, "required": _required,
    "minLength": _length, "maxLength": _length, "minItems": _count, "maxItems": _count,
    "pattern": _pattern, "format": _format, "enum": _enum, "minimum": _bound, "maximum": _bound,
    "exclusiveMinimum": _bound, "const": _const, "uniqueItems": _twice, "not": _refused,
}  # fmt: skip
