"""Asks jsonschema for everything that is wrong with a document; imported only when needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, ValidationError, validators

from bot.packs.format.schema import DATE_PATTERN

_extend: Any = validators.extend


def complaints(schema: dict[str, Any], document: Any) -> Iterator[Any]:
    """Every error of this document by this schema. Patterns must match the whole text."""
    kind, formats = _kind()
    yield from kind(schema, format_checker=formats).iter_errors(document)


@lru_cache(maxsize=1)
def _kind() -> tuple[Any, FormatChecker]:
    formats = FormatChecker(formats=())
    formats.checks("date", raises=ValueError)(_is_date)
    return _extend(Draft202012Validator, {"pattern": _full_pattern}), formats


def _full_pattern(_: Any, pattern: str, found: Any, __: Any) -> Iterator[ValidationError]:
    if isinstance(found, str) and not _compiled(pattern).fullmatch(found):
        yield ValidationError("pattern")


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _is_date(found: object) -> bool:
    if isinstance(found, str) and re.fullmatch(DATE_PATTERN, found):
        date.fromisoformat(found)
    return True
