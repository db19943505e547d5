"""Which worked cases come out otherwise when one pack takes the place of another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.rules.answers import AnswerBook, Cell, cell_answers
from bot.rules.compile import Compiled
from bot.rules.pack import DecisionId, WorkedCase
from bot.rules.query import possible


@dataclass(frozen=True, slots=True)
class CellEffect:
    """What both packs say about one cell: the likeliest outcome, and whether it is certain."""

    cell: Cell
    decision: DecisionId
    before: str
    after: str
    certain: tuple[bool, bool]

    @property
    def changes(self) -> bool:
        """Whether the advice is another one."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class CaseEffect:
    """One worked case of one of the packs; ``cells`` holds those that come out otherwise."""

    case: WorkedCase
    cells: tuple[CellEffect, ...]


def effects(
    before: Compiled,
    after: Compiled,
    decisions: Iterable[tuple[DecisionId, DecisionId]],
    cases: Iterable[tuple[WorkedCase, AnswerBook]],
) -> tuple[CaseEffect, ...]:
    """What happens to each case, on each pair of advice decisions.

    An answer that a pack does not know says nothing there.
    """
    pairs = tuple(decisions)
    found = []
    for case, book in cases:
        cells = (_cell(before, after, pair, book, cell) for pair in pairs for cell in book.cells)
        found.append(CaseEffect(case, tuple(cell for cell in cells if cell.changes)))
    return tuple(found)


def _cell(
    before: Compiled,
    after: Compiled,
    pair: tuple[DecisionId, DecisionId],
    book: AnswerBook,
    cell: Cell,
) -> CellEffect:
    was = possible(before, cell_answers(before.pack, book, cell), pair[0])
    now = possible(after, cell_answers(after.pack, book, cell), pair[1])
    return CellEffect(
        cell, pair[1], _text(was[0].outcome), _text(now[0].outcome), (len(was) == 1, len(now) == 1)
    )


def _text(outcome: str | frozenset[str]) -> str:
    return outcome if isinstance(outcome, str) else " ".join(sorted(outcome))
