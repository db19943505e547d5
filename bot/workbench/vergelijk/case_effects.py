"""Which worked cases come out otherwise when one pack takes the place of another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.rules.compare.comparison import AdviceComparison
from bot.rules.diagram.compile import Compiled
from bot.rules.model.book import AnswerBook, Cell, cell_answers
from bot.rules.model.ids import DecisionId
from bot.rules.model.pack import Pack, WorkedCase
from bot.rules.query import possible


def related(before: Pack, after: Pack) -> bool:
    """Whether one is a version of the other, or both stand on the same pack: then their worked
    cases are about the same questions."""
    one, other = (pack.based_on.partition("@")[0] for pack in (before, after))
    return before.id == after.id or after.id == one or before.id == other or (one == other != "")


@dataclass(frozen=True, slots=True)
class CellEffect:
    """What both packs say about one cell: the likeliest outcome, and whether it is certain."""

    cell: Cell
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
    advices: Iterable[AdviceComparison],
    cases: Iterable[tuple[WorkedCase, AnswerBook]],
) -> tuple[CaseEffect, ...]:
    """What happens to each case, on each advice decision that both packs have.

    An answer that a pack does not know says nothing there. Between packs that are not related only
    what both are certain of can be compared: the rest of a case stays out.
    """
    compared = tuple(advices)
    alike = related(before.pack, after.pack)
    found = []
    for case, book in cases:
        cells = [_cell(before, after, one, book, cell) for one in compared for cell in book.cells]
        told = [cell for cell in cells if alike or all(cell.certain)]
        if told:
            found.append(CaseEffect(case, tuple(cell for cell in told if cell.changes)))
    return tuple(found)


def _cell(
    before: Compiled, after: Compiled, advice: AdviceComparison, book: AnswerBook, cell: Cell
) -> CellEffect:
    was = possible(before, cell_answers(before.pack, book, cell), advice.before.id)
    now = possible(after, cell_answers(after.pack, book, cell), advice.after.id)
    return CellEffect(
        cell,
        _text(before, advice.before.id, was[0].outcome, advice.on_ladder),
        _text(after, advice.after.id, now[0].outcome, advice.on_ladder),
        (len(was) == 1, len(now) == 1),
    )


def _text(
    compiled: Compiled, decision: DecisionId, outcome: str | frozenset[str], on_ladder: bool
) -> str:
    if isinstance(outcome, frozenset):
        return " ".join(sorted(outcome))
    rungs = next(one.rungs for one in compiled.pack.advices if one.decision == decision)
    return rungs.get(outcome, outcome) if on_ladder else outcome
