"""A grid of two inputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.rules.model.ids import InputId, Outcome


@dataclass(frozen=True, slots=True)
class Matrix:
    """Two inputs and a grid: ``cells[row value][column value]`` is the outcome."""

    rows_of: InputId
    columns_of: InputId
    cells: Mapping[str, Mapping[str, Outcome]]
