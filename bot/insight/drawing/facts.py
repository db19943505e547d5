"""What a picture shows of a compiled pack: what can't be reached, and where a case stands.

Both are exact: they are read from the diagram, not tried out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial, reduce
from typing import Literal, TypeAlias

from bot.rules.answers import Answer, AnswerBook, AnswerKey, cell_answers
from bot.rules.compile import Compiled
from bot.rules.diagram import Node
from bot.rules.evaluate import earned, total
from bot.rules.pack import Adjustment, Decision, DecisionId, Item, Outcome, Score, Table
from bot.rules.query import possible
from bot.rules.residual import Residual, residual
from bot.rules.terminals import shifted
from bot.rules.why import OTHERWISE, Trace

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
    """What can't be reached, whatever is answered; ``gaps``: the tables in which it can be that no
    row holds."""

    rules: Mapping[Rule, Dead]
    outcomes: Mapping[DecisionId, frozenset[Outcome]]
    questions: frozenset[str]
    gaps: frozenset[DecisionId]


def reach_of(compiled: Compiled) -> Reach:
    """Everything in a pack that can't be reached."""
    diagram = compiled.diagram
    rules: dict[Rule, Dead] = {}
    for decision in compiled.pack.decisions:
        rules |= {(decision.id, rule): dead for rule, dead in _dead(compiled, decision)}
    outcomes = {
        d.id: frozenset(d.outcomes) - _outcomes(compiled, d.id) for d in compiled.pack.decisions
    }
    never = [id for id, node in compiled.applies.items() if node == diagram.false]
    gaps = [d.id for d in compiled.pack.decisions if _has_gap(compiled, d)]
    return Reach(rules, outcomes, frozenset(never), frozenset(gaps))


def _has_gap(compiled: Compiled, decision: Decision) -> bool:
    rest = fires(compiled, decision).get(OTHERWISE, compiled.diagram.false)
    return rest != compiled.diagram.false


def _outcomes(compiled: Compiled, id: DecisionId) -> frozenset[Outcome]:
    found: set[str] = set()
    for value in compiled.diagram.terminals(compiled.roots[id]):
        found |= value if isinstance(value, frozenset) else {str(value)}
    return frozenset(found)


def fires(compiled: Compiled, decision: Decision) -> dict[str, Node]:
    """Where each rule of a decision counts. In a table where the first row wins, that is where no
    earlier row holds; ``anders`` counts where no row does."""
    own = {rule: node for (id, rule), node in compiled.rows.items() if id == decision.id}
    if not isinstance(decision.logic, Table):
        return own
    diagram, found, taken = compiled.diagram, {}, compiled.diagram.false
    for rule, node in own.items():
        free = diagram.both(node, diagram.negate(taken))
        found[rule] = free if decision.logic.hit == "first" else node
        taken = diagram.either(taken, node)
    return {**found, OTHERWISE: diagram.negate(taken)}


def _dead(compiled: Compiled, decision: Decision) -> Iterator[tuple[str, Dead]]:
    false = compiled.diagram.false
    for rule, node in fires(compiled, decision).items():
        if node != false or (rule == OTHERWISE and not _says_otherwise(decision)):
            continue
        alone = compiled.rows.get((decision.id, rule), false)
        hidden = alone != false
        by = _covering(compiled, decision.id, rule) if hidden else ()
        yield rule, Dead("shadowed" if hidden else "never", by)
    if isinstance(decision.logic, Table):
        valid = {rule for id, rule in compiled.rows if id == decision.id}
        yield from ((r.id, Dead("expired")) for r in decision.logic.rows if r.id not in valid)
    if isinstance(decision.logic, Adjustment):
        yield from _idle(compiled, decision.id, decision.logic)


def _says_otherwise(decision: Decision) -> bool:
    return isinstance(decision.logic, Table) and decision.logic.otherwise is not None


def _covering(compiled: Compiled, id: DecisionId, rule: str) -> tuple[str, ...]:
    """The earlier rows that together take all of a row: one when one does, else those needed."""
    diagram, node = compiled.diagram, compiled.rows[id, rule]
    names = [name for decision, name in compiled.rows if decision == id]
    earlier = {name: compiled.rows[id, name] for name in names[: names.index(rule)]}
    for name, other in earlier.items():
        if diagram.both(node, diagram.negate(other)) == diagram.false:
            return (name,)
    needed = dict(earlier)
    for name in reversed(earlier):
        rest = [other for one, other in needed.items() if one != name]
        left = diagram.both(node, diagram.negate(reduce(diagram.either, rest, diagram.false)))
        if left == diagram.false:
            del needed[name]
    return tuple(needed)


def _idle(compiled: Compiled, id: DecisionId, logic: Adjustment) -> Iterator[tuple[str, Dead]]:
    """The shifts that hold somewhere and move nothing there."""
    diagram, node = compiled.diagram, compiled.roots[logic.base]
    order = compiled.decisions[logic.base].outcomes
    for shift in logic.shifts:
        when = compiled.rows[id, shift.id]
        after = diagram.ite(when, diagram.map_terminals(partial(shifted, order, shift), node), node)
        if after == node and when != diagram.false:
            yield shift.id, Dead("idle")
        node = after


# --- a case ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Dot:
    """A project, or some of its parts by number, at one place of a picture; not ``certain``: it
    can be here."""

    numbers: tuple[int, ...] = ()
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands in a pack. ``outcomes`` and ``points`` are per part, in order."""

    title: str
    description: str
    book: AnswerBook
    rules: Mapping[Rule, tuple[Dot, ...]]
    outcomes: Mapping[DecisionId, tuple[tuple[Outcome, ...], ...]]
    points: Mapping[DecisionId, tuple[Fraction | None, ...]]
    concerns: Mapping[str, tuple[Dot, ...]]

    @property
    def whole(self) -> bool:
        """Whether the project is one piece."""
        return len(self.book.cells) == 1

    def at(self, decision: DecisionId, outcome: Outcome) -> tuple[Dot, ...]:
        """The dots of the parts whose outcome this is, or can be."""
        return dots(
            [
                None if outcome in possible and len(possible) > 1 else outcome in possible
                for possible in self.outcomes[decision]
            ]
        )

    def answers(self, question: str) -> Iterator[tuple[AnswerKey, Answer]]:
        """What was answered to a question: for the whole, or per part or group."""
        for key, answer in self.book.answers.items():
            if key.partition("@")[0] == question:
                yield key, answer


def standing(compiled: Compiled, book: AnswerBook, title: str, description: str = "") -> Standing:
    """Where the answers of a case lead, for each part of the project."""
    views = [cell_answers(compiled.pack, book, cell) for cell in book.cells]
    rules: dict[Rule, tuple[Dot, ...]] = {}
    outcomes: dict[DecisionId, tuple[tuple[Outcome, ...], ...]] = {}
    points: dict[DecisionId, tuple[Fraction | None, ...]] = {}
    for decision in compiled.pack.decisions:
        for rule, node in fires(compiled, decision).items():
            truths = [residual(compiled, given).truth(node) for given in views]
            rules[decision.id, rule] = dots(truths)
        outcomes[decision.id] = tuple(_possible(compiled, given, decision.id) for given in views)
        if isinstance(logic := decision.logic, Score):
            points[decision.id] = tuple(_total(compiled, g, decision.id, logic) for g in views)
    concerns = {
        id: dots([residual(compiled, given).truth(node) for given in views])
        for id, node in compiled.concerns.items()
    }
    return Standing(title, description, book, rules, outcomes, points, concerns)


def dots(truths: Sequence[bool | None]) -> tuple[Dot, ...]:
    """The dots at a place: what holds there for each part (None: it can). A project in
    one piece has no number."""
    whole = len(truths) == 1
    found = []
    for wanted in (True, None):
        here = [index for index, truth in enumerate(truths, 1) if truth is wanted]
        if here:
            found.append(Dot(() if whole else tuple(here), wanted is True))
    return tuple(found)


def _possible(compiled: Compiled, given: Mapping[str, Answer], id: DecisionId) -> tuple[str, ...]:
    found: list[str] = []
    for likely in possible(compiled, given, id):
        outcome = likely.outcome
        found += sorted(outcome) if isinstance(outcome, frozenset) else [outcome]
    return tuple(dict.fromkeys(found))


def _total(
    compiled: Compiled, given: Mapping[str, Answer], id: DecisionId, score: Score
) -> Fraction | None:
    """The points of a case, when what it looks at is settled."""
    left = residual(compiled, given)
    settled = [
        left.settled(compiled.rows[id, str(index)]) and _settled(compiled, left, given, item)
        for index, item in enumerate(score.items)
    ]
    if not all(settled):
        return None
    trace = Trace(compiled, given, id)
    points = [earned(item, trace.value_of) for item in score.items]
    counted = [each for each in points if each is not None]
    return total(sum(counted, Fraction(0)), len(counted), score.average)


def _settled(compiled: Compiled, left: Residual, given: Mapping[str, Answer], item: Item) -> bool:
    """Whether the value that an item gives points for is known."""
    if item.input is None:
        return True
    if item.input in compiled.decisions:
        return left.settled(compiled.roots[item.input])
    applies = left.truth(compiled.applies[item.input])
    answer = given.get(item.input)
    if not applies or answer is None or answer.status != "given":
        return applies is False
    multi = compiled.questions[item.input].kind == "multi"
    return not answer.maybe if multi else len(answer.values) == 1
