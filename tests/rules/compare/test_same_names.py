"""What was renamed is the same on both sides of a comparison."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import islice
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings

from bot.packs.load import load_pack
from bot.rules.compare.compare import compare
from bot.rules.compare.same_names import in_names_of
from bot.rules.evaluate import Given, evaluate
from bot.rules.model.content import Form
from bot.rules.model.ids import MORE_THAN_ONE, NO_RULE
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question
from tests.amounts import times
from tests.rules.packs import OUTCOMES, SEEDS, all_values, make_pack

NAMED = Path(__file__).parents[1] / "vernoemd"
DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def before() -> Pack:
    """The pack as it was."""
    return load_pack(NAMED / "eerst")


@pytest.fixture(scope="module")
def after() -> Pack:
    """The pack with other names."""
    return load_pack(NAMED / "nu")


def test_a_question_with_another_name_is_the_same_question(before: Pack, after: Pack) -> None:
    """Only what came, went, was split or put together counts as new or gone."""
    differences = compare(in_names_of(before, after), after, DAY).differences
    assert (differences.questions.before, differences.questions.after) == (("weer",), ())
    told = {id: (sides.before, sides.after) for id, sides in differences.options.items()}
    assert told == {
        "nodig": (("maken",), ("schetsen", "bouwen")),
        "te_kiezen": (("paar", "veel"), ("iets",)),
        "bestuur": (("zwijgt",), ()),
    }
    assert differences.replaced == ("gevolgen",)


def test_a_form_with_another_name_is_the_same_outcome(before: Pack, after: Pack) -> None:
    """Where all is decided by what kept its meaning, nothing changes."""
    (advice,) = compare(in_names_of(before, after), after, DAY).advices
    outcomes = {str(one) for flow in advice.flows for one in (flow.before, flow.after)}
    assert "informeren" not in outcomes
    assert "vertellen" in outcomes
    assert not advice.on_ladder


def test_the_cases_and_what_else_names_things_go_along(before: Pack, after: Pack) -> None:
    """Answers, parts, outcomes and the opening."""
    pack = in_names_of(before, after)
    assert pack.cases[0].answers == {
        "nodig": ("beeld",),
        "te_kiezen": ("niets",),
        "mandaat": ("ja",),
    }
    assert pack.cases[0].expected == {"": "vertellen"}
    assert pack.opening == ("nodig", "te_kiezen")
    division = pack.division("onderdeel")
    assert division is not None
    assert [option.id for option in division.options] == ["inhoud", "beheer"]
    assert [form.id for form in pack.forms] == ["vertellen", "wachten", "samen"]


def test_without_renaming_a_pack_stays_as_it_is(after: Pack) -> None:
    """Also when it is read for the second time."""
    assert in_names_of(after, after) is after


# --- any pack, with every name changed ------------------------------------------------------


def new(id: str) -> str:
    return f"{id}_nu"


def with_forms(pack: Pack) -> Pack:
    """A generated pack with a form for each outcome."""
    return replace(pack, forms=tuple(Form(id, id, id) for id in OUTCOMES))


def named_anew(pack: Pack, name: Callable[[str], str], old: Callable[[str], str]) -> Pack:
    """The pack with these names for all questions, options and forms, and what they were before."""

    def question(q: Question) -> Question:
        options = tuple(replace(o, id=name(o.id), formerly=(old(o.id),)) for o in q.options)
        named = q.options if q.kind == "yesno" else options
        return replace(q, id=name(q.id), formerly=(old(q.id),), options=named)

    forms = tuple(replace(f, id=name(f.id), formerly=(old(f.id),)) for f in pack.forms)
    return replace(pack, questions=tuple(map(question, pack.questions)), forms=forms)


@settings(max_examples=times(30, 1000), deadline=None)
@given(SEEDS.map(lambda seed: with_forms(make_pack(Random(seed), 4))))
def test_a_pack_in_which_all_was_renamed_comes_back_whole(pack: Pack) -> None:
    """There and back again, nothing is another: no rule, no question, no outcome."""
    there = in_names_of(pack, named_anew(pack, new, str))
    assert {q.id for q in there.questions} == {new(q.id) for q in pack.questions}
    assert {form.id for form in there.forms} == set(map(new, OUTCOMES))
    assert in_names_of(there, named_anew(pack, str, new)) == pack


@settings(max_examples=times(20, 500), deadline=None)
@given(SEEDS.map(lambda seed: with_forms(make_pack(Random(seed), 3))))
def test_a_pack_that_was_only_renamed_changes_no_advice(pack: Pack) -> None:
    """In every combination of answers; held against evaluating both packs."""
    renamed = in_names_of(pack, named_anew(pack, new, str))
    for values in islice(all_values(pack), 200):
        anew = {new(name): _value(pack, name, value) for name, value in values.items()}
        was, now = evaluate(pack, values), evaluate(renamed, anew)
        assert now.concerns == was.concerns
        for advice in pack.advices:
            assert now.outcomes[advice.decision] == new(str(was.outcomes[advice.decision])) or (
                was.outcomes[advice.decision] in (NO_RULE, MORE_THAN_ONE)
            )


def _value(pack: Pack, name: str, value: Given) -> Given:
    if isinstance(value, Fraction) or pack.question(name).kind == "yesno":
        return value
    return frozenset(map(new, value)) if isinstance(value, frozenset) else new(value)
