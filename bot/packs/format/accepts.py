"""A quick yes or no to a value by our JSON Schema, so that a good pack opens fast.

Knows exactly the keywords that ``bot.packs.format.json_schema`` uses, and refuses to start on
others. When it says no, ``bot.packs.format.structure`` asks jsonschema what is wrong; tests hold
the two together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

Test = Callable[[Any], bool]
_IGNORED = {"$schema", "title", "description", "$defs", "then", "else"}


def _is_number(value: Any) -> bool:
    return isinstance(value, int | Fraction) and not isinstance(value, bool)


_TYPES: dict[str, Test] = {
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "number": _is_number,
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
    "null": lambda value: value is None,
}


class Acceptor:
    """Says whether a value fits a schema."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._named: dict[str, Test] = {}
        for name, definition in schema.get("$defs", {}).items():
            self._named[f"#/$defs/{name}"] = self._all_of(definition)
        self._test = self._all_of(schema)

    def __call__(self, value: Any) -> bool:
        """Whether this value fits."""
        return self._test(value)

    def _all_of(self, schema: Mapping[str, Any]) -> Test:
        tests = [_MAKERS[word](self, schema) for word in schema if word not in _IGNORED]
        if len(tests) == 1:
            return tests[0]
        return lambda value: all(test(value) for test in tests)

    # --- one maker per keyword ---------------------------------------------------------------

    def _type(self, schema: Mapping[str, Any]) -> Test:
        names = schema["type"]
        tests = [_TYPES[name] for name in ([names] if isinstance(names, str) else names)]
        return tests[0] if len(tests) == 1 else lambda value: any(test(value) for test in tests)

    def _ref(self, schema: Mapping[str, Any]) -> Test:
        name = schema["$ref"]
        return lambda value: self._named[name](value)

    def _properties(self, schema: Mapping[str, Any]) -> Test:
        tests = {key: self._all_of(part) for key, part in schema["properties"].items()}
        return lambda value: (
            not isinstance(value, dict)
            or all(tests[key](part) for key, part in value.items() if key in tests)
        )

    def _additional(self, schema: Mapping[str, Any]) -> Test:
        known, rest = set(schema.get("properties", ())), schema["additionalProperties"]
        test: Test = self._all_of(rest) if rest else lambda _: False
        return lambda value: (
            not isinstance(value, dict)
            or all(key in known or test(part) for key, part in value.items())
        )

    def _property_names(self, schema: Mapping[str, Any]) -> Test:
        test = self._all_of(schema["propertyNames"])
        return lambda value: not isinstance(value, dict) or all(map(test, value))

    def _required(self, schema: Mapping[str, Any]) -> Test:
        keys = schema["required"]
        return lambda value: not isinstance(value, dict) or all(key in value for key in keys)

    def _items(self, schema: Mapping[str, Any]) -> Test:
        test = self._all_of(schema["items"])
        return lambda value: not isinstance(value, list) or all(map(test, value))

    def _unique(self, schema: Mapping[str, Any]) -> Test:
        return lambda value: not isinstance(value, list) or len(set(map(repr, value))) == len(value)

    def _pattern(self, schema: Mapping[str, Any]) -> Test:
        fits = re.compile(schema["pattern"]).fullmatch
        return lambda value: not isinstance(value, str) or fits(value) is not None

    def _format(self, schema: Mapping[str, Any]) -> Test:
        return lambda value: not isinstance(value, str) or _is_day(value)

    def _enum(self, schema: Mapping[str, Any]) -> Test:
        words = schema["enum"]
        return lambda value: isinstance(value, str) and value in words

    def _const(self, schema: Mapping[str, Any]) -> Test:
        const = schema["const"]
        return lambda value: type(value) is type(const) and bool(value == const)

    def _if(self, schema: Mapping[str, Any]) -> Test:
        asked = self._all_of(schema["if"])
        then, other = self._all_of(schema.get("then", {})), self._all_of(schema.get("else", {}))
        return lambda value: then(value) if asked(value) else other(value)

    def _every(self, schema: Mapping[str, Any]) -> Test:
        tests = [self._all_of(part) for part in schema["allOf"]]
        return lambda value: all(test(value) for test in tests)

    def _some(self, schema: Mapping[str, Any]) -> Test:
        tests = [self._all_of(part) for part in schema["anyOf"]]
        return lambda value: any(test(value) for test in tests)

    def _not(self, schema: Mapping[str, Any]) -> Test:
        test = self._all_of(schema["not"])
        return lambda value: not test(value)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _bound(word: str, measure: Callable[[Any], Any], fits: Callable[[Any, Any], bool]) -> Any:
    """The maker of a test that compares a measure of the value with a bound."""

    def make(_: Acceptor, schema: Mapping[str, Any]) -> Test:
        bound = schema[word]

        def test(value: Any) -> bool:
            found = measure(value)
            return found is None or fits(found, bound)

        return test

    return make


def _of(kind: type[str] | type[list[Any]]) -> Callable[[Any], Any]:
    return lambda value: len(value) if isinstance(value, kind) else None


def _number(value: Any) -> Any:
    return value if _is_number(value) else None


def _low(found: Any, bound: Any) -> bool:
    return bool(found >= bound)


def _high(found: Any, bound: Any) -> bool:
    return bool(found <= bound)


_MAKERS: dict[str, Callable[[Acceptor, Mapping[str, Any]], Test]] = {
    "type": Acceptor._type, "$ref": Acceptor._ref, "properties": Acceptor._properties,
    "additionalProperties": Acceptor._additional, "propertyNames": Acceptor._property_names,
    "required": Acceptor._required, "items": Acceptor._items, "uniqueItems": Acceptor._unique,
    "pattern": Acceptor._pattern, "format": Acceptor._format, "enum": Acceptor._enum,
    "const": Acceptor._const, "if": Acceptor._if, "allOf": Acceptor._every,
    "anyOf": Acceptor._some, "not": Acceptor._not,
    "minLength": _bound("minLength", _of(str), _low),
    "maxLength": _bound("maxLength", _of(str), _high),
    "minItems": _bound("minItems", _of(list), _low),
    "maxItems": _bound("maxItems", _of(list), _high),
    "minimum": _bound("minimum", _number, _low), "maximum": _bound("maximum", _number, _high),
    "exclusiveMinimum": _bound("exclusiveMinimum", _number, lambda found, bound: found > bound),
}  # fmt: skip
