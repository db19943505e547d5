"""What is proved about a large pack, held against combinations drawn at random."""

from __future__ import annotations

from math import prod
from random import Random

import pytest

from benchmarks.prove import harder
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.evaluate import Evaluation, Given, evaluate
from bot.rules.model.ids import MORE_THAN_ONE, NO_RULE
from bot.rules.model.pack import Pack
from bot.rules.prove.findings import (
    FORM_NEVER,
    NO_ADVICE,
    OPTION_IDLE,
    QUESTION_IDLE,
    ROW_HIDDEN,
    ROW_NEVER,
    TWO_ADVICES,
)
from bot.rules.prove.proof import prove
from tests.rules.packs import Values


@pytest.fixture(scope="module", params=[(20, 4), (25, 3), (30, 3)])
def large(request: pytest.FixtureRequest) -> tuple[Compiled, list[tuple[Values, Evaluation]]]:
    """A pack of up to 10^14 combinations, and three thousand of them drawn at random."""
    r = Random(1)
    pack = harder(*request.param)
    compiled = compile_pack(pack)
    drawn = [draw(pack, r) for _ in range(3000)]
    return compiled, [(values, evaluate(pack, values)) for values in drawn]


def draw(pack: Pack, r: Random, given: dict[str, Given] | None = None) -> Values:
    """A combination of values at random, with some of them given."""
    values = {q.id: r.choice([option.id for option in q.options]) for q in pack.questions}
    return {**values, **(given or {})}


def test_no_sample_contradicts_what_is_proved(
    large: tuple[Compiled, list[tuple[Values, Evaluation]]],
) -> None:
    """What never happens does not happen, and what happens is counted."""
    compiled, samples = large
    proof = prove(compiled)
    found = {finding.kind: set[str]() for finding in proof.findings}
    for finding in proof.findings:
        found[finding.kind] |= set(finding.about)
    sizes = [len(question.options) for question in compiled.pack.questions]
    assert proof.combinations == prod(sizes)
    assert found[NO_ADVICE]
    assert found[TWO_ADVICES]
    for _, result in samples:
        fired = {f"{id}.{row}" for id, rows in result.fired.items() for row in rows}
        outcomes = {f"{id}.{outcome}" for id, outcome in result.outcomes.items()}
        assert not fired & (found.get(ROW_NEVER, set()) | found.get(ROW_HIDDEN, set()))
        assert not outcomes & found.get(FORM_NEVER, set())
        two = {id for id, outcome in result.outcomes.items() if outcome == MORE_THAN_ONE}
        assert two <= {about.partition(".")[0] for about in found[TWO_ADVICES]}


def test_idle_questions_and_twin_options_change_no_sample(
    large: tuple[Compiled, list[tuple[Values, Evaluation]]],
) -> None:
    """Another answer to an idle question, or the twin of an option, leaves the advice as it is."""
    compiled, samples = large
    pack, advice = compiled.pack, compiled.pack.advices[0].decision
    swaps = [
        tuple(id.partition(".")[::2] for id in finding.about)
        for finding in prove(compiled).findings
        if finding.kind == OPTION_IDLE
    ] + [
        tuple((q.id, option.id) for option in q.options)
        for finding in prove(compiled).findings
        if finding.kind == QUESTION_IDLE
        for q in pack.questions
        if q.id == finding.about[0]
    ]
    assert swaps
    for values, result in samples[:300]:
        for same in swaps:
            question = same[0][0]
            if (question, values[question]) not in same:
                continue
            for _, value in same:
                other = evaluate(pack, {**values, question: value})
                assert other.outcomes[advice] == result.outcomes[advice]


def test_examples_hold_on_the_large_pack(
    large: tuple[Compiled, list[tuple[Values, Evaluation]]],
) -> None:
    """However the other questions are answered, an example shows its finding."""
    compiled, _ = large
    pack, r = compiled.pack, Random(1)
    for finding in prove(compiled).findings:
        for _ in range(20 if finding.example else 0):
            result = evaluate(pack, draw(pack, r, dict(finding.example or {})))
            decision = finding.about[0].partition(".")[0]
            if finding.kind == NO_ADVICE:
                assert result.outcomes[decision] == NO_RULE
            if finding.kind == TWO_ADVICES:
                assert result.outcomes[decision] == MORE_THAN_ONE
            if finding.kind == ROW_HIDDEN:
                rows = [f"{decision}.{row.id}" for row in pack.decision(decision).logic.rows]
                (fired,) = result.fired[decision]
                assert rows.index(f"{decision}.{fired}") < rows.index(finding.about[0])


def test_shares_agree_with_samples(
    large: tuple[Compiled, list[tuple[Values, Evaluation]]],
) -> None:
    """A count is what drawing at random leads one to expect."""
    compiled, samples = large
    proof = prove(compiled)
    for finding in proof.findings:
        if finding.kind != TWO_ADVICES:
            continue
        id = finding.about[0].partition(".")[0]
        rows = {name.partition(".")[2] for name in finding.about}
        seen = sum(rows <= set(result.fired[id]) for _, result in samples)
        assert abs(seen / len(samples) - finding.count / proof.combinations) < 0.05
