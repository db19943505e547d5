"""An exported file decides what the pack decides, in two engines that know nothing of packs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from random import Random

import pytest
from lxml import etree

from bot.packs.load import COMMON, find_packs, load_pack
from bot.rules.evaluate import Given
from bot.rules.model.conditions import ALWAYS, AllOf, AnyOf, Between, Condition, Contains, Is, IsNot
from bot.rules.model.decisions.adjustment import Adjustment, Shift
from bot.rules.model.decisions.decision import Decision, Logic
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.decisions.score import Band, Item, Score
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.pack import Advice, Pack
from bot.rules.model.questions.question import Option, Question
from bot.workbench.dmn.cells import cell
from bot.workbench.dmn.export import DmnError, graph_of, pack_to_dmn
from bot.workbench.dmn.graph import DmnTable, Rule
from tests.rules.packs import all_values, make_pack
from tests.shelf import KNOWLEDGE, packs
from tests.workbench.dmn.cases import (
    differences,
    dmn_values,
    exported,
    filled_in,
    random_sets,
    worked_values,
)
from tests.workbench.dmn.spiff import SpiffModel
from tests.workbench.dmn.tools import Reader, reading, schema

RANDOM_SETS, FEEL_SETS = 500, 30
PACKS = sorted(find_packs(KNOWLEDGE).keys() - {COMMON})


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """The tools of the others, in a process that stays."""
    with reading() as started:
        yield started


# --- every outcome equal ----------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(60))
def test_spiff_decides_what_a_generated_pack_decides(seed: int) -> None:
    r = Random(seed)
    made = make_pack(r, 5)
    model = SpiffModel(pack_to_dmn(made))
    combinations = list(all_values(made))

    for values in r.sample(combinations, min(25, len(combinations))):
        given, ours = filled_in(made, values)
        assert differences(ours, model.run(given)) == {}


@pytest.mark.parametrize("id", PACKS)
def test_spiff_decides_what_a_pack_of_ours_decides(id: str) -> None:
    real = packs()[id]
    r = Random(id)
    model = SpiffModel(exported(id))
    worked = list(worked_values(r, real))
    assert len(worked) >= len(real.cases)

    for values in [*worked, *random_sets(r, real, RANDOM_SETS)]:
        given, ours = filled_in(real, values)
        assert differences(ours, model.run(given)) == {}


@pytest.mark.node
@pytest.mark.parametrize("id", PACKS)
def test_feel_decides_the_same_and_the_editor_has_no_complaint(id: str, reader: Reader) -> None:
    """FEEL is strict here: two rules of a UNIQUE table at once are an error."""
    real = packs()[id]
    r = Random(id)
    sets = [*worked_values(r, real), *random_sets(r, real, FEEL_SETS)]

    check_with_feel(reader, real, exported(id), sets)


@pytest.mark.node
@pytest.mark.parametrize("seed", range(10))
def test_feel_decides_what_a_generated_pack_decides(seed: int, reader: Reader) -> None:
    r = Random(seed)
    made = make_pack(r, 5)
    combinations = list(all_values(made))
    sets = r.sample(combinations, min(40, len(combinations)))

    check_with_feel(reader, made, pack_to_dmn(made), sets)


def check_with_feel(reader: Reader, made: Pack, xml: str, sets: list[dict[str, Given]]) -> None:
    asked = [filled_in(made, values) for values in sets]

    told = reader.read(xml, [given for given, _ in asked])

    assert told.warnings == []
    assert told.complaints == []
    for (_, ours), theirs in zip(asked, told.outcomes, strict=True):
        assert differences(ours, theirs) == {}


@pytest.mark.node
def test_the_tools_do_complain_of_a_wrong_file(reader: Reader) -> None:
    xml = exported("best")

    nameless = xml.replace('<decision id="niveau" name="niveau"', '<decision id="niveau"')
    assert reader.read(nameless).complaints
    assert reader.read(xml.replace('dmnElementRef="niveau"', 'dmnElementRef="nergens"')).warnings


@pytest.mark.node
@pytest.mark.parametrize("id", PACKS)
def test_a_file_is_valid_by_the_schema_of_dmn(id: str) -> None:
    rules = etree.XMLSchema(etree.parse(str(schema())))

    rules.assertValid(etree.fromstring(exported(id).encode()))


# --- how each kind is written -----------------------------------------------------------------

SIZE = Question(
    "omvang", "Hoe groot?", options=(Option("klein", "Klein"), Option("groot", "Groot"))
)
HOMES = Question(
    "woningen", "Hoeveel woningen?", "number", minimum=Fraction(0),
    applies_if=Is("omvang", frozenset(("groot",))),
)  # fmt: skip
EFFECTS = Question(
    "gevolgen", "Wat merken mensen?", "multi",
    options=(Option("hinder", "Hinder"), Option("geld", "Geld"), Option("zorg", "Zorg")),
)  # fmt: skip
SMALL, LARGE = Is("omvang", frozenset(("klein",))), Is("omvang", frozenset(("groot",)))
HINDER = Contains("gevolgen", frozenset(("hinder",)))
MANY = Between("woningen", Fraction(20))


def decided(*decisions: Decision) -> Pack:
    """A pack with these decisions; the last is the advice."""
    questions = (SIZE, HOMES, EFFECTS)
    return Pack("proef", "Proef", "0" * 12, questions, decisions, (Advice(decisions[-1].id),))


def decision(
    logic: Logic, id: str = "vorm", outcomes: tuple[str, ...] = ("laag", "hoog")
) -> Decision:
    return Decision(id, logic, outcomes, ordered=True)


def tables(made: Pack) -> dict[str, DmnTable]:
    return {table.name: table for table in graph_of(made).tables}


def cells(table: DmnTable) -> list[list[str]]:
    """The table as a person sees it: a row per rule, the outcome last."""
    return [
        [*(cell(column, rule.when.get(column.expression)) for column in table.columns), rule.then]
        for rule in table.rules
    ]


def test_a_first_table_keeps_its_rows_and_names_what_is_left() -> None:
    rows = (Row("a", SMALL, "laag"), Row("b", AllOf((LARGE, MANY)), "hoog"))

    table = tables(decided(decision(Table(rows))))["vorm"]

    assert table.hit == "FIRST"
    assert [column.expression for column in table.columns] == [
        "omvang",
        "woningenGeldt",
        "woningen",
    ]
    assert cells(table) == [
        ['"klein"', "-", "-", '"laag"'],
        ['"groot"', '"ja"', ">= 20", '"hoog"'],
        ["-", "-", "-", '"geen_regel"'],
    ]


def test_alternatives_become_rules_with_one_outcome() -> None:
    rows = (Row("a", AllOf((LARGE, AnyOf((MANY, HINDER)))), "hoog"),)

    table = tables(decided(decision(Table(rows, otherwise="laag"))))["vorm"]

    assert [rule.id for rule in table.rules] == ["vorm.a", "vorm.a.2", "vorm.Anders"]
    assert {rule.then for rule in table.rules[:2]} == {'"hoog"'}


def test_a_unique_table_whose_rows_divide_all_answers_stays_as_it_is() -> None:
    rows = (Row("a", SMALL, "laag"), Row("b", LARGE, "hoog"))

    made = tables(decided(decision(Table(rows, "unique"))))

    assert made["vorm"].hit == "UNIQUE"
    assert cells(made["vorm"]) == [['"klein"', '"laag"'], ['"groot"', '"hoog"']]
    assert "vormTreffers" not in made


def test_a_unique_table_with_gaps_or_overlaps_counts_its_rows() -> None:
    rows = (Row("a", SMALL, "laag"), Row("b", HINDER, "hoog"))

    made = tables(decided(decision(Table(rows, "unique"))))

    assert made["vormTreffers"].sums
    assert cells(made["vorm"]) == [
        ['"klein"', "1", "-", '"laag"'],
        ["-", "1", '"ja"', '"hoog"'],
        ["-", "< 1", "-", '"geen_regel"'],
        ["-", "> 1", "-", '"meer_dan_een_regel"'],
    ]


def test_points_are_whole_numbers_that_add_up() -> None:
    items = (
        Item("omvang", {"klein": Fraction(1, 2), "groot": Fraction(3)}),
        Item(when=HINDER, points=Fraction(1)),
    )
    score = Score(items, (Band(None, "laag"), Band(Fraction(5, 2), "hoog")))

    made = tables(decided(decision(score)))

    assert made["vormPunten"].hit == "COLLECT"
    assert cells(made["vormPunten"]) == [
        ["-", "-", "0"], ['"klein"', "-", "1"], ['"groot"', "-", "6"], ["-", '"ja"', "2"],
    ]  # fmt: skip
    assert made["vorm"].columns[0].expression == "sum(vormPunten)"
    assert cells(made["vorm"]) == [[">= 5", '"hoog"'], ["-", '"laag"']]


def test_an_average_is_never_divided() -> None:
    items = (Item("omvang", {"groot": Fraction(3)}), Item(when=HINDER, points=Fraction(1)))
    score = Score(items, (Band(None, "laag"), Band(Fraction(2), "hoog")), average=True)

    made = tables(decided(decision(score)))

    assert [column.expression for column in made["vorm"].columns] == [
        "sum(vormPunten) - 2 * sum(vormAantal)"
    ]
    assert cells(made["vormAantal"]) == [["-", "1"], ['"ja"', "1"]]


def test_a_matrix_has_a_rule_per_cell() -> None:
    cells_ = {"klein": {"klein": "laag"}, "groot": {"groot": "hoog"}}

    table = tables(decided(decision(Matrix("omvang", "omvang", cells_))))["vorm"]

    assert table.hit == "UNIQUE"
    assert cells(table) == [['"klein"', '"laag"'], ['"groot"', '"hoog"']]


def test_each_shift_is_a_table_over_the_outcome_so_far() -> None:
    base = decision(Table((Row("a", SMALL, "laag"),), otherwise="hoog"), "basis")
    shifts = (Shift("op", HINDER, 1), Shift("neer", SMALL, -1))
    moved = decision(Adjustment("basis", shifts))

    made = tables(decided(base, moved))

    assert made["vormStap1"].helps == "vorm"
    assert cells(made["vormStap1"])[0] == ['"laag"', '"ja"', '"hoog"']
    assert [column.expression for column in made["vorm"].columns] == ["vormStap1", "omvang"]


def test_a_set_of_outcomes_is_looked_into_per_outcome() -> None:
    found = decision(
        Table((Row("a", SMALL, "laag"), Row("b", HINDER, "hoog")), "collect"), "signalen"
    )
    rows = (Row("c", Contains("signalen", frozenset(("hoog",))), "hoog"),)

    made = tables(decided(found, decision(Table(rows, otherwise="laag"))))

    assert made["signalen"].hit == "COLLECT"
    assert cells(made["signalenBevatHoog"]) == [['"ja"', '"ja"'], ["-", '"nee"']]
    assert cells(made["vorm"])[0] == ['"ja"', '"hoog"']


@pytest.mark.parametrize(
    ("condition", "written"),
    [
        (IsNot("omvang", frozenset(("klein",))), ['"groot"']),
        (Is("woningen", frozenset(("nvt",))), ['"nee"']),
        (Between("woningen", Fraction(20), Fraction(50), high_open=True),
         ['"ja"', "? >= 20 and ? < 50"]),
        (Between("woningen", Fraction(7), Fraction(7)), ['"ja"', "7"]),
        (AnyOf((Between("woningen", None, Fraction(5)), Between("woningen", Fraction(9)))),
         ['"ja"', "? <= 5 or ? >= 9"]),
        (Contains("gevolgen", frozenset(("hinder", "geld")), 2), ['"ja"', '"ja"']),
        (Contains("gevolgen", frozenset(("hinder", "geld")), 0, 0), ['"nee"', '"nee"']),
        (Contains("gevolgen", frozenset(("hinder", "geld", "zorg")), 2), [">= 2"]),
    ],
)  # fmt: skip
def test_a_condition_is_written_so_that_feel_and_python_read_it_alike(
    condition: Condition, written: list[str]
) -> None:
    made = tables(decided(decision(Table((Row("a", condition, "hoog"),), otherwise="laag"))))

    assert cells(made["vorm"])[0] == [*written, '"hoog"']


# --- what it is called, and what it says ------------------------------------------------------


def test_values_to_fill_in_name_what_does_not_apply() -> None:
    made = decided(decision(Table((Row("a", SMALL, "laag"),))))
    values = {"omvang": "klein", "woningen": Fraction(3), "gevolgen": frozenset(("geld",))}

    assert dmn_values(made, values, frozenset(("omvang", "gevolgen"))) == {
        "omvang": "klein",
        "woningen": 0,
        "woningenGeldt": "nee",
        "gevolgenHinder": "nee",
        "gevolgenGeld": "ja",
        "gevolgenZorg": "nee",
    }


def test_the_same_pack_gives_the_same_file_and_no_id_twice() -> None:
    xml = exported("passende_samenwerking")
    ids = [
        element.get("id") for element in etree.fromstring(xml.encode()).iter() if element.get("id")
    ]

    assert pack_to_dmn(packs()["passende_samenwerking"]) == xml
    assert len(ids) == len(set(ids))


def test_a_word_of_feel_is_no_name() -> None:
    word = Question("in", "In?", options=SIZE.options)
    rows = (Row("a", Is("in", frozenset(("klein",))), "laag"),)
    made = Pack("proef", "Proef", "0" * 12, (word,), (decision(Table(rows)),), (Advice("vorm"),))

    assert tables(made)["vorm"].columns[0].expression == "inNaam"


def test_rows_carry_why_and_source() -> None:
    xml = etree.fromstring(exported("passende_samenwerking").encode())
    told = {rule.get("id"): rule.findtext("{*}description") for rule in xml.iter("{*}rule")}

    assert told["plafond.pl_niets"].startswith("Er valt niets te kiezen.")
    assert "Bron: " in told["plafond.pl_niets"]


def test_a_row_counts_on_the_days_on_which_it_holds() -> None:
    rows = (Row("oud", ALWAYS, "laag", valid_to=date(2026, 12, 31)),)
    made = decided(decision(Table(rows, otherwise="hoog")))

    assert [rule.id for rule in _vorm(made, date(2026, 12, 31))] == ["vorm.oud", "vorm.Anders"]
    assert [rule.id for rule in _vorm(made, date(2027, 1, 1))] == ["vorm.Anders"]


def _vorm(made: Pack, on: date) -> tuple[Rule, ...]:
    return next(table.rules for table in graph_of(made, on).tables if table.name == "vorm")


def test_a_pack_without_decisions_says_so() -> None:
    with pytest.raises(DmnError, match="heeft geen besluiten"):
        pack_to_dmn(load_pack(find_packs(KNOWLEDGE)[COMMON]))


def test_a_number_without_end_says_so() -> None:
    rows = (Row("a", Between("woningen", Fraction(1, 3)), "laag"),)

    with pytest.raises(DmnError, match="1/3"):
        pack_to_dmn(decided(decision(Table(rows))))
