"""What stands under `als` becomes the condition that it says."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bot.packs.conditions import condition_of
from bot.packs.errors import Place, Report
from bot.packs.names import Input, Names
from bot.packs.text.source import parse
from bot.rules.model.conditions import ALWAYS, AllOf, AnyOf, Between, Condition, Contains, Is, IsNot
from bot.rules.model.questions.registry import KINDS
from bot.rules.model.ranges import number_range

INPUTS = {
    "fase": Input("fase", KINDS["choice"], ("idee", "plan", "besloten")),
    "klaar": Input("klaar", KINDS["yesno"], ("ja", "nee"), conditional=True),
    "hinder": Input("hinder", KINDS["multi"], ("lawaai", "stof", "geur"), conditional=True),
    "mensen": Input("mensen", KINDS["number"], (), conditional=True),
    "vorm": Input("vorm", None, ("hoog", "laag", "geen_regel")),
    "lijst": Input("lijst", None, ("a", "b"), collects=True),
}
NAMES = Names(INPUTS, INPUTS, {}, {}, frozenset(), frozenset(), frozenset())


def condition(text: str) -> tuple[Condition, list[str]]:
    """The condition in this item, and what is wrong with it."""
    report = Report()
    documents = parse(text, "x.yml", report)
    assert documents
    found = condition_of(documents[0], NAMES, report)
    return found, [str(problem) for problem in report.problems]


def some(*values: str) -> frozenset[str]:
    """A set of values."""
    return frozenset(values)


ALL_THREE = some("lawaai", "stof", "geur")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{id: x}", ALWAYS),
        ("als: {}", ALWAYS),
        ("als: {fase: plan}", Is("fase", some("plan"))),
        ("als: {fase: [idee, plan], klaar: ja}",
         AllOf((Is("fase", some("idee", "plan")), Is("klaar", some("ja"))))),
        ("als: {vorm: [hoog, geen_regel]}", Is("vorm", some("hoog", "geen_regel"))),
        ("als: {klaar: nvt}", Is("klaar", some("nvt"))),
        ("als: {klaar: [ja, nvt]}", Is("klaar", some("ja", "nvt"))),
        ("als: {mensen: nvt}", Is("mensen", some("nvt"))),
        ("als: {hinder: nvt}", Is("hinder", some("nvt"))),
        ("als: {fase: {niet: besloten}}", IsNot("fase", some("besloten"))),
        ("als: {fase: {niet: [idee, plan]}}", IsNot("fase", some("idee", "plan"))),
        ("als: {klaar: {niet: nvt}}", IsNot("klaar", some("nvt"))),
        ("als: {mensen: {niet: nvt}}", Between("mensen")),
        ("als: {hinder: {niet: nvt}}", Contains("hinder", ALL_THREE, at_least=0)),
        ("als: {mensen: '>= 20'}", Between("mensen", low=Fraction(20))),
        ("als: {mensen: '>20'}", Between("mensen", low=Fraction(20), low_open=True)),
        ("als: {mensen: '<= 2,5'}", Between("mensen", high=Fraction(5, 2))),
        ("als: {mensen: '< -1'}", Between("mensen", high=Fraction(-1), high_open=True)),
        ("als: {mensen: '= 3'}", Between("mensen", Fraction(3), Fraction(3))),
        ("als: {mensen: 3}", Between("mensen", Fraction(3), Fraction(3))),
        ("als: {mensen: 20..50}", Between("mensen", Fraction(20), Fraction(50))),
        ("als: {mensen: [1, '> 9']}",
         AnyOf((Between("mensen", Fraction(1), Fraction(1)),
                Between("mensen", low=Fraction(9), low_open=True)))),
        ("als: {hinder: {bevat: stof}}", Contains("hinder", some("stof"))),
        ("als: {hinder: {bevat_een_van: [stof, geur]}}", Contains("hinder", some("stof", "geur"))),
        ("als: {hinder: {bevat_alle: [stof, geur]}}",
         Contains("hinder", some("stof", "geur"), at_least=2)),
        ("als: {hinder: {bevat_geen_van: [stof]}}",
         Contains("hinder", some("stof"), at_least=0, at_most=0)),
        ("als: {hinder: {aantal: '>= 2'}}", Contains("hinder", ALL_THREE, at_least=2)),
        ("als: {hinder: {aantal: '> 1'}}", Contains("hinder", ALL_THREE, at_least=2)),
        ("als: {hinder: {aantal: '< 3'}}", Contains("hinder", ALL_THREE, 0, 2)),
        ("als: {hinder: {aantal: 0}}", Contains("hinder", ALL_THREE, 0, 0)),
        ("als: {hinder: {aantal: '1..2'}}", Contains("hinder", ALL_THREE, 1, 2)),
        ("als: {hinder: {bevat: stof, aantal: 1}}",
         AllOf((Contains("hinder", some("stof")), Contains("hinder", ALL_THREE, 1, 1)))),
        ("als: {lijst: {bevat: a}}", Contains("lijst", some("a"))),
        ("een_van: [{fase: idee}, {klaar: ja, fase: plan}]",
         AnyOf((Is("fase", some("idee")), AllOf((Is("klaar", some("ja")),
                                                 Is("fase", some("plan"))))))),
        ("{als: {klaar: ja}, een_van: [{fase: idee}]}",
         AllOf((Is("klaar", some("ja")), AnyOf((Is("fase", some("idee")),))))),
        ("als: {een_van: [{fase: idee}], klaar: nee}",
         AllOf((AnyOf((Is("fase", some("idee")),)), Is("klaar", some("nee"))))),
    ],
)  # fmt: skip
def test_conditions(text: str, expected: Condition) -> None:
    """Each way of writing a condition has one meaning."""
    assert condition(text) == (expected, [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("als: {hinder: [stof]}", "‘hinder’ kan meer waarden tegelijk hebben"),
        ("als: {hinder: {bevat: [stof]}}", "bevat_een_van of bevat_alle"),
        ("als: {hinder: {niet: stof}}", "{bevat_geen_van: [lawaai]}"),
        ("als: {hinder: {aantal: '1.5'}}", "‘1.5’ is geen aantal"),
        ("als: {hinder: {aantal: veel}}", "‘veel’ is geen aantal"),
        ("als: {hinder: {bevatt: stof}}", "Bedoelde je ‘bevat’?"),
        ("als: {hinder: {}}", "deze voorwaarde is leeg"),
        ("als: {lijst: nvt}", "‘lijst’ is altijd van toepassing"),
        ("als: {mensen: {niet: 3}}", "‘niet’ kan niet bij het getal ‘mensen’"),
        ("als: {mensen: 50..20}", "‘50..20’ past niet bij het getal"),
        ("als: {mensen: true}", "‘true’ past niet bij het getal"),
        ("als: {vorm: {bevat: hoog}}", "‘bevat’ kan niet bij ‘vorm’"),
        ("als: {klaar: true}", "Bedoelde je ‘ja’?"),
        ("als: {klaar: [[ja]]}", "een lijst is geen waarde van ‘klaar’"),
        ("een_van: []", "hier hoort een lijst van voorwaarden"),
    ],
)
def test_conditions_that_are_refused(text: str, message: str) -> None:
    """A condition that cannot be meant says what would be right."""
    _, problems = condition(text)
    assert len(problems) == 1
    assert message in problems[0]


def test_a_spoiled_input_is_not_held_against_the_rule() -> None:
    """What looks at a question that is wrong itself is left alone."""
    report = Report()
    names = Names({"fase": Input("fase", None, None)}, {}, {}, {}, frozenset(), frozenset(),
                  frozenset())  # fmt: skip
    documents = parse("als: {fase: wat dan ook}", "x.yml", report)
    assert documents
    assert condition_of(documents[0], names, report) == ALWAYS
    assert report.problems == []


def test_number_range_without_input() -> None:
    """An interval stands alone, for answers."""
    assert number_range("20..50") == Between("", Fraction(20), Fraction(50))
    assert number_range(None) is None
    assert Place("a", 1) == ("a", 1, "")
