"""Explanations, against enumeration of every combination and every set of answers."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.diagram.compile import compile_pack
from bot.rules.evaluate import evaluate
from bot.rules.explain import WhyNot, counterfactuals, sufficient, why, why_not
from bot.rules.model.answers import Answer, chosen
from bot.rules.model.conditions import Is
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.ids import MORE_THAN_ONE, NO_RULE
from bot.rules.model.pack import Advice, Pack
from bot.rules.model.questions.question import Option, Question
from bot.rules.query import possible
from tests.rules.packs import (
    agrees,
    all_values,
    answer_of,
    answers,
    choices_of,
    consistent,
    evaluated,
    packs,
)


def outcomes(compiled, given_answers):
    return {likely.outcome for likely in possible(compiled, given_answers, "b5")}


@given(packs(), st.data())
def test_sufficient_suffices_and_is_smallest(pack: Pack, data: st.DataObject) -> None:
    """The sufficient answers leave the same outcomes, and no smaller set of answers does."""
    compiled = compile_pack(pack)
    given_answers = data.draw(answers(pack))
    same = outcomes(compiled, given_answers)
    found = sufficient(compiled, given_answers, "b5")
    assert found.minimal
    assert same == outcomes(compiled, {k: given_answers[k] for k in found.questions})
    for smaller in combinations(given_answers, max(0, len(found.questions) - 1)):
        if found.questions:
            assert same != outcomes(compiled, {k: given_answers[k] for k in smaller})


@given(packs(), st.data())
def test_without_budget_irreducible(pack: Pack, data: st.DataObject) -> None:
    """Out of steps, the set still suffices and no answer can be left out of it."""
    compiled = compile_pack(pack)
    given_answers = data.draw(answers(pack))
    same = outcomes(compiled, given_answers)
    found = sufficient(compiled, given_answers, "b5", budget=0)
    kept = {k: given_answers[k] for k in found.questions}
    assert same == outcomes(compiled, kept)
    for name in kept:
        assert same != outcomes(compiled, {k: a for k, a in kept.items() if k != name})


@given(packs(most=4), st.data())
def test_counterfactuals_are_nearest(pack: Pack, data: st.DataObject) -> None:
    """Each other outcome comes with the smallest number of changed answers; fixed facts stay, and
    the change really gives the outcome."""
    compiled = compile_pack(pack)
    given_answers = data.draw(answers(pack))
    now = possible(compiled, given_answers, "b5")[0].outcome
    nearest: dict[object, int] = {}
    for values in all_values(pack):
        differing = [
            q for q in pack.questions if not agrees(q, values[q.id], given_answers.get(q.id))
        ]
        if not any(q.fixed for q in differing):
            outcome = evaluated(pack, values).outcomes["b5"]
            nearest[outcome] = min(len(differing), nearest.get(outcome, 99))
    for name in (now, NO_RULE, MORE_THAN_ONE):
        nearest.pop(name, None)
    found = counterfactuals(compiled, given_answers, "b5")
    assert nearest == {change.outcome: change.cost for change in found}
    for change in found:
        assert outcomes(compiled, {**given_answers, **change.answers}) == {change.outcome}
        assert set(change.changes) | set(change.assumed) == set(change.answers)
    assert [change.cost for change in found] == sorted(change.cost for change in found)


@given(packs(most=4), st.data())
def test_reasons_fired(pack: Pack, data: st.DataObject) -> None:
    """A certain reason fired in every combination that is left, another one not in all of them."""
    compiled = compile_pack(pack)
    given_answers = data.draw(answers(pack))
    runs = [evaluated(pack, values) for values in consistent(pack, given_answers)]
    for reason in why(compiled, given_answers, "b5"):
        fired = [reason.row in (run.fired[reason.decision] or ("anders",)) for run in runs]
        assert any(fired)
        assert reason.certain == all(fired)


@given(packs(), st.data())
def test_reasons_begin_at_the_advice(pack: Pack, data: st.DataObject) -> None:
    """The first reason is a row of the advice itself, with its outcome."""
    compiled = compile_pack(pack)
    values = {q.id: data.draw(st.sampled_from(choices_of(q))) for q in pack.questions}
    given_answers = {name: answer_of(value) for name, value in values.items()}
    direct = evaluate(pack, values)
    reasons = why(compiled, given_answers, "b5")
    assert (direct.fired["b5"] or ("anders",))[0] == reasons[0].row
    assert direct.outcomes["b5"] == reasons[0].outcome
    assert all(reason.certain for reason in reasons)


@given(packs(), st.data())
def test_why_not_names_an_answer(pack: Pack, data: st.DataObject) -> None:
    """Every other outcome that can be reached was kept out by an answer, which is named, and what
    was needed instead was not answered."""
    compiled = compile_pack(pack)
    values = {q.id: data.draw(st.sampled_from(choices_of(q))) for q in pack.questions}
    given_answers: dict[str, Answer] = {n: answer_of(value) for n, value in values.items()}
    now = evaluate(pack, values).outcomes["b5"]
    changes = counterfactuals(compiled, given_answers, "b5")
    reachable = {change.outcome for change in changes}
    for outcome in ("laag", "midden", "hoog"):
        found = why_not(compiled, given_answers, "b5", outcome)
        if outcome == now:
            assert found is None
        elif outcome in reachable:
            assert found is not None
            assert found.given
            (change,) = (one for one in changes if one.outcome == outcome)
            assert set(change.changes[found.question]) == set(found.needed)
            if compiled.questions[found.question].kind in ("choice", "yesno"):
                assert given_answers[found.question] == chosen(*found.given)
                assert not set(found.given) & set(found.needed)


def test_why_not_follows_the_rules_down() -> None:
    """What kept a form out is told with the row of the decision where it went wrong, or with the
    row that took precedence."""
    questions = tuple(
        Question(name, "?", "yesno", options=(Option("ja", "Ja"), Option("nee", "Nee")))
        for name in ("raad", "haast")
    )
    raad, haast = Is("raad", frozenset(("ja",))), Is("haast", frozenset(("ja",)))
    room = Decision(
        "ruimte", Table((Row("wel", raad, "veel"),), otherwise="geen"), ("geen", "veel")
    )
    rows = (
        Row("spoed", haast, "informeren"),
        Row("samen", Is("ruimte", frozenset(("veel",))), "coproduceren"),
    )
    form = Decision("vorm", Table(rows, otherwise="raadplegen"), ("informeren", "coproduceren"))
    pack = Pack("p", "P", "0" * 12, questions, (room, form), (Advice("vorm"),))
    compiled = compile_pack(pack)
    down = why_not(compiled, {"raad": chosen("nee")}, "vorm", "coproduceren")
    assert down == WhyNot("coproduceren", "ruimte", "wel", "raad", ("nee",), ("ja",))
    both = {"raad": chosen("ja"), "haast": chosen("ja")}
    stopped = why_not(compiled, both, "vorm", "coproduceren")
    assert stopped == WhyNot(
        "coproduceren", "vorm", "samen", "haast", ("ja",), ("nee",), stopped_by="spoed"
    )
    assert [reason.row for reason in why(compiled, both, "vorm")] == ["spoed"]
    calm = {"raad": chosen("ja"), "haast": chosen("nee")}
    assert [reason.row for reason in why(compiled, calm, "vorm")] == ["samen", "wel"]
