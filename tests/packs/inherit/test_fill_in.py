"""With ``vul_aan`` an item that is taken over is filled in; without it nothing goes unsaid."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.packs.errors import PackError
from bot.packs.load import load_pack
from bot.rules.model.conditions import Contains, Is
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.pack import Pack
from bot.settings import ROOT
from tests.packs.conftest import Knowledge

HEAD = "pakket: dorp\ntitel: Ons dorp\ngebaseerd_op: voorbeeld\n"


def child(knowledge: Knowledge, extra: str) -> Pack:
    """A pack on the example that says this too."""
    return load_pack(knowledge({"dorp/pakket.yml": HEAD + extra}) / "dorp")


def refused(knowledge: Knowledge, extra: str) -> str:
    """What a pack on the example that says this is refused with."""
    with pytest.raises(PackError) as refusal:
        child(knowledge, extra)
    return str(refusal.value)


def test_a_form_is_filled_in(knowledge: Knowledge, example: Pack) -> None:
    """What is written is new, in a block too; the rest of the form stays."""
    pack = child(
        knowledge,
        """
vormen:
  - id: informeren
    vul_aan: true
    kop: vertel het op tijd
    belofte: {wel: Jullie horen het eerst.}
    eerste_stappen: [Bel aan.]
""",
    )
    form, base = pack.form("informeren"), example.form("informeren")
    assert form is not None
    assert base is not None
    assert (form.headline, form.first_steps) == ("vertel het op tijd", ("Bel aan.",))
    assert (form.promise, form.not_promise) == ("Jullie horen het eerst.", base.not_promise)
    assert (form.explanation, form.roles, form.methods) == (
        base.explanation, base.roles, base.methods,
    )  # fmt: skip
    assert [one.id for one in pack.forms] == [one.id for one in example.forms]


def test_the_options_of_a_question_are_filled_in_by_id(knowledge: Knowledge, example: Pack) -> None:
    """One gets other words, one comes in between, and the others stay; their texts too."""
    pack = child(
        knowledge,
        """
vragen:
  - id: fase
    vul_aan: true
    waarom: Daarom.
    opties:
      - {id: idee, vul_aan: true, label: Een vonk}
      - {id: gunning, label: Gegund, voor: besloten}
  - {id: hinder, vul_aan: true, opties: [{id: verkeer, verwijder: true}]}
  - {id: strijd, vul_aan: true, alleen_als: {huishoudens: "> 100"}}
besluiten:
  - id: signalen
    vul_aan: true
    rijen: [{id: si_drukte, vul_aan: true, als: {hinder: {bevat: lawaai}}}]
  - id: zwaarte
    vul_aan: true
    items: [{vraag: fase, punten: {idee: 0, plan: 1.5, gunning: 2, besloten: 3}}]
""",
    )
    question, base = pack.question("fase"), example.question("fase")
    assert [option.id for option in question.options] == ["idee", "plan", "gunning", "besloten"]
    assert [option.label for option in question.options][::2] == ["Een vonk", "Gegund"]
    assert (question.text, question.why) == (base.text, "Daarom.")
    assert question.options[0].examples == base.options[0].examples != ()
    assert question.options[1] == base.options[1]
    assert "verkeer" not in [option.id for option in pack.question("hinder").options]


def test_a_point_of_attention_and_its_condition(knowledge: Knowledge) -> None:
    """A condition that is written takes the place of the whole condition."""
    pack = child(
        knowledge,
        """
aandachtspunten:
  - {id: brief_op_tijd, vul_aan: true, als: {fase: besloten}}
""",
    )
    concern = pack.concerns[0]
    assert (concern.text, concern.duty) == ("De brief moet op tijd weg.", True)
    assert concern.when == Is("fase", frozenset({"besloten"}))


def test_one_cell_of_a_matrix_and_one_row_of_a_table(knowledge: Knowledge) -> None:
    """The other cells stay, and what else the row says."""
    pack = child(
        knowledge,
        """
besluiten:
  - {id: kaart, vul_aan: true, vakken: {klein: {licht: hoog}}}
  - id: signalen
    vul_aan: true
    rijen: [{id: si_onrust, vul_aan: true, als: {hinder: {bevat: stof}}}]
""",
    )
    grid = pack.decision("kaart").logic
    assert isinstance(grid, Matrix)
    assert grid.cells == {
        "klein": {"licht": "hoog", "zwaar": "midden"},
        "groot": {"licht": "midden", "zwaar": "hoog"},
    }
    rows = pack.decision("signalen").logic.rows  # type: ignore[union-attr]
    assert [row.then for row in rows] == ["onrust", "drukte"]
    assert rows[0].when == Contains("hinder", frozenset({"stof"}))


def test_an_answer_of_a_worked_case(knowledge: Knowledge) -> None:
    """One answer changes, the others stay."""
    pack = child(
        knowledge,
        """
voorbeelden:
  - {id: heel, vul_aan: true, antwoorden: {huishoudens: 14}}
""",
    )
    answers = pack.cases[0].answers
    assert (answers["huishoudens"], answers["open"]) == (("14",), ("nee",))


def test_a_form_takes_its_rung_its_outcome_and_its_cases_along(knowledge: Knowledge) -> None:
    """Only the rules that lead to it have to be changed by hand."""
    pack = child(
        knowledge,
        """
vormen:
  - {id: coproduceren, verwijder: true}
  - {id: informeren, verwijder: true}
  - {id: wachten, vul_aan: true, terugval: raadplegen}
besluiten:
  - id: vorm
    vul_aan: true
    rijen: [{id: vo_samen, verwijder: true}, {id: vo_vast, vul_aan: true, dan: raadplegen}]
""",
    )
    assert pack.decision("vorm").outcomes == ("raadplegen", "wachten")
    assert dict(pack.advices[0].rungs) == {"raadplegen": "raadplegen", "wachten": "geen"}
    assert [case.id for case in pack.cases] == []


def test_a_case_that_only_allows_a_form_that_is_gone_stays(knowledge: Knowledge) -> None:
    """It says what it expects, and that is still there."""
    pack = child(
        knowledge,
        """
vormen: [{id: coproduceren, verwijder: true}]
besluiten: [{id: vorm, vul_aan: true, rijen: [{id: vo_samen, verwijder: true}]}]
""",
    )
    (_, parts) = pack.cases
    assert parts.also_fine == {"hoe/geraakt": ()}


def test_an_advice_is_filled_in(knowledge: Knowledge, example: Pack) -> None:
    """One rung changes, or a new one comes; the others stay."""
    pack = child(
        knowledge, "adviezen: [{besluit: vorm, vul_aan: true, trede: {wachten: loslaten}}]"
    )
    assert dict(pack.advices[0].rungs) == {**example.advices[0].rungs, "wachten": "loslaten"}


def test_an_advice_that_is_not_below_can_not_be_filled_in(knowledge: Knowledge) -> None:
    """It is told which there are, and nothing follows from it."""
    extra = "adviezen: [{besluit: vrom, vul_aan: true, trede: {wachten: loslaten}}]"
    assert refused(knowledge, extra) == (
        "knowledge/dorp/pakket.yml:4: adviezen[1].besluit: ‘vrom’ is geen advies in het pakket "
        "waarop dit is gebaseerd. Bedoelde je ‘vorm’?"
    )


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        ("vormen: [{id: coproduceren, vul_aan: true, terugval: informeren}]",
         "‘terugval’ hoort niet bij deze soort"),
        ("vormen: [{id: nieuw, vul_aan: true, kop: doe het}]",
         "‘nieuw’ staat niet in het pakket waarop dit is gebaseerd"),
        ("vragen: [{id: fase, vul_aan: true, opties: [{id: x, vul_aan: true, label: X}]}]",
         "‘x’ staat niet in het pakket waarop dit is gebaseerd"),
        ("vragen: [{id: fase, vul_aan: true, soort: janee}]", "‘opties’ hoort niet bij deze soort"),
        ("indelingen: [{id: groep, vul_aan: true, opties: [{id: rest, verwijder: true}]}]",
         "hier staat er 1. Goed zou zijn: minstens 2"),
    ],
)  # fmt: skip
def test_what_comes_out_must_be_whole(knowledge: Knowledge, extra: str, told: str) -> None:
    """An item that is filled in is checked as the item that it becomes."""
    assert told in refused(knowledge, extra)


def test_the_changes_that_the_manual_shows_can_be_made(tmp_path: Path) -> None:
    """On the pack that everybody starts from, all together."""
    manual = (ROOT / "docs" / "kennisformaat.md").read_text("utf-8")
    found = re.search(r"Een rij, een vak.*?```yaml\n(.*?)```", manual, re.DOTALL)
    assert found
    head = HEAD.replace("voorbeeld", "passende_samenwerking")
    (tmp_path / "pakket.yml").write_text(head + found[1], "utf-8")
    pack = load_pack(tmp_path, search=[ROOT / "knowledge"])
    assert pack.form("loslaten") is None
    assert "loslaten" not in pack.decision("vorm").outcomes
