"""A pack on top of one with other names than before is told what to change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.packs.answers import book_of_set, read_answers
from bot.packs.errors import PackError
from bot.packs.load import link_problems, load_pack, loader_of
from tests.packs.conftest import Knowledge

BASE = (Path(__file__).parents[2] / "rules" / "vernoemd" / "nu" / "pakket.yml").read_text("utf-8")
HEAD = "pakket: dorp\ntitel: Ons dorp\ngebaseerd_op: vernoemd\n"


def refusal(knowledge: Knowledge, own: str) -> list[str]:
    """What is wrong with a pack that says this on top of the base; without the folder."""
    root = knowledge({"vernoemd/pakket.yml": BASE, "dorp/pakket.yml": HEAD + own})
    with pytest.raises(PackError) as refused:
        load_pack(root / "dorp")
    return [line.removeprefix("knowledge/dorp/") for line in str(refused.value).splitlines()]


@pytest.mark.parametrize(
    ("own", "told"),
    [
        (
            "aandachtspunten: [{id: a, als: {doel: kennis}, tekst: Let op., bron: eigen}]\n",
            "4: aandachtspunten[1].als.doel: ‘doel’ heet nu ‘nodig’. Goed zou zijn: nodig.",
        ),
        (
            "aandachtspunten: [{id: a, als: {nodig: kennis}, tekst: Let op., bron: eigen}]\n",
            "4: aandachtspunten[1].als.nodig: ‘kennis’ heet nu ‘beeld’. Goed zou zijn: beeld.",
        ),
        (
            "aandachtspunten: [{id: a, als: {nodig: maken}, tekst: Let op., bron: eigen}]\n",
            "4: aandachtspunten[1].als.nodig: ‘maken’ heet nu ‘schetsen’ of ‘bouwen’. "
            "Goed zou zijn: één van deze.",
        ),
        (
            "aandachtspunten: [{id: a, als: {weer: ja}, tekst: Let op., bron: eigen}]\n",
            "4: aandachtspunten[1].als.weer: ‘weer’ is vervallen: Het weer maakt niet uit. "
            "Goed zou zijn: deze regel weghalen.",
        ),
        (
            "aandachtspunten: [{id: a, als: {bestuur: zwijgt}, tekst: Let op., bron: eigen}]\n",
            "4: aandachtspunten[1].als.bestuur: ‘zwijgt’ is vervallen: Een bestuur zegt altijd "
            "iets. Goed zou zijn: deze regel weghalen.",
        ),
        (
            "vragen: [{id: doel, vul_aan: true, vraag: Waarvoor?}]\n",
            "4: vragen[1].id: ‘doel’ heet nu ‘nodig’. Goed zou zijn: nodig.",
        ),
        (
            "vragen: [{id: doel, verwijder: true}]\n",
            "4: vragen[1].id: ‘doel’ heet nu ‘nodig’. Goed zou zijn: nodig.",
        ),
        (
            "vragen: [{id: nodig, vul_aan: true, opties: [{id: kennis, verwijder: true}]}]\n",
            "4: vragen[1].opties[1].id: ‘kennis’ heet nu ‘beeld’. Goed zou zijn: beeld.",
        ),
        (
            "vragen: [{id: doel, vraag: Waarvoor?, soort: janee}]\n",
            "4: vragen[1].id: ‘doel’ heet nu ‘nodig’. Goed zou zijn: id: nodig.",
        ),
        (
            "vormen: [{id: informeren, vul_aan: true, kop: zeg het}]\n",
            "4: vormen[1].id: ‘informeren’ heet nu ‘vertellen’. Goed zou zijn: vertellen.",
        ),
        (
            "opening: [ruimte]\n",
            "4: opening[1]: ‘ruimte’ heet nu ‘te_kiezen’. Goed zou zijn: te_kiezen.",
        ),
    ],
)
def test_an_old_name_is_told_with_the_new_one(knowledge: Knowledge, own: str, told: str) -> None:
    """File, line, and what it is called now."""
    assert refusal(knowledge, own) == [f"pakket.yml:{told}"]


def test_an_old_outcome_is_told_wherever_it_is_used(knowledge: Knowledge) -> None:
    """A row, and a worked case."""
    own = """\
besluiten:
  - id: vorm
    vul_aan: true
    rijen: [{id: eigen_rij, als: {bestuur: volgt}, dan: informeren, bron: eigen}]
voorbeelden:
  - {id: v, titel: V, beschrijving: V., antwoorden: {}, verwacht: informeren, bron: eigen}
"""
    told = refusal(knowledge, own)
    assert [re.sub(r":(\d+): \S+: ", r":\1: ", line) for line in told] == [
        "pakket.yml:7: ‘informeren’ heet nu ‘vertellen’. Goed zou zijn: vertellen.",
        "pakket.yml:9: ‘informeren’ heet nu ‘vertellen’. Goed zou zijn: vertellen.",
    ]


def test_every_line_to_change_is_named(knowledge: Knowledge) -> None:
    """Of one old name, at the first of them."""
    own = """\
vragen: [{id: doel, vul_aan: true, vraag: Waarvoor?}]
aandachtspunten:
  - {id: a, als: {doel: kennis}, tekst: Let op., bron: eigen}
voorbeelden:
  - {id: v, titel: V, beschrijving: V., antwoorden: {doel: kennis}, verwacht: samen, bron: eigen}
"""
    assert refusal(knowledge, own) == [
        "pakket.yml:4: vragen[1].id: ‘doel’ heet nu ‘nodig’ (ook in: "
        "knowledge/dorp/pakket.yml:6, 8). Goed zou zijn: nodig."
    ]


def test_a_pack_that_replaces_a_question_keeps_its_old_names(knowledge: Knowledge) -> None:
    """Its own conversations are as old as those of the pack below."""
    own = """\
vragen:
  - id: nodig
    vraag: Waarvoor?
    soort: keuze
    opties:
      - {id: beeld, label: Beeld}
      - {id: steun, label: Steun}
      - {id: schetsen, label: Schetsen}
      - {id: bouwen, label: Bouwen, heette: timmeren}
"""
    root = knowledge({"vernoemd/pakket.yml": BASE, "dorp/pakket.yml": HEAD + own})
    question = load_pack(root / "dorp").question("nodig")
    assert question.formerly == ("doel",)
    old = {option.id: option.formerly for option in question.options}
    assert old == {
        "beeld": ("kennis",),
        "steun": ("draagvlak",),
        "schetsen": ("maken",),
        "bouwen": ("timmeren",),
    }


def test_what_went_away_below_went_away_here_too(knowledge: Knowledge) -> None:
    """Beside what this pack says of it."""
    own = "vervallen: [{vraag: geur, want: Geur is niet te meten.}]\n"
    root = knowledge({"vernoemd/pakket.yml": BASE, "dorp/pakket.yml": HEAD + own})
    dropped = load_pack(root / "dorp").dropped
    assert [one.question for one in dropped] == ["weer", "bestuur", "gevolgen", "geur"]


def test_a_question_that_is_the_same_as_an_old_one_is_told(knowledge: Knowledge) -> None:
    """``gelijk_aan`` of another pack, with an old question and an old value."""
    other = (
        BASE.replace("pakket: vernoemd", "pakket: ander")
        .replace(
            "    heette: doel\n",
            "    gelijk_aan: [{pakket: vernoemd, vraag: doel}, "
            "{pakket: vernoemd, vraag: nodig, waarden: {kennis: beeld}}]\n",
        )
    )  # fmt: skip
    root = knowledge({"vernoemd/pakket.yml": BASE, "ander/pakket.yml": other})
    loader = loader_of(root / "ander")
    told = [one.told for one in link_problems(loader.load(root / "ander"), loader)]
    assert told == [
        "‘doel’ heet nu ‘nodig’. Goed zou zijn: nodig.",
        "‘kennis’ heet nu ‘beeld’. Goed zou zijn: beeld.",
    ]


def test_a_file_of_answers_is_told(knowledge: Knowledge) -> None:
    """Questions, values and parts, each with its line."""
    pack = load_pack(knowledge({"vernoemd/pakket.yml": BASE}) / "vernoemd")
    (given,) = read_answers(
        "onderdelen: [hoe, beheer]\nantwoorden:\n  doel: kennis\n  mandaat: akkoord\n"
    )
    with pytest.raises(PackError) as refused:
        book_of_set(pack, given)
    assert str(refused.value).splitlines() == [
        "antwoorden:1: ‘hoe’ heet nu ‘inhoud’.",
        "antwoorden:3: antwoorden.doel: ‘doel’ heet nu ‘nodig’.",
        "antwoorden:4: antwoorden.mandaat: ‘akkoord’ heet nu ‘ja’.",
    ]
