"""Every kind of decision. A new kind is a module in this folder, and a line here."""

from __future__ import annotations

from collections.abc import Mapping

from bot.rules.model.decisions.adjustment import Adjustment
from bot.rules.model.decisions.decision import Logic
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.decisions.score import Score
from bot.rules.model.decisions.table import Table

KINDS: tuple[type[Logic], ...] = (Table, Score, Matrix, Adjustment)

BY_WORD: Mapping[str, type[Logic]] = {kind.word: kind for kind in KINDS}
"""What a pack calls a kind -> the kind."""
