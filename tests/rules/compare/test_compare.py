"""What a change does to the advice, held against every combination written out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, groupby, product
from operator import ne
from random import Random

import pytest
from hypothesis import given

from bot.rules.compare.compare import compare
from bot.rules.compare.comparison import Comparison, Example
from bot.rules.compare.fewest import fewest
from bot.rules.compare.rule_changes import longest_in_order
from bot.rules.compare.together import Together, put_together
from bot.rules.diagram.diagram import Node
from bot.rules.evaluate import Evaluation, evaluate
from bot.rules.model.conditions import AllOf, Between, Contains, Is, leaves, within
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.pack import Advice, Pack
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.questions.registry import choices
from bot.rules.model.variables import pack_conditions
from tests.rules.compare.mutations import changed
from tests.rules.packs import NUMBERS, SEEDS, make_pack

Value = str | frozenset[str] | Fraction
Values = dict[str, Value]
Both = tuple[Values, Values]
FAMILY = {"choice": "one", "yesno": "one", "multi": "multi", "number": "number"}


# --- every combination, by hand ------------------------------------------------------------------


def ids(question: Question) -> list[str]:
    return [option.id for option in choices(question)]


def values_of(
    question: Question, packs: tuple[Pack, Pack]
) -> list[str | frozenset[str] | Fraction]:
    """The answers to one question: of a number, one for every span that some rule tells apart."""
    if question.kind == "number":
        tests = [
            test
            for pack in packs
            for condition in pack_conditions(pack)
            for test in leaves(condition)
            if isinstance(test, Between) and test.input == question.id
        ]
        inside = [
            n for n in NUMBERS if (question.minimum or 0) <= n and n <= (question.maximum or 99)
        ]
        spans = groupby(inside, lambda n: tuple(within(test, n) for test in tests))
        return [next(numbers) for _, numbers in spans]
    names = ids(question)
    if question.kind != "multi":
        return list(names)
    alone = {option.id for option in question.options if option.alone}
    sets = [frozenset(c) for size in range(len(names) + 1) for c in combinations(names, size)]
    return [chosen for chosen in sets if len(chosen) < 2 or not chosen & alone]


def every(before: Pack, after: Pack) -> Iterator[Both]:
    """Every combination of answers, as each of the packs sees it."""
    packs = (before, after)
    slots: list[tuple[tuple[int, ...], str, list[Value]]] = []
    for old in before.questions:
        new = after.find_question(old.id)
        shared = None if new is None else merged(old, new)
        if shared is None:
            slots.append(((0,), old.id, values_of(old, packs)))
        else:
            slots.append(((0, 1), old.id, values_of(shared, packs)))
    for new in after.questions:
        old = before.find_question(new.id)
        if old is None or merged(old, new) is None:
            slots.append(((1,), new.id, values_of(new, packs)))
    for picks in product(*(values for _, _, values in slots)):
        both: Both = ({}, {})
        for (sides, id, _), pick in zip(slots, picks, strict=True):
            for side in sides:
                both[side][id] = pick
        yield both


def merged(old: Question, new: Question) -> Question | None:
    """The question with the answers that both know."""
    if FAMILY[old.kind] != FAMILY[new.kind]:
        return None
    if new.kind == "number":
        low = max(old.minimum or Fraction(0), new.minimum or Fraction(0))
        high = min(old.maximum or Fraction(99), new.maximum or Fraction(99))
        return replace(new, minimum=low, maximum=high)
    kept = tuple(option for option in choices(new) if option.id in ids(old))
    return replace(new, options=kept) if kept else None


def evaluated(before: Pack, after: Pack) -> list[tuple[Both, Evaluation, Evaluation]]:
    found = []
    for both in every(before, after):
        found.append((both, evaluate(before, both[0]), evaluate(after, both[1])))
    return found


def pair_of(seed: int, most: int = 4) -> tuple[Pack, Pack]:
    r = Random(seed)
    before = make_pack(r, most)
    return before, changed(r, before)


# --- the counts ----------------------------------------------------------------------------------


@given(SEEDS)
def test_the_table_counts_every_combination(seed: int) -> None:
    """Shares and counts are those of all combinations written out."""
    before, after = pair_of(seed)
    everything = evaluated(before, after)
    comparison = compare(before, after)
    assert comparison.total == len(everything)
    for advice in comparison.advices:
        id = advice.before.id
        expected = Counter((old.outcomes[id], new.outcomes[id]) for _, old, new in everything)
        assert {(f.before, f.after): f.count for f in advice.flows} == expected
        assert advice.count == sum(n for (old, new), n in expected.items() if old != new)
        assert advice.share == Fraction(advice.count, len(everything))


@given(SEEDS)
def test_concerns_that_hold_elsewhere_are_counted(seed: int) -> None:
    """Before, after, no more, and newly."""
    before, after = pair_of(seed)
    everything = evaluated(before, after)
    expected = {}
    for concern in before.concerns:
        pairs = Counter(
            (concern.id in old.concerns, concern.id in new.concerns) for _, old, new in everything
        )
        gone, new = pairs[True, False], pairs[False, True]
        if gone or new:
            expected[concern.id] = (gone + pairs[True, True], new + pairs[True, True], gone, new)
    found = {c.id: (c.before, c.after, c.gone, c.new) for c in compare(before, after).concerns}
    assert found == expected


@given(SEEDS)
def test_the_rules_that_fire_where_the_advice_changes_are_counted(seed: int) -> None:
    """Of the advice table: which row decided, and which one does now."""
    before, after = pair_of(seed)
    everything = evaluated(before, after)
    for advice in compare(before, after).advices:
        id = advice.after.id
        if not isinstance(advice.after.logic, Table) or advice.after.logic.hit != "first":
            continue
        expected = Counter(
            ((old.fired[id] or ("anders",))[0], (new.fired[id] or ("anders",))[0])
            for _, old, new in everything
            if old.outcomes[id] != new.outcomes[id]
        )
        causes = [cause for cause in advice.causes if cause.after.id == id]
        found = {
            (flow.before.rule, flow.after.rule): flow.count for c in causes for flow in c.flows
        }
        assert found == expected


# --- the examples --------------------------------------------------------------------------------


def agrees(example: Example, both: Both) -> bool:
    """Whether a combination gives the answers of an example."""
    for answer in example.answers:
        sides = [values for values in both if answer.question.id in values]
        value = sides[-1 if answer.question.kind != "multi" else 0][answer.question.id]
        if isinstance(value, frozenset):
            if not (set(answer.values) <= value and not set(answer.without) & value):
                return False
        elif isinstance(value, Fraction):
            assert answer.span is not None
            if not answer.span.overlaps(value, value):
                return False
        elif value not in answer.values:
            return False
    return True


def checkable(comparison: Comparison) -> bool:
    """A question of which the kind changed stands for two: too much for this small check."""
    return not comparison.differences.replaced


@given(SEEDS)
def test_the_answers_of_an_example_suffice(seed: int) -> None:
    """Whatever else is answered, before and after are as the example says; and it can occur."""
    before, after = pair_of(seed)
    comparison = compare(before, after)
    if not checkable(comparison):
        return
    everything = evaluated(before, after)
    for advice in comparison.advices:
        id = advice.before.id
        assert len(advice.examples) == min(3, len(advice.examples))
        assert bool(advice.examples) == bool(advice.count)
        for example in advice.examples:
            here = [found for found in everything if agrees(example, found[0])]
            assert here
            for _, old, new in here:
                assert (old.outcomes[id], new.outcomes[id]) == (example.before, example.after)


@given(SEEDS)
def test_no_example_could_do_with_fewer_answers(seed: int) -> None:
    """For the first example of a flow: no smaller set of questions has answers that suffice."""
    before, after = pair_of(seed, most=3)
    comparison = compare(before, after)
    if not checkable(comparison):
        return
    everything = evaluated(before, after)
    for advice in comparison.advices:
        firsts: dict[tuple[object, object], Example] = {}
        for example in advice.examples:
            firsts.setdefault((example.before, example.after), example)
        for flow, example in firsts.items():
            assert example.minimal
            fewer = len(example.answers) - 1
            assert fewer < 0 or not suffices(everything, advice.before.id, flow, fewer)


@given(SEEDS)
def test_out_of_steps_the_answers_still_suffice(seed: int) -> None:
    """Perhaps with more answers than needed, and it says so; but none can be left out."""
    before, after = pair_of(seed)
    together = put_together(before, after)
    diagram, id = together.diagram, before.advices[0].decision
    differs = diagram.apply(ne, together.before.roots[id], together.after.roots[id])
    found = fewest(together, differs, budget=0)
    exact = fewest(together, differs)
    assert (found is None) == (exact is None)
    if found is None or exact is None:
        return
    assert not found.minimal or not found.values
    assert len(found.values) >= len(exact.values)
    for left_out in (None, *found.values):
        values = {level: value for level, value in found.values.items() if level != left_out}
        holds = diagram.both(together.domain, diagram.negate(differs))
        assert possible(together, holds, values) == (left_out is not None)


def possible(together: Together, node: Node, values: Mapping[int, int]) -> bool:
    """Whether a function can be true with these values."""
    diagram = together.diagram
    for level, value in values.items():
        width = len(together.variables[level].values)
        picks = tuple(diagram.true if i == value else diagram.false for i in range(width))
        node = diagram.both(diagram.make(level, picks), node)
    return node != diagram.false


def suffices(
    everything: list[tuple[Both, Evaluation, Evaluation]],
    id: str,
    flow: tuple[object, object],
    size: int,
) -> bool:
    """Whether complete answers to some ``size`` questions make this flow certain."""
    names = list({**everything[0][0][0], **everything[0][0][1]})
    for chosen in combinations(names, size):
        groups: dict[tuple[object, ...], set[tuple[object, object]]] = {}
        for (old_values, new_values), old, new in everything:
            values: Mapping[str, object] = {**old_values, **new_values}
            key = tuple(values[name] for name in chosen)
            groups.setdefault(key, set()).add((old.outcomes[id], new.outcomes[id]))
        if {flow} in groups.values():
            return True
    return False


# --- what a reader is told -----------------------------------------------------------------------


def small(*rows: Row, questions: tuple[Question, ...] | None = None) -> Pack:
    """A pack with a choice and a yes/no question, and one table."""
    asked = questions or (
        Question("ruimte", "Ruimte?", options=(Option("geen", "Geen"), Option("veel", "Veel"))),
        Question("haast", "Haast?", "yesno"),
    )
    table = Table(rows, "first", "samen")
    decision = Decision("vorm", table, ("vertellen", "vragen", "samen"))
    return Pack("klein", "Klein", "0" * 12, asked, (decision,), (Advice("vorm"),))


NO_ROOM = Row("r_geen", Is("ruimte", frozenset(("geen",))), "vertellen", "Er is niets te kiezen.")
HASTE = Row("r_haast", Is("haast", frozenset(("ja",))), "vragen", "Er is haast.")


def how(before: Pack, after: Pack) -> list[tuple[str, str]]:
    (advice,) = compare(before, after).advices
    return [(change.how, change.id) for cause in advice.causes for change in cause.changes]


def test_the_same_pack_changes_nothing() -> None:
    """No flow, no cause, no example."""
    comparison = compare(small(NO_ROOM, HASTE), small(NO_ROOM, HASTE))
    assert comparison.same
    assert comparison.advices[0].causes == ()
    assert comparison.advices[0].examples == ()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((NO_ROOM,), (NO_ROOM, HASTE), [("added", "r_haast")]),
        ((NO_ROOM, HASTE), (NO_ROOM,), [("removed", "r_haast")]),
        ((NO_ROOM, HASTE), (HASTE, NO_ROOM), [("moved", "r_geen")]),
        ((HASTE,), (replace(HASTE, then="samen"),), [("changed", "r_haast")]),
        ((HASTE,), (replace(HASTE, when=AllOf()),), [("changed", "r_haast")]),
        ((HASTE,), (replace(HASTE, why="Een andere reden."),), []),
    ],
)
def test_rules_are_added_removed_changed_or_moved(
    before: tuple[Row, ...], after: tuple[Row, ...], expected: list[tuple[str, str]]
) -> None:
    """A text alone is no change of a rule."""
    assert how(small(*before), small(*after)) == expected


def test_a_question_of_one_pack_counts_with_all_of_its_answers() -> None:
    """The pack that lacks it does not look at it."""
    new = Question("steun", "Steun?", "yesno")
    before = small(HASTE)
    after = small(
        Row("r_steun", Is("steun", frozenset(("ja",))), "vertellen"),
        HASTE,
        questions=(*before.questions, new),
    )
    comparison = compare(before, after)
    assert comparison.differences.questions.after == ("steun",)
    assert comparison.total == 8
    assert comparison.advices[0].share == Fraction(1, 2)


def test_an_option_of_one_pack_is_no_answer_in_the_other() -> None:
    """It is told, and left out of the combinations."""
    before = small(NO_ROOM)
    ruimte, haast = before.questions
    more = replace(ruimte, options=(*ruimte.options, Option("alles", "Alles")))
    comparison = compare(before, small(NO_ROOM, questions=(more, haast)))
    assert comparison.differences.options["ruimte"].after == ("alles",)
    assert comparison.total == 4
    assert comparison.same


def test_what_goes_with_no_other_answer_is_chosen_on_its_own() -> None:
    """Of three options of which one stands alone there are five answers, not eight."""
    options = (Option("buren", "Buren"), Option("taal", "Taal"), Option("nul", "Nul", alone=True))
    missing = (Question("mist", "Wie mist?", "multi", options=options),)
    none = Row("r_nul", Contains("mist", frozenset(("nul",))), "vertellen")
    comparison = compare(small(none, questions=missing), small(questions=missing))
    assert comparison.total == 5
    assert comparison.advices[0].count == 1


def test_decisions_with_another_name_are_paired_when_there_is_one_each() -> None:
    """Two packs of different makers can be compared."""
    before, after = small(NO_ROOM), small(NO_ROOM)
    other = replace(after.decisions[0], id="niveau")
    after = replace(after, decisions=(other,), advices=(Advice("niveau"),))
    comparison = compare(before, after)
    assert comparison.same
    assert [(one.before.id, one.after.id) for one in comparison.advices] == [("vorm", "niveau")]


def test_packs_without_a_common_outcome_are_compared_on_the_ladder() -> None:
    """What one calls "samen" and the other "coproductie" is the same rung."""
    before, after = small(NO_ROOM), small()
    names = ("zenden", "peilen", "maken")
    table = Table((replace(NO_ROOM, then="zenden"),), "first", "peilen")
    niveau = Decision("niveau", table, names)
    rungs = {"zenden": "informeren", "peilen": "raadplegen", "maken": "coproduceren"}
    after = replace(after, decisions=(niveau,), advices=(Advice("niveau", rungs=rungs),))
    ours = {"vertellen": "informeren", "vragen": "raadplegen", "samen": "coproduceren"}
    before = replace(before, advices=(Advice("vorm", rungs=ours),))
    (advice,) = compare(before, after).advices
    assert advice.on_ladder
    assert [(f.before, f.after, f.share) for f in advice.changed] == [
        ("coproduceren", "raadplegen", Fraction(1, 2))
    ]


def test_of_a_reordered_list_the_fewest_names_move() -> None:
    """One name that went to the end is one that moved."""
    assert longest_in_order("abcde", "acdeb") == list("acde")
    assert longest_in_order("abc", "cba") in (["a"], ["b"], ["c"])
    assert longest_in_order("", "") == []
