"""How each kind of decision is made from a raw pack, and checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from bot.packs.decisions import adjustment, matrix, score, table
from bot.packs.errors import Report
from bot.packs.names import Names
from bot.packs.text.source import Map
from bot.rules.model.decisions.adjustment import Adjustment
from bot.rules.model.decisions.decision import Logic
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.decisions.score import Score
from bot.rules.model.decisions.table import Table


class RawKind(NamedTuple):
    """``build`` makes a raw decision; what is wrong with its conditions goes into the report.
    ``check`` reports what else is wrong inside it."""

    build: Callable[[Map, Names, Report], Logic]
    check: Callable[[Map, Names, Report], None]


RAW_KINDS: Mapping[str, RawKind] = {
    Table.word: RawKind(table.build, table.check),
    Score.word: RawKind(score.build, score.check),
    Matrix.word: RawKind(matrix.build, matrix.check),
    Adjustment.word: RawKind(adjustment.build, adjustment.check),
}
"""What a pack calls a kind -> how it is read."""
