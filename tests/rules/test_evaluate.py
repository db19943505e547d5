"""The diagram and direct evaluation say the same, for every combination of values."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import islice

from hypothesis import given

from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.diagram.diagram import TERMINAL, Node
from bot.rules.diagram.residual import residual
from bot.rules.evaluate import evaluate
from bot.rules.model.answers import Answer
from bot.rules.model.pack import Pack
from bot.rules.query import Likely, applies, concern_status, possible

from .packs import all_values, answer_of, packs


def value_of(compiled: Compiled, root: Node, answers: Mapping[str, Answer]) -> object:
    """The terminal that complete answers lead to."""
    diagram = compiled.diagram
    allowed = residual(compiled, answers).allowed
    while (level := diagram.level[root]) != TERMINAL:
        (index,) = allowed[level]
        root = diagram.children[root][index]
    return diagram.value[root]


@given(packs())
def test_two_ways_agree(pack: Pack) -> None:
    """Every outcome, concern and applicability is the same in both ways of evaluating."""
    compiled = compile_pack(pack)
    for values in islice(all_values(pack), 0, None, 7):
        direct = evaluate(pack, values)
        answers = {name: answer_of(value) for name, value in values.items()}
        for id, outcome in direct.outcomes.items():
            assert outcome == value_of(compiled, compiled.roots[id], answers)
        for question in pack.questions:
            applies = value_of(compiled, compiled.applies[question.id], answers)
            assert applies == (question.id in direct.applicable)
        for concern in pack.concerns:
            holds = value_of(compiled, compiled.concerns[concern.id], answers)
            assert holds == (concern.id in direct.concerns)


@given(packs(most=4))
def test_queries_agree_on_complete_answers(pack: Pack) -> None:
    """With complete answers one outcome is possible, and every status is certain."""
    compiled = compile_pack(pack)
    for values in islice(all_values(pack), 0, None, 17):
        direct = evaluate(pack, values)
        answers = {name: answer_of(value) for name, value in values.items()}
        for id, outcome in direct.outcomes.items():
            assert possible(compiled, answers, id) == (Likely(outcome, Fraction(1)),)
        for question in pack.questions:
            expected = "yes" if question.id in direct.applicable else "no"
            assert expected == applies(compiled, answers, question.id)
        for concern in pack.concerns:
            expected = "holds" if concern.id in direct.concerns else "not"
            assert expected == concern_status(compiled, answers, concern.id)
