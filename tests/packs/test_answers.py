"""Answers in a file become the answer book of a project."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from bot.packs.answers import (
    AnswerSet,
    RawAnswerError,
    answer_from_raw,
    book_of_case,
    book_of_set,
    read_answers,
)
from bot.packs.errors import PackError
from bot.rules.model.answers import SKIPPED, UNKNOWN, Answer, chosen, number
from bot.rules.model.book import Cell
from bot.rules.model.pack import Pack


@pytest.mark.parametrize(
    ("question", "raw", "expected"),
    [
        ("fase", "idee", chosen("idee")),
        ("fase", ["idee", "plan"], chosen("idee", "plan")),
        ("fase", ("idee",), chosen("idee")),
        ("open", "nee", chosen("nee")),
        ("hinder", ["lawaai", "stof"], chosen("lawaai", "stof")),
        ("hinder", "stof", chosen("stof")),
        ("hinder", [], chosen()),
        ("hinder", "weet_ik_niet", UNKNOWN),
        ("fase", ("weet_ik_niet",), UNKNOWN),
        ("fase", "overgeslagen", SKIPPED),
        ("huishoudens", 25, number(25)),
        ("huishoudens", Fraction(5, 2), number(Fraction(5, 2))),
        ("huishoudens", ("25",), number(25)),
        ("huishoudens", "20..50", number(20, 50)),
        ("huishoudens", "<= 50", number(0, 50)),
        ("huishoudens", ">= 50", number(50, 5000)),
    ],
)
def test_raw_values(example: Pack, question: str, raw: Any, expected: Answer) -> None:
    """A raw value is one answer, whatever way it was written."""
    assert answer_from_raw(example.question(question), raw) == expected


@pytest.mark.parametrize(
    ("question", "raw", "message"),
    [
        ("fase", "ide", "bedoelde je ‘idee’?"),
        ("fase", [], "deze lijst is leeg"),
        ("open", True, "bedoelde je ‘ja’?"),
        ("fase", 3, "‘3’ is geen waarde van ‘fase’"),
        ("fase", [["idee"]], "een lijst is geen waarde"),
        ("fase", None, "niets is geen waarde"),
        ("huishoudens", "veel", "‘veel’ is geen getal"),
        ("huishoudens", [1, 2], "een lijst is geen getal"),
        ("huishoudens", "> 5", "heeft geen vaste grenzen"),
        ("huishoudens", -1, "‘-1’ is te laag"),
        ("huishoudens", 9999, "‘9999’ is te hoog"),
    ],
)
def test_raw_values_that_are_no_answer(
    example: Pack, question: str, raw: Any, message: str
) -> None:
    """What is no answer says what would be."""
    with pytest.raises(RawAnswerError, match=message):
        answer_from_raw(example.question(question), raw)


def test_book_of_a_worked_case(example: Pack) -> None:
    """A worked case is a book with its cells."""
    book = book_of_case(example, example.cases[1])
    assert book.cells == (Cell("hoe", "geraakt"), Cell("beheer", "geraakt"))
    assert book.answers["open@beheer"] == chosen("nee")
    assert book.answers["huishoudens"] == number(20, 50)
    assert book.answers["strijd"] == UNKNOWN


MANY = """\
id: een
antwoorden: {fase: idee}
---
- {id: twee, onderdelen: [hoe], antwoorden: {open@hoe: ja}}
- {fase: plan, huishoudens: 12}
"""


def test_files_with_many_sets(example: Pack, tmp_path: Path) -> None:
    """Documents, lists and bare answers may be mixed; each is one set, in order."""
    path = tmp_path / "antwoorden.yml"
    path.write_text(MANY, "utf-8")
    sets = read_answers(path)
    assert [given.id for given in sets] == ["een", "twee", ""]
    assert sets[1].parts == ("hoe",)
    assert sets[2].answers == {"fase": "plan", "huishoudens": 12}
    assert [book_of_set(example, given).answers for given in sets] == [
        {"fase": chosen("idee")},
        {"open@hoe": chosen("ja")},
        {"fase": chosen("plan"), "huishoudens": number(12)},
    ]
    assert [given.answers for given in read_answers(MANY)] == [g.answers for g in sets]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "hier staan geen antwoorden"),
        ("- 3", "hier staat ‘3’"),
        ("antwoorden: [a]", "antwoorden:1: antwoorden: hier staat een lijst"),
        ("{antwoorden: {}, onderdeelen: [hoe]}", "Bedoelde je ‘onderdelen’?"),
        ("{antwoorden: {}, groepen: rest}", "hier staat ‘rest’"),
        ("a: b: c", "antwoorden:1: hier staat een dubbele punt"),
    ],
)
def test_files_that_are_refused(text: str, message: str) -> None:
    """A file without answers is refused with a sentence."""
    with pytest.raises(PackError) as refusal:
        read_answers(text)
    assert message in str(refusal.value)


def test_everything_wrong_with_a_set_comes_at_once(example: Pack) -> None:
    """A set that does not fit the pack names every answer that is wrong."""
    (given,) = read_answers(
        "onderdelen: [hoe, wat]\ngroepen: [geraakt, rest]\nantwoorden:\n"
        "  fasee: idee\n  open@beheer: ja\n  fase@hoe: idee\n  steun: vor\n  hinder@rest: [stof]\n"
    )
    with pytest.raises(PackError) as refusal:
        book_of_set(example, given)
    assert [(problem.line, problem.wrong) for problem in refusal.value.problems] == [
        (1, "‘wat’ is geen onderdeel"),
        (4, "‘fasee’ is geen vraag"),
        (5, "‘beheer’ staat niet bij de delen van dit geval"),
        (6, "‘fase’ wordt niet per deel gevraagd"),
        (7, "‘vor’ is geen waarde van ‘steun’"),
    ]


def test_too_many_groups(example: Pack) -> None:
    """More parts than a project can have are refused."""
    given = AnswerSet({}, groups=("geraakt", "rest", "geraakt"))
    with pytest.raises(PackError, match="hier staan 3 delen"):
        book_of_set(example, given)
