"""Which rules of a decision were added, taken out, changed or moved. Texts and sources play no part
here: what they say changes no advice."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.rules.diagram.compile import Compiled
from bot.rules.model.decisions.decision import Decision, Rule
from bot.rules.model.ids import DecisionId

How = Literal["added", "removed", "changed", "moved"]
KIND = "soort"
"""Stands for the rule id where the decision as a whole works otherwise."""


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What happened to one rule; without ``before`` it is new, without ``after`` it is gone."""

    decision: DecisionId
    how: How
    before: Rule | None
    after: Rule | None

    @property
    def rule(self) -> Rule:
        """The rule as it is now, or as it was where it is gone."""
        rule = self.after or self.before
        assert rule is not None
        return rule

    @property
    def id(self) -> str:
        """The id of the rule."""
        return self.rule.id


def rule_changes(
    before: Compiled, after: Compiled, old: Decision, new: Decision
) -> list[RuleChange]:
    """The rules that differ between two versions of a decision, in the order of the new one."""
    if _manner(old) != _manner(new):
        return [RuleChange(new.id, "changed", Rule(KIND), Rule(KIND))]
    was, now = old.logic.versions(before.on), new.logic.versions(after.on)
    moved = _moved(
        old, [name for name in was if name in now], [name for name in now if name in was]
    )
    changes: list[RuleChange] = []
    for name, (rule, does) in now.items():
        if name not in was:
            changes.append(RuleChange(new.id, "added", None, rule))
        elif was[name].does != does:
            changes.append(RuleChange(new.id, "changed", was[name].rule, rule))
        elif name in moved:
            changes.append(RuleChange(new.id, "moved", was[name].rule, rule))
    gone = [rule for name, (rule, _) in was.items() if name not in now]
    return [*changes, *(RuleChange(new.id, "removed", rule, None) for rule in gone)]


def _manner(decision: Decision) -> Hashable:
    return type(decision.logic), decision.logic.manner()


def _moved(decision: Decision, was: Sequence[str], now: Sequence[str]) -> frozenset[str]:
    """The rules that stand elsewhere, where the order counts: the fewest that tell it all."""
    in_order = decision.logic.in_order
    return frozenset(now) - frozenset(longest_in_order(was, now)) if in_order else frozenset()


def longest_in_order(was: Sequence[str], now: Sequence[str]) -> list[str]:
    """A longest part of ``now`` that has the order of ``was`` (both hold the same names)."""
    place = {name: index for index, name in enumerate(was)}
    best: dict[str, list[str]] = {}
    for name in now:
        before = [kept for last, kept in best.items() if place[last] < place[name]]
        best[name] = [*max(before, key=len, default=[]), name]
    return max(best.values(), key=len, default=[])
