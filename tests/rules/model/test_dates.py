"""Dates in a pack: from the file to the advice, on the diagram and beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.packs.answers import RawAnswerError, answer_from_raw, book_of_case
from bot.packs.load import load_pack
from bot.rules.ask import next_ask
from bot.rules.compare.compare import compare
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.evaluate import Given, evaluate
from bot.rules.model.answers import Answer, chosen, number
from bot.rules.model.book import WHOLE, AnswerBook, cell_answers
from bot.rules.model.conditions import AllOf, Between
from bot.rules.model.content import SameAs
from bot.rules.model.decisions.table import Table
from bot.rules.model.pack import Pack
from bot.rules.model.questions.registry import KINDS
from bot.rules.prove.proof import prove
from bot.rules.prove.space import Space
from bot.rules.query import possible, to_find_out
from bot.rules.translate import translate
from bot.words.conditions import Words
from bot.words.names import label, sentence

FOLDER = Path(__file__).resolve().parents[2] / "packs" / "straatfeest"
TODAY = date(2026, 11, 30)
OFFSETS = st.integers(-120, 120)
BOOLS = st.sampled_from(["ja", "nee"])


@pytest.fixture(scope="module")
def feast() -> Pack:
    """A pack about a street party: two dates, and the days between them."""
    return load_pack(FOLDER)


@pytest.fixture(scope="module")
def compiled(feast: Pack) -> Compiled:
    """The pack as it holds today."""
    return compile_pack(feast, TODAY)


def day(offset: int) -> Answer:
    """The answer of a day so many days from today."""
    return number(TODAY.toordinal() + offset)


def outcomes(compiled: Compiled, answers: dict[str, Answer]) -> set[str]:
    """What is still possible."""
    return {str(one.outcome) for one in possible(compiled, answers, "wat_nu")}


def directly(pack: Pack, feast: int, permit: int, stalls: str, on: date = TODAY) -> str:
    """What the rows say of days so far from today."""
    values: dict[str, Given] = {
        "feest": Fraction(TODAY.toordinal() + feast),
        "aanvraag": Fraction(TODAY.toordinal() + permit),
        "kramen": stalls,
    }
    return str(evaluate(pack, values, on).outcomes["wat_nu"])


# --- reading a pack ---------------------------------------------------------------------------


def test_a_condition_on_a_date_is_in_days_from_today(feast: Pack) -> None:
    table = feast.decision("wat_nu").logic
    assert [rule.when for rule in table.rules] == [
        Between("behandeltijd", high=Fraction(55)),
        Between("feest", low=Fraction(42)),
        Between("feest", Fraction(0), Fraction(42)),
    ]


def test_a_condition_on_a_date_is_told_as_it_was_written(feast: Pack) -> None:
    words = Words(feast)
    assert [words.lines(rule.when) for rule in feast.decision("wat_nu").logic.rules] == [
        ("Tijd tussen aanvraag en feest: minder dan 8 weken later",),
        ("Wanneer is het feest: minstens 6 weken later",),
        ("Wanneer is het feest: binnen 6 weken",),
    ]


@pytest.mark.parametrize(
    ("raw", "first", "last"),
    [
        ("2027-06-12", "2027-06-12", "2027-06-12"),
        ("2027-06", "2027-06-01", "2027-06-30"),
        ("2027-06-01..2027-07-10", "2027-06-01", "2027-07-10"),
        ("12 juni 2027", "2027-06-12", "2027-06-12"),
        ("over 6 weken", "2027-01-11", "2027-01-11"),
        ("voor de zomer", "2026-11-30", "2027-06-20"),
        ("2025-01-01", "2025-01-01", "2025-01-01"),
    ],
)
def test_a_date_in_a_file_is_read_on_a_day(feast: Pack, raw: str, first: str, last: str) -> None:
    ends = [date.fromisoformat(end).toordinal() for end in (first, last)]
    assert answer_from_raw(feast.question("feest"), raw, TODAY) == number(*ends)


@pytest.mark.parametrize(
    ("raw", "wrong"),
    [
        ("2027-02-31", "is geen dag of maand die bestaat"),
        (2027, "is geen dag of maand die bestaat"),
        ("morgen misschien niet", "is geen datum"),
        ("2027-07-01..2027-06-01", "is geen datum"),
        (12, "is geen datum"),
    ],
)
def test_what_is_no_date_in_a_file_is_refused(feast: Pack, raw: object, wrong: str) -> None:
    with pytest.raises(RawAnswerError, match=wrong):
        answer_from_raw(feast.question("feest"), raw, TODAY)


def test_what_hangs_on_today_is_not_read_without_a_day(feast: Pack) -> None:
    assert answer_from_raw(feast.question("feest"), "2027-06-12").low is not None
    with pytest.raises(RawAnswerError):
        answer_from_raw(feast.question("feest"), "over 6 weken")


def test_what_follows_from_others_is_not_answered_in_a_file(feast: Pack) -> None:
    with pytest.raises(RawAnswerError, match="volgt uit twee andere"):
        answer_from_raw(feast.question("behandeltijd"), 42, TODAY)


def test_the_worked_cases_come_out_on_any_day(feast: Pack) -> None:
    for on in (TODAY, date(2028, 2, 29), date(2030, 7, 1)):
        of_day = compile_pack(feast, on)
        for case in feast.cases:
            answers = cell_answers(feast, book_of_case(feast, case, on), WHOLE)
            assert outcomes(of_day, answers) == {case.expected[""]}


# --- on the diagram ---------------------------------------------------------------------------


@given(feest=OFFSETS, aanvraag=OFFSETS, kramen=BOOLS, later=st.integers(0, 90))
def test_the_diagram_says_what_the_rows_say(
    feast: Pack, feest: int, aanvraag: int, kramen: str, later: int
) -> None:
    on = TODAY + timedelta(days=later)
    answers = {"feest": day(feest), "aanvraag": day(aanvraag), "kramen": chosen(kramen)}
    expected = directly(feast, feest, aanvraag, kramen, on)
    assert outcomes(compile_pack(feast, on), answers) == {expected}


@given(one=OFFSETS, other=OFFSETS)
def test_days_in_a_row_leave_what_one_of_them_gives(
    feast: Pack, compiled: Compiled, one: int, other: int
) -> None:
    low, high = sorted((one, other))
    whole = Answer(low=day(low).low, high=day(high).high)
    each = {directly(feast, offset, 0, "nee") for offset in range(low, high + 1)}
    assert outcomes(compiled, {"feest": whole, "kramen": chosen("nee")}) == each


@given(feest=st.tuples(OFFSETS, OFFSETS), aanvraag=st.tuples(OFFSETS, OFFSETS))
def test_nothing_that_two_dates_allow_is_ruled_out(
    feast: Pack, compiled: Compiled, feest: tuple[int, int], aanvraag: tuple[int, int]
) -> None:
    spans = [sorted(feest), sorted(aanvraag)]
    answers = {
        name: Answer(low=day(low).low, high=day(high).high)
        for name, (low, high) in zip(("feest", "aanvraag"), spans, strict=True)
    }
    left = outcomes(compiled, {**answers, "kramen": chosen("ja")})
    corners = {directly(feast, a, b, "ja") for a in spans[0] for b in spans[1]}
    assert corners <= left


def test_without_a_day_a_date_says_nothing(feast: Pack) -> None:
    adrift = compile_pack(feast)
    assert outcomes(adrift, {"feest": day(100), "kramen": chosen("nee")}) == {
        "melden", "overleggen", "uitstellen",
    }  # fmt: skip
    with pytest.raises(ValueError, match="seen from a day"):
        evaluate(feast, {"feest": Fraction(1), "aanvraag": Fraction(1), "kramen": "nee"})


def test_a_date_keeps_its_day_and_the_advice_moves_with_today(feast: Pack) -> None:
    answers = {"feest": day(50), "kramen": chosen("nee")}
    assert outcomes(compile_pack(feast, TODAY), answers) == {"melden"}
    assert outcomes(compile_pack(feast, TODAY + timedelta(days=10)), answers) == {"overleggen"}
    assert outcomes(compile_pack(feast, TODAY + timedelta(days=60)), answers) == {"uitstellen"}


# --- asking -----------------------------------------------------------------------------------


def asked(compiled: Compiled) -> Iterator[str]:
    """What is asked of someone who has a party with stalls in ten weeks, and applied today."""
    book = AnswerBook()
    said = {"feest": day(70), "kramen": chosen("ja"), "aanvraag": day(0)}
    while (ask := next_ask(compiled, book)) is not None:
        yield ask.question
        book = book.with_answer(ask.question, said[ask.question])


def test_the_dates_are_asked_and_what_follows_from_them_never(compiled: Compiled) -> None:
    assert list(asked(compiled)) == ["feest", "kramen", "aanvraag"]


def test_a_date_is_to_be_found_out_for_what_follows_from_it(compiled: Compiled) -> None:
    answers = {"feest": day(50), "kramen": chosen("ja")}
    assert to_find_out(compiled, answers) == ("aanvraag",)


# --- words ------------------------------------------------------------------------------------


def test_a_date_is_told_as_people_say_it(feast: Pack) -> None:
    question = feast.question("feest")
    assert label(question, day(1)) == "1 december 2026"
    assert label(question, answer_from_raw(question, "juni 2027", TODAY)) == "juni 2027"
    assert sentence(question, day(1)) == "Wanneer is het feest? 1 december 2026"
    between = feast.question("behandeltijd")
    assert label(between, number(42)) == "precies 6 weken later"


# --- proof, comparison, other packs -----------------------------------------------------------


def test_nothing_is_wrong_with_the_pack(compiled: Compiled) -> None:
    assert prove(compiled).findings == ()


def test_only_days_that_can_lie_so_are_counted(compiled: Compiled) -> None:
    space = Space(compiled)
    spans = {variable.question: len(variable.values) for variable in compiled.variables.all}
    assert spans == {"feest": 4, "kramen": 2, "aanvraag": 1, "behandeltijd": 2}
    assert space.total == 16  # the day of the application is free, so any gap can be


def test_a_gap_that_two_dates_rule_out_is_no_combination(feast: Pack) -> None:
    table = feast.decision("wat_nu").logic
    assert isinstance(table, Table)
    gone = Between("aanvraag", high=Fraction(-1))
    first = replace(table.rows[0], when=AllOf((gone, table.rows[0].when)))
    rows = replace(table, rows=(first, *table.rows[1:]))
    odd = replace(feast, decisions=(replace(feast.decision("wat_nu"), logic=rows),))
    offsets = range(-70, 130)
    seen = {
        (party < 0, party < 42, party == 42, permit < 0, party - permit < 56)
        for party in offsets
        for permit in offsets
    }
    assert len(seen) < 4 * 2 * 2
    assert Space(compile_pack(odd, TODAY)).total == len(seen) * len(("ja", "nee"))


def test_a_changed_threshold_is_a_changed_advice(feast: Pack) -> None:
    table = feast.decision("wat_nu").logic
    assert isinstance(table, Table)
    rows = table.rows
    sooner = replace(rows[1], when=Between("feest", low=Fraction(28)))
    changed = replace(
        feast.decision("wat_nu"), logic=replace(table, rows=(rows[0], sooner, rows[2]))
    )
    after = replace(feast, decisions=(changed,))
    comparison = compare(feast, after, TODAY)
    assert not comparison.same
    example = comparison.advices[0].examples[0]
    spans = [
        KINDS["date"].span_told(one.question, one.span)
        for one in example.answers
        if one.span is not None and one.question.id == "feest"
    ]
    assert spans == ["minstens 4 weken later en minder dan 6 weken later"]


def test_the_same_date_is_known_in_another_pack(feast: Pack, compiled: Compiled) -> None:
    same = replace(feast.question("feest"), id="dag", same_as=(SameAs("straatfeest", "feest"),))
    other = replace(feast, id="anders", questions=(same,))
    assert translate(compiled, other, {"feest": day(5)})["dag"] == day(5)
