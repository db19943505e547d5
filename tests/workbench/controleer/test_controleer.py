"""``kennis controleer``: what an owner of a pack is told, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.workbench.taal.spelling import no_speller

GEBREKKIG = Path(__file__).parent / "gebrekkig"
DAY = "2026-11-24"
Capture = pytest.CaptureFixture[str]


def controleer(capsys: Capture, *arguments: str) -> tuple[int, str, str]:
    """The exit code, what was said, and what was said beside it."""
    code = main(["kennis", "controleer", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def plain(capsys: Capture, *arguments: str) -> dict[str, Any]:
    """What was found, for a program."""
    _, out, _ = controleer(capsys, *arguments, "--op", DAY, "--json")
    found: dict[str, Any] = json.loads(out)
    return found


def named(found: dict[str, Any], level: str) -> set[tuple[str, str]]:
    """Kind and subject of every finding of one level."""
    return {(f["soort"], " ".join(f["bij"])) for f in found["bevindingen"] if f["ernst"] == level}


def test_the_default_pack_has_no_finding(capsys: Capture) -> None:
    """Nothing to mend, texts included; to look at are only the sources of examples that nobody has
    read yet, each listed."""
    code, out, _ = controleer(capsys, "passende_samenwerking", "--op", DAY, "--alles")
    assert code == 0, out
    assert "0 fouten, 3 punten om op te letten" in out
    assert " ".join(out.split()).count("nog niet bekeken.") == 3


def test_everything_that_is_wrong_is_found(capsys: Capture) -> None:
    """One of each kind, and nothing else."""
    found = plain(capsys, str(GEBREKKIG))
    assert named(found, "fout") == {
        ("geen_advies", "zwaarte"),
        ("geen_advies", "vorm"),
        ("twee_adviezen", "zwaarte.z1 zwaarte.z2"),
        ("rij_nooit", "vorm.dubbel"),
        ("rij_nooit", "mooi"),
        ("rij_verborgen", "vorm.laat"),
        ("vraag_zonder_gevolg", "lucht"),
        ("vraag_nooit", "nooit"),
        ("vorm_onbereikbaar", "zwaarte.loodzwaar"),
        ("vorm_onbereikbaar", "loslaten"),
        ("voorbeeld_anders", "riool"),
    }
    assert named(found, "let op") - {("tekst", "samen.uitleg")} == {
        ("besluit_zonder_gevolg", "los"),
        ("optie_zonder_gevolg", "gevolgen.geld"),
        ("pakket_oud", "proefstad"),
        ("bron_oud", "nota"),
        ("bron_ontbreekt", "riool"),
        ("label_lang", "omvang.midden"),
        ("gebrek_weg", "vorm.oud"),
    }
    assert ("tekst", "samen.uitleg") in named(found, "let op")
    assert named(found, "tip") == {("optie_zonder_gevolg", "omvang.midden omvang.groot")}


def test_a_known_flaw_is_told_and_is_no_fault(capsys: Capture) -> None:
    """With the pack's own explanation."""
    found = plain(capsys, str(GEBREKKIG), "--zonder-taal")
    (known,) = found["bekend"]
    assert (known["bij"], known["uitleg"]) == (["bekend"], "Zo staat het in de nota.")
    _, out, _ = controleer(capsys, str(GEBREKKIG), "--zonder-taal")
    assert "BEKENDE GEBREKEN (1)" in out
    assert "Zo staat het in de nota." in out


def test_every_finding_says_where_it_stands(capsys: Capture) -> None:
    """The line of the file holds the id of what the finding is about."""
    lines = (GEBREKKIG / "pakket.yml").read_text("utf-8").splitlines()
    found = plain(capsys, str(GEBREKKIG), "--zonder-taal")
    for finding in found["bevindingen"]:
        line = lines[finding["regel"] - 1]
        if finding["soort"] == "gebrek_weg":
            assert line == "bekende_gebreken:"
        elif finding["soort"] == "pakket_oud":
            assert line.startswith("gecontroleerd_op")
        else:
            assert finding["bij"][0].rpartition(".")[2] in line


def test_an_example_can_be_handed_to_advies(capsys: Capture, tmp_path: Path) -> None:
    """With the answers of the example of ``geen_advies`` there really is none."""
    found = plain(capsys, str(GEBREKKIG), "--zonder-taal")
    (finding,) = (
        f for f in found["bevindingen"] if f["soort"] == "geen_advies" and f["bij"] == ["vorm"]
    )
    answers = tmp_path / "antwoorden.yml"
    answers.write_text(json.dumps({"antwoorden": finding["voorbeeld"]}), "utf-8")
    from bot.entry.doors import answer_of
    from bot.packs.answers import book_of_set, read_answers
    from bot.packs.load import load_pack
    from bot.rules.diagram.compile import compile_pack

    compiled = compile_pack(load_pack(GEBREKKIG))
    (given,) = read_answers(answers)
    advice = answer_of(compiled, book_of_set(compiled.pack, given))
    assert advice["mogelijk"] == {"geen_regel": 1.0}
    assert 0 < finding["combinaties"] < found["combinaties"]


def test_the_report_reads_from_verdict_to_detail(capsys: Capture) -> None:
    """First whether it is sound; then per finding what, an example in words, where, what to do."""
    code, out, _ = controleer(capsys, str(GEBREKKIG), "--op", DAY, "--zonder-taal")
    assert code == 1
    assert out.startswith("Dit pakket is nog niet in orde.\n")
    assert "480 combinaties van antwoorden nagelopen: 11 fouten" in out
    assert "0 van de 1 voorbeelden komen uit" in out
    block = out[out.index("Twee rijen gelden tegelijk") :].split("\n\n")[0]
    assert "Rijen ‘z1’ en ‘z2’ van besluit ‘Hoe zwaar het is’" in block
    assert "Voorbeeld  Hoe groot is het? Klein" in block
    assert "Wat merken mensen ervan? Hinder" in block
    assert "mooi weer" not in block
    assert "Wat nu     Maak een van de rijen enger." in block
    assert "onder rijen ‘dicht’, ‘licht’ en ‘zwaar’" in " ".join(out.split())


def test_a_row_that_ends_is_told_from_its_last_day_on(capsys: Capture) -> None:
    """``--op`` looks ahead."""
    _, before, _ = controleer(capsys, str(GEBREKKIG), "--zonder-taal", "--op", "2027-06-29")
    code, after, _ = controleer(capsys, str(GEBREKKIG), "--zonder-taal", "--op", "2027-06-30")
    assert "geldt tot en met" not in before
    assert "Rij ‘zwaar’ van besluit ‘Welke vorm past’ (vorm) geldt tot en met 30 juni 2027." in (
        " ".join(after.split())
    )
    assert code == 1


SMALL = """
pakket: klein
titel: Klein
gecontroleerd_op: 2026-11-01
adviezen: [{besluit: vorm, trede: {a: informeren, b: geen}}]
vragen:
  - {id: q, vraag: Mag het?, soort: janee, waarom: Het telt.}
besluiten:
  - id: vorm
    soort: beslistabel
    uitkomsten: [a, b]
    rijen: [{id: r, als: {q: ja}, dan: a, want: Het mag., bron: eigen}]
    anders: b
vormen:
  - {id: a, kop: doe a, naam: a, uitleg: Zo gaat het., bron: eigen}
  - {id: b, kop: doe b, naam: b, uitleg: Zo gaat het., bron: eigen}
"""


def written(folder: Path, text: str) -> str:
    """A pack of this text, in a folder."""
    folder.mkdir()
    (folder / "pakket.yml").write_text(text, "utf-8")
    return str(folder)


def test_strict_makes_a_point_to_look_at_count(capsys: Capture, tmp_path: Path) -> None:
    """Exit 0 with points to look at; with ``--streng`` exit 1."""
    old = written(tmp_path / "oud", SMALL.replace("2026-11-01", "2024-11-01"))
    loose, out, _ = controleer(capsys, old, "--zonder-taal", "--op", DAY)
    strict, _, _ = controleer(capsys, old, "--zonder-taal", "--op", DAY, "--streng")
    assert (loose, strict) == (0, 1)
    assert out.startswith("De regels van dit pakket kloppen.\n")


def test_a_pack_of_ones_own_should_name_a_contact(capsys: Capture, tmp_path: Path) -> None:
    """A pack to build on may leave it open: that is only said. One that builds on it may not."""
    written(tmp_path / "basis", SMALL)
    own = (
        "pakket: eigen_stad\ntitel: Eigen stad\ngebaseerd_op: klein\ngecontroleerd_op: 2026-11-01\n"
    )
    local = plain(capsys, written(tmp_path / "eigen", own), "--zonder-taal")
    base = plain(capsys, str(tmp_path / "basis"), "--zonder-taal")
    assert ("contact_ontbreekt", "eigen_stad") in named(local, "let op")
    assert ("contact_ontbreekt", "klein") in named(base, "tip")


def test_a_pack_without_advice_is_read_all_the_same(capsys: Capture) -> None:
    """There is nothing to prove, but its sources and days count."""
    found = plain(capsys, "gemeenschappelijk", "--zonder-taal")
    assert found["combinaties"] is None
    assert found["in_orde"] is True


def test_mistakes_in_the_call(capsys: Capture, tmp_path: Path) -> None:
    """A day that is none, a pack that is not there: exit 2. A pack that does not load: exit 1."""
    code, _, err = controleer(capsys, "--op", "2027-13-01")
    assert (code, "2027-13-01" in err) == (2, True)
    code, _, err = controleer(capsys, "pasende_samenwerking")
    assert (code, "passende_samenwerking" in err) == (2, True)
    code, _, err = controleer(capsys, written(tmp_path / "stuk", SMALL.replace("dan: a", "dan: c")))
    assert (code, "pakket.yml:" in err) == (1, True)


def test_a_pack_that_is_too_large_says_what_to_do(capsys: Capture, tmp_path: Path) -> None:
    """Points that are all different: every combination is a case of its own."""
    count = 30
    questions = "".join(
        f"  - {{id: v{i}, vraag: Vraag {i}?, soort: janee, waarom: Telt.}}\n" for i in range(count)
    )
    items = "".join(f"      - {{vraag: v{i}, punten: {{ja: {2**i}}}}}\n" for i in range(count))
    head, tail = SMALL.index("vragen:"), SMALL.index("vormen:")
    text = (
        f"{SMALL[:head]}vragen:\n{questions}besluiten:\n  - id: vorm\n    soort: punten\n"
        f"    uitkomsten: [a, b]\n    items:\n{items}"
        f"    banden: [{{dan: a}}, {{vanaf: 9, dan: b}}]\n{SMALL[tail:]}"
    )
    code, out, err = controleer(capsys, written(tmp_path / "groot", text), "--zonder-taal")
    assert (code, out) == (1, "")
    assert err.startswith("Te veel verschillende combinaties in: ‘vorm’. Maak dat besluit kleiner")


def test_what_another_pack_lacks_is_a_fault(capsys: Capture, tmp_path: Path) -> None:
    """With its line; so it is in the list of packs."""
    same = "soort: janee, gelijk_aan: [{pakket: passende_samenwerking, vraag: te_kieze}], waarom:"
    folder = written(tmp_path / "fout", SMALL.replace("soort: janee, waarom:", same))
    found = plain(capsys, folder, "--zonder-taal")
    (fault,) = (one for one in found["bevindingen"] if one["ernst"] == "fout")
    assert (fault["soort"], fault["bestand"].rpartition("/")[2]) == ("verwijzing", "pakket.yml")
    assert fault["regel"] == 1 + SMALL[: SMALL.index("soort: janee")].count("\n")
    assert "Bedoelde je ‘te_kiezen’?" in fault["tekst"]
    code, out, _ = controleer(capsys, folder, "--zonder-taal")
    assert (code, "Dit klopt niet met een ander pakket" in out) == (1, True)


def test_without_a_dictionary_no_word_is_wrong() -> None:
    """The other measures of a text go on; that the spelling was not looked at is said."""
    assert no_speller().wrong("Ditis gene taal.") == []


BASED = "pakket: dorp\ntitel: Ons dorp\ngebaseerd_op: matrix\n"


def test_what_a_replaced_form_lost_is_told(capsys: Capture, tmp_path: Path) -> None:
    """A form that was filled in lost nothing; one that was replaced names what is gone."""
    forms = """vormen:
  - {id: gemeente_beslist, kop: beslis zelf, naam: informeren, uitleg: Zelf., bron: eigen}
  - {id: na_advies, vul_aan: true, kop: vraag advies}
"""
    (tmp_path / "pakket.yml").write_text(BASED + forms, "utf-8")
    found = plain(capsys, str(tmp_path), "--zonder-taal")
    (only,) = [one for one in found["bevindingen"] if one["soort"] == "velden_weg"]
    assert (only["ernst"], only["bij"], only["regel"]) == ("tip", ["gemeente_beslist"], 5)
    assert only["tekst"].endswith(" heeft niet meer: ‘eigenaar’, ‘eerste_stappen’, ‘eerlijk’.")
    _, out, _ = controleer(capsys, str(tmp_path), "--zonder-taal")
    assert "Wil je het alleen aanvullen? Zet er vul_aan: true bij." in out


def test_what_a_replaced_option_lost_is_told(capsys: Capture, tmp_path: Path) -> None:
    """Of the option, at its own line, also inside a question that is filled in."""
    options = "vragen:\n  - id: wie_begint\n    vul_aan: true\n    opties:\n"
    based = BASED.replace("matrix", "passende_samenwerking")
    first = "      - {id: gemeente, label: Wij}\n"
    (tmp_path / "pakket.yml").write_text(based + options + first, "utf-8")
    found = plain(capsys, str(tmp_path), "--zonder-taal")
    (only,) = [one for one in found["bevindingen"] if one["soort"] == "velden_weg"]
    assert (only["bij"], only["regel"]) == (["wie_begint.gemeente"], 8)
    assert only["tekst"].startswith("Antwoord ‘Wij’ (gemeente) bij ‘")


def test_a_row_of_the_pack_below_is_taken_away_in_the_own_pack(
    capsys: Capture, tmp_path: Path
) -> None:
    """Nobody is sent to change another pack; and what it does was tried."""
    written(tmp_path / "klein", SMALL)
    own = """
pakket: kind
titel: Kind
gebaseerd_op: klein
besluiten:
  - id: vorm
    vul_aan: true
    rijen: [{id: alles, voor: r, dan: b, want: Nooit., bron: eigen}]
"""
    _, out, _ = controleer(capsys, written(tmp_path / "kind", own), "--zonder-taal")
    told = " ".join(out.split())
    assert "Rij ‘r’ van besluit ‘vorm’ doet nooit mee" in told
    assert "besluiten: [{id: vorm, vul_aan: true, rijen: [{id: r, verwijder: true}]}]" in told
    assert (
        "besluiten: [{id: vorm, vul_aan: true, rijen: [{id: r, vul_aan: true, voor: alles}" in told
    )
    assert told.count("Ik probeerde het: dan") == 2
    assert "Zet de rij eerder in de tabel" not in told


def test_a_case_of_the_pack_below_is_changed_in_the_own_pack(
    capsys: Capture, tmp_path: Path
) -> None:
    """Who changes a rule says in the own pack what now comes out."""
    case = (
        "voorbeelden:\n  - {id: v, titel: V, beschrijving: V., antwoorden: {q: ja}, verwacht: a}\n"
    )
    written(tmp_path / "klein", SMALL + case)
    own = """
pakket: kind
titel: Kind
gebaseerd_op: klein
besluiten: [{id: vorm, vul_aan: true, anders: a, rijen: [{id: r, vul_aan: true, dan: b}]}]
"""
    _, out, _ = controleer(capsys, written(tmp_path / "kind", own), "--zonder-taal")
    assert "voorbeelden: [{id: v, vul_aan: true, verwacht: …}]" in " ".join(out.split())


def test_a_band_that_is_too_high_is_told_as_that(capsys: Capture, tmp_path: Path) -> None:
    """With the decision and where the band starts: no row is missing."""
    score = """soort: punten
    items: [{vraag: q, punten: {ja: 10}}]
    banden: [{dan: a}, {vanaf: 17, dan: b}]
    uitkomsten"""
    start, end = SMALL.index("soort: beslistabel"), SMALL.index("    rijen:")
    rest = SMALL[SMALL.index("vormen:") :]
    text = SMALL[:start] + score + SMALL[SMALL.index(": [a, b]") : end] + rest
    (fault,) = [
        one["tekst"]
        for one in plain(capsys, written(tmp_path / "hoog", text), "--zonder-taal")["bevindingen"]
        if one["soort"] == "vorm_onbereikbaar"
    ]
    assert fault.endswith(
        "Kijk bij ‘banden’ van besluit ‘vorm’: ‘vanaf: 17’ past niet bij de punten die kunnen."
    )


def test_a_missing_contact_is_mended_in_the_own_file(capsys: Capture, tmp_path: Path) -> None:
    """Not in the file of the pack below, whose ``contact`` was taken over."""
    (tmp_path / "pakket.yml").write_text(BASED, "utf-8")
    found = plain(capsys, str(tmp_path), "--zonder-taal")
    (only,) = [one for one in found["bevindingen"] if one["soort"] == "contact_ontbreekt"]
    assert (only["bestand"], only["regel"]) == (str(tmp_path / "pakket.yml"), 1)


RAISED = """\
pakket: hoger
titel: Hoger
adviezen: [{besluit: vorm, trede: {laag: informeren, midden: raadplegen, hoog: adviseren}}]
vragen:
  - {id: v, vraag: Is er veel hinder?, soort: janee, waarom: Zo.}
  - {id: w, vraag: Is er veel te kiezen?, soort: janee, waarom: Zo.}
  - {id: x, vraag: Is er iets beloofd?, soort: janee, waarom: Zo.}
besluiten:
  - id: kaart
    soort: matrix
    rijen_van: v
    kolommen_van: w
    vakken: {ja: {ja: midden, nee: laag}, nee: {ja: laag, nee: laag}}
    uitkomsten: [laag, midden, hoog]
    geordend: true
  - id: vorm
    soort: bijstelling
    van: kaart
    rijen: [{id: omhoog, als: {x: ja}, stap: STAP, want: Beloofd., bron: eigen}]
vormen:
  - {id: laag, kop: doe laag, naam: laag, uitleg: Zo., bron: eigen}
  - {id: midden, kop: doe midden, naam: midden, uitleg: Zo., bron: eigen}
  - {id: hoog, kop: doe hoog, naam: hoog, uitleg: Zo., bron: eigen}
"""


@pytest.mark.parametrize(
    ("step", "never"), [("1", set()), ("-1", {("vorm_onbereikbaar", "kaart.hoog"),
                                              ("vorm_onbereikbaar", "hoog")})]
)  # fmt: skip
def test_an_outcome_that_only_an_adjustment_reaches(
    step: str, never: set[tuple[str, str]], capsys: Capture, tmp_path: Path
) -> None:
    """No square of the matrix gives it, and yet it is needed: one step up leads there. Without
    such a step it is never reached."""
    (tmp_path / "pakket.yml").write_text(RAISED.replace("STAP", step), "utf-8")
    found = plain(capsys, str(tmp_path), "--zonder-taal")
    assert named(found, "fout") == never


ROWS = """    rijen:
      - {id: r, als: {q: ja}, dan: a, want: Het mag., bron: eigen}
"""


def with_rows(*more: str) -> str:
    """The small pack with more rows after its own."""
    lines = "".join(f"      - {row}\n" for row in more)
    own = "    rijen: [{id: r, als: {q: ja}, dan: a, want: Het mag., bron: eigen}]\n"
    whole = SMALL.replace(own, ROWS + lines)
    assert lines in whole
    return whole


def told_of(capsys: Capture, folder: str) -> str:
    """The report on one line."""
    return " ".join(controleer(capsys, folder, "--zonder-taal", "--op", DAY)[1].split())


def test_a_row_that_says_the_same_is_not_needed(capsys: Capture, tmp_path: Path) -> None:
    """It is told as that, and how many faults are left without it."""
    text = with_rows("{id: nog, als: {q: ja}, dan: a, bron: eigen}")
    told = told_of(capsys, written(tmp_path / "dubbel", text))
    assert "Deze rij is niet nodig: wat eronder valt, krijgt al dezelfde uitkomst" in told
    assert "haal ‘nog’ weg. Ik probeerde het: dan is er geen fout meer." in told
    assert "Moet zij wel tellen?" not in told


def test_a_place_that_makes_it_worse_is_told_as_that(capsys: Capture, tmp_path: Path) -> None:
    """The row before it does nothing then, and a form cannot be reached."""
    text = with_rows("{id: nog, als: {q: ja}, dan: b, bron: eigen}")
    told = told_of(capsys, written(tmp_path / "erger", text))
    assert "Moet zij wel tellen? Met alleen dit komt het niet goed: zet ‘nog’ boven ‘r’." in told
    assert "Dan doet ‘r’ niets meer." in told


def test_a_tip_that_is_followed_does_what_it_says(capsys: Capture, tmp_path: Path) -> None:
    """The number of faults that was promised is the number that there is."""
    nog, r = "{id: nog, als: {q: ja}, dan: b, bron: eigen}", ROWS.splitlines()[1].strip("- ")
    told = told_of(capsys, written(tmp_path / "voor", with_rows(nog)))
    before = int(told.partition(" fout")[0].rpartition(" ")[2])
    more = int(told.rpartition("dan komen er ")[2].split()[0])
    moved = with_rows(nog).replace(f"- {r}", "- @").replace(f"- {nog}", f"- {r}")
    after = told_of(capsys, written(tmp_path / "na", moved.replace("- @", f"- {nog}")))
    assert f"{before + more} fouten, " in after


WITH_CASES = (
    SMALL
    + """voorbeelden:
  - {id: v, titel: V, beschrijving: V., antwoorden: {q: ja}, verwacht: a, bron: eigen}
  - {id: w, titel: W, beschrijving: W., antwoorden: {q: nee}, verwacht: b, bron: eigen}
"""
)
CHILD = "pakket: kind\ntitel: Kind\ngebaseerd_op: klein\n"


def test_cases_that_went_away_with_a_form_are_told(capsys: Capture, tmp_path: Path) -> None:
    """By name; the others still count."""
    written(tmp_path / "klein", WITH_CASES)
    own = CHILD + (
        "vormen: [{id: a, verwijder: ja}]\n"
        "besluiten: [{id: vorm, vul_aan: ja, rijen: [{id: r, vul_aan: ja, dan: b}]}]\n"
    )
    found = plain(capsys, written(tmp_path / "kind", own), "--zonder-taal")
    assert ("voorbeelden_weg", "v") in named(found, "tip")
    assert found["voorbeelden"]["aantal"] == 1


def test_an_own_row_that_no_case_tries_is_told(capsys: Capture, tmp_path: Path) -> None:
    """Of the rows of the pack below nothing is said: they have cases there, or not."""
    written(tmp_path / "klein", WITH_CASES.replace("q: ja}, verwacht: a", "q: nee}, verwacht: b"))
    row = "{id: s, voor: r, als: {q: ja}, dan: b, bron: eigen}"
    own = f"{CHILD}besluiten: [{{id: vorm, vul_aan: ja, rijen: [{row}]}}]\n"
    found = plain(capsys, written(tmp_path / "kind", own), "--zonder-taal")
    case = "{id: x, titel: X, beschrijving: X., antwoorden: {q: ja}, verwacht: b, bron: eigen}"
    tried = plain(
        capsys,
        written(tmp_path / "ook", f"{own.replace('kind', 'ook')}voorbeelden: [{case}]\n"),
        "--zonder-taal",
    )
    untried = [bij for soort, bij in named(found, "tip") if soort == "rij_zonder_voorbeeld"]
    assert untried == ["vorm.s"]
    assert "rij_zonder_voorbeeld" not in {soort for soort, _ in named(tried, "tip")}
