"""Proves a pack over its whole answer space, exactly, on the compiled diagram.

Pure: the same pack and day give the same findings. What stands in the texts of a pack (sources,
days, labels) is no matter of rules and is looked at elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.rules.diagram.compile import BUDGET, Compiled
from bot.rules.prove.findings import Finding
from bot.rules.prove.outcomes import prove_outcomes
from bot.rules.prove.questions import prove_questions
from bot.rules.prove.rising import prove_rising
from bot.rules.prove.rows import prove_rows
from bot.rules.prove.sentences import prove_sentences
from bot.rules.prove.space import Space


@dataclass(frozen=True, slots=True)
class Proof:
    """What holds for all ``combinations`` of answers together."""

    combinations: int
    findings: tuple[Finding, ...]


def prove(compiled: Compiled, *, budget: int = BUDGET) -> Proof:
    """Everything that is wrong with the rules of a pack, on the day for which it was compiled.

    Adds nodes to the pack's diagram, at most ``budget``; raises TooComplex when that is not enough.
    """
    compiled.diagram.allow(budget)
    space = Space(compiled)
    findings = (
        *prove_outcomes(compiled, space),
        *prove_rows(compiled, space),
        *prove_questions(compiled, space),
        *prove_rising(compiled, space),
        *prove_sentences(compiled, space),
    )
    compiled.diagram.forget_work()
    return Proof(space.total, findings)
