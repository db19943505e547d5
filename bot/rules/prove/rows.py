"""Proves the rows of a pack: which never hold, which are always too late, which hold together."""

from __future__ import annotations

from collections.abc import Iterator

from bot.rules.diagram.compile import Compiled
from bot.rules.model.decisions.decision import Clash, Decision, Fires
from bot.rules.prove.findings import ROW_HIDDEN, ROW_NEVER, TWO_ADVICES, Finding, Level
from bot.rules.prove.space import Space


def prove_rows(compiled: Compiled, space: Space) -> Iterator[Finding]:
    """Everything to say about rows, shifts, points, cells and points of attention."""
    for decision in compiled.pack.decisions:
        fires = compiled.fires[decision.id]
        yield from _never(space, decision, fires)
        for clash in decision.logic.clashes(space, fires):
            yield _finding(space, decision, clash)
    for concern, node in compiled.concerns.items():
        if not space.can_hold(node):
            yield Finding(ROW_NEVER, "fout", (concern,))


def _never(space: Space, decision: Decision, fires: Fires) -> Iterator[Finding]:
    """Rules that hold for no combination: only a hint where every one of them must be there."""
    level: Level = "tip" if decision.logic.is_full else "fout"
    for rule, node in fires.items():
        if not space.can_hold(decision.logic.counts_in(space, rule, node)):
            yield Finding(ROW_NEVER, level, (f"{decision.id}.{rule}",))


def _finding(space: Space, decision: Decision, clash: Clash) -> Finding:
    about, hiding = (
        tuple(f"{decision.id}.{rule}" for rule in rules) for rules in (clash.rules, clash.by)
    )
    if clash.kind == "hidden":
        return Finding(ROW_HIDDEN, "fout", about, hiding, space.example(clash.where))
    count = space.count(clash.where)
    return Finding(TWO_ADVICES, "fout", about, (), space.example(clash.where), count=count)
