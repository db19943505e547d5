"""Checks the structure of one file against the JSON Schema, with Dutch messages and lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Any

from bot.packs.errors import ID, KEY, Place, Report, better_id, did_you_mean, listed
from bot.packs.format.flags import WORDS, is_flag, read_flags
from bot.packs.format.json_schema import pack_schema, record_schema
from bot.packs.format.record import Record
from bot.packs.format.schema import RECORDS
from bot.packs.format.shapes import DATE_PATTERN, ID_PATTERN
from bot.packs.format.validator import Complaint, Validator
from bot.packs.format.wording import shape as wording
from bot.packs.text.source import List, Map
from bot.words.numbers import coded

_PATTERNS = {
    ID_PATTERN: wording.ID_SIGNS,
    DATE_PATTERN: wording.A_DAY,
}


class Structure:
    """One schema to check documents against; made at first use."""

    def __init__(self, make: Callable[[], dict[str, Any]]) -> None:
        self._make = make

    @cached_property
    def validator(self) -> Validator:
        """What holds documents against it."""
        return Validator(self._make())

    def check(self, document: Map, report: Report) -> None:
        """Report everything in this document that is refused; mark the items it spoils.

        ``ja`` and ``nee`` become true and false where one of those is meant.
        """
        schema = self.validator.schema
        read_flags(document, schema, schema)
        if self.validator.accepts(document):
            return
        complaints = list(self.validator.complaints(document))
        refused = [error.steps for error in complaints if error.word == "not"]
        for error in complaints:
            _spoil(document, error.steps)
            if any(error.steps[: len(way)] == way != error.steps for way in refused):
                continue  # what stands in something that may not be there at all
            if _is_text_with_colon(error):
                error = error._replace(word="type", schema={"type": "string"})
            if error.steps[-2:-1] == ["opties"] and (option := _as_option(error.value)):
                place = place_of(document, error.steps)
                report.add(place, wording.OPTION_BY_NAME, option)
                continue
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
        return wording.A_BLOCK
    if isinstance(value, list):
        return wording.A_LIST
    if isinstance(value, Fraction):
        return f"‘{coded(value)}’"
    text = str(value)
    return f"‘{text[:40]}…’" if len(text) > 41 else f"‘{text}’"


def _type(error: Complaint, place: Place, report: Report) -> None:
    names = error.wanted
    wanted = [names] if isinstance(names, str) else names
    value = error.value
    if isinstance(value, Map) and value and wanted == ["array"]:
        _no_dash(value, place, report)
        return
    for wrong, right in _meant(error, wanted):
        report.add(place, wrong, right)
        return
    right = " of ".join(wording.TYPES[name] for name in wanted)
    if isinstance(value, bool) and "string" in wanted:
        meant = "ja" if value else "nee"
        right = wording.QUOTED_OR.format(meant=meant, word=str(value).lower())
    elif isinstance(value, int | Fraction) and "string" in wanted:
        right = wording.QUOTED.format(value=shown(value)[1:-1])
    report.add(place, wording.STANDS_HERE.format(value=shown(value)), right)


def _meant(error: Complaint, wanted: list[str]) -> Iterator[tuple[str, str]]:
    """What is wrong and what would be right, where the value shows what somebody meant."""
    value = error.value
    is_text = wanted == ["string"] or "tekst" in error.schema.get("properties", {})
    if isinstance(value, Map) and len(value) == 1 and is_text:
        (key, rest), *_ = value.items()
        if " " in key or isinstance(rest, str):
            yield wording.COLON_IN_TEXT, wording.IN_QUOTES.format(text=f"{key}: {rest}")
    if isinstance(value, List) and len(value) == 1 and _of_id(error.schema):
        yield wording.STANDS_HERE.format(value=shown(value)), wording.NO_LIST.format(id=value[0])
    elif isinstance(value, List) and len(value) == 1 and is_text:
        yield wording.DASH_IN_TEXT, wording.IN_QUOTES.format(text=f"- {value[0]}")
    if isinstance(value, str) and wanted == ["array"] and value[:1] in "-–—•*":
        yield wording.NO_DASHES.format(value=shown(value)), wording.DASH_AND_SPACE
    if (
        isinstance(value, str)
        and wanted == ["object"]
        and "label" in error.schema.get("properties", {})
    ):
        better = f"{{id: {better_id(value) or '…'}, label: {value}}}"
        yield wording.WORD_AS_OPTION.format(value=shown(value)), better
    number = isinstance(value, int | Fraction) and not isinstance(value, bool)
    if number and _of_id(error.schema):
        wrong = wording.NUMBER_AS_ID.format(value=shown(value))
        yield wrong, wording.LETTER_FIRST.format(value=better_id(f"nr_{shown(value)[1:-1]}"))


def _as_option(value: Any) -> str:
    """The option that ``idee: Een idee`` means; empty where it is something else."""
    if not isinstance(value, Map) or len(value) != 1:
        return ""
    ((key, label),) = value.items()
    meant = isinstance(label, str) and key not in RECORDS["optie"].names
    return _option(key, label) if meant else ""


def _option(name: str, label: str) -> str:
    """An option as it stands in a file."""
    written = f'"{label}"' if re.search(r"[,:#{}\[\]]", label) else label
    return f"{{id: {better_id(name) or '…'}, label: {written}}}"


def _of_id(schema: Mapping[str, Any]) -> bool:
    """Whether an id is asked for."""
    return ID_PATTERN.strip("^$") in str(schema.get("pattern", ""))


def _is_text_with_colon(error: Complaint) -> bool:
    """Whether a text was meant where a block would do as well: its only key begins a sentence."""
    value, known = error.value, error.schema.get("properties", {})
    if "string" not in error.schema.get("type", ()) or "tekst" not in known:
        return False
    alone = isinstance(value, Map) and len(value) == 1
    return alone and not re.fullmatch(r"[a-z_]+", next(iter(value)))


def _no_dash(block: Map, place: Place, report: Report) -> None:
    """The keys of an item stand where a list was meant: the dash before the first is missing."""
    first = next(iter(block))
    where = block.at(first)
    if place.path.endswith("opties") and (option := _as_option(_first_of(block))):
        report.add(where, wording.OPTION_BY_NAME, f"- {option}")
        return
    if where.line == place.line:
        report.add(place, wording.LIST_EXPECTED.format(value=shown(block)), wording.IN_BRACKETS)
        return
    wrong = wording.DASH_MISSING.format(first=first)
    report.add(where, wrong, wording.WITH_DASH.format(first=first))


def _first_of(block: Map) -> Map:
    """A block with only the first key of this one."""
    only = Map(block.place)
    only.update([next(iter(block.items()))])
    return only


def _unknown_keys(error: Complaint, place: Place, report: Report) -> None:
    known = list(error.schema.get("properties", {}))
    for key in error.value:
        if key not in known:
            wrong = wording.UNKNOWN_KEY.format(key=key)
            report.add(error.value.at(key), wrong, did_you_mean(key, known))


def _required(error: Complaint, place: Place, report: Report) -> None:
    report.add(place, wording.NO_KEY.format(key=error.missing), about=(KEY, error.missing))


def _length(error: Complaint, place: Place, report: Report) -> None:
    key = error.steps[-1] if error.steps else ""
    name = wording.NAMES.get(str(key), wording.THE_TEXT)
    if error.word == "minLength":
        report.add(place, wording.EMPTY.format(name=name), wording.TEXT_OR_NOTHING)
        return
    wrong = wording.LENGTH.format(name=name, count=len(error.value))
    report.add(place, wrong, wording.MOST_SIGNS.format(wanted=error.wanted))


def _count(error: Complaint, place: Place, report: Report) -> None:
    bound = "minstens" if error.word == "minItems" else "hoogstens"
    there = len(error.value)
    verb = "staat" if there == 1 else "staan"
    report.add(place, wording.COUNT.format(verb=verb, count=there), f"{bound} {error.wanted}")


def _pattern(error: Complaint, place: Place, report: Report) -> None:
    right = _PATTERNS.get(str(error.wanted), "")
    if "@[0-9a-f]" in str(error.wanted):
        if "@" not in error.value:
            return  # it is told as a pack that is not there, with the one that was meant
        right = wording.PACK_ID
    elif "https" in str(error.wanted):
        right = wording.AN_ADDRESS
    elif "@" in str(error.wanted):
        right = wording.QUESTION_ID
    if place.path.endswith("punten") and not error.value[:1].isalpha():
        right = wording.POINTS_BY_VALUE
        report.add(place, wording.NOT_ALLOWED.format(value=shown(error.value)), right)
        return
    wrong = wording.NOT_ALLOWED.format(value=shown(error.value))
    about = (ID, str(error.value).partition("@")[0]) if _of_id(error.schema) else ()
    report.add(place, wrong, right or wording.SLUG_SIGNS, about=about)


def _format(error: Complaint, place: Place, report: Report) -> None:
    report.add(place, wording.NO_SUCH_DAY.format(value=shown(error.value)), wording.A_DAY)


def _enum(error: Complaint, place: Place, report: Report) -> None:
    if is_flag(error.schema):
        words = [word for word, truth in WORDS.items() if truth in error.wanted][:2]
        right = did_you_mean(str(error.value), [word for word in words if word in ("ja", "nee")])
        report.add(place, wording.STANDS_HERE.format(value=shown(error.value)), right)
        return
    words = [str(word) for word in error.wanted]
    right = did_you_mean(error.value, words) if isinstance(error.value, str) else listed(words)
    report.add(place, wording.NOT_ALLOWED.format(value=shown(error.value)), right)


def _bound(error: Complaint, place: Place, report: Report) -> None:
    report.add(place, wording.STANDS_HERE.format(value=shown(error.value)),
               f"{wording.BOUNDS[error.word]} {error.wanted}")  # fmt: skip


def _twice(error: Complaint, place: Place, report: Report) -> None:
    seen: set[str] = set()
    for index, word in enumerate(error.value):
        if str(word) in seen:
            report.add(error.value.at(index), wording.TWICE.format(value=shown(word)), wording.ONCE)
        seen.add(str(word))


def _refused(error: Complaint, place: Place, report: Report) -> None:
    key = error.steps[-1]
    report.add(place, wording.NOT_OF_KIND.format(key=key), wording.ANOTHER_KIND)


def _other(error: Complaint, place: Place, report: Report) -> None:
    if error.word == "anyOf":
        report.add(
            place, wording.STANDS_HERE.format(value=shown(error.value)), wording.CONTACT_OR_NOTHING
        )
        return
    report.add(place, wording.NOT_ALLOWED.format(value=shown(error.value)))


_MESSAGES: dict[str, Callable[[Complaint, Place, Report], None]] = {
    "type": _type, "additionalProperties": _unknown_keys, "required": _required,
    "minLength": _length, "maxLength": _length, "minItems": _count, "maxItems": _count,
    "pattern": _pattern, "format": _format, "enum": _enum, "minimum": _bound, "maximum": _bound,
    "exclusiveMinimum": _bound, "uniqueItems": _twice, "not": _refused,
}  # fmt: skip
