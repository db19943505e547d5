"""A decision table: rows with a condition and an outcome."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from itertools import combinations
from typing import Any, Literal, cast

from bot.rules.diagram.diagram import Diagram, Node
from bot.rules.diagram.folds import Case, first_of, only_of
from bot.rules.model.conditions import Condition, holds
from bot.rules.model.content import is_valid_on
from bot.rules.model.decisions.decision import OTHERWISE, Below, Clash, Fires, Logic, Rule, Version
from bot.rules.model.decisions.rooms import Compiling, Result, Run, Space
from bot.rules.model.ids import MORE_THAN_ONE, NO_RULE, DecisionId, Outcome
from bot.rules.model.own_key import OwnKey
from bot.rules.model.renaming import Renaming

HitPolicy = Literal["first", "unique", "collect"]
HITS: Mapping[str, HitPolicy] = {"eerste": "first", "uniek": "unique", "verzameling": "collect"}
"""What a pack calls a hit policy -> the policy."""


def hit_of(item: Mapping[str, Any]) -> HitPolicy:
    """The hit policy of a raw decision."""
    return HITS[item.get("treffer", "eerste")]


_LISTED = {"type": "array", "items": {"$ref": "#/$defs/rij"}}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a decision table: if ``when`` holds, ``then`` is the outcome, because ``why``."""

    id: str
    when: Condition
    then: Outcome
    why: str = ""
    sources: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    interpretation: str = ""

    @property
    def rule(self) -> Rule:
        """The row as a rule like any other."""
        return Rule(
            self.id,
            self.then,
            self.why,
            self.sources,
            self.when,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            interpretation=self.interpretation,
        )


@dataclass(frozen=True, slots=True)
class Table(Logic):
    """A decision table (DMN: hit policies First, Unique, Collect)."""

    word = "beslistabel"
    keys = (
        OwnKey("treffer", "", "hit"),
        OwnKey(
            "rijen",
            "",
            "list",
            needed=True,
            tighter=_LISTED,
        ),
        OwnKey("anders", "", "id"),
    )
    names_rules = True
    may_pass = True

    rows: tuple[Row, ...]
    hit: HitPolicy = "first"
    otherwise: Outcome | None = None

    # --- in the files of a pack ---

    @classmethod
    def can_pass(cls, item: Mapping[str, Any]) -> bool:
        """Without ``anders``; a set is empty then."""
        return "anders" not in item and hit_of(item) != "collect"

    # --- what it says ---

    @property
    def way(self) -> str:
        """Its hit policy."""
        return self.hit

    def renamed(self, id: DecisionId, names: Renaming) -> Table:
        """Its rows, and the outcome where none holds."""
        rows = tuple(
            replace(row, when=names.condition(row.when), then=names.value(id, row.then))
            for row in self.rows
        )
        return replace(self, rows=rows, otherwise=names.outcome(id, self.otherwise))

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Its rows."""
        return tuple(row.rule for row in self.rows)

    def arranged(self, ids: Sequence[str]) -> Table:
        """The same with only these rows, in this order."""
        rows = {row.id: row for row in self.rows}
        return replace(self, rows=tuple(rows[name] for name in ids))

    @property
    def gives_set(self) -> bool:
        """Whether its rows make a set together."""
        return self.hit == "collect"

    @property
    def in_order(self) -> bool:
        """Whether the first row that holds wins."""
        return self.hit == "first"

    def can_give(self, on: date | None, of: Below) -> frozenset[Outcome]:
        """The outcomes of its rows, and what it gives where not exactly one holds."""
        rest = self.otherwise or (None if self.gives_set else NO_RULE)
        more = {MORE_THAN_ONE} if self.hit == "unique" else set()
        rows = {rule.then for rule in self.rules_on(on)}
        return frozenset(rows | more | ({rest} if rest else set()))

    def leading_to(self, outcomes: Collection[Outcome]) -> tuple[Rule, ...]:
        """The rows with one of these outcomes."""
        return tuple(row.rule for row in self.rows if row.then in outcomes)

    # --- what follows from it ---

    def decide(self, run: Run) -> tuple[Result, tuple[str, ...]]:
        """The outcome by the rows that hold, as the hit policy says."""
        valid = (row for row in self.rows if is_valid_on(row, run.on))
        hits = [row for row in valid if holds(row.when, run.value_of)]
        if self.hit == "first":
            hits = hits[:1]
        fired = tuple(row.id for row in hits)
        if self.gives_set:
            return frozenset(row.then for row in hits) or self._rest_as_set(), fired
        if not hits:
            return NO_RULE if self.otherwise is None else self.otherwise, ()
        return (hits[0].then if len(hits) == 1 else MORE_THAN_ONE), fired

    def _rest_as_set(self) -> frozenset[Outcome]:
        return frozenset() if self.otherwise is None else frozenset((self.otherwise,))

    def compile(self, at: Compiling) -> tuple[Node, dict[str, Node]]:
        """The outcome by the rows, as the hit policy says."""
        rows = [row for row in self.rows if is_valid_on(row, at.on)]
        fires = {row.id: at.condition(row.when) for row in rows}
        cases: list[Case] = [(fires[row.id], row.then) for row in rows]
        if self.gives_set:
            return self._collected(at.diagram, cases), fires
        rest = NO_RULE if self.otherwise is None else self.otherwise
        choose = first_of if self.hit == "first" else only_of
        return choose(at.diagram, cases, rest), fires

    def _collected(self, diagram: Diagram, cases: list[Case]) -> Node:
        nothing: frozenset[str] = frozenset()
        none = node = diagram.terminal(nothing)
        for when, then in reversed(cases):
            member = diagram.ite(when, diagram.terminal(frozenset((then,))), none)
            node = diagram.apply(_joined, member, node)
        rest = self._rest_as_set()
        return diagram.map_terminals(lambda members: members or rest, node)

    def firing(self, diagram: Diagram, fires: Fires) -> Node:
        """The row that wins, or ``anders``; no single one for a set."""
        cases: list[Case] = [(node, rule) for rule, node in fires.items()]
        if self.gives_set:
            return diagram.terminal("")
        choose = first_of if self.hit == "first" else only_of
        return choose(diagram, cases, OTHERWISE)

    def ahead_of(self, rule: str, rules: Sequence[str]) -> tuple[str, ...]:
        """Every row for ``anders``, the rows before a row where the first one wins."""
        if rule == OTHERWISE:
            return tuple(rules)
        return tuple(rules[: rules.index(rule)]) if self.hit == "first" else ()

    # --- what is wrong with it, and what changed ---

    def clashes(self, space: Space, fires: Fires) -> Iterator[Clash]:
        """Rows that are always too late, and rows that hold at once where only one may."""
        if self.hit == "first":
            yield from _hidden(space, fires)
        if self.hit == "unique":
            for (one, first), (other, second) in combinations(fires.items(), 2):
                both = space.diagram.both(first, second)
                if space.can_hold(both):
                    yield Clash("together", (one, other), both)

    def manner(self) -> Hashable:
        """The hit policy."""
        return self.hit

    def versions(self, on: date | None) -> dict[str, Version]:
        """Its rows, and the outcome for where none holds."""
        versions = {rule.id: Version(rule, (rule.when, rule.then)) for rule in self.rules_on(on)}
        if self.otherwise is not None:
            versions[OTHERWISE] = Version(Rule(OTHERWISE, self.otherwise), self.otherwise)
        return versions


def _joined(first: Hashable, second: Hashable) -> Hashable:
    """The outcomes of two rows together."""
    return cast("frozenset[str]", first) | cast("frozenset[str]", second)


def _hidden(space: Space, fires: Fires) -> Iterator[Clash]:
    """Rows that can hold, but never when no earlier row does."""
    diagram = space.diagram
    earlier: dict[str, Node] = {}
    before = diagram.false
    for rule, node in fires.items():
        free = diagram.both(node, diagram.negate(before))
        if space.can_hold(node) and not space.can_hold(free):
            yield Clash("hidden", (rule,), node, _hiding(space, node, earlier))
        earlier[rule] = node
        before = diagram.either(node, before)


def _hiding(space: Space, node: Node, earlier: dict[str, Node]) -> tuple[str, ...]:
    """Earlier rows that together hide a row and of which none can be left out; one if one does."""
    diagram = space.diagram

    def hide(rules: list[str]) -> bool:
        held = reduce(diagram.either, [earlier[rule] for rule in rules], diagram.false)
        return not space.can_hold(diagram.both(node, diagram.negate(held)))

    alone = next((rule for rule in earlier if hide([rule])), None)
    if alone is not None:
        return (alone,)
    kept = [rule for rule in earlier if space.can_hold(diagram.both(node, earlier[rule]))]
    for rule in reversed(list(kept)):
        fewer = [other for other in kept if other != rule]
        if hide(fewer):
            kept = fewer
    return tuple(kept)
