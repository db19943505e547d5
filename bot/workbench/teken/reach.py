"""What a picture greys: what can't be reached, whatever is answered.

It is proved over the whole answer space, as ``kennis controleer`` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Literal, TypeAlias

from bot.rules.diagram.compile import BUDGET, Compiled
from bot.rules.diagram.diagram import Node
from bot.rules.model.decisions.decision import OTHERWISE, Decision
from bot.rules.model.ids import MORE_THAN_ONE, NO_RULE, DecisionId, Outcome
from bot.rules.prove.findings import ROW_HIDDEN, ROW_NEVER, Finding
from bot.rules.prove.rows import prove_rows
from bot.rules.prove.space import Space

Rule: TypeAlias = "tuple[DecisionId, str]"
"""A decision, and a row, shift, item or cell of it (or ``anders``)."""
State = Literal["never", "shadowed", "idle", "expired"]


@dataclass(frozen=True, slots=True)
class Dead:
    """Why a rule can't do anything: its condition can never hold, earlier rows always come first
    (``by``), it never moves an outcome, or it isn't valid on the day."""

    state: State
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reach:
    """What can't be reached.

    ``gaps``: the tables in which it can be that no row holds. ``unnamed``: that a decision can
    have no outcome (``geen_regel``), or two rows at once (``meer_dan_een_regel``).
    """

    rules: Mapping[Rule, Dead]
    concerns: frozenset[str]
    outcomes: Mapping[DecisionId, frozenset[Outcome]]
    questions: frozenset[str]
    gaps: frozenset[DecisionId]
    unnamed: Mapping[DecisionId, tuple[Outcome, ...]]


def reach_of(compiled: Compiled) -> Reach:
    """Everything in a pack that can't be reached. Adds nodes to its diagram."""
    compiled.diagram.allow(BUDGET)
    space, decisions = Space(compiled), compiled.pack.decisions
    found = [f for f in prove_rows(compiled, space) if f.kind in (ROW_NEVER, ROW_HIDDEN)]
    rules = {rule: _why(f) for f in found if (rule := _rule(f)) is not None}
    for decision in decisions:
        rules |= _rest(compiled, space, decision)
    reached = {decision.id: space.values(compiled.roots[decision.id]) for decision in decisions}
    reach = Reach(
        rules=rules,
        concerns=frozenset(f.about[0] for f in found if _rule(f) is None),
        outcomes={d.id: frozenset(d.outcomes) - reached[d.id] for d in decisions},
        questions=frozenset(q for q, node in compiled.applies.items() if not space.can_hold(node)),
        gaps=frozenset(d.id for d in decisions if space.can_hold(_no_row(compiled, d))),
        unnamed={
            id: tuple(outcome for outcome in (NO_RULE, MORE_THAN_ONE) if outcome in names)
            for id, names in reached.items()
        },
    )
    compiled.diagram.forget_work()
    return reach


def _rule(finding: Finding) -> Rule | None:
    decision, dot, rule = finding.about[0].partition(".")
    return (decision, rule) if dot else None


def _why(finding: Finding) -> Dead:
    if finding.kind == ROW_NEVER:
        return Dead("never")
    by = tuple(other.partition(".")[2] for other in finding.others)
    return Dead("shadowed" if by else "idle", by)


def fires(compiled: Compiled, decision: Decision) -> dict[str, Node]:
    """Where each rule of a decision counts. In a table where the first row wins, that is where no
    earlier row holds; ``anders`` counts where no row does."""
    diagram, own = compiled.diagram, compiled.fires[decision.id]
    ids = (*own, OTHERWISE) if decision.logic.may_pass else tuple(own)
    found = {}
    for rule in ids:
        ahead = [own[other] for other in decision.logic.ahead_of(rule, tuple(own))]
        taken = reduce(diagram.either, ahead, diagram.false)
        found[rule] = diagram.both(own.get(rule, diagram.true), diagram.negate(taken))
    return found


def _no_row(compiled: Compiled, decision: Decision) -> Node:
    return fires(compiled, decision).get(OTHERWISE, compiled.diagram.false)


def _rest(compiled: Compiled, space: Space, decision: Decision) -> dict[Rule, Dead]:
    """The rules that aren't valid today, and an ``anders`` that is never needed."""
    valid = compiled.fires[decision.id]
    rules = compiled.rules[decision.id]
    found = {(decision.id, rule): Dead("expired") for rule in rules if rule not in valid}
    if decision.logic.otherwise is not None and not space.can_hold(_no_row(compiled, decision)):
        found[decision.id, OTHERWISE] = Dead("never")
    return found
