"""The JSON Schema (draft 2020-12) of a file of a pack, made from the table in ``schema``.

``docs/pakket.schema.json`` holds it for editors; ``bot.packs.format.structure`` checks with it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bot.packs.format.record import Kind, Record
from bot.packs.format.schema import PACK, RECORDS
from bot.packs.format.shapes import FLAG, ID, ONLY_TRUE
from bot.packs.format.wording import keys as wording

SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"
NEVER: dict[str, Any] = {"not": {}}


def _object(record: Record, name: str) -> dict[str, Any]:
    properties = {key.dutch: dict(key.shape.schema) for key in record.keys}
    if record.listed:
        properties = {key: _loose(schema) for key, schema in properties.items()}
        properties |= {"verwijder": dict(ONLY_TRUE), "vul_aan": dict(FLAG.schema)}
        properties |= {"voor": dict(ID.schema), "na": dict(ID.schema)}
    if name:
        for key, schema in properties.items():
            schema["description"] = wording.help_for(name, key)
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _loose(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of a list that may also hold just a part of the items."""
    return {word: bound for word, bound in schema.items() if word != "minItems"}


def _is(key: str, value: object) -> dict[str, Any]:
    wanted = ONLY_TRUE if value is True else {"const": value}
    return {"properties": {key: dict(wanted)}, "required": [key]}


def _complete(record: Record) -> dict[str, Any]:
    """What a whole item needs beside what every item needs."""
    needs: dict[str, Any] = {"required": [key.dutch for key in record.keys if key.required]}
    lists = {
        k.dutch: k.shape.schema["minItems"] for k in record.keys if "minItems" in k.shape.schema
    }
    if record.listed and lists:
        needs["properties"] = {key: {"minItems": least} for key, least in lists.items()}
    kinds = []
    for name, kind in record.kinds.items():
        then = _of_kind(kind, kind.tighter)
        kinds.append({
            "if": _is("soort", name),
            "then": then | {"required": list(kind.needs)} if kind.needs else then,
        })  # fmt: skip
    return needs | ({"allOf": kinds} if kinds else {})


def _partial(record: Record) -> dict[str, Any]:
    """The same for an item that fills in another: what is left out is taken over."""
    kinds = []
    for name, kind in record.kinds.items():
        loose = {key: _loose(schema) for key, schema in kind.tighter.items()}
        kinds.append({"if": _is("soort", name), "then": _of_kind(kind, loose)})
    return {"required": ["id"]} | ({"allOf": kinds} if kinds else {})


def _of_kind(kind: Kind, tighter: Mapping[str, Any]) -> dict[str, Any]:
    return {"properties": {**dict.fromkeys(kind.refuses, NEVER), **tighter}}


def record_schema(record: Record, name: str = "") -> dict[str, Any]:
    """The JSON Schema of one kind of item; with its name also what an editor shows."""
    title = {"title": wording.RECORD_TITLES[name]} if name else {}
    schema = title | _object(record, name)
    if record.or_text:
        schema |= {"type": ["string", "object"], "minLength": 1}
    complete = _complete(record)
    if not record.listed:
        return schema | complete
    filled_in = {"if": _is("vul_aan", True), "then": _partial(record), "else": complete}
    return schema | {"if": _is("verwijder", True), "then": {"required": ["id"]}, "else": filled_in}


def pack_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one file of a pack."""
    condition = {
        "type": "object",
        "additionalProperties": {"type": ["string", "number", "array", "object"]},
    }
    return {
        "$schema": SCHEMA_ID,
        "title": wording.SCHEMA_TITLE,
        **_object(PACK, "pakket"),
        "$defs": {
            "voorwaarde": condition,
            **{name: record_schema(record, name) for name, record in RECORDS.items()},
        },
    }


def schema_text() -> str:
    """The text of ``docs/pakket.schema.json``."""
    return json.dumps(pack_schema(), ensure_ascii=False, indent=1) + "\n"
