"""The diagram and direct evaluation say the same, for every combination of values."""

from __future__ import annotations

from hypothesis import given

from bot.rules.compile import compile_pack
from bot.rules.evaluate import evaluate
from bot.rules.pack import (
    Pack,
)
from bot.rules.query import applies, concern_status, possible

from .packs import all_values, answer_of, packs


@given(packs(most=4))
def test_two_ways_agree(pack: Pack) -> None:
    """Every outcome, concern and applicability is the same in both ways of evaluating."""
    compiled = compile_pack(pack)
    for values in all_values(pack):
        direct = evaluate(pack, values)
        answers = {name: answer_of(value) for name, value in values.items()}
        for id, outcome in direct.outcomes.items():
            assert [outcome] == [likely.outcome for likely in possible(compiled, answers, id)]
        for question in pack.questions:
            expected = "yes" if question.id in direct.applicable else "no"
            assert expected == applies(compiled, answers, question.id)
        for concern in pack.concerns:
            expected = "holds" if concern.id in direct.concerns else "not"
            assert expected == concern_status(compiled, answers, concern.id)
