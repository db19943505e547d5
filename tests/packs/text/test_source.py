"""YAML is read strictly and kindly: every value knows its place, and traps are named."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from bot.packs.errors import Place, Report
from bot.packs.text.source import Map, parse, read_document


def read(text: str) -> tuple[Any, list[str]]:
    """The first document in this text, and what was said about it."""
    report = Report()
    found = parse(text, "x.yml", report)
    return (found[0] if found else None), [str(problem) for problem in report.problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ja", "ja"), ("nee", "nee"), ("true", True), ("False", False), ("null", None),
        ("12", 12), ("-3", -3), ("0.1", Fraction(1, 10)), ("2.50", Fraction(5, 2)),
        ("010", "010"), ("10:30", "10:30"), ("1_000", "1_000"), ("1e3", "1e3"), ("0x1f", "0x1f"),
        ("2026-11-24", "2026-11-24"), ("'12'", "12"), ('"true"', "true"), ("'yes'", "yes"),
        (".inf", ".inf"), ("=", "="),
    ],
)  # fmt: skip
def test_scalars(text: str, value: object) -> None:
    """Only plain decimal numbers are numbers, only true and false are booleans."""
    found, problems = read(f"a: {text}")
    assert problems == []
    assert found["a"] == value
    assert type(found["a"]) is type(value)


def test_every_value_knows_its_line_and_path() -> None:
    """A mapping knows where its keys stand, a list where its items stand."""
    found, _ = read("a: 1\nb:\n  - {c: x}\n  - d: y\n    e: z\n")
    assert found.at("a") == Place("x.yml", 1, "a")
    assert found["b"].at(1) == Place("x.yml", 4, "b[2]")
    assert found["b"][1].at("e") == Place("x.yml", 5, "b[2].e")
    assert found["b"][1].at("weg") == Place("x.yml", 4, "b[2]")


@pytest.mark.parametrize("word", ["yes", "No", "on", "OFF"])
def test_doubtful_words_ask_for_quotes(word: str) -> None:
    """Words that other readers take for true or false are refused without quotes."""
    _, problems = read(f"a: {word}")
    assert len(problems) == 1
    assert f'met aanhalingstekens: "{word}"' in problems[0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "a: 1\na: 2",
            "x.yml:2: a: de sleutel ‘a’ staat er al (regel 1). Goed zou zijn: één keer.",
        ),
        ("? [x]\n: 1", "x.yml:1: ‘deze waarde’ kan hier geen sleutel zijn"),
        ("true: 1", "x.yml:1: ‘true’ kan hier geen sleutel zijn"),
        ("a: !!set {x}", "‘tag:yaml.org,2002:set’ is een onbekende tag"),
        ("a: !eigen x", "‘!eigen’ is een onbekende tag"),
        ("a: *weg", "‘*weg’ verwijst naar niets"),
        ("a: &x [*x]", "‘*x’ verwijst naar niets"),
        ("a: b: c", "hier staat een dubbele punt midden in een tekst"),
        ('a: "open', "x.yml:"),
        ("a: [1, 2", "x.yml:"),
        ("a: 1\n b: 2", "x.yml:2:"),
        ("a: %x", "x.yml:1: dit teken mag niet aan het begin staan"),
        ("a: \x07", "hier staat een teken dat niet mag"),
        ("[" * 100_000, "dit is meer dan 30 lagen diep"),
        ("a: " + "- " * 50 + "x", "x.yml:1:"),
        ("b: &b [" + "x, " * 500 + "]\nc: [" + "*b, " * 500 + "]", "meer dan 150000 waarden"),
    ],
)
def test_what_is_refused(text: str, message: str) -> None:
    """Every refusal is a sentence with a line, and never an exception."""
    _, problems = read(text)
    assert message in "\n".join(problems)
    assert all(problem.startswith("x.yml:") for problem in problems)


@pytest.mark.parametrize(
    ("wrong_line", "told"),
    [
        ('vraag: "Is er iets?', "hier gaat een aanhalingsteken open, en het gaat nergens dicht"),
        ("vraag: 'Is er iets?", "hier gaat een aanhalingsteken open, en het gaat nergens dicht"),
        ("vraag: 'De foto's?'", "de tekst stopt bij een ' in het midden"),
        ('vraag: "Zeg "ja"."', 'de tekst stopt bij een " in het midden'),
        ("opties: [a, b", "hier gaat een haakje [ open, maar bij regel 5 klopt het niet meer"),
        ("opties: {a: b", "hier gaat een haakje { open, maar bij regel 5 klopt het niet meer"),
        (r'vraag: "C:\wat"', "hier staat een \\ in een tekst tussen dubbele aanhalingstekens"),
    ],
)
def test_a_quote_or_bracket_is_told_where_it_opens(wrong_line: str, told: str) -> None:
    """And not at the end of the file, where the parser notices."""
    _, (only,) = read(f"id: a\nsoort: janee\n\n{wrong_line}\nkort: x\nwaarom: y\n")
    assert only.startswith(f"x.yml:4: {told}")


def test_a_quote_that_closes_at_the_next_one() -> None:
    """The line to mend is the one without a second quote, also when a later line has two."""
    _, (only,) = read('id: a\nvraag: "Is er iets?\nkort: x\nwaarom: "Daarom."\n')
    assert only.startswith(
        "x.yml:2: hier gaat een aanhalingsteken open, en het gaat pas op regel 4"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('- id: a\n    vraag: "Hoe is de sfeer?"\n',
         "x.yml:2: ‘vraag’ springt te ver in. Goed zou zijn: even ver inspringen als de sleutels"),
        ("waarom: Dit is\n  let op: ja\n", "x.yml:2: hier staat een dubbele punt midden in een"),
        ("opties: {id: a}, {id: b}\n", "x.yml:1: na deze komma staat nog iets, zonder haakjes"),
        ('ehbo: "a", "b"\n', "x.yml:1: na deze komma staat nog iets, zonder haakjes eromheen"),
        ("vragen:\n  id: a\n  vraag: b\n  - id: c\n",
         "x.yml:4: hier staat een streepje, en bij regel 2 niet."),
    ],
)  # fmt: skip
def test_what_the_line_itself_shows(text: str, told: str) -> None:
    """A key too far to the right, a list without brackets, and an item without a dash."""
    _, (only,) = read(text)
    assert only.startswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("contact: {naam: Anneke, kanaal: bel 0123, of mail, of app}",
         "contact: de komma in ‘bel 0123, of mail’ knipt de tekst hier in tweeën. Goed zou "
         'zijn: de tekst tussen aanhalingstekens: kanaal: "bel 0123, of mail".'),
        ("als: {fase: idee, plan}",
         "als: hier staat ‘plan’ zonder dubbele punt. Goed zou zijn: meer waarden tussen [ ]: "
         "fase: [idee, plan]."),
        ("als: {rustig:raadplegen}",
         "als: na ‘rustig:’ ontbreekt een spatie. Goed zou zijn: ‘rustig: "
         "raadplegen’."),
        ("per: {hoe, beheer: x}",
         "per: hier staat ‘hoe’ zonder dubbele punt. Goed zou zijn: ‘hoe: …’, of [ ] in plaats "
         "van { }."),
    ],
)  # fmt: skip
def test_a_part_between_braces_without_a_colon(text: str, told: str) -> None:
    """A text that a comma cut in two, a list without brackets, or a space that is missing."""
    found, problems = read(text)
    assert problems == [f"x.yml:1: {told}"]
    assert found is not None


def test_curly_quotes_around_a_text_are_not_a_part_of_it() -> None:
    """An editor of texts makes them; inside a text they may stand."""
    _, (only,) = read("vraag: “Hoe is de sfeer?”")
    assert only == (
        "x.yml:1: vraag: om deze tekst staan kromme aanhalingstekens; die komen nu in de tekst "
        'zelf. Goed zou zijn: rechte, of geen: "Hoe is de sfeer?".'
    )
    assert read('a: Zeg “ja”\nb: "“ja”"\nc: “ja” of “nee”')[1] == []


def test_an_empty_value_between_braces_is_nothing() -> None:
    """With its colon, somebody meant a key."""
    assert read("a: {b: , c: d}") == ({"a": {"b": None, "c": "d"}}, [])


def test_an_alias_that_is_small_is_the_value() -> None:
    """A reference may be used for what is the same."""
    found, problems = read("a: &x [ja, nee]\nb: *x")
    assert problems == []
    assert found["b"] == ["ja", "nee"]


def test_a_number_as_key_is_text() -> None:
    """Keys are always text."""
    assert read("1: a\n2.5: b")[0] == {"1": "a", "5/2": "b"}


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"a: \xff", "x.yml:1: hier staat een letter die niet te lezen is, door hoe dit bestand"),
        (b"#" * 1_000_001, "dit bestand is 1.0 MB. Goed zou zijn: hoogstens 1 MB"),
        (b"a: 1\n---\nb: 2", "hier staan meer documenten (---) in één bestand"),
        (b"- a", "hier staan geen sleutels"),
    ],
)
def test_files_that_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raw: bytes, message: str
) -> None:
    """A file must be small UTF-8 text with one mapping."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.yml").write_bytes(raw)
    report = Report()
    read_document(tmp_path / "x.yml", report)
    assert message in str(report.problems[0])


def test_a_byte_order_mark_is_no_matter(tmp_path: Path) -> None:
    """Windows' mark before UTF-8 is skipped, and an empty file is an empty mapping."""
    (tmp_path / "x.yml").write_bytes(b"\xef\xbb\xbfa: 1")
    (tmp_path / "y.yml").write_bytes(b"# niets\n")
    report = Report()
    assert read_document(tmp_path / "x.yml", report) == {"a": 1}
    assert read_document(tmp_path / "y.yml", report) == Map(Place("", 1)) == {}
    assert report.problems == []


@pytest.mark.parametrize(
    "text",
    ["soort: janee  # een vraag", 'uitleg: "Wijk #3"  # goed', "# los\nuitleg: Samen", "a: Wijk#3",
     "vraag: fase  # toelichting", "uitleg: |\n  Wijk #3", "minimum: 3 # laag"],
)  # fmt: skip
def test_a_remark_that_takes_nothing_of_a_text_may_stay(text: str) -> None:
    """Behind an id, a number or a text in quotes everybody sees where it ends."""
    assert read(text)[1] == []
