"""Small generated packs that use every kind, and all their combinations of values.

Hypothesis draws a seed and the rest follows from it: drawing every part of a pack is ten times as
slow, and a pack this small needs no shrinking.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.residual import residual
from bot.rules.evaluate import Evaluation, evaluate
from bot.rules.model.answers import SKIPPED, UNKNOWN, Answer, chosen, number
from bot.rules.model.conditions import (
    ALWAYS,
    AllOf,
    AnyOf,
    Between,
    Condition,
    Contains,
    Is,
    IsNot,
    Value,
)
from bot.rules.model.decisions.adjustment import Adjustment, Shift
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.decisions.score import Band, Item, Score
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.pack import Advice, Concern, Pack
from bot.rules.model.questions.question import Option, Question

Values = dict[str, "str | frozenset[str] | Fraction"]
KINDS = ("choice", "yesno", "multi", "number")
OUTCOMES = ("laag", "midden", "hoog")
CUTS = (Fraction(5), Fraction(10))
NUMBERS = tuple(Fraction(n) for n in (0, 5, 7, 10, 12))


T = TypeVar("T")
SEEDS = st.integers(0, 2**32 - 1)


def packs(most: int = 5) -> st.SearchStrategy[Pack]:
    """Packs of three to ``most`` questions."""
    return SEEDS.map(lambda seed: make_pack(Random(seed), most))


def answers(pack: Pack) -> st.SearchStrategy[dict[str, Answer]]:
    """Answers to some of the questions of a pack."""
    return SEEDS.map(lambda seed: make_answers(Random(seed), pack))


def some(r: Random, names: Sequence[str]) -> frozenset[str]:
    """One or two of these names."""
    return frozenset(r.sample(names, r.randint(1, min(2, len(names)))))


def shuffled(r: Random, things: Sequence[T]) -> list[T]:
    """The same things in another order."""
    return r.sample(things, len(things))


def options(count: int, weights: list[int]) -> tuple[Option, ...]:
    """Options a, b, c with these weights."""
    return tuple(Option("abc"[i], "abc"[i], weight=Fraction(weights[i])) for i in range(count))


def _question(r: Random, index: int, kind: str, applies_if: Condition) -> Question:
    weights = [r.randint(1, 3) for _ in range(3)]
    made = {
        "choice": options(3, weights),
        "yesno": (Option("ja", "Ja", weight=Fraction(weights[0])), Option("nee", "Nee")),
        "multi": options(2, weights),
        "number": (),
    }[kind]
    return Question(
        f"v{index}",
        f"Vraag {index}?",
        kind,  # type: ignore[arg-type]
        options=made,
        applies_if=applies_if,
        fixed=r.randint(0, 5) == 0,
        always=r.randint(0, 7) == 0,
        together=r.choice((None, None, "groep")),
        minimum=Fraction(0) if kind == "number" else None,
        maximum=Fraction(12) if kind == "number" else None,
    )


def _test(r: Random, named: Question | Decision) -> Condition:
    if isinstance(named, Decision):
        values = some(r, OUTCOMES)
        if isinstance(named.logic, Table) and named.logic.hit == "collect":
            return Contains(named.id, values, at_least=r.randint(0, 2))
        return r.choice((Is, IsNot))(named.id, values)
    if named.kind == "number":
        low, high = r.choice(((None, CUTS[0]), (CUTS[0], CUTS[1]), (CUTS[1], None)))
        return Between(named.id, low, high, bool(r.getrandbits(1)), bool(r.getrandbits(1)))
    ids = [option.id for option in named.options]
    values = some(r, [*ids, "nvt"])
    if named.kind == "multi" and bool(r.getrandbits(1)):
        most = r.choice((None, 0, 1))
        return Contains(named.id, values - {"nvt"}, r.randint(0, 2), most)
    return r.choice((Is, IsNot))(named.id, values)


def conditions(r: Random, names: list[Question | Decision]) -> Condition:
    """A condition on one to three of these inputs."""
    if not names:
        return ALWAYS
    tests = tuple(_test(r, r.choice(names)) for _ in range(r.randint(1, 3)))
    return r.choice((AllOf, AllOf, AnyOf))(tests)


def _table(r: Random, names: list[Question | Decision], hit: str) -> Table:
    rows = tuple(
        Row(f"r{i}", conditions(r, names), r.choice(OUTCOMES), why=f"want {i}")
        for i in range(r.randint(1, 4))
    )
    return Table(rows, hit, r.choice((None, "midden")))  # type: ignore[arg-type]


def _score(r: Random, names: list[Question | Decision], average: bool) -> Score:
    items = []
    for named in names[:3]:
        keys = [o.id for o in named.options] if isinstance(named, Question) else list(OUTCOMES)
        keys += r.choice(([], ["nvt"]))
        items.append(Item(named.id, {key: Fraction(r.randint(-1, 3)) for key in keys}))
    items.append(Item(when=conditions(r, names), points=Fraction(r.randint(1, 2))))
    bands = (Band(None, "laag"), Band(Fraction(1), "midden"), Band(Fraction(5, 2), "hoog"))
    return Score(tuple(items), bands[r.randint(0, 1) :], average)


def _matrix(r: Random, names: list[Question | Decision]) -> Matrix:
    row, column = r.choice(names), r.choice(names)
    heads = [
        [o.id for o in side.options] + ["nvt"] if isinstance(side, Question) else list(OUTCOMES)
        for side in (row, column)
    ]
    cells = {
        head: {other: r.choice(OUTCOMES) for other in heads[1] if r.randint(0, 4)}
        for head in heads[0]
    }
    return Matrix(row.id, column.id, cells)


def _adjustment(r: Random, base: Decision, names: list[Question | Decision]) -> Adjustment:
    bounds = (None, *OUTCOMES)
    shifts = tuple(
        Shift(
            f"s{i}",
            conditions(r, names),
            r.choice((-2, -1, 1, 2)),
            r.choice(bounds),
            r.choice(bounds),
        )
        for i in range(2)
    )
    return Adjustment(base.id, shifts)


def _decision(
    r: Random, kind: str, index: int, questions: list[Question], earlier: list[Decision]
) -> Decision:
    id = f"b{index}"
    names: list[Question | Decision] = [*questions, *earlier]
    singles: list[Question | Decision] = [
        named
        for named in names
        if (isinstance(named, Question) and named.kind in ("choice", "yesno"))
        or (isinstance(named, Decision) and named.id != "b2")
    ]
    bases = [decision for decision in earlier if decision.id != "b2"]
    if kind == "adjustment" and bases:
        return Decision(id, _adjustment(r, r.choice(bases), names), OUTCOMES)
    if kind == "matrix" and singles:
        return Decision(id, _matrix(r, singles), OUTCOMES)
    if kind in ("sum", "average"):
        return Decision(id, _score(r, names, kind == "average"), OUTCOMES)
    hit = kind if kind in ("first", "unique", "collect") else "first"
    return Decision(id, _table(r, names, hit), OUTCOMES, ordered=True)


def make_pack(r: Random, most: int) -> Pack:
    """A pack of a few questions of every kind, one decision of every kind, two concerns.

    A question may rest on the questions before it and on the first decision; the advice is the
    last decision, and sometimes a second one too.
    """
    kinds = shuffled(r, KINDS)
    count = r.randint(3, most)
    questions: list[Question] = []
    first: list[Decision] = []
    for index in range(count):
        names: list[Question | Decision] = [*questions, *first]
        rests = index > 0 and r.randint(0, 2) > 0
        applies_if = conditions(r, names) if rests else ALWAYS
        questions.append(_question(r, index, kinds[index % 4], applies_if))
        if index == 1:
            first.append(_decision(r, "first", 0, questions, []))
    decisions = list(first)
    order = shuffled(r, ("unique", "sum", "average", "matrix", "adjustment"))
    for index, kind in enumerate((order[0], "collect", *order[1:3], "first"), start=1):
        decisions.append(_decision(r, kind, index, questions, decisions))
    inputs: list[Question | Decision] = [*questions, *decisions]
    concerns = tuple(
        Concern(f"a{i}", conditions(r, inputs), "Let op.", serious=i == 0) for i in range(2)
    )
    advices = [Advice("b5"), *([Advice("b1")] if r.randint(0, 3) == 0 else [])]
    return Pack(
        "proef",
        "Proef",
        "0" * 12,
        tuple(shuffled(r, questions)),
        tuple(shuffled(r, decisions)),
        tuple(advices),
        opening=r.choice(((), ("v0",), ("v1", "v0"))),
        beside=("b2",),
        concerns=concerns,
    )


def choices_of(question: Question) -> list[str | frozenset[str] | Fraction]:
    """Every value that tells apart what the pack tells apart (and for a number some more)."""
    ids = [option.id for option in question.options]
    if question.kind == "number":
        return list(NUMBERS)
    if question.kind == "multi":
        return [frozenset(c) for n in range(len(ids) + 1) for c in combinations(ids, n)]
    return list(ids)


def all_values(pack: Pack) -> Iterator[Values]:
    """Every combination of values."""
    ids = [question.id for question in pack.questions]
    for combination in product(*(choices_of(question) for question in pack.questions)):
        yield dict(zip(ids, combination, strict=True))


def answer_of(value: Value) -> Answer:
    """The answer that says exactly this value."""
    if isinstance(value, str):
        return chosen(value)
    if isinstance(value, frozenset):
        return Answer(values=value)
    assert value is not None
    return number(value)


def make_answers(r: Random, pack: Pack) -> dict[str, Answer]:
    """Answers to some of the questions, also unknown, "a or b" and ranges."""
    found: dict[str, Answer] = {}
    for question in pack.questions:
        how = r.randint(0, 5)
        if how in (1, 2):
            found[question.id] = answer_of(r.choice(choices_of(question)))
        elif how == 3:
            found[question.id] = r.choice((UNKNOWN, SKIPPED))
        elif how == 4:
            found[question.id] = _wide(r, question)
    return found


def _wide(r: Random, question: Question) -> Answer:
    ids = [option.id for option in question.options]
    if question.kind == "number":
        low, high = sorted((r.choice(NUMBERS), r.choice(NUMBERS)))
        return number(low, high)
    if question.kind == "multi":
        return Answer(values=frozenset(ids[:1]), maybe=frozenset(ids[1:]))
    return Answer(some(r, ids))


def agrees(question: Question, value: Value, answer: Answer | None) -> bool:
    """Whether a value is among those that an answer leaves."""
    if answer is None or answer.status != "given":
        return True
    if isinstance(value, Fraction):
        assert answer.low is not None
        assert answer.high is not None
        return answer.low <= value <= answer.high
    if isinstance(value, frozenset):
        return answer.values <= value <= answer.values | answer.maybe
    return value in answer.values


def weight_of(question: Question, value: Value) -> Fraction:
    """The weight of one value of a choice, yes/no or multiple-choice question."""
    weight = Fraction(1)
    for option in question.options:
        if (isinstance(value, frozenset) and option.id in value) or value == option.id:
            weight *= option.weight
    return weight


def consistent(pack: Pack, given: dict[str, Answer]) -> Iterator[Values]:
    """The combinations of values that the answers leave."""
    for values in all_values(pack):
        if all(agrees(q, values[q.id], given.get(q.id)) for q in pack.questions):
            yield values


_SEEN: dict[tuple[int, tuple[object, ...]], tuple[Pack, Evaluation]] = {}


def evaluated(pack: Pack, values: Values) -> Evaluation:
    """Direct evaluation, remembered while one pack is being examined."""
    key = (id(pack), tuple(values.values()))
    if key not in _SEEN or _SEEN[key][0] is not pack:
        if len(_SEEN) > 50_000:
            _SEEN.clear()
        _SEEN[key] = (pack, evaluate(pack, values))
    return _SEEN[key][1]


def share_of_values(
    compiled: Compiled, pack: Pack, values: Values, given: dict[str, Answer]
) -> Fraction:
    """How often these values occur: the product of their shares.

    Several of the numbers that are tried and left lie in one interval; they divide its weight.
    """
    share = Fraction(1)
    for question in pack.questions:
        value = values[question.id]
        if isinstance(value, Fraction):
            (level,) = compiled.variables.of[question.id]
            spans = compiled.variables.all[level].intervals
            (span,) = (span for span in spans if span.overlaps(value, value))
            left = [n for n in NUMBERS if agrees(question, n, given.get(question.id))]
            share /= sum(span.overlaps(n, n) for n in left)
        else:
            share *= weight_of(question, value)
    return share


def is_relevant(compiled: Compiled, answers: Mapping[str, Answer], question: str) -> bool:
    """Whether a question can (still, whatever was said to it) change the advice or a serious
    concern."""
    without = {name: answer for name, answer in answers.items() if name != question}
    left = residual(compiled, without)
    roots = (*compiled.targets, *compiled.serious)
    names = (name for root in roots for name in left.questions(root))
    return any(question in compiled.asked_for(name) for name in names)
