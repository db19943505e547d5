"""Priors rank what is still possible; they never change what is."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.diagram.compile import compile_pack
from bot.rules.evaluate import Evaluation
from bot.rules.model.conditions import ALWAYS, Condition, Is, Value
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.pack import Advice, Pack, Prior
from bot.rules.model.questions.question import Option, Question
from bot.rules.query import possible
from tests.rules.packs import SEEDS, answers, consistent, evaluated, packs, share_of_values


def make_prior(seed: int, pack: Pack, index: int) -> Prior:
    """A prior about some question, where an answer to another question holds."""
    r = Random(seed)
    asked = r.choice([q for q in pack.questions if q.kind != "number"])
    known = r.choice([q for q in pack.questions if q.kind != "number"])
    value = r.choice(known.options).id
    when: Condition = Is(known.id, frozenset((value,))) if r.getrandbits(2) else ALWAYS
    times = {option.id: Fraction(r.randint(1, 9), 3) for option in asked.options}
    return Prior(f"p{index}", when, asked.id, times)


def holds(when: Condition, run: Evaluation, values: dict[str, Value]) -> bool:
    """Whether the condition of a made prior holds."""
    if not isinstance(when, Is):
        return True
    value = values[when.input]
    chosen = value if isinstance(value, frozenset) else {value}
    return when.input in run.applicable and bool(when.values & chosen)


def factor(pack: Pack, prior: Prior, values: dict[str, Value]) -> Fraction:
    """How much more this combination weighs, computed anew."""
    run = evaluated(pack, values)  # type: ignore[arg-type]
    question = pack.question(prior.question)
    if question.id not in run.applicable or not holds(prior.when, run, values):
        return Fraction(1)
    weighed = Fraction(1)
    options = question.options
    if question.kind == "multi":
        for option in options:
            chosen = option.id in values[question.id]  # type: ignore[operator]
            yes = prior.times[option.id]
            after = 1 + option.weight * yes
            weighed *= (yes if chosen else 1) * (1 + option.weight) / after
        return weighed
    after = sum(option.weight * prior.times[option.id] for option in options)
    before = sum((option.weight for option in options), Fraction(0))
    return prior.times[str(values[question.id])] * before / after


@given(
    packs(most=4).filter(lambda p: any(q.kind != "number" for q in p.questions)), SEEDS, st.data()
)
def test_shares_with_priors_are_exact(pack: Pack, seed: int, data: st.DataObject) -> None:
    """A share is the weight of the combinations times the factors of the priors."""
    pack = replace(pack, priors=tuple(make_prior(seed + i, pack, i) for i in range(2)))
    compiled = compile_pack(pack)
    known = data.draw(answers(pack))
    decision = pack.advices[0].decision
    expected: dict[object, Fraction] = {}
    for values in consistent(pack, known):
        outcome = evaluated(pack, values).outcomes[decision]
        share = share_of_values(compiled, pack, values, known)
        for prior in pack.priors:
            share *= factor(pack, prior, values)  # type: ignore[arg-type]
        expected[outcome] = expected.get(outcome, Fraction(0)) + share
    whole = sum(expected.values())
    found = possible(compiled, known, decision)
    assert {o: share / whole for o, share in expected.items()} == {
        f.outcome: f.share for f in found
    }


@given(
    packs(most=4).filter(lambda p: any(q.kind != "number" for q in p.questions)), SEEDS, st.data()
)
def test_priors_rule_nothing_out(pack: Pack, seed: int, data: st.DataObject) -> None:
    """The same outcomes are possible with and without them."""
    with_priors = replace(pack, priors=(make_prior(seed, pack, 0),))
    known = data.draw(answers(pack))
    decision = pack.advices[0].decision
    before, after = (
        {one.outcome for one in possible(compile_pack(each), known, decision)}
        for each in (pack, with_priors)
    )
    assert before == after


def test_a_prior_says_nothing_about_its_condition() -> None:
    """That people who want to choose usually get to, makes wanting to choose no likelier."""
    wish = Question("wens", "?", "choice", options=(Option("kiezen", "K"), Option("horen", "H")))
    board = Question("bestuur", "?", "choice", options=(Option("volgt", "V"), Option("niet", "N")))
    row = Row("r", Is("wens", frozenset(("kiezen",))), "ja", sources=("eigen",))
    decision = Decision("d", Table((row,), "first", "nee"), ("ja", "nee"))
    prior = Prior("p", row.when, "bestuur", {"volgt": Fraction(9)})
    pack = Pack("p", "P", "0", (wish, board), (decision,), (Advice("d"),), priors=(prior,))
    shares = {one.outcome: one.share for one in possible(compile_pack(pack), {}, "d")}
    assert shares == {"ja": Fraction(1, 2), "nee": Fraction(1, 2)}
