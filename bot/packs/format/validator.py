"""What jsonschema-rs says of a document: whether our schema takes it, and else what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

import jsonschema_rs

from bot.packs.format.shapes import DATE_PATTERN


class Complaint(NamedTuple):
    """One thing that is refused: by which word of which schema, where, and what stands there.

    ``missing``: the key that should have been there, where ``word`` is ``required``.
    """

    word: str
    schema: Mapping[str, Any]
    steps: list[str | int]
    value: Any
    missing: str = ""

    @property
    def wanted(self) -> Any:
        """What the schema asks for."""
        return self.schema[self.word]


class Validator:
    """A JSON Schema to hold documents against."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self.schema = schema
        self._compiled = jsonschema_rs.validator_for(schema, validate_formats=True)

    def accepts(self, document: Any) -> bool:
        """Whether this document fits."""
        return self._compiled.is_valid(_bare(document))

    def complaints(self, document: Any) -> Iterator[Complaint]:
        """Everything that is wrong with this document."""
        for error in self._compiled.iter_errors(_bare(document)):
            *way, word = error.schema_path
            steps, more = list(error.instance_path), error.kind.as_dict()
            # Of a key that may not be, the error is about the key, and stands with its mapping.
            value = more["error"].instance if "error" in more else _at(document, steps)
            if word == "format" and not re.fullmatch(DATE_PATTERN, value):
                continue  # that is told by its pattern
            yield Complaint(
                str(word), _at(self.schema, way), steps, value, more.get("property", "")
            )


def _at(root: Any, steps: list[str | int]) -> Any:
    for step in steps:
        root = root[step]
    return root


def _bare(value: Any) -> Any:
    """The value as JSON has it; what is refused is shown as it stands in the document itself."""
    if isinstance(value, dict):
        return {key: _bare(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_bare(part) for part in value]
    return float(value) if isinstance(value, Fraction) else value
