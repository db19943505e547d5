"""One mistake is one problem, however many others follow from it."""

from __future__ import annotations

import pytest

from bot.packs.errors import PackError
from bot.packs.load import load_pack
from tests.packs.conftest import Knowledge

HEAD = "pakket: dorp\ntitel: Ons dorp\ngebaseerd_op: voorbeeld\n"


def told(knowledge: Knowledge, extra: str, head: str = HEAD) -> list[str]:
    """What a pack that says this is refused with, a line per problem."""
    with pytest.raises(PackError) as refusal:
        load_pack(knowledge({"dorp/pakket.yml": head + extra}) / "dorp")
    return [str(problem) for problem in refusal.value.problems]


def test_a_question_that_is_removed_and_still_used(knowledge: Knowledge) -> None:
    """One problem, where it is removed, that names every file, line and id that still uses it."""
    extra = "vragen:\n  - {id: fase, verwijder: true}\n"
    assert told(knowledge, extra) == [
        "knowledge/dorp/pakket.yml:5: vragen[1].id: de vraag ‘fase’ is weggehaald, maar wordt nog "
        "gebruikt in: knowledge/voorbeeld/besluiten.yml:15 (zwaarte), 65 (vorm.vo_samen); "
        "knowledge/voorbeeld/inhoud.yml:26 (brief_op_tijd); knowledge/voorbeeld/pakket.yml:7, "
        "17 (onderdeel); knowledge/voorbeeld/vragen.yml:15 (open). Goed zou zijn: "
        "de vraag laten staan, of in je eigen pakket ook dat veranderen, met dezelfde id."
    ]


def test_its_answers_in_cases_that_are_taken_over_go_with_it(knowledge: Knowledge) -> None:
    """Who removes a question need not rewrite every worked case that answers it."""
    extra = """
vragen:
  - {id: steun, verwijder: true}
besluiten:
  - {id: gemoed, vul_aan: true, items: [{vraag: strijd, punten: {ja: 1, nee: -1}}]}
  - {id: hoger, vul_aan: true, rijen: [{id: ho_steun, verwijder: true}]}
  - {id: vorm, vul_aan: true, rijen: [{id: vo_samen, verwijder: true}]}
"""
    pack = load_pack(knowledge({"dorp/pakket.yml": HEAD + extra}) / "dorp")
    assert [sorted(case.answers) for case in pack.cases] == [
        ["fase", "hinder", "huishoudens", "open"],
        ["fase", "hinder@geraakt", "huishoudens", "open@beheer", "open@hoe", "strijd"],
    ]


def test_a_source_that_is_removed(knowledge: Knowledge) -> None:
    """Other things than questions too."""
    (only,) = told(knowledge, "bronnen: [{id: wet, verwijder: true}]\n")
    assert "de bron ‘wet’ is weggehaald, maar wordt nog gebruikt in: " in only


def test_a_form_that_is_removed(knowledge: Knowledge) -> None:
    """Every rule that still leads to it, and every rule that looks at it, in one problem."""
    own = """
vormen: [{id: coproduceren, verwijder: true}]
aandachtspunten: [{id: samen, als: {vorm: coproduceren}, tekst: Let op., bron: eigen}]
"""
    assert told(knowledge, own) == [
        "knowledge/dorp/pakket.yml:5: vormen[1].id: de vorm ‘coproduceren’ is weggehaald, maar "
        "wordt nog gebruikt in: knowledge/dorp/pakket.yml:6; "
        "knowledge/voorbeeld/besluiten.yml:67 (vorm.vo_samen). "
        "Goed zou zijn: de vorm laten staan, of in je eigen pakket ook dat veranderen, met "
        "dezelfde id; een rij haal je weg met {id: …, verwijder: true}."
    ]


def test_an_outcome_that_is_left_out_is_told_with_all_that_rests_on_it(
    knowledge: Knowledge,
) -> None:
    """Rows, the rung, the form and the worked cases at once, and the short way."""
    own = """
besluiten:
  - {id: vorm, vul_aan: true, uitkomsten: [informeren, coproduceren, wachten]}
"""
    (only,) = told(knowledge, own)
    assert "het besluit ‘vorm’ heeft geen ‘raadplegen’ meer" in only
    assert "pakket.yml:10" in only
    assert "inhoud.yml:" in only
    assert "(in_delen)" in only
    assert only.endswith(
        "Mag de vorm helemaal weg? Doe dat onder ‘vormen’: haar trede en voorbeelden gaan mee."
    )


def test_a_replaced_question_without_answers_that_are_used(knowledge: Knowledge) -> None:
    """The answers that got lost are one problem, and the way out is named."""
    extra = """
vragen:
  - id: open
    vraag: Is er iets te kiezen?
    soort: keuze
    opties: [{id: veel, label: Veel}, {id: niets, label: Niets}]
"""
    (only,) = told(knowledge, extra)
    assert only.startswith(
        "knowledge/dorp/pakket.yml:6: vragen[1].id: de vraag ‘open’ heeft geen ‘nee’, ‘per’ en "
        "‘ja’ meer, maar dat wordt nog gebruikt in: knowledge/voorbeeld/besluiten.yml:62 "
        "(vorm.vo_vast); "
    )
    assert only.endswith("Wil je het alleen aanvullen? Zet er vul_aan: true bij.")


def test_a_replaced_form_that_is_not_whole(knowledge: Knowledge) -> None:
    """All keys that are missing at once, and the way out."""
    assert told(knowledge, "vormen: [{id: informeren, kop: zeg het}]\n") == [
        "knowledge/dorp/pakket.yml:4: vormen[1]: de sleutels ‘naam’, ‘uitleg’ en ‘bron’ ontbreken. "
        "Wil je het alleen aanvullen? Zet er vul_aan: true bij."
    ]


def test_a_replaced_row_that_is_not_whole(knowledge: Knowledge) -> None:
    """Inside a decision that is filled in a row needs its own word for it."""
    extra = """
besluiten:
  - {id: vorm, vul_aan: true, rijen: [{id: vo_vast, want: Er is niets open.}]}
vragen:
  - {id: fase, vul_aan: true, opties: [{id: plan, zin: Er is een plan.}]}
"""
    assert told(knowledge, extra) == [
        "knowledge/dorp/pakket.yml:6: besluiten[1].rijen[1]: de sleutels ‘dan’ en ‘bron’ "
        "ontbreken. Wil je het alleen aanvullen? Zet er vul_aan: true bij.",
        "knowledge/dorp/pakket.yml:8: vragen[1].opties[1]: de sleutel ‘label’ ontbreekt. "
        "Wil je het alleen aanvullen? Zet er vul_aan: true bij.",
    ]


def test_a_new_form_that_is_not_whole_is_not_told_to_fill_in(knowledge: Knowledge) -> None:
    """There is nothing to fill in."""
    found = told(knowledge, "vormen: [{id: nieuw, kop: zeg het, naam: nieuw}]\n")
    assert len(found) == 2
    assert not any("vul_aan" in line for line in found)


def test_a_hyphen_in_an_id_is_told_once(knowledge: Knowledge) -> None:
    """Where it is given, with what it may be and where else it stands."""
    extra = """
vragen:
  - {id: nieuwe-vraag, vraag: Mag het?, soort: janee}
aandachtspunten:
  - {id: punt, als: {nieuwe-vraag: ja}, tekst: Let op., bron: eigen}
opening: [nieuwe-vraag]
"""
    assert told(knowledge, extra) == [
        "knowledge/dorp/pakket.yml:6: vragen[1].id: ‘nieuwe-vraag’ mag hier niet (ook in: "
        "knowledge/dorp/pakket.yml:9). Goed zou zijn: een kleine letter, dan kleine letters, "
        "cijfers en _, samen hoogstens 24 tekens; bijvoorbeeld ‘nieuwe_vraag’."
    ]


def test_the_same_misspelling_twice_is_one_problem(knowledge: Knowledge) -> None:
    """With both lines; another misspelling is another problem."""
    extra = """
aandachtspunten:
  - {id: een, als: {fasee: plan}, tekst: Let op., bron: eigen}
  - {id: twee, als: {fasee: plan}, tekst: Let op., bron: eigen}
  - {id: drie, als: {hindr: {bevat: stof}}, tekst: Let op., bron: eigen}
"""
    first, second = told(knowledge, extra)
    assert "‘fasee’ is geen vraag of besluit (ook in: knowledge/dorp/pakket.yml:7)" in first
    assert "pakket.yml:8: " in second


def test_a_list_without_a_dash_is_one_problem(knowledge: Knowledge) -> None:
    """Nothing is told of what the list would have held, nor of what is used elsewhere."""
    extra = """
vragen:
  id: steun
  vul_aan: true
  vraag: Is er steun?
besluiten:
  - {id: gemoed, vul_aan: true, items: [{vraag: spanning, punten: {ja: 1, nee: -1}}]}
"""
    assert told(knowledge, extra) == [
        "knowledge/dorp/pakket.yml:6: vragen.id: hier hoort een lijst: zet een streepje voor ‘id’. "
        "Goed zou zijn: ‘- id: …’, en de regels eronder even ver ingesprongen."
    ]


def test_options_without_a_dash_or_brackets(knowledge: Knowledge) -> None:
    """Inside an item too, also where it stands on one line."""
    extra = """
vragen:
  - id: nieuw
    vraag: Mag het?
    soort: keuze
    opties:
      id: mag
      label: Het mag
  - {id: anders, vraag: Mag het?, soort: keuze, opties: {id: mag, label: Het mag}}
"""
    dash, brackets = told(knowledge, extra)
    assert "pakket.yml:10: vragen[1].opties.id: hier hoort een lijst: zet een streepje" in dash
    assert brackets.endswith("een blok met sleutels. Goed zou zijn: met [ ] eromheen.")


def test_one_id_in_two_files_is_one_problem(knowledge: Knowledge) -> None:
    """Also when the first of them fills in what only the second says: it is there."""
    files = {
        "dorp/pakket.yml": HEAD,
        "dorp/een.yml": "vragen:\n  - {id: kern, vul_aan: true, kort: Kern}\n"
        "aandachtspunten:\n  - {id: punt, als: {kern: ja}, tekst: Let op., bron: eigen}\n",
        "dorp/twee.yml": "vragen:\n  - {id: kern, vraag: Is er een kern?, soort: janee}\n",
    }
    with pytest.raises(PackError) as refusal:
        load_pack(knowledge(files) / "dorp")
    assert str(refusal.value) == (
        "knowledge/dorp/twee.yml:2: vragen[1].id: de id ‘kern’ bestaat al (knowledge/dorp/een.yml, "
        "regel 2). Goed zou zijn: alles van ‘kern’ op één plek, of een andere id als dit iets "
        "anders is."
    )


def test_a_decision_that_is_not_whole_has_one_way_out(knowledge: Knowledge) -> None:
    """Its rows that fill in do not say the contrary."""
    rows = "rijen: [{id: vo_vast, vul_aan: true, want: Er is niets.}]"
    (only,) = told(knowledge, f"besluiten:\n  - {{id: vorm, {rows}}}\n")
    assert only.endswith("Wil je het alleen aanvullen? Zet er vul_aan: true bij.")


def test_a_whole_question_with_an_option_that_fills_in(knowledge: Knowledge) -> None:
    """The word for filling in is missing one level up."""
    extra = """
vragen:
  - id: fase
    vraag: Hoe ver is het?
    soort: keuze
    opties: [{id: idee, vul_aan: true, label: Een idee}, {id: plan, label: Een plan}]
"""
    found = told(knowledge, extra)
    assert found[0] == (
        "knowledge/dorp/pakket.yml:6: vragen[1].id: ‘fase’ wordt in zijn geheel vervangen, dus "
        "daarin valt niets aan te vullen. Goed zou zijn: vul_aan: true ook bij ‘fase’ zelf."
    )
    assert not any("zonder vul_aan" in line for line in found)


def test_a_base_that_is_misspelled_is_one_problem(knowledge: Knowledge) -> None:
    """What it would have held is not asked for."""
    extra = "vragen: [{id: fase, vul_aan: true, kort: Fase}]\nvormen: [{id: x, verwijder: true}]\n"
    assert told(knowledge, extra, HEAD.replace("voorbeeld", "voor-beeld")) == [
        "knowledge/dorp/pakket.yml:3: gebaseerd_op: het pakket ‘voor-beeld’ is niet gevonden. "
        "Bedoelde je ‘voorbeeld’?"
    ]


def test_points_for_a_number(knowledge: Knowledge) -> None:
    """A range is no value: the way that it is done is told."""
    items = "items: [{vraag: huishoudens, punten: {0..10: 0}}]"
    (only,) = told(knowledge, f"besluiten: [{{id: zwaarte, vul_aan: true, {items}}}]\n")
    assert "‘0..10’ mag hier niet. Goed zou zijn: een waarde van de vraag; een getal krijgt" in only
