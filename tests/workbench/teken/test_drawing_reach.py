"""What a drawing greys, and where it puts a case, against every combination of answers."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.diagram.compile import compile_pack
from bot.rules.model.answers import Answer
from bot.rules.model.book import AnswerBook, cell_answers
from bot.rules.model.decisions.decision import OTHERWISE
from bot.rules.model.decisions.table import Table
from bot.rules.model.pack import Pack
from bot.workbench.teken.reach import fires, reach_of
from bot.workbench.teken.standing import dots, standing
from tests.amounts import times
from tests.rules.packs import all_values, answers, consistent, evaluated, packs

SAMPLE = settings(max_examples=times(25, 500), deadline=None)


@SAMPLE
@given(packs(most=4))
def test_grey_is_what_no_combination_reaches(pack: Pack) -> None:
    """Rows of a table that give its outcome for no combination, and outcomes that never come."""
    found = reach_of(compile_pack(pack))
    seen = [evaluated(pack, values) for values in all_values(pack)]
    for decision in pack.decisions:
        fired = {rule for each in seen for rule in each.fired[decision.id]}
        outcomes: set[str] = set()
        for each in seen:
            outcome = each.outcomes[decision.id]
            outcomes |= outcome if isinstance(outcome, frozenset) else {outcome}
        assert found.outcomes[decision.id] == frozenset(decision.outcomes) - outcomes
        assert set(found.unnamed[decision.id]) == outcomes - set(decision.outcomes)
        if isinstance(decision.logic, Table):
            rows = {row.id for row in decision.logic.rows}
            dead = {rule for id, rule in found.rules if id == decision.id} - {OTHERWISE}
            assert dead == rows - fired
    asked = {question for each in seen for question in each.applicable}
    assert found.questions == {question.id for question in pack.questions} - asked


@SAMPLE
@given(st.data())
def test_a_dot_is_certain_where_every_combination_is_there(data: st.DataObject) -> None:
    """And open where some are; elsewhere there is none."""
    pack = data.draw(packs(most=4))
    compiled = compile_pack(pack)
    book = AnswerBook(data.draw(answers(pack)))
    case = standing(compiled, book, "Proef")
    given_here: dict[str, Answer] = cell_answers(pack, book, book.cells[0])
    left = [evaluated(pack, values) for values in consistent(pack, given_here)]
    for decision in pack.decisions:
        for rule in fires(compiled, decision):
            if rule == OTHERWISE:
                there = [not each.fired[decision.id] for each in left]
            else:
                there = [rule in each.fired[decision.id] for each in left]
            truth = True if all(there) else None if any(there) else False
            assert case.rules[decision.id, rule] == dots([truth])
        outcomes: set[str] = set()
        for each in left:
            outcome = each.outcomes[decision.id]
            outcomes |= outcome if isinstance(outcome, frozenset) else {outcome}
        assert set(case.outcomes[decision.id][0]) == outcomes


def test_parts_are_numbered_and_a_whole_is_not() -> None:
    """Certain parts together, then those that can be there."""
    assert [(dot.numbers, dot.certain) for dot in dots([True, None, False, True])] == [
        ((1, 4), True),
        ((2,), False),
    ]
    assert [(dot.numbers, dot.certain) for dot in dots([None])] == [((), False)]
    assert dots([False]) == ()
