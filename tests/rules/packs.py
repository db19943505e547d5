"""Small generated packs that use every kind, and all their combinations of values."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, product

from hypothesis import strategies as st

from bot.rules.answers import SKIPPED, UNKNOWN, Answer, chosen, number
from bot.rules.compile import Compiled
from bot.rules.conditions import Value
from bot.rules.evaluate import Evaluation, evaluate
from bot.rules.pack import (
    ALWAYS,
    Adjustment,
    Advice,
    AllOf,
    AnyOf,
    Band,
    Between,
    Concern,
    Condition,
    Contains,
    Decision,
    Is,
    IsNot,
    Item,
    Matrix,
    Option,
    Pack,
    Question,
    Row,
    Score,
    Shift,
    Table,
)

Values = dict[str, "str | frozenset[str] | Fraction"]
KINDS = ("choice", "yesno", "multi", "number")
OUTCOMES = ("laag", "midden", "hoog")
CUTS = (Fraction(5), Fraction(10))
NUMBERS = tuple(Fraction(n) for n in (0, 5, 7, 10, 12))


def options(count: int, weights: list[int]) -> tuple[Option, ...]:
    """Options a, b, c with these weights."""
    return tuple(Option("abc"[i], "abc"[i], weight=Fraction(weights[i])) for i in range(count))


@st.composite
def _question(draw: st.DrawFn, index: int, kind: str, applies_if: Condition) -> Question:
    weights = draw(st.lists(st.integers(1, 3), min_size=3, max_size=3))
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
        fixed=draw(st.integers(0, 5)) == 0,
        always=draw(st.integers(0, 7)) == 0,
        together=draw(st.sampled_from((None, None, "groep"))),
        minimum=Fraction(0) if kind == "number" else None,
        maximum=Fraction(12) if kind == "number" else None,
    )


@st.composite
def _test(draw: st.DrawFn, named: Question | Decision) -> Condition:
    if isinstance(named, Decision):
        values = frozenset(draw(st.sets(st.sampled_from(OUTCOMES), min_size=1, max_size=2)))
        if isinstance(named.logic, Table) and named.logic.hit == "collect":
            return Contains(named.id, values, at_least=draw(st.integers(0, 2)))
        return draw(st.sampled_from((Is, IsNot)))(named.id, values)
    if named.kind == "number":
        low, high = draw(st.sampled_from(((None, CUTS[0]), (CUTS[0], CUTS[1]), (CUTS[1], None))))
        return Between(named.id, low, high, draw(st.booleans()), draw(st.booleans()))
    ids = [option.id for option in named.options]
    values = frozenset(draw(st.sets(st.sampled_from([*ids, "nvt"]), min_size=1, max_size=2)))
    if named.kind == "multi" and draw(st.booleans()):
        most = draw(st.sampled_from((None, 0, 1)))
        return Contains(named.id, values - {"nvt"}, draw(st.integers(0, 2)), most)
    return draw(st.sampled_from((Is, IsNot)))(named.id, values)


@st.composite
def conditions(draw: st.DrawFn, names: list[Question | Decision]) -> Condition:
    """A condition on one to three of these inputs."""
    if not names:
        return ALWAYS
    tests = tuple(draw(_test(draw(st.sampled_from(names)))) for _ in range(draw(st.integers(1, 3))))
    return draw(st.sampled_from((AllOf, AllOf, AnyOf)))(tests)


@st.composite
def _table(draw: st.DrawFn, names: list[Question | Decision], hit: str) -> Table:
    rows = tuple(
        Row(f"r{i}", draw(conditions(names)), draw(st.sampled_from(OUTCOMES)), why=f"want {i}")
        for i in range(draw(st.integers(1, 4)))
    )
    return Table(rows, hit, draw(st.sampled_from((None, "midden"))))  # type: ignore[arg-type]


@st.composite
def _score(draw: st.DrawFn, names: list[Question | Decision], average: bool) -> Score:
    items = []
    for named in names[:3]:
        keys = [o.id for o in named.options] if isinstance(named, Question) else list(OUTCOMES)
        keys += draw(st.sampled_from(([], ["nvt"])))
        items.append(Item(named.id, {key: Fraction(draw(st.integers(-1, 3))) for key in keys}))
    items.append(Item(when=draw(conditions(names)), points=Fraction(draw(st.integers(1, 2)))))
    bands = (Band(None, "laag"), Band(Fraction(1), "midden"), Band(Fraction(5, 2), "hoog"))
    return Score(tuple(items), bands[draw(st.integers(0, 1)) :], average)


@st.composite
def _matrix(draw: st.DrawFn, names: list[Question | Decision]) -> Matrix:
    row, column = draw(st.sampled_from(names)), draw(st.sampled_from(names))
    heads = [
        [o.id for o in side.options] + ["nvt"] if isinstance(side, Question) else list(OUTCOMES)
        for side in (row, column)
    ]
    cells = {
        r: {c: draw(st.sampled_from(OUTCOMES)) for c in heads[1] if draw(st.integers(0, 4))}
        for r in heads[0]
    }
    return Matrix(row.id, column.id, cells)


@st.composite
def _adjustment(draw: st.DrawFn, base: Decision, names: list[Question | Decision]) -> Adjustment:
    bound = st.sampled_from((None, *OUTCOMES))
    shifts = tuple(
        Shift(
            f"s{i}",
            draw(conditions(names)),
            draw(st.sampled_from((-2, -1, 1, 2))),
            draw(bound),
            draw(bound),
        )
        for i in range(2)
    )
    return Adjustment(base.id, shifts)


@st.composite
def _decision(
    draw: st.DrawFn, kind: str, index: int, questions: list[Question], earlier: list[Decision]
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
        return Decision(id, draw(_adjustment(draw(st.sampled_from(bases)), names)), OUTCOMES)
    if kind == "matrix" and singles:
        return Decision(id, draw(_matrix(singles)), OUTCOMES)
    if kind in ("sum", "average"):
        return Decision(id, draw(_score(names, kind == "average")), OUTCOMES)
    hit = kind if kind in ("first", "unique", "collect") else "first"
    return Decision(id, draw(_table(names, hit)), OUTCOMES, ordered=True)


@st.composite
def packs(draw: st.DrawFn, most: int = 5) -> Pack:
    """A pack of a few questions of every kind, one decision of every kind, two concerns.

    A question may rest on the questions before it and on the first decision; the advice is the
    last decision, and sometimes a second one too.
    """
    kinds = draw(st.permutations(KINDS))
    count = draw(st.integers(3, most))
    questions: list[Question] = []
    first: list[Decision] = []
    for index in range(count):
        names: list[Question | Decision] = [*questions, *first]
        rests = index > 0 and draw(st.integers(0, 2)) > 0
        applies_if = draw(conditions(names)) if rests else ALWAYS
        questions.append(draw(_question(index, kinds[index % 4], applies_if)))
        if index == 1:
            first.append(draw(_decision("first", 0, questions, [])))
    decisions = list(first)
    order = draw(st.permutations(("unique", "sum", "average", "matrix", "adjustment")))
    for index, kind in enumerate((order[0], "collect", *order[1:3], "first"), start=1):
        decisions.append(draw(_decision(kind, index, questions, decisions)))
    inputs: list[Question | Decision] = [*questions, *decisions]
    concerns = tuple(
        Concern(f"a{i}", draw(conditions(inputs)), "Let op.", serious=i == 0) for i in range(2)
    )
    advices = [Advice("b5"), *([Advice("b1")] if draw(st.integers(0, 3)) == 0 else [])]
    return Pack(
        "proef",
        "Proef",
        "0" * 12,
        tuple(draw(st.permutations(questions))),
        tuple(draw(st.permutations(decisions))),
        tuple(advices),
        opening=draw(st.sampled_from(((), ("v0",), ("v1", "v0")))),
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


@st.composite
def answers(draw: st.DrawFn, pack: Pack, wide: bool = True) -> dict[str, Answer]:
    """Answers to some of the questions; ``wide`` also gives unknown, "a or b" and ranges."""
    found: dict[str, Answer] = {}
    for question in pack.questions:
        how = draw(st.integers(0, 5 if wide else 2))
        if how in (1, 2):
            found[question.id] = answer_of(draw(st.sampled_from(choices_of(question))))
        elif how == 3:
            found[question.id] = draw(st.sampled_from((UNKNOWN, SKIPPED)))
        elif how == 4:
            found[question.id] = draw(_wide(question))
    return found


@st.composite
def _wide(draw: st.DrawFn, question: Question) -> Answer:
    ids = [option.id for option in question.options]
    if question.kind == "number":
        low, high = sorted(draw(st.lists(st.sampled_from(NUMBERS), min_size=2, max_size=2)))
        return number(low, high)
    if question.kind == "multi":
        return Answer(values=frozenset(ids[:1]), maybe=frozenset(ids[1:]))
    return Answer(frozenset(draw(st.sets(st.sampled_from(ids), min_size=1, max_size=2))))


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


def share_of_values(compiled: Compiled, pack: Pack, values: Values) -> Fraction:
    """How often these values occur: the product of their shares.

    Several of the numbers that are tried lie in one interval; they divide its weight.
    """
    share = Fraction(1)
    for question in pack.questions:
        value = values[question.id]
        if isinstance(value, Fraction):
            (level,) = compiled.variables.of[question.id]
            spans = compiled.variables.all[level].intervals
            (span,) = (span for span in spans if span.overlaps(value, value))
            share /= sum(span.overlaps(n, n) for n in NUMBERS)
        else:
            share *= weight_of(question, value)
    return share
