"""One pack changed a little, as an editor would: rules, options, bounds and questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from random import Random

from bot.rules.model.conditions import Is
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Option, Question
from tests.rules.packs import OUTCOMES, conditions, options, shuffled

Change = Callable[[Random, Pack], Pack]


def changed(r: Random, pack: Pack) -> Pack:
    """The pack after one to three changes."""
    for change in r.choices(CHANGES, k=r.randint(1, 3)):
        pack = change(r, pack)
    return pack


def _table(r: Random, pack: Pack) -> Decision:
    return r.choice([d for d in pack.decisions if isinstance(d.logic, Table)])


def _with_rows(pack: Pack, decision: Decision, rows: tuple[Row, ...]) -> Pack:
    assert isinstance(decision.logic, Table)
    return _with_decision(pack, replace(decision, logic=replace(decision.logic, rows=rows)))


def _with_decision(pack: Pack, new: Decision) -> Pack:
    return replace(pack, decisions=tuple(new if d.id == new.id else d for d in pack.decisions))


def _with_question(pack: Pack, new: Question) -> Pack:
    return replace(pack, questions=tuple(new if q.id == new.id else q for q in pack.questions))


def _rows(decision: Decision) -> list[Row]:
    assert isinstance(decision.logic, Table)
    return list(decision.logic.rows)


def _other_outcome(r: Random, pack: Pack) -> Pack:
    decision = _table(r, pack)
    rows = _rows(decision)
    index = r.randrange(len(rows))
    rows[index] = replace(rows[index], then=r.choice(OUTCOMES))
    return _with_rows(pack, decision, tuple(rows))


def _row_gone(r: Random, pack: Pack) -> Pack:
    decision = _table(r, pack)
    rows = _rows(decision)
    return _with_rows(pack, decision, tuple(rows[:-1])) if len(rows) > 1 else pack


def _rows_shuffled(r: Random, pack: Pack) -> Pack:
    decision = _table(r, pack)
    return _with_rows(pack, decision, tuple(shuffled(r, _rows(decision))))


def _new_row(r: Random, pack: Pack) -> Pack:
    decision = pack.decision("b5")
    rows = _rows(decision)
    number = r.randint(10, 99)
    if any(row.id == f"r{number}" for row in rows):
        return pack
    when = conditions(r, list(pack.questions))
    rows.insert(r.randint(0, len(rows)), Row(f"r{number}", when, r.choice(OUTCOMES)))
    return _with_rows(pack, decision, tuple(rows))


def _other_rest(r: Random, pack: Pack) -> Pack:
    decision = _table(r, pack)
    assert isinstance(decision.logic, Table)
    new = replace(decision.logic, otherwise=r.choice((None, *OUTCOMES)))
    return _with_decision(pack, replace(decision, logic=new))


def _other_concern(r: Random, pack: Pack) -> Pack:
    concerns = list(pack.concerns)
    index = r.randrange(len(concerns))
    concerns[index] = replace(concerns[index], when=conditions(r, list(pack.questions)))
    return replace(pack, concerns=tuple(concerns))


def _new_question(r: Random, pack: Pack) -> Pack:
    if pack.find_question("nieuw"):
        return pack
    question = Question("nieuw", "Nieuw?", options=options(3, [1, 1, 1]))
    index = r.randint(0, len(pack.questions))
    questions = (*pack.questions[:index], question, *pack.questions[index:])
    decision = pack.decision("b5")
    when = Is("nieuw", frozenset((r.choice("abc"),)))
    rows = (Row("rn", when, r.choice(OUTCOMES)), *_rows(decision))
    return _with_rows(replace(pack, questions=questions), decision, rows)


def _more_or_fewer_options(r: Random, pack: Pack) -> Pack:
    found = [q for q in pack.questions if q.kind in ("choice", "multi")]
    question = r.choice(found)
    if r.getrandbits(1) and len(question.options) > 2:
        return _with_question(pack, replace(question, options=question.options[1:]))
    if len(question.options) > 3:
        return pack
    return _with_question(pack, replace(question, options=(*question.options, Option("d", "d"))))


def _alone(r: Random, pack: Pack) -> Pack:
    found = [q for q in pack.questions if q.kind == "multi"]
    if not found:
        return pack
    first, *rest = found[0].options
    return _with_question(pack, replace(found[0], options=(replace(first, alone=True), *rest)))


def _other_bounds(r: Random, pack: Pack) -> Pack:
    found = [q for q in pack.questions if q.kind == "number"]
    if not found:
        return pack
    low, high = r.choice(((0, 12), (6, 12), (0, 8), (5, 10)))
    return _with_question(pack, replace(found[0], minimum=Fraction(low), maximum=Fraction(high)))


def _other_kind(r: Random, pack: Pack) -> Pack:
    found = [q for q in pack.questions if q.kind == "multi"]
    return _with_question(pack, replace(found[0], kind="choice")) if found else pack


CHANGES: tuple[Change, ...] = (
    _other_outcome, _other_outcome, _row_gone, _rows_shuffled, _new_row, _new_row, _other_rest,
    _other_concern, _new_question, _more_or_fewer_options, _alone, _other_bounds, _other_kind,
)  # fmt: skip
