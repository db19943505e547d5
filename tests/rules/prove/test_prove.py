"""What is proved about a pack, held against trying every combination one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from random import Random

from hypothesis import given, settings

from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.evaluate import Evaluation, Given, evaluate
from bot.rules.model.conditions import Value, holds, named
from bot.rules.model.decisions.adjustment import Adjustment, Shift
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.decisions.score import Item, Score
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.ids import NO_RULE, NOT_APPLICABLE
from bot.rules.model.pack import Concern, Pack
from bot.rules.model.questions.question import Question
from bot.rules.prove.findings import (
    DECISION_IDLE,
    FORM_NEVER,
    NO_ADVICE,
    OPTION_IDLE,
    QUESTION_IDLE,
    QUESTION_NEVER,
    ROW_HIDDEN,
    ROW_NEVER,
    TWO_ADVICES,
    Finding,
)
from bot.rules.prove.proof import prove
from tests.amounts import times
from tests.rules.packs import SEEDS, Values, all_values, evaluated, make_pack

# --- every combination one by one ---------------------------------------------------------------


def lonely(pack: Pack, values: Values) -> bool:
    """Whether what goes with no other answer stands by itself."""
    for question in pack.questions:
        value = values[question.id]
        alone = any(option.alone for option in question.options if option.id in named(value))
        if alone and len(named(value)) > 1:
            return False
    return True


class Everything:
    """Every combination of a small pack, evaluated."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled, self.pack = compiled, compiled.pack
        self.all = [
            (values, evaluated(self.pack, values))
            for values in all_values(self.pack)
            if lonely(self.pack, values)
        ]
        self.places = [self._place(values) for values, _ in self.all]

    def _place(self, values: Values) -> tuple[object, ...]:
        """The combination as the diagram knows it: a number by its span."""
        return tuple(self.span(name, value) for name, value in values.items())

    def span(self, name: str, value: Given) -> object:
        if not isinstance(value, Fraction):
            return value
        (level,) = self.compiled.variables.of[name]
        spans = self.compiled.variables.all[level].intervals
        return next(i for i, span in enumerate(spans) if span.overlaps(value, value))

    def where(self, test: Callable[[Values, Evaluation], bool]) -> set[tuple[object, ...]]:
        """The combinations for which something holds."""
        pairs = zip(self.places, self.all, strict=True)
        return {place for place, (values, found) in pairs if test(values, found)}

    def holds(self, condition: object, values: Values, found: Evaluation) -> bool:
        def value_of(name: str) -> Value:
            if name in found.outcomes:
                return found.outcomes[name]
            return values[name] if name in found.applicable else None

        return holds(condition, value_of)  # type: ignore[arg-type]

    def row(self, row: Row | Shift | Concern) -> set[tuple[object, ...]]:
        return self.where(lambda values, found: self.holds(row.when, values, found))

    def outcome(self, decision: str, values: tuple[object, ...]) -> bool:
        return self.where(lambda _, found: found.outcomes[decision] in values)

    def effects(self, found: Evaluation) -> tuple[object, ...]:
        """All that an answer can lead to."""
        ids = [advice.decision for advice in self.pack.advices] + list(self.pack.beside)
        return (*(found.outcomes[id] for id in ids), found.concerns)


def groups(
    everything: Everything, question: str, key: Callable[[Given], object] = lambda value: None
) -> Iterator[dict[object, object]]:
    """For all that is the same but this question: answer -> effects."""
    names = [q.id for q in everything.pack.questions]
    at = names.index(question)
    found: dict[object, dict[object, object]] = {}
    for place, (_, result) in zip(everything.places, everything.all, strict=True):
        rest = place[:at] + place[at + 1 :]
        found.setdefault(rest, {})[place[at]] = everything.effects(result)
    return iter(found.values())


def by_brute_force(compiled: Compiled) -> set[tuple[str, tuple[str, ...]]]:
    """The kind and subject of every finding, from the definitions."""
    everything = Everything(compiled)
    return {*_outcomes(everything), *_rows(everything), *_questions(everything)}


def _outcomes(e: Everything) -> Iterator[tuple[str, tuple[str, ...]]]:
    advising = [advice.decision for advice in e.pack.advices]
    reached = {d.id: _reached(e, d.id) for d in e.pack.decisions}
    for id in advising:
        if e.outcome(id, (NO_RULE, frozenset())):
            yield NO_ADVICE, (id,)
        for outcome in e.pack.decision(id).outcomes:
            if all(outcome not in reached[other] for other in advising):
                yield FORM_NEVER, (outcome,)
            elif outcome not in _needed(e, id):
                yield FORM_NEVER, (f"{id}.{outcome}",)


def _needed(e: Everything, id: str) -> set[object]:
    """What comes out of a decision, or out of an adjustment of it."""
    found = _reached(e, id)
    for decision in e.pack.decisions:
        if isinstance(decision.logic, Adjustment) and decision.logic.base == id:
            found |= _needed(e, decision.id)
    return found


def _reached(e: Everything, id: str) -> set[object]:
    found: set[object] = set()
    for _, result in e.all:
        outcome = result.outcomes[id]
        found |= outcome if isinstance(outcome, frozenset) else {outcome}
    return found


def _rows(e: Everything) -> Iterator[tuple[str, tuple[str, ...]]]:
    for decision in e.pack.decisions:
        logic, id = decision.logic, decision.id
        if isinstance(logic, Table):
            where = {row.id: e.row(row) for row in logic.rows}
            yield from ((ROW_NEVER, (f"{id}.{row}",)) for row in where if not where[row])
            if logic.hit == "unique":
                for one, other in combinations(where, 2):
                    if where[one] & where[other]:
                        yield TWO_ADVICES, (f"{id}.{one}", f"{id}.{other}")
            if logic.hit == "first":
                before: set[object] = set()
                for row, places in where.items():
                    if places and places <= before:
                        yield ROW_HIDDEN, (f"{id}.{row}",)
                    before |= places
        elif isinstance(logic, Matrix):
            fired = {cell for _, result in e.all for cell in result.fired[id]}
            cells = [f"{row}/{column}" for row in logic.cells for column in logic.cells[row]]
            yield from ((ROW_NEVER, (f"{id}.{cell}",)) for cell in cells if cell not in fired)
        elif isinstance(logic, Score):
            for index, item in enumerate(logic.items):
                if not e.where(lambda v, f, i=item, s=logic: _item_counts(e, s, i, v, f)):
                    yield ROW_NEVER, (f"{id}.{index}",)
        else:
            yield from _shifts(e, id, logic)
    for concern in e.pack.concerns:
        if not e.row(concern):
            yield ROW_NEVER, (concern.id,)


def _item_counts(
    e: Everything, score: Score, item: Item, values: Values, found: Evaluation
) -> bool:
    """Whether leaving an item out could matter here: it gives points, or counts in an average."""
    if item.input is None:
        return (bool(item.points) or score.average) and e.holds(item.when, values, found)
    if item.input in found.outcomes:
        value: Value = found.outcomes[item.input]
    else:
        value = values[item.input] if item.input in found.applicable else None
    if value is None:
        return NOT_APPLICABLE in item.per_value and (
            score.average or bool(item.per_value[NOT_APPLICABLE])
        )
    named = value if isinstance(value, frozenset) else {value}
    return score.average or bool(sum(item.per_value.get(str(name), 0) for name in named))


def _shifts(e: Everything, id: str, logic: Adjustment) -> Iterator[tuple[str, tuple[str, ...]]]:
    for index, shift in enumerate(logic.shifts):
        places = e.row(shift)
        if not places:
            yield ROW_NEVER, (f"{id}.{shift.id}",)
            continue
        with_it, without = (_adjusted(e, id, logic.shifts[: index + n]) for n in (1, 0))
        if with_it == without:
            yield ROW_HIDDEN, (f"{id}.{shift.id}",)


def _adjusted(e: Everything, id: str, shifts: tuple[Shift, ...]) -> list[object]:
    """What a decision gives with only these shifts, for every combination."""
    decisions = tuple(
        replace(d, logic=replace(d.logic, shifts=shifts)) if d.id == id else d
        for d in e.pack.decisions
    )
    pack = replace(e.pack, decisions=decisions)
    return [evaluate(pack, values).outcomes[id] for values, _ in e.all]


def _questions(e: Everything) -> Iterator[tuple[str, tuple[str, ...]]]:
    for question in e.pack.questions:
        if not any(question.id in result.applicable for _, result in e.all):
            yield QUESTION_NEVER, (question.id,)
            continue
        found = list(groups(e, question.id))
        if all(len(set(group.values())) == 1 for group in found):
            yield QUESTION_IDLE, (question.id,)
        elif question.kind == "multi":
            for option in question.options:
                if not option.alone and not any(_toggles(group, option.id) for group in found):
                    yield OPTION_IDLE, (f"{question.id}.{option.id}",)
        elif question.kind != "number":
            yield from _alike(question, found)


def _toggles(group: dict[object, object], option: str) -> bool:
    """Whether choosing one more option changes anything."""
    return any(
        group[value] != group[value | {option}]  # type: ignore[operator]
        for value in group
        if value | {option} in group  # type: ignore[operator]
    )


def _alike(
    question: Question, found: list[dict[object, object]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    effects = {option.id: tuple(group[option.id] for group in found) for option in question.options}
    for same in dict.fromkeys(effects.values()):
        ids = [id for id in effects if effects[id] == same]
        if len(ids) > 1:
            yield OPTION_IDLE, tuple(f"{question.id}.{id}" for id in ids)


# --- the property tests ---------------------------------------------------------------------------


def sly(r: Random) -> Pack:
    """A generated pack, now and then with an answer that goes with no other."""
    pack = make_pack(r, 4)
    if r.getrandbits(1):
        return pack
    questions = tuple(
        replace(q, options=(replace(q.options[0], alone=True), *q.options[1:]))
        if q.kind == "multi"
        else q
        for q in pack.questions
    )
    return replace(pack, questions=questions)


SLY = SEEDS.map(lambda seed: sly(Random(seed)))
ABOUT_SUB = (NO_ADVICE, FORM_NEVER, DECISION_IDLE)


def about_rules(pack: Pack, finding: Finding) -> bool:
    """Whether a finding is one that the brute force of the whole pack looks for."""
    advising = {advice.decision for advice in pack.advices}
    sub = finding.about[0].partition(".")[0]
    known = {decision.id for decision in pack.decisions}
    return finding.kind not in ABOUT_SUB or sub in advising or sub not in known


@settings(max_examples=times(40, 2000), deadline=None)
@given(SLY)
def test_every_finding_is_there_and_no_other(pack: Pack) -> None:
    """Rows, outcomes, questions and options: as trying every combination says."""
    compiled = compile_pack(pack)
    found = [finding for finding in prove(compiled).findings if about_rules(pack, finding)]
    named = [(finding.kind, finding.about) for finding in found]
    assert len(named) == len(set(named))
    assert set(named) == by_brute_force(compiled)


@settings(max_examples=times(25, 1000), deadline=None)
@given(SLY)
def test_counts_are_exact_and_an_example_shows_it(pack: Pack) -> None:
    """How many combinations show a finding, and its answers suffice whatever the others are."""
    compiled = compile_pack(pack)
    e = Everything(compiled)
    proof = prove(compiled)
    assert proof.combinations == _spans(compiled, e)
    for finding in proof.findings:
        if finding.kind == NO_ADVICE and finding.about[0] in {a.decision for a in pack.advices}:
            shows = e.outcome(finding.about[0], (NO_RULE, frozenset()))
        elif finding.kind == TWO_ADVICES:
            rows = {f"{d.id}.{r.id}": r for d in pack.decisions if isinstance(d.logic, Table)
                    for r in d.logic.rows}  # fmt: skip
            one, other = (e.row(rows[id]) for id in finding.about)
            shows = one & other
        else:
            continue
        assert finding.count == len(shows)
        assert finding.example is not None
        agreeing = _agreeing(e, finding.example)
        assert agreeing
        assert agreeing <= shows


@settings(max_examples=times(25, 1000), deadline=None)
@given(SLY)
def test_no_answer_of_an_example_can_be_left_out(pack: Pack) -> None:
    """An example mentions nothing that does not matter."""
    compiled = compile_pack(pack)
    e = Everything(compiled)
    advising = {advice.decision for advice in pack.advices}
    for finding in prove(compiled).findings:
        if finding.kind == NO_ADVICE and finding.about[0] in advising:
            shows = e.outcome(finding.about[0], (NO_RULE, frozenset()))
            for name in finding.example or ():
                less = {n: v for n, v in (finding.example or {}).items() if n != name}
                assert not _agreeing(e, less) <= shows


def _spans(compiled: Compiled, e: Everything) -> int:
    return len(set(e.places))


def _agreeing(e: Everything, example: dict[str, Given]) -> set[tuple[object, ...]]:
    wanted = {name: e.span(name, value) for name, value in example.items()}
    names = [question.id for question in e.pack.questions]
    return {
        place
        for place in e.places
        if all(place[names.index(name)] == value for name, value in wanted.items())
    }


@settings(max_examples=times(25, 1000), deadline=None)
@given(SLY)
def test_rows_that_hide_a_row_do_so_together_and_none_is_needless(pack: Pack) -> None:
    """The rows that are named hide it, and without any of them it would come through."""
    compiled = compile_pack(pack)
    e = Everything(compiled)
    rows = {f"{d.id}.{r.id}": r for d in pack.decisions if isinstance(d.logic, Table)
            for r in d.logic.rows}  # fmt: skip
    for finding in prove(compiled).findings:
        if finding.kind != ROW_HIDDEN or finding.about[0] not in rows:
            continue
        places = e.row(rows[finding.about[0]])
        hiding = [e.row(rows[id]) for id in finding.others]
        assert hiding
        assert places <= set().union(*hiding)
        for index in range(len(hiding)):
            rest = hiding[:index] + hiding[index + 1 :]
            assert not places <= set().union(*rest)
        assert _agreeing(e, finding.example or {}) <= places


@settings(max_examples=times(25, 1000), deadline=None)
@given(SLY)
def test_a_decision_below_the_advice_without_outcome(pack: Pack) -> None:
    """It is found exactly where some outcome instead of none would change an advice."""
    compiled = compile_pack(pack)
    e = Everything(compiled)
    advising = [advice.decision for advice in pack.advices]
    found = {f.about[0]: f for f in prove(compiled).findings if f.kind == NO_ADVICE}
    for decision in pack.decisions:
        if decision.id in advising or _collects(decision):
            continue
        missed: set[tuple[object, ...]] = set()
        for outcome in decision.outcomes:
            other = _instead(pack, decision.id, outcome)
            missed |= e.where(
                lambda values, result, other=other, id=decision.id: (
                    result.outcomes[id] == NO_RULE
                    and any(
                        evaluate(other, values).outcomes[a] != result.outcomes[a] for a in advising
                    )
                )
            )
        assert bool(missed) == (decision.id in found)
        if missed:
            assert found[decision.id].count == len(missed)


def _collects(decision: Decision) -> bool:
    return isinstance(decision.logic, Table) and decision.logic.hit == "collect"


def _instead(pack: Pack, id: str, outcome: str) -> Pack:
    """The pack in which a decision always has this outcome."""
    always = Table((), otherwise=outcome)
    decisions = tuple(replace(d, logic=always) if d.id == id else d for d in pack.decisions)
    return replace(pack, decisions=decisions)


@settings(max_examples=times(25, 1000), deadline=None)
@given(SLY)
def test_outcomes_of_decisions_below_the_advice(pack: Pack) -> None:
    """One that never comes out is found; a decision that is called idle changes nothing."""
    compiled = compile_pack(pack)
    e = Everything(compiled)
    advising = {advice.decision for advice in pack.advices}
    findings = prove(compiled).findings
    idle = {finding.about[0] for finding in findings if finding.kind == DECISION_IDLE}
    never = {finding.about for finding in findings if finding.kind == FORM_NEVER}
    for decision in pack.decisions:
        if decision.id in idle:
            for outcome in decision.outcomes:
                other = _instead(pack, decision.id, outcome)
                assert all(e.effects(evaluate(other, v)) == e.effects(f) for v, f in e.all)
        elif decision.id not in advising and not isinstance(decision.logic, Adjustment):
            missing = {(f"{decision.id}.{o}",) for o in decision.outcomes} & never
            needed = _needed(e, decision.id)
            expected = {(f"{decision.id}.{o}",) for o in decision.outcomes if o not in needed}
            assert missing == expected
