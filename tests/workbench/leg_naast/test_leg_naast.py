"""``kennis leg-naast``: one case through every pack, for a policy officer and for a program."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import run

OWN = """\
pakket: eigen
titel: Ons kader
adviezen: [{besluit: vorm, trede: {informeren: informeren, samen: coproduceren}}]
opening: [ruimte]
indelingen:
  - id: onderdeel
    vraag: Verschilt het per onderdeel?
    opties: [{id: of, label: Of het er komt}, {id: hoe, label: Hoe het wordt}]
vragen:
  - id: ruimte
    vraag: Valt er iets te kiezen?
    soort: keuze
    per: onderdeel
    waarom: Het telt.
    opties:
      - {id: niets, label: Niets}
      - {id: paar, label: Een paar dingen}
      - {id: alles, label: Alles}
besluiten:
  - id: vorm
    soort: beslistabel
    treffer: eerste
    uitkomsten: [informeren, samen]
    rijen: [{id: vast, als: {ruimte: niets}, dan: informeren, want: Alles ligt vast., bron: eigen}]
    anders: samen
vormen:
  - {id: informeren, kop: vertel het, naam: informeren, uitleg: Zo., bron: eigen}
  - {id: samen, kop: maak het samen, naam: coproduceren, uitleg: Zo., bron: eigen}
voorbeelden:
  - id: straat
    titel: Een straat
    beschrijving: Een straat.
    antwoorden: {ruimte: paar}
    verwacht: samen
    bron: eigen
"""
OTHER = """\
pakket: dorp
titel: "Dorp: de check"
omschrijving: Voor elk plan in het dorp. Het zijn twee vragen.
adviezen: [{besluit: niveau, trede: {niks: geen, licht: informeren, zwaar: raadplegen}}]
herkomst:
  {organisatie: gemeente Dorp, naam: De check, jaar: 2021, aard: tweede_hand,
   volledigheid: deels, bron: eigen}
vragen:
  - id: keus
    vraag: Is er keus?
    soort: janee
    waarom: Het telt.
    gelijk_aan: [{pakket: eigen, vraag: ruimte, waarden: {niets: nee, paar: ja}}]
  - {id: buren, vraag: "Hoeveel buren zijn er?", soort: getal, minimum: 0, maximum: 90, waarom: Zo.}
besluiten:
  - id: niveau
    soort: beslistabel
    treffer: eerste
    uitkomsten: [niks, licht, zwaar]
    rijen:
      - {id: geen_keus, als: {keus: nee}, dan: licht, want: Er is geen keus., bron: eigen}
      - {id: veel_buren, als: {buren: ">= 20"}, dan: zwaar, want: Veel buren., bron: eigen}
    anders: licht
vormen:
  - {id: niks, kop: doe niets, naam: niets, uitleg: Zo., bron: eigen}
  - {id: licht, kop: vertel het, naam: inlichten, uitleg: Zo., bron: eigen}
  - {id: zwaar, kop: vraag het, naam: gesprek, uitleg: Zo., bron: eigen}
"""
APART = """\
pakket: stad
titel: Stad
adviezen: [{besluit: plicht}]
vragen: [{id: wet, vraag: Moet het van de wet?, soort: janee, waarom: Het telt.}]
besluiten:
  - id: plicht
    soort: beslistabel
    treffer: uniek
    uitkomsten: [moet]
    rijen: [{id: wet, als: {wet: ja}, dan: moet, want: De wet zegt het., bron: eigen}]
vormen: [{id: moet, kop: doe het, naam: moet, uitleg: Zo., bron: eigen}]
"""
Call = Callable[..., Any]


@pytest.fixture
def beside(tmp_path: Path) -> Call:
    """Runs ``kennis leg-naast`` in a folder with three small packs."""
    for name, text in (("eigen", OWN), ("dorp", OTHER), ("stad", APART)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pakket.yml").write_text(text, encoding="utf-8")

    def call(*arguments: str, given: str = "") -> Any:
        return run(
            "kennis",
            "leg-naast",
            *arguments,
            given=given,
            SAMENWERKWIJZER_KENNIS=str(tmp_path),
            SAMENWERKWIJZER_PAKKET="eigen",
        )

    return call


def lines_of(done: Any) -> dict[str, Any]:
    """Pack id -> its line; the call must have gone well."""
    assert done.returncode == 0, done.stderr
    return {line["pakket"]: line for line in map(json.loads, done.stdout.splitlines())}


def test_what_is_shared_is_taken_over_and_the_rest_stays_open(beside: Call) -> None:
    """The other pack says exactly what is still possible, and what it asks as well."""
    found = lines_of(beside("-", "--json", given="id: een\nantwoorden: {ruimte: paar}\n"))
    assert list(found) == ["eigen", "dorp", "stad"]
    assert found["eigen"]["adviezen"][0]["mogelijk"] == [{"uitkomst": "samen", "aandeel": 1.0}]
    dorp = found["dorp"]
    assert dorp["overgenomen"] == {"keus": ["ja"]}
    assert dorp["open"] == ["buren"]
    assert {one["uitkomst"] for one in dorp["adviezen"][0]["mogelijk"]} == {"licht", "zwaar"}
    assert dorp["adviezen"][0]["treden"] == ["informeren", "raadplegen"]
    assert dorp["herkomst"] == {
        "organisatie": "gemeente Dorp",
        "naam": "De check",
        "jaar": 2021,
        "aard": "tweede_hand",
        "volledigheid": "deels",
    }
    assert (dorp["verschil"]["minstens"], dorp["verschil"]["hoogstens"]) == (-3, -2)


def test_the_rows_explain_the_difference(beside: Call) -> None:
    """A row that fired is told with its reason, in whatever pack it stands."""
    found = lines_of(beside("-", "--json", given="ruimte: niets\n"))
    (reason,) = found["dorp"]["adviezen"][0]["redenen"]
    assert (reason["regel"], reason["want"]) == ("geen_keus", "Er is geen keus.")
    assert found["dorp"]["verschil"]["minstens"] == found["dorp"]["verschil"]["hoogstens"] == 0
    assert found["dorp"]["open"] == []


def test_an_answer_without_a_meaning_is_not_guessed(beside: Call) -> None:
    """Then the other pack knows nothing, and asks everything."""
    found = lines_of(beside("-", "--json", given="ruimte: alles\n"))
    assert found["dorp"]["overgenomen"] == {}
    assert found["dorp"]["open"] == ["keus", "buren"]


def test_it_reads_like_a_page(beside: Call) -> None:
    """The ladder, the provenance, the reason, what is asked as well, and the difference."""
    done = beside("-", "--uitgebreid", given="id: een\nantwoorden: {ruimte: paar}\n")
    assert done.returncode == 0, done.stderr
    for sentence in (
        "4 coproduceren  Ons kader",
        "2 raadplegen    Dorp (?)",
        "Dorp: nog niet zeker (",
        "Van gemeente Dorp (2021), overgenomen door een ander, deels bekend.",
        "Voor elk plan in het dorp.",
        "Dit kader vraagt ook: Hoeveel buren zijn er?",
        "Overgenomen van jou: Is er keus: ja.",
        "Verschil: 2 tot 3 treden minder dan Ons kader.",
        "• Stad: Moet het van de wet?",
    ):
        assert sentence in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 96


def test_it_is_a_line_per_pack_unless_more_is_asked(beside: Call) -> None:
    """Where it stands and one reason, from much to little influence; the rest by name."""
    done = beside("-", given="id: een\nantwoorden: {ruimte: niets}\n")
    assert done.stdout.splitlines() == [
        "een",
        "===",
        "",
        "Van veel naar weinig invloed van inwoners:",
        "1 Ons kader, jouw kader: informeren. Alles ligt vast.",
        "1 Dorp: inlichten. Er is geen keus.",
        "",
        "Deze kaders delen geen vraag met jouw antwoorden: Stad.",
        "",
        "Met --uitgebreid erachter zie je ook wat elk kader nog vraagt, en waar het verschil zit.",
        "",
    ]
    open_yet = beside("-", given="ruimte: paar\n").stdout
    assert "(?). Vraagt ook: Hoeveel buren zijn er?" in open_yet


def test_a_pack_two_steps_up_shares_what_was_taken_over(beside: Call, tmp_path: Path) -> None:
    """And so does what that pack shares with others."""
    for id, base in (("buurt", "eigen"), ("straat", "buurt")):
        (tmp_path / id).mkdir()
        text = f"pakket: {id}\ntitel: De {id}\ngebaseerd_op: {base}\n"
        rule = "besluiten: [{id: vorm, vul_aan: true, anders: informeren}]\n"
        (tmp_path / id / "pakket.yml").write_text(text + rule, encoding="utf-8")
    found = lines_of(beside("-", "--pack", "straat", "--json", given="ruimte: niets\n"))
    assert found["eigen"]["overgenomen"] == {"ruimte": ["niets"]}
    assert found["dorp"]["overgenomen"] == {"keus": ["nee"]}


def test_a_case_in_parts_is_told_per_part(beside: Call) -> None:
    """Parts that come out alike are told once."""
    case = "id: een\nonderdelen: [of, hoe]\nantwoorden: {ruimte@of: niets, ruimte@hoe: %s}\n"
    differing = beside("-", given=case % "paar").stdout
    assert "--- Over: of het er komt ---" in differing
    assert "--- Over: hoe het wordt ---" in differing
    alike = beside("-", given=case % "niets").stdout
    assert "--- Over: of het er komt; hoe het wordt ---" in alike
    parts = beside("-", "--json", given=case % "paar").stdout.splitlines()
    assert [json.loads(line)["deel"] for line in parts] == ["of"] * 3 + ["hoe"] * 3


def test_a_worked_case_will_do(beside: Call) -> None:
    """By its id, of whichever pack has it; ``--met`` narrows what is laid beside it."""
    done = beside("straat", "--pack", "eigen", "--met", "dorp", "--json")
    assert set(lines_of(done)) == {"eigen", "dorp"}
    assert "straat: Een straat" in beside("straat").stdout


def test_the_answers_may_belong_to_another_pack(beside: Call) -> None:
    """What is declared is read backwards too: "ja" leaves every value that can mean it."""
    found = lines_of(beside("-", "--pack", "dorp", "--json", given="keus: ja\n"))
    assert found["eigen"]["overgenomen"] == {"ruimte": ["alles", "paar"]}
    assert [one["uitkomst"] for one in found["eigen"]["adviezen"][0]["mogelijk"]] == ["samen"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("stratt",), "'stratt' is geen bestand, en geen voorbeeld van een pakket. Bedoelde je"),
        (("straat", "--pack", "drop"), "Pakket 'drop' ken ik niet. Bedoelde je ‘dorp’?"),
        (("straat", "--met", "stat"), "Pakket 'stat' ken ik niet. Bedoelde je ‘stad’?"),
    ],
)
def test_a_mistake_is_explained(beside: Call, arguments: tuple[str, ...], sentence: str) -> None:
    """Exit code 2, with what was probably meant."""
    done = beside(*arguments)
    assert done.returncode == 2
    assert sentence in done.stderr


def test_an_answer_that_does_not_fit_is_a_finding(beside: Call) -> None:
    """With the line, and what would be right."""
    done = beside("-", given="ruimte: pair\n")
    assert done.returncode == 1
    assert "Bedoelde je ‘paar’?" in done.stderr


def test_a_pack_with_the_rules_of_another_has_no_say_of_its_own(
    beside: Call, tmp_path: Path
) -> None:
    """It is told, not put on the ladder as if a municipality said it; by name it can be asked."""
    (tmp_path / "buurt").mkdir()
    text = "pakket: buurt\ntitel: 'Buurt: wat we weten'\ngebaseerd_op: eigen\n"
    (tmp_path / "buurt" / "pakket.yml").write_text(text, encoding="utf-8")
    done = beside("straat", "--json")
    assert set(lines_of(done)) == {"eigen", "dorp", "stad"}
    assert "Buurt heeft de regels van Ons kader." in done.stderr
    assert set(lines_of(beside("straat", "--json", "--met", "buurt"))) == {"eigen", "buurt"}


def test_a_broken_pack_is_left_out(beside: Call, tmp_path: Path) -> None:
    """Somebody's draft stops nobody; it is told."""
    (tmp_path / "kapot").mkdir()
    (tmp_path / "kapot" / "pakket.yml").write_text("pakket: kapot\nadviezen: 1\n", encoding="utf-8")
    done = beside("straat", "--json")
    assert set(lines_of(done)) == {"eigen", "dorp", "stad"}
    assert "Pakket 'kapot' doet niet mee" in done.stderr
