"""One idea of a combination: proving and comparing count the same answer space."""

from __future__ import annotations

from dataclasses import replace
from math import prod
from random import Random

from hypothesis import given

from bot.rules.compare.together import put_together
from bot.rules.diagram.combinations import counts
from bot.rules.diagram.compile import compile_pack
from bot.rules.diagram.diagram import Diagram
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import choices
from bot.rules.model.questions.variable import Variable
from bot.rules.prove.space import Space
from tests.rules.packs import SEEDS, make_pack


def with_a_loner(pack: Pack) -> Pack:
    """The same pack, in which the last option of every multiple choice goes alone."""

    def changed(question: Question) -> Question:
        if question.kind != "multi":
            return question
        *others, last = question.options
        return replace(question, options=(*others, replace(last, alone=True)))

    return replace(pack, questions=tuple(map(changed, pack.questions)))


@given(SEEDS)
def test_a_pack_beside_itself_has_the_combinations_that_are_proved(seed: int) -> None:
    """In all, and for every outcome of every decision and every point of attention."""
    pack = with_a_loner(make_pack(Random(seed), 4))
    space = Space(compile_pack(pack))
    both = put_together(pack, pack)

    assert both.total == space.total
    for decision in pack.decisions:
        root = space.compiled.roots[decision.id]
        marked = both.diagram.ite(both.domain, both.before.roots[decision.id], both.diagram.true)
        found = both.counts(marked)
        for outcome in space.diagram.terminals(root):
            there = space.diagram.map_terminals(lambda value, o=outcome: value == o, root)
            assert found.get(outcome, 0) == space.count(there)
    for id, node in space.compiled.concerns.items():
        there = both.diagram.both(both.before.concerns[id], both.domain)
        assert both.count(there) == space.count(node)


@given(SEEDS)
def test_there_are_as_many_combinations_as_answers_multiplied(seed: int) -> None:
    """A loner adds one answer to the choices among the other options; a number has its spans."""
    pack = with_a_loner(make_pack(Random(seed), 4))
    compiled = compile_pack(pack)
    variables = compiled.variables

    def answers(question: Question) -> int:
        if question.kind == "multi":
            return int(2 ** (len(question.options) - 1) + 1)
        if question.kind == "number":
            return len(variables.all[variables.of[question.id][0]].values)
        return len(choices(question))

    assert Space(compiled).total == prod(map(answers, pack.questions))


def test_a_variable_that_a_function_skips_counts_with_all_of_its_values() -> None:
    """Above the first, between two, and below the last variable that is tested."""
    diagram = Diagram()
    names = ("a", "b", "c")
    variables = [Variable(f"v{n}", names, weights=(1, 1, 1)) for n in range(4)]
    last = diagram.make(2, (diagram.true, diagram.false, diagram.false))

    assert counts(diagram, last, variables) == {True: 27, False: 54}
    assert counts(diagram, diagram.true, variables) == {True: 81}
