"""A decision table: rows with a condition and an outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.rules.model.conditions import Condition
from bot.rules.model.ids import Outcome

HitPolicy = Literal["first", "unique", "collect"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a decision table: if ``when`` holds, ``then`` is the outcome, because ``why``."""

    id: str
    when: Condition
    then: Outcome
    why: str = ""
    sources: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    interpretation: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A decision table (DMN: hit policies First, Unique, Collect)."""

    rows: tuple[Row, ...]
    hit: HitPolicy = "first"
    otherwise: Outcome | None = None
