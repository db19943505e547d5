"""A decision, whatever its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from bot.rules.model.decisions.adjustment import Adjustment
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.decisions.score import Score
from bot.rules.model.decisions.table import Table
from bot.rules.model.ids import DecisionId, Outcome

Logic: TypeAlias = "Table | Score | Matrix | Adjustment"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of the graph; ``outcomes`` is in order when ``ordered``."""

    id: DecisionId
    logic: Logic
    outcomes: tuple[Outcome, ...]
    title: str = ""
    ordered: bool = False
    lower_bounds: frozenset[Outcome] = frozenset()
