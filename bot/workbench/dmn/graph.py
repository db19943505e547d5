"""What stands in a DMN file, as values: columns, cells, rules, tables and inputs.

A cube gives for some columns the values that are left; a column that it does not name may have
any. ``bot.workbench.dmn.cells`` reckons with cubes and writes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.rules.model.questions.variable import Interval

Cube: TypeAlias = Mapping[str, frozenset[str]]
"""Expression of a column -> the values that are left."""

Hit = Literal["UNIQUE", "FIRST", "COLLECT"]
ANY: Cube = {}


class DmnError(Exception):
    """A pack that can't be said in DMN; the message says why, in Dutch."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a table looks at: an expression, and the values that it tells apart.

    The values of a number are the numbers of its ``spans``. ``needs`` is the variable it reads.
    """

    expression: str
    label: str
    values: tuple[str, ...]
    needs: tuple[str, ...]
    spans: tuple[Interval, ...] = ()

    @property
    def type(self) -> str:
        """Its type in FEEL."""
        return "number" if self.spans else "string"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a table: where the cube holds, the outcome is ``then`` (a FEEL literal)."""

    id: str
    when: Cube
    then: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class DmnTable:
    """A decision with its table. ``sums``: a Collect table whose numbers are added up.

    ``helps`` names the decision of the pack that it is a part of, where it is not one itself.
    """

    name: str
    title: str
    hit: Hit
    columns: tuple[Column, ...]
    rules: tuple[Rule, ...]
    outcomes: tuple[str, ...] = ()
    sums: bool = False
    helps: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        """The variables that it reads, each once."""
        return tuple(dict.fromkeys(name for column in self.columns for name in column.needs))


@dataclass(frozen=True, slots=True)
class Input:
    """What somebody has to fill in."""

    name: str
    label: str
    type: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A source that tables lean on."""

    id: str
    title: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Graph:
    """A whole decision requirements graph; the tables stand after the ones that they read.

    ``beside`` names the tables that the pack does not list as decisions.
    """

    id: str
    title: str
    version: str
    inputs: tuple[Input, ...]
    tables: tuple[DmnTable, ...]
    references: tuple[Reference, ...]
    beside: tuple[str, ...] = ()
