"""What is possible, certain and relevant, against enumeration of every combination."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.diagram.compile import compile_pack
from bot.rules.model.pack import Pack
from bot.rules.query import applies, concern_status, possible
from tests.rules.packs import is_relevant

from .packs import answers, consistent, evaluated, packs, share_of_values


@given(packs(most=4), st.data())
def test_possible_is_exact(pack: Pack, data: st.DataObject) -> None:
    """The possible outcomes are exactly those of the combinations that agree with the answers."""
    compiled = compile_pack(pack)
    given_answers = data.draw(answers(pack))
    outcomes = [evaluated(pack, values).outcomes for values in consistent(pack, given_answers)]
    for decision in pack.decisions:
        expected = {found[decision.id] for found in outcomes}
        found = [likely.outcome for likely in possible(compiled, given_answers, decision.id)]
        assert expected == set(found)
        assert len(found) == len(set(found))


@given(packs(most=4), st.data())
def test_shares_are_exact(pack: Pack, data: st.DataObject) -> None:
    """A share is the weight of the combinations with that outcome, likeliest first."""
    compiled = compile_pack(pack)
    given_answers = data.draw(answers(pack))
    expected: dict[object, Fraction] = {}
    for values in consistent(pack, given_answers):
        outcome = evaluated(pack, values).outcomes["b5"]
        share = share_of_values(compiled, pack, values, given_answers)
        expected[outcome] = expected.get(outcome, Fraction(0)) + share
    whole = sum(expected.values())
    found = possible(compiled, given_answers, "b5")
    assert {o: share / whole for o, share in expected.items()} == {
        likely.outcome: likely.share for likely in found
    }
    assert sorted((likely.share for likely in found), reverse=True) == [f.share for f in found]


@given(packs(most=4), st.data())
def test_status_is_exact(pack: Pack, data: st.DataObject) -> None:
    """A concern holds, and a question applies, when it does in every combination that is left."""
    compiled = compile_pack(pack)
    given_answers = data.draw(answers(pack))
    runs = [evaluated(pack, values) for values in consistent(pack, given_answers)]
    names = {frozenset({True}): "holds", frozenset({False}): "not"}
    for concern in pack.concerns:
        truths = frozenset(concern.id in run.concerns for run in runs)
        assert names.get(truths, "open") == concern_status(compiled, given_answers, concern.id)
    names = {frozenset({True}): "yes", frozenset({False}): "no"}
    for question in pack.questions:
        truths = frozenset(question.id in run.applicable for run in runs)
        assert names.get(truths, "open") == applies(compiled, given_answers, question.id)


@given(packs(most=4), st.data())
def test_relevance_is_exact(pack: Pack, data: st.DataObject) -> None:
    """A question is relevant when two values of it, all else equal, give another result."""
    compiled = compile_pack(pack)
    given_answers = data.draw(answers(pack))
    for question in pack.questions:
        without = {k: a for k, a in given_answers.items() if k != question.id}
        results: dict[object, set[object]] = {}
        for values in consistent(pack, without):
            run = evaluated(pack, values)
            rest = tuple((k, v) for k, v in values.items() if k != question.id)
            result = (*(run.outcomes[a.decision] for a in pack.advices), "a0" in run.concerns)
            results.setdefault(rest, set()).add(result)
        expected = any(len(found) > 1 for found in results.values())
        assert expected == is_relevant(compiled, given_answers, question.id)
