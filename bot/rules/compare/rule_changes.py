"""Which rules of a decision were added, taken out, changed or moved. Texts and sources play no part
here: what they say changes no advice."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.rules.diagram.compile import Compiled
from bot.rules.explain.why import OTHERWISE
from bot.rules.model.conditions import Condition
from bot.rules.model.decisions.adjustment import Adjustment
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.decisions.score import Score
from bot.rules.model.decisions.table import Table
from bot.rules.model.ids import DecisionId, Outcome

How = Literal["added", "removed", "changed", "moved"]
KIND = "soort"
"""Stands for the rule id where the decision as a whole works otherwise."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as a person reads it."""

    id: str
    then: Outcome = ""
    why: str = ""
    sources: tuple[str, ...] = ()
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What happened to one rule; without ``before`` it is new, without ``after`` it is gone."""

    decision: DecisionId
    how: How
    before: Rule | None
    after: Rule | None

    @property
    def id(self) -> str:
        """The id of the rule."""
        found = self.after or self.before
        return found.id if found else ""


def rule_changes(
    before: Compiled, after: Compiled, old: Decision, new: Decision
) -> list[RuleChange]:
    """The rules that differ between two versions of a decision, in the order of the new one."""
    if _kind(old) != _kind(new):
        return [RuleChange(new.id, "changed", Rule(KIND), Rule(KIND))]
    was, now = _rules(before, old), _rules(after, new)
    moved = _moved(old, [id for id in was if id in now], [id for id in now if id in was])
    found: list[RuleChange] = []
    for id, (rule, content) in now.items():
        if id not in was:
            found.append(RuleChange(new.id, "added", None, rule))
        elif was[id][1] != content:
            found.append(RuleChange(new.id, "changed", was[id][0], rule))
        elif id in moved:
            found.append(RuleChange(new.id, "moved", was[id][0], rule))
    gone = [rule for id, (rule, _) in was.items() if id not in now]
    return [*found, *(RuleChange(new.id, "removed", rule, None) for rule in gone)]


def _kind(decision: Decision) -> tuple[Hashable, ...]:
    logic = decision.logic
    if isinstance(logic, Table):
        return "table", logic.hit
    if isinstance(logic, Score):
        return "score", logic.average
    if isinstance(logic, Matrix):
        return "matrix", logic.rows_of, logic.columns_of
    return "adjustment", logic.base


def _rules(compiled: Compiled, decision: Decision) -> dict[str, tuple[Rule, Hashable]]:
    """Per id of a rule what it reads like, and what it does; of rows only those of the day."""
    logic = decision.logic
    if isinstance(logic, Table):
        rows = [row for row in logic.rows if (decision.id, row.id) in compiled.rows]
        found: dict[str, tuple[Rule, Hashable]] = {
            row.id: (Rule(row.id, row.then, row.why, row.sources, row.when), (row.when, row.then))
            for row in rows
        }
        if logic.otherwise is not None:
            found[OTHERWISE] = Rule(OTHERWISE, logic.otherwise), logic.otherwise
        return found
    if isinstance(logic, Score):
        return _score_rules(logic)
    if isinstance(logic, Matrix):
        return {
            f"{row}/{column}": (Rule(f"{row}/{column}", outcome), outcome)
            for row, columns in logic.cells.items()
            for column, outcome in columns.items()
        }
    return {
        shift.id: (
            Rule(shift.id, "", shift.why, shift.sources, shift.when),
            (shift.when, shift.steps, shift.at_most, shift.at_least),
        )
        for shift in logic.shifts
    }


def _score_rules(score: Score) -> dict[str, tuple[Rule, Hashable]]:
    """Items by what they look at (they have no id), and bands by their outcome."""
    found: dict[str, tuple[Rule, Hashable]] = {}
    for number, item in enumerate(score.items, start=1):
        id = item.input or f"punten {number}"
        content = (item.when, item.points, tuple(sorted(item.per_value.items())))
        found[id] = Rule(id, "", item.why, when=item.when), content
    for band in score.bands:
        found[f"band {band.then}"] = Rule(f"band {band.then}", band.then), band.start
    return found


def _moved(decision: Decision, was: Sequence[str], now: Sequence[str]) -> frozenset[str]:
    """The rules that stand elsewhere, where the order counts: the fewest that tell it all."""
    logic = decision.logic
    ordered = isinstance(logic, Adjustment) or (isinstance(logic, Table) and logic.hit == "first")
    return frozenset(now) - frozenset(longest_in_order(was, now)) if ordered else frozenset()


def longest_in_order(was: Sequence[str], now: Sequence[str]) -> list[str]:
    """A longest part of ``now`` that has the order of ``was`` (both hold the same names)."""
    place = {name: index for index, name in enumerate(was)}
    best: dict[str, list[str]] = {}
    for name in now:
        before = [kept for last, kept in best.items() if place[last] < place[name]]
        best[name] = [*max(before, key=len, default=[]), name]
    return max(best.values(), key=len, default=[])
