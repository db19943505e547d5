"""The JSON Schema (draft 2020-12) of a file of a pack, made from the table in ``schema``.

``docs/pakket.schema.json`` holds it for editors; ``bot.packs.structure`` checks with it.
"""

from __future__ import annotations

import json
from typing import Any

from bot.packs.key_help import RECORD_TITLES, help_for
from bot.packs.schema import ID, PACK, RECORDS, Kind, Record

SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"
NEVER: dict[str, Any] = {"not": {}}


def _object(record: Record, name: str) -> dict[str, Any]:
    properties = {key.dutch: dict(key.shape.schema) for key in record.keys}
    if record.listed:
        properties |= {"verwijder": {"const": True}, "voor": dict(ID.schema), "na": dict(ID.schema)}
    if record.patchable:
        properties["vul_aan"] = {"type": "boolean"}
    if name:
        for key, schema in properties.items():
            schema["description"] = help_for(name, key)
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _is(key: str, value: object) -> dict[str, Any]:
    return {"properties": {key: {"const": value}}, "required": [key]}


def _kind_rule(name: str, kind: Kind, patchable: bool) -> dict[str, Any]:
    then: dict[str, Any] = {"properties": {**dict.fromkeys(kind.refuses, NEVER), **kind.tighter}}
    if kind.needs:
        needs: dict[str, Any] = {"required": list(kind.needs)}
        then |= {"if": {"not": _is("vul_aan", True)}, "then": needs} if patchable else needs
    return {"if": _is("soort", name), "then": then}


def record_schema(record: Record, name: str = "") -> dict[str, Any]:
    """The JSON Schema of one kind of item; with its name also what an editor shows."""
    title = {"title": RECORD_TITLES[name]} if name else {}
    schema = title | _object(record, name)
    full: dict[str, Any] = {"required": [key.dutch for key in record.keys if key.required]}
    kinds = [_kind_rule(name, kind, record.patchable) for name, kind in record.kinds.items()]
    if kinds:
        full["allOf"] = kinds
    if record.patchable:
        rest = full | {"required": ["id"]}
        full = {"if": _is("vul_aan", True), "then": rest, "else": full}
    if not record.listed:
        return schema | full
    return schema | {"if": _is("verwijder", True), "then": {"required": ["id"]}, "else": full}


def pack_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one file of a pack."""
    condition = {
        "type": "object",
        "additionalProperties": {"type": ["string", "number", "array", "object"]},
    }
    return {
        "$schema": SCHEMA_ID,
        "title": "Een bestand van een pakket van de Samenwerkwijzer",
        **_object(PACK, "pakket"),
        "$defs": {
            "voorwaarde": condition,
            **{name: record_schema(record, name) for name, record in RECORDS.items()},
        },
    }


def schema_text() -> str:
    """The text of ``docs/pakket.schema.json``."""
    return json.dumps(pack_schema(), ensure_ascii=False, indent=1) + "\n"
