"""How a worked case comes out, beside what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.rules.answers import AnswerBook, cell_answers
from bot.rules.compile import Compiled
from bot.rules.pack import Outcome, WorkedCase
from bot.rules.query import possible


@dataclass(frozen=True, slots=True)
class Worked:
    """One worked case: per cell the likeliest outcome, and the cells where another was expected."""

    case: WorkedCase
    found: Mapping[str, Outcome]
    wrong: tuple[str, ...]


def worked(compiled: Compiled, case: WorkedCase, book: AnswerBook) -> Worked:
    """The case on the pack's first advice; ``book`` holds its answers."""
    pack = compiled.pack
    decision = pack.advices[0].decision
    found = {
        cell.name: _text(possible(compiled, cell_answers(pack, book, cell), decision)[0].outcome)
        for cell in book.cells
    }
    wrong = tuple(
        name
        for name, expected in case.expected.items()
        if found.get(name) not in (expected, *case.also_fine.get(name, ()))
    )
    return Worked(case, found, wrong)


def _text(outcome: Outcome | frozenset[Outcome]) -> Outcome:
    return outcome if isinstance(outcome, str) else " ".join(sorted(outcome))
