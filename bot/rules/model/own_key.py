"""A key of a pack that belongs to one kind of question or decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

QUESTION = "question"
"""The shape of a key under which the id of a question stands."""


@dataclass(frozen=True, slots=True)
class OwnKey:
    """A key that a pack may write at an item of this kind, and at none of another kind.

    ``fills``: the field of ``Question`` that it fills; empty when the kind reads it itself.
    ``shape``: the name of what it looks like; ``tighter``: what this kind asks beyond that, in JSON
    Schema. ``help``: what an editor shows.
    """

    dutch: str
    fills: str
    shape: str
    help: str = ""
    needed: bool = False
    tighter: Mapping[str, Any] = field(default_factory=dict)
