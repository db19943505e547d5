"""Conditions in Dutch words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bot.rules.model.conditions import ALWAYS, AllOf, AnyOf, Between, Condition, Contains, Is, IsNot
from bot.rules.model.content import Form
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.pack import Advice, Pack
from bot.rules.model.questions.question import Option, Question
from bot.words.conditions import Words
from bot.words.numbers import number
from bot.words.phrases import both, either

F = Fraction
PACK = Pack(
    "p",
    "P",
    "0" * 12,
    questions=(
        Question(
            "fase", "Hoe ver is het?", options=(Option("idee", "Idee"), Option("plan", "Plan"))
        ),
        Question("q", "Mag het?", kind="yesno"),
        Question(
            "last",
            "Welke last?",
            kind="multi",
            options=(Option("lawaai", "Lawaai"), Option("stof", "Stof"), Option("geur", "Geur")),
        ),
        Question("huizen", "Hoeveel huizen?", kind="number", unit="huizen", short="Huizen"),
    ),
    decisions=(
        Decision("vorm", Table((Row("r", ALWAYS, "samen"),)), ("niet_doen", "samen"), "De vorm"),
    ),
    advices=(Advice("vorm"),),
    forms=(Form("samen", "maak het samen", "coproduceren"),),
)

YES, NO = Is("q", frozenset(("ja",))), Is("q", frozenset(("nee",)))
BOTH = frozenset(("lawaai", "stof"))


@pytest.mark.parametrize(
    ("condition", "lines"),
    [
        (ALWAYS, ()),
        (Is("fase", frozenset(("plan", "idee"))), ("Hoe ver is het: ‘Idee’ of ‘Plan’",)),
        (Is("fase", frozenset(("nvt",))), ("Hoe ver is het: niet van toepassing",)),
        (IsNot("fase", frozenset(("plan", "nvt"))), ("Hoe ver is het: niet ‘Plan’",)),
        (IsNot("fase", frozenset(("nvt",))), ("Hoe ver is het: van toepassing",)),
        (Is("q", frozenset(("ja",))), ("Mag het: ‘Ja’",)),
        (Is("vorm", frozenset(("samen",))), ("De vorm: coproduceren",)),
        (
            Is("vorm", frozenset(("niet_doen", "geen_regel"))),
            ("De vorm: niet doen of geen regel klopt",),
        ),
        (Between("huizen", low=F(20)), ("Huizen: minstens 20 huizen",)),
        (Between("huizen", low=F(20), low_open=True), ("Huizen: meer dan 20 huizen",)),
        (
            Between("huizen", F(1), F(5, 2), high_open=True),
            ("Huizen: minstens 1 en minder dan 2,5 huizen",),
        ),
        (Between("huizen", F(50000), F(50000)), ("Huizen: 50.000 huizen",)),
        (Contains("last", BOTH), ("Welke last: met ‘Lawaai’ of ‘Stof’",)),
        (Contains("last", BOTH, 2), ("Welke last: met ‘Lawaai’ en ‘Stof’",)),
        (Contains("last", BOTH, 0, 0), ("Welke last: zonder ‘Lawaai’ of ‘Stof’",)),
        (Contains("last", BOTH | {"geur"}, 2), ("Welke last: minstens 2 gekozen",)),
        (Contains("last", BOTH, 0, 1), ("Welke last: hoogstens 1 van ‘Lawaai’ of ‘Stof’",)),
        (
            AllOf((YES, Between("huizen", high=F(3)))),
            ("Mag het: ‘Ja’", "Huizen: hoogstens 3 huizen"),
        ),
        (
            AnyOf((YES, AllOf((NO, Contains("last", BOTH))))),
            (
                "minstens één hiervan: Mag het: ‘Ja’; of Mag het: ‘Nee’ en "
                "Welke last: met ‘Lawaai’ of ‘Stof’",
            ),
        ),
    ],
)  # fmt: skip
def test_a_condition_reads_as_dutch(condition: Condition, lines: tuple[str, ...]) -> None:
    """Every kind of test, alone and together."""
    assert Words(PACK).lines(condition) == lines


def test_words_are_joined_as_people_do() -> None:
    """Commas, and one word before the last."""
    assert either(["a", "b", "c"]) == "a, b of c"
    assert both(["a", "b"]) == "a en b"
    assert either(["a"]) == "a"
    assert either([]) == ""
    assert number(F(1234567)) == "1.234.567"
    assert number(F(-3, 2)) == "-1,5"
    assert number(F(24691, 2)) == "12.345,5"
