"""Compiling: dates, bounds, budgets, and the variables of a pack."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from bot.rules.diagram.compile import compile_pack
from bot.rules.diagram.diagram import Diagram, TooComplex
from bot.rules.evaluate import evaluate
from bot.rules.model.answers import Answer, chosen, number
from bot.rules.model.conditions import Between, Is
from bot.rules.model.decisions.adjustment import Adjustment, Shift
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.score import Band, Item, Score
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.ids import MORE_THAN_ONE, NO_RULE
from bot.rules.model.pack import Advice, Concern, Division, Pack
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.questions.registry import is_valid
from bot.rules.model.questions.variable import Interval
from bot.rules.model.variables import build_variables, restriction
from bot.rules.query import concern_status, division_applies, possible

A, B = Option("a", "A"), Option("b", "B")
ORDER = ("laag", "midden", "hoog")
IS_A = Is("v", frozenset(("a",)))
IS_B = Is("v", frozenset(("b",)))


def made(*decisions: Decision, **more: object) -> Pack:
    """A pack with the question ``v`` (a or b); the last decision is the advice."""
    given = {"questions": (Question("v", "v?", options=(A, B)),), **more}
    advice = (Advice(decisions[-1].id),)
    return Pack("p", "P", "0" * 12, decisions=decisions, advices=advice, **given)  # type: ignore[arg-type]


def outcome(pack: Pack, value: str = "a", on: date | None = None) -> object:
    """The advice for one answer, the same in both ways of evaluating."""
    name = pack.advices[0].decision
    (likely,) = possible(compile_pack(pack, on), {"v": chosen(value)}, name)
    assert evaluate(pack, {"v": value}, on).outcomes[name] == likely.outcome
    return likely.outcome


def test_rows_outside_their_dates_do_not_count() -> None:
    """On a day, only the rows that are valid then count; both ends are included."""
    old = Row("oud", IS_A, "laag", valid_to=date(2026, 12, 31))
    new = Row("nieuw", IS_A, "hoog", valid_from=date(2027, 1, 1))
    pack = made(Decision("d", Table((old, new)), ORDER))
    assert outcome(pack, on=date(2026, 12, 31)) == "laag"
    assert outcome(pack, on=date(2027, 1, 1)) == "hoog"
    assert outcome(pack, "b", on=date(2027, 1, 1)) == NO_RULE
    assert outcome(pack) == "laag"


def test_concerns_outside_their_dates_do_not_hold() -> None:
    """A concern that is not valid on the day does not hold."""
    concern = Concern("c", IS_A, "Let op.", valid_from=date(2027, 1, 1))
    pack = made(Decision("d", Table((Row("r", IS_A, "laag"),)), ORDER), concerns=(concern,))
    compiled = compile_pack(pack, date(2026, 1, 1))
    assert concern_status(compiled, {"v": chosen("a")}, "c") == "not"
    assert concern_status(compile_pack(pack), {"v": chosen("a")}, "c") == "holds"


def test_unique_names_two_rows_at_once() -> None:
    """Two rows of a Unique table at once are an outcome of their own, also when they agree."""
    rows = (Row("r", IS_A, "laag"), Row("s", IS_A, "laag"), Row("t", IS_B, "hoog"))
    pack = made(Decision("d", Table(rows, "unique"), ORDER))
    assert outcome(pack, "a") == MORE_THAN_ONE
    assert outcome(pack, "b") == "hoog"


def test_collect_without_rows() -> None:
    """A Collect table in which no row holds gives the empty set, or only ``otherwise``."""
    rows = (Row("r", IS_A, "laag"), Row("s", IS_A, "hoog"))
    assert outcome(made(Decision("d", Table(rows, "collect"), ORDER))) == {"laag", "hoog"}
    assert outcome(made(Decision("d", Table(rows, "collect"), ORDER)), "b") == frozenset()
    rest = Table(rows, "collect", otherwise="midden")
    assert outcome(made(Decision("d", rest, ORDER)), "b") == {"midden"}


@pytest.mark.parametrize(
    ("start", "shift", "expected"),
    [
        ("laag", Shift("s", IS_A, 1), "midden"),
        ("laag", Shift("s", IS_A, 5), "hoog"),
        ("hoog", Shift("s", IS_A, -5), "laag"),
        ("laag", Shift("s", IS_A, 2, at_most="midden"), "midden"),
        ("hoog", Shift("s", IS_A, 1, at_most="midden"), "hoog"),
        ("hoog", Shift("s", IS_A, -1, at_least="hoog"), "hoog"),
        ("laag", Shift("s", IS_A, -1, at_least="midden"), "laag"),
        ("midden", Shift("s", IS_B, 1), "midden"),
    ],
)
def test_shift_within_bounds(start: str, shift: Shift, expected: str) -> None:
    """A shift stops at its bounds and at the ends, and never moves against its direction."""
    base = Decision("basis", Table((), otherwise=start), ORDER, ordered=True)
    adjusted = Decision("d", Adjustment("basis", (shift,)), ORDER, ordered=True)
    assert outcome(made(base, adjusted)) == expected


def test_average_counts_what_applies() -> None:
    """An average is over the items that count; without any it is 0."""
    items = (Item("v", {"a": Fraction(4)}), Item(when=IS_B, points=Fraction(2)))
    bands = (Band(None, "laag"), Band(Fraction(1), "midden"), Band(Fraction(4), "hoog"))
    pack = made(Decision("d", Score(items, bands, average=True), ORDER))
    assert outcome(pack, "a") == "hoog"
    assert outcome(pack, "b") == "midden"
    assert outcome(made(Decision("d", Score((), bands, average=True), ORDER))) == "laag"


def test_too_complex_names_the_tables() -> None:
    """A pack beyond its budget is refused with the decision at work and the largest one."""
    options = (Option("ja", "Ja"), Option("nee", "Nee"))
    questions = tuple(Question(f"v{i}", "?", "yesno", options=options) for i in range(16))
    items = tuple(Item(f"v{i}", {"ja": Fraction(2**i)}) for i in range(16))
    score = Decision("punten", Score(items, (Band(None, "laag"),)), ORDER)
    small = Decision("klein", Table((Row("r", Is("v0", frozenset(("ja",))), "laag"),)), ORDER)
    with pytest.raises(TooComplex, match="punten, klein") as refused:
        compile_pack(made(small, score, questions=questions), budget=2000)
    assert refused.value.tables == ("punten", "klein")


def test_circle_is_refused() -> None:
    """Questions and decisions that rest on each other are refused."""
    question = Question("v", "v?", options=(A, B), applies_if=Is("d", frozenset(("laag",))))
    with pytest.raises(ValueError, match="circle"):
        compile_pack(
            made(Decision("d", Table((Row("r", IS_A, "laag"),)), ORDER), questions=(question,))
        )


def test_division_applies() -> None:
    """Whether a way of dividing applies follows from the answers."""
    division = Division("onderdeel", "Verschilt het?", (A,), applies_if=IS_A)
    pack = made(Decision("d", Table((), otherwise="laag"), ORDER), divisions=(division,))
    compiled = compile_pack(pack)
    assert division_applies(compiled, {}, "onderdeel") == "open"
    assert division_applies(compiled, {"v": chosen("a")}, "onderdeel") == "yes"
    assert division_applies(compiled, {"v": chosen("b")}, "onderdeel") == "no"


def numbers() -> Pack:
    """A pack with a number that is cut at 20 (below) and 50 (above), between 0 and 100."""
    question = Question("n", "n?", "number", minimum=Fraction(0), maximum=Fraction(100))
    row = Row("r", Between("n", Fraction(20), Fraction(50)), "laag")
    bounds = Row("s", Between("n", Fraction(0), Fraction(100)), "hoog")
    return made(Decision("d", Table((row, bounds)), ORDER), questions=(question,))


def test_number_is_cut_into_intervals() -> None:
    """A number has the intervals that the conditions tell apart; its own bounds cut nothing."""
    (variable,) = build_variables(numbers()).all
    assert variable.values == ("< 20", ">= 20 en <= 50", "> 50")
    assert [span.sample(Fraction(0), Fraction(100)) for span in variable.intervals] == [0, 20, 100]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(20, 20, {1}), (19, 20, {0, 1}), (50, 51, {1, 2}), (0, 100, {0, 1, 2}), (500, 500, {2})],
)
def test_number_answer_leaves_intervals(low: int, high: int, expected: set[int]) -> None:
    """A range leaves every interval that it touches."""
    pack = numbers()
    left = restriction(build_variables(pack), pack.questions[0], number(low, high))
    assert {0: expected} == left


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer(low=Fraction(50), low_open=True), {2}),
        (Answer(low=Fraction(50)), {1, 2}),
        (Answer(high=Fraction(20), high_open=True), {0}),
        (Answer(high=Fraction(20)), {0, 1}),
        (Answer(low=Fraction(20), high=Fraction(50), low_open=True, high_open=True), {1}),
    ],
)
def test_more_than_fifty_is_not_fifty(answer: Answer, expected: set[int]) -> None:
    """An open bound is not among the numbers that are left, and no bound leaves them all."""
    pack = numbers()
    left = restriction(build_variables(pack), pack.questions[0], answer)
    assert {0: expected} == left


def test_an_answer_that_leaves_no_number_is_none() -> None:
    """A given number is bounded, and something lies within its bounds."""
    question = numbers().questions[0]
    fifty = Fraction(50)
    assert is_valid(question, Answer(low=fifty, low_open=True))
    assert not is_valid(question, Answer(low=fifty, high=fifty, low_open=True))
    assert not is_valid(question, Answer(low=fifty, high=Fraction(20)))
    assert not is_valid(question, Answer())


def test_unknown_and_invalid_answers_leave_everything() -> None:
    """What says nothing, or is no answer to this question any more, restricts nothing."""
    pack = made(Decision("d", Table((), otherwise="laag"), ORDER))
    variables, question = build_variables(pack), pack.questions[0]
    for answer in (Answer(status="unknown"), Answer(status="skipped"), chosen("weg")):
        assert {0: {0, 1}} == restriction(variables, question, answer)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Interval((Fraction(3), 1), None), 4),
        (Interval(None, (Fraction(3), 0)), 2),
        (Interval((Fraction(3), 1), (Fraction(4), 0)), Fraction(7, 2)),
        (Interval(None, None), 0),
    ],
)
def test_sample_lies_in_its_interval(span: Interval, expected: Fraction) -> None:
    """Every interval has a number in it, also without bounds."""
    assert span.sample(None, None) == expected
    assert span.overlaps(Fraction(expected), Fraction(expected))


def test_equal_functions_are_one_node() -> None:
    """Nodes are shared, and a test that changes nothing is left out."""
    diagram = Diagram()
    x = diagram.make(0, (diagram.false, diagram.true))
    assert x == diagram.make(0, (diagram.false, diagram.true))
    assert x == diagram.negate(diagram.negate(x))
    assert diagram.true == diagram.either(x, diagram.negate(x))
    assert diagram.false == diagram.both(x, diagram.negate(x))
    assert diagram.terminal(True) != diagram.terminal(Fraction(1))
