"""``ja`` and ``nee`` under the keys that say whether something is so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.packs.format.shapes import FLAG, ONLY_TRUE

WORDS: Mapping[str, bool] = {"ja": True, "nee": False, "true": True, "false": False}


def is_flag(schema: Mapping[str, Any]) -> bool:
    """Whether a value of this shape is true or false."""
    return schema.get("enum") in (FLAG.schema["enum"], ONLY_TRUE["enum"])


def read_flags(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any]) -> None:
    """Make every ``ja`` and ``nee`` in a raw document true and false, where its schema (``root``
    is all of it) asks for that. Also with capitals, or between quotes."""
    if isinstance(value, dict):
        for key, shape in _shapes(value, schema, root):
            word = value[key]
            if isinstance(word, str) and is_flag(shape):
                value[key] = WORDS.get(word.strip().lower(), word)
            else:
                read_flags(word, shape, root)
    elif isinstance(value, list) and "items" in schema:
        for item in value:
            read_flags(item, _followed(schema["items"], root), root)


def _shapes(
    value: Mapping[str, Any], schema: Mapping[str, Any], root: Mapping[str, Any]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    properties = _properties(schema)
    return ((key, _followed(properties[key], root)) for key in value if key in properties)


def _properties(schema: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The shape of each key: where it is only an array, that of one of the kinds of item. The rows
    of every kind of decision say yes and no under the same keys."""
    shapes: dict[str, Mapping[str, Any]] = dict(schema.get("properties", {}))
    inside = [schema[word] for word in ("then", "else") if word in schema]
    for part in (*inside, *schema.get("allOf", ())):
        for key, shape in _properties(part).items():
            if "items" in shape and "items" not in shapes.get(key, {}):
                shapes[key] = shape
    return shapes


def _followed(schema: Mapping[str, Any], root: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema that a ``$ref`` stands for."""
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    meant: Mapping[str, Any] = root["$defs"][name] if name else schema
    return meant
