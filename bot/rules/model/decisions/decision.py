"""A decision, and what every kind of decision can say of itself.

Each kind is one module beside this one, with all that belongs to it. Who uses a decision asks it
for what is below, and never for its kind. ``bot.rules.model.decisions.rooms`` says what a kind asks
in return.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, ClassVar, Literal, NamedTuple, TypeAlias

from bot.rules.diagram.diagram import Diagram, Node
from bot.rules.model.conditions import Condition, Test, ValueOf, failing, holding, inputs
from bot.rules.model.content import is_valid_on
from bot.rules.model.decisions.rooms import Compiling, Result, Run, Space
from bot.rules.model.ids import DecisionId, InputId, Outcome
from bot.rules.model.own_key import OwnKey
from bot.rules.model.renaming import Renaming

OTHERWISE = "anders"
"""Stands for the id of a rule where no row of a table holds."""

Below: TypeAlias = Callable[[DecisionId], frozenset[Outcome]]
"""The outcomes that a decision may have."""
Fires: TypeAlias = Mapping[str, Node]
"""The rules of a decision that are valid on the day, in order, with where each of them holds."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a decision: a row, a shift, an item with points, or a cell of a matrix.

    It rests on a condition (``when``), on what ``input`` gives points for (``per_value``), or on
    the values of two inputs (``cell``).
    """

    id: str
    then: Outcome = ""
    why: str = ""
    sources: tuple[str, ...] = ()
    when: Condition | None = None
    input: InputId | None = None
    per_value: Mapping[str, Fraction] = field(default_factory=dict)
    cell: tuple[tuple[InputId, str], ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    interpretation: str = ""
    points: Fraction = Fraction(0)

    def looked_at(self, value_of: ValueOf) -> Iterator[InputId]:
        """What carries this rule where it holds, in order."""
        if self.input is not None:
            yield self.input
        yield from (name for name, _ in self.cell)
        yield from (test.input for test in self.holding(value_of))

    def holding(self, value_of: ValueOf) -> tuple[Test, ...]:
        """The tests that carry its condition where it holds."""
        return () if self.when is None else holding(self.when, value_of)

    def failing(self, value_of: ValueOf) -> tuple[Test, ...]:
        """The tests that keep its condition from holding."""
        return () if self.when is None else failing(self.when, value_of)

    def names(self, input: InputId, value: str) -> bool:
        """Whether it says, without a condition, what follows from this value of this input."""
        return (self.input == input and value in self.per_value) or (input, value) in self.cell


class Version(NamedTuple):
    """A rule as a person reads it, and what it does: other words for the same change nothing."""

    rule: Rule
    does: Hashable


class Clash(NamedTuple):
    """Rules that can hold and never count (``hidden``), or that hold at once (``together``).

    ``by``: the rules that hide them. ``where``: the combinations that show it.
    """

    kind: Literal["hidden", "together"]
    rules: tuple[str, ...]
    where: Node
    by: tuple[str, ...] = ()


class Logic(ABC):
    """How a decision comes to its outcome: the base of every kind."""

    __slots__ = ()

    word: ClassVar[str]
    """What a pack calls this kind."""
    keys: ClassVar[tuple[OwnKey, ...]]
    """What a pack may write at this kind and not at every other."""
    lists_outcomes: ClassVar[bool] = True
    """Whether a pack has to list its outcomes."""
    names_rules: ClassVar[bool] = False
    """Whether its rules have an id that an editor gave them."""
    may_pass: ClassVar[bool] = False
    """Whether it may be that none of its rules holds, which then is a reason of its own."""
    has_points: ClassVar[bool] = False
    """Whether its rules give points."""
    is_full: ClassVar[bool] = False
    """Whether it needs a rule for every combination, also for those that can't be."""

    # --- in the files of a pack ---

    @classmethod
    def below(cls, item: Mapping[str, Any]) -> DecisionId | None:
        """The decision from which a raw one takes its outcomes; None: it lists them itself."""
        return None

    @classmethod
    def can_pass(cls, item: Mapping[str, Any]) -> bool:
        """Whether a raw one can end without any rule, beside what the one below it does."""
        return False

    # --- what it says ---

    @property
    def way(self) -> str:
        """In which way its rules count, where that differs within a kind; else the kind."""
        return self.word

    @property
    @abstractmethod
    def rules(self) -> tuple[Rule, ...]:
        """Every rule, by the id that it has in the diagram, in order."""

    def arranged(self, ids: Sequence[str]) -> Logic:
        """The same with only these rules, in this order; for a kind that ``names_rules``."""
        raise NotImplementedError

    @abstractmethod
    def renamed(self, id: DecisionId, names: Renaming) -> Logic:
        """The same in other names; ``id`` is the decision itself."""

    def rules_on(self, on: date | None) -> tuple[Rule, ...]:
        """The rules that are valid on a day."""
        return tuple(rule for rule in self.rules if is_valid_on(rule, on))

    @property
    def otherwise(self) -> Outcome | None:
        """The outcome that is written down for where no rule holds."""
        return None

    @property
    def gives_set(self) -> bool:
        """Whether its outcome is a set."""
        return False

    @property
    def in_order(self) -> bool:
        """Whether it matters which of two rules stands first."""
        return False

    @property
    def moves(self) -> DecisionId | None:
        """The decision whose outcome it moves; None: it has outcomes of its own."""
        return None

    def conditions(self) -> Iterator[Condition]:
        """Every condition in it."""
        return (rule.when for rule in self.rules if rule.when is not None)

    def inputs(self) -> tuple[InputId, ...]:
        """The questions and decisions that it looks at itself, in the order of their names."""
        names = {name for condition in self.conditions() for name in inputs(condition)}
        for rule in self.rules:
            names |= {name for name, _ in rule.cell}
            names |= {rule.input} if rule.input is not None else set()
        return tuple(sorted(names | ({self.moves} if self.moves is not None else set())))

    @abstractmethod
    def can_give(self, on: date | None, of: Below) -> frozenset[Outcome]:
        """Every outcome that it may have by what is written, on a day, the fixed ones among them.

        ``of`` gives those of a decision below it, all that stand in its order among them.
        """

    def leading_to(self, outcomes: Collection[Outcome]) -> tuple[Rule, ...]:
        """The rules that by themselves lead to one of these outcomes."""
        return ()

    def starts_at(self, outcome: Outcome) -> Fraction | None:
        """From how many points on it gives this outcome; None: by no points, or from the bottom."""
        return None

    # --- what follows from it ---

    @abstractmethod
    def decide(self, run: Run) -> tuple[Result, tuple[str, ...]]:
        """The outcome for complete values, and the ids of the rules that gave it."""

    @property
    def limits(self) -> tuple[tuple[Fraction | None, Outcome], ...]:
        """From how many points on (None: from the bottom) each outcome holds; none without."""
        return ()

    def points(self, value_of: ValueOf) -> Fraction | None:
        """The points that these values give, summed or averaged; None when it counts none."""
        return None

    @abstractmethod
    def compile(self, at: Compiling) -> tuple[Node, dict[str, Node]]:
        """The outcome as a function, and of each rule that is valid on the day where it holds."""

    def firing(self, diagram: Diagram, fires: Fires) -> Node:
        """A function that says which rule gives the outcome; empty where no single one does."""
        return diagram.terminal("")

    def ahead_of(self, rule: str, rules: Sequence[str]) -> tuple[str, ...]:
        """Which of these rules keep a rule from counting where they hold."""
        return ()

    # --- what is wrong with it, and what changed ---

    def counts_in(self, space: Space, rule: str, fires: Node) -> Node:
        """Where a rule counts in some way, given where it fires."""
        return fires

    def clashes(self, space: Space, fires: Fires) -> Iterator[Clash]:
        """Its rules that can hold and do nothing, or that stand in each other's way."""
        return iter(())

    @abstractmethod
    def manner(self) -> Hashable:
        """What makes it work otherwise as a whole when it changes."""

    @abstractmethod
    def versions(self, on: date | None) -> dict[str, Version]:
        """What can change from one version to the next, by id: its rules that are valid on a day,
        and what else decides about the outcome."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of the graph; ``outcomes`` is in order when ``ordered``."""

    id: DecisionId
    logic: Logic
    outcomes: tuple[Outcome, ...]
    title: str = ""
    ordered: bool = False
    lower_bounds: frozenset[Outcome] = frozenset()
