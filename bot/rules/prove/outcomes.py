"""Proves the outcomes of a pack: where there is none, and which can not be reached."""

from __future__ import annotations

from collections.abc import Iterator
from operator import ne

from bot.rules.diagram.compile import Compiled, with_decision
from bot.rules.diagram.diagram import Node
from bot.rules.model.conditions import Condition, Is, inputs, leaves
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.graph import looks_at, reached
from bot.rules.model.ids import NO_RULE, DecisionId, InputId
from bot.rules.model.variables import pack_conditions
from bot.rules.prove.findings import DECISION_IDLE, FORM_NEVER, NO_ADVICE, Finding
from bot.rules.prove.space import Space


def prove_outcomes(compiled: Compiled, space: Space) -> Iterator[Finding]:
    """Everything to say about decisions and what comes out of them."""
    advising = [advice.decision for advice in compiled.pack.advices]
    used = _used(compiled)
    for decision in compiled.pack.decisions:
        if decision.id in advising:
            yield from _no_advice(decision, space, _nothing(compiled, compiled.roots[decision.id]))
            continue
        if decision.id not in used:
            yield Finding(DECISION_IDLE, "let op", (decision.id,))
            continue
        yield from _no_advice(decision, space, _missed(compiled, decision, advising))
        if decision.logic.moves is None:
            reached = space.values(compiled.roots[decision.id])
            reached |= _shifted(compiled, space, decision.id)
            yield from (
                Finding(
                    FORM_NEVER, "fout", (f"{decision.id}.{outcome}",), _givers(decision, outcome)
                )
                for outcome in decision.outcomes
                if outcome not in reached
            )
    yield from _forms(compiled, space, advising)


def _shifted(compiled: Compiled, space: Space, id: DecisionId) -> set[str]:
    """The outcomes that the adjustments of a decision lead to: they need them in its order, also
    where the decision itself never gives them."""
    outcomes: set[str] = set()
    for decision in compiled.pack.decisions:
        if decision.logic.moves == id:
            outcomes |= space.values(compiled.roots[decision.id])
            outcomes |= _shifted(compiled, space, decision.id)
    return outcomes


def _nothing(compiled: Compiled, root: Node) -> Node:
    """Where a decision has no outcome: no rule, or a set of outcomes that is empty."""
    return compiled.diagram.map_terminals(lambda found: found in (NO_RULE, frozenset()), root)


def _no_advice(decision: Decision, space: Space, node: Node) -> Iterator[Finding]:
    if space.can_hold(node):
        about, example = (decision.id,), space.example(node)
        yield Finding(NO_ADVICE, "fout", about, (), example, count=space.count(node))


def _missed(compiled: Compiled, decision: Decision, advising: list[DecisionId]) -> Node:
    """Where a decision has no outcome, and with some outcome the advice would be another.

    A pack that says somewhere what ``geen_regel`` of this decision leads to has thought of it.
    """
    diagram, root = compiled.diagram, compiled.roots[decision.id]
    nothing = diagram.map_terminals(lambda found: found == NO_RULE, root)
    if nothing == diagram.false or _is_minded(compiled, decision.id):
        return diagram.false
    missed = diagram.false
    for outcome in decision.outcomes:
        instead = diagram.ite(nothing, diagram.terminal(outcome), root)
        roots = with_decision(compiled, decision.id, instead)
        for advice in advising:
            differs = diagram.apply(ne, roots[advice], compiled.roots[advice])
            missed = diagram.either(differs, missed)
    return missed


def _is_minded(compiled: Compiled, id: DecisionId) -> bool:
    """Whether the pack says what follows when this decision has no outcome."""
    if any(_names_no_rule(condition, id) for condition in pack_conditions(compiled.pack)):
        return True
    return any(
        rule.names(id, NO_RULE)
        for decision in compiled.pack.decisions
        for rule in decision.logic.rules
    )


def _names_no_rule(condition: Condition, id: DecisionId) -> bool:
    return any(
        isinstance(test, Is) and test.input == id and NO_RULE in test.values
        for test in leaves(condition)
    )


def _used(compiled: Compiled) -> frozenset[InputId]:
    """All that leads to an advice, to what stands beside it, or to what is asked."""
    pack = compiled.pack
    conditions = (
        *(point.when for point in pack.points),
        *(question.applies_if for question in pack.questions),
        *(division.applies_if for division in pack.divisions),
    )
    starts = [*(advice.decision for advice in pack.advices), *pack.beside]
    starts += [name for condition in conditions for name in inputs(condition)]
    return frozenset(reached(starts, looks_at(pack).__getitem__))


def _givers(decision: Decision, outcome: str) -> tuple[str, ...]:
    """The rows that give an outcome."""
    rules = decision.logic.leading_to((outcome,))
    return tuple(f"{decision.id}.{rule.id}" for rule in rules)


def _forms(compiled: Compiled, space: Space, advising: list[DecisionId]) -> Iterator[Finding]:
    """The forms that no combination leads to, as an advice or as what to fall back on, and the
    outcomes that one advice never has while another does."""
    reached = {advice: space.values(compiled.roots[advice]) for advice in advising}
    anywhere = set[str]().union(*reached.values())
    fallbacks = {f.fallback for f in compiled.pack.forms if f.fallback and f.id in anywhere}
    never: dict[str, Finding] = {}
    for advice in advising:
        decision = compiled.decisions[advice]
        accepted = reached[advice] | fallbacks | (_shifted(compiled, space, advice) & anywhere)
        for outcome in decision.outcomes:
            if outcome not in accepted:
                about = f"{advice}.{outcome}" if outcome in anywhere else outcome
                givers = _givers(decision, outcome)
                never.setdefault(about, Finding(FORM_NEVER, "fout", (about,), givers))
    yield from never.values()
