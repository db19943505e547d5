"""A pack can start from another one, and from what all packs share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from bot.packs.errors import PackError
from bot.packs.load import load_all, load_pack
from bot.rules.model.content import Booklet
from bot.rules.model.decisions.table import Table
from bot.rules.model.pack import Pack
from tests.packs.conftest import Knowledge

HEAD = "pakket: dorp\ntitel: Ons dorp\ngebaseerd_op: voorbeeld\n"
COMMON = """\
pakket: gemeenschappelijk
titel: Gedeeld
gecontroleerd_op: 2026-11-24
veelgestelde_vragen:
  - {id: wat_is_dit, vraag: Wat?, antwoord: Het gedeelde., bron: gedeeld, ehbo: [boze_buren]}
  - {id: gedeelde_vraag, vraag: Deel je?, antwoord: Ja., bron: [gedeeld]}
bronnen:
  - {id: gedeeld, titel: Een gedeelde bron}
"""
CHAPTER = """\
---
titel: De buren zijn boos
wanneer: Er komt een boze brief.
vormen: [informeren]
aandachtspunten: []
bron: [gedeeld]
gecontroleerd_op: 2026-11-01
---

## Eerst dit

Bel ze op.

## Wat is er aan de hand?

Ze wisten van niets.

## Dan dat

Ga langs.

## Liever niet

Terugmailen.

## Wie heb je nodig

De wijkmanager.

## Hoe weet je dat het lukt

Ze bellen terug.

## Verder lezen

- Een boek.
"""


def rows(pack: Pack, decision: str) -> list[str]:
    """The ids of the rows of a table, in order."""
    logic = pack.decision(decision).logic
    assert isinstance(logic, Table)
    return [row.id for row in logic.rows]


def ids(items: Iterable[object]) -> list[str]:
    """The ids of these items, in order."""
    return [item.id for item in items]  # type: ignore[attr-defined]


def test_a_child_takes_over_everything(knowledge: Knowledge, example: Pack) -> None:
    """A child that changes nothing is its base under another name, with a version of its own."""
    child = load_pack(knowledge({"dorp/pakket.yml": HEAD}) / "dorp")
    assert (child.id, child.title) == ("dorp", "Ons dorp")
    assert child.questions == example.questions
    assert child.decisions == example.decisions
    assert child.opening == example.opening
    assert child.version != example.version


def test_add_replace_and_remove(knowledge: Knowledge) -> None:
    """An item with a known id replaces, `verwijder` removes, and another id is added."""
    extra = """
aandachtspunten:
  - {id: altijd_waar, verwijder: true}
  - {id: brief_op_tijd, tekst: Anders gezegd., bron: eigen}
  - {id: nieuw, als: {huishoudens: "> 50"}, tekst: Let op., bron: eigen}
contact: null
"""
    child = load_pack(knowledge({"dorp/pakket.yml": HEAD + extra}) / "dorp")
    assert ids(child.concerns) == ["brief_op_tijd", "nieuw"]
    assert child.concerns[0].text == "Anders gezegd."
    assert child.contact is None


def test_rows_get_their_place(knowledge: Knowledge) -> None:
    """With `vul_aan` rows are merged by id; `voor` and `na` place them, else they come last."""
    extra = """
besluiten:
  - id: vorm
    vul_aan: true
    anders: informeren
    rijen:
      - {id: eerst, als: {fase: besloten}, dan: informeren, voor: vo_vast, bron: eigen}
      - {id: tweede, als: {steun: tegen}, dan: wachten, na: eerst, bron: eigen}
      - {id: laatst, als: {steun: voor}, dan: coproduceren, bron: eigen}
      - {id: vo_wacht, verwijder: true}
      - {id: vo_samen, als: {fase: plan}, dan: coproduceren, voor: vo_vast, bron: eigen}
  - id: hoger
    vul_aan: true
    rijen: [{id: ho_strijd, als: {strijd: nee}, stap: 2, bron: wet}]
"""
    child = load_pack(knowledge({"dorp/pakket.yml": HEAD + extra}) / "dorp")
    assert rows(child, "vorm") == ["eerst", "tweede", "vo_samen", "vo_vast", "laatst"]
    logic = child.decision("vorm").logic
    assert isinstance(logic, Table)
    assert logic.otherwise == "informeren"
    assert child.decision("vorm").outcomes[0] == "informeren"


def test_without_vul_aan_a_decision_is_replaced(knowledge: Knowledge) -> None:
    """A decision with a known id and no `vul_aan` stands alone."""
    extra = """
besluiten:
  - id: omvang
    soort: beslistabel
    uitkomsten: [klein, groot]
    rijen: [{id: alles, dan: klein, bron: eigen}]
"""
    child = load_pack(knowledge({"dorp/pakket.yml": HEAD + extra}) / "dorp")
    assert rows(child, "omvang") == ["alles"]


def test_the_right_hash_is_accepted(knowledge: Knowledge, example: Pack) -> None:
    """A base may be named with the hash of its present content."""
    head = HEAD.replace("voorbeeld", f"voorbeeld@{example.version}")
    assert load_pack(knowledge({"dorp/pakket.yml": head}) / "dorp").forms == example.forms


def test_a_wrong_hash_names_the_present_one(knowledge: Knowledge, example: Pack) -> None:
    """A base that changed since is refused, and the message says what it is now."""
    root = knowledge({"dorp/pakket.yml": HEAD.replace("voorbeeld", "voorbeeld@0123456789ab")})
    with pytest.raises(PackError, match=f"voorbeeld@{example.version}") as refusal:
        load_pack(root / "dorp")
    assert refusal.value.problems[0].line == 3


def test_a_change_of_the_base_changes_the_child(knowledge: Knowledge) -> None:
    """The version of a child covers what it takes over."""
    root = knowledge({"dorp/pakket.yml": HEAD})
    before = load_pack(root / "dorp").version
    path = root / "voorbeeld" / "inhoud.yml"
    path.write_text(path.read_text("utf-8").replace("wacht even", "wacht nog even"), "utf-8")
    assert load_pack(root / "dorp").version != before


def test_a_grandchild_far_away(knowledge: Knowledge) -> None:
    """A pack may rest on a pack that rests on a pack, and lie deeper in `knowledge`."""
    wijk = "pakket: wijk\ntitel: Wijk\ngebaseerd_op: dorp\nopening: [steun]\n"
    root = knowledge({"gemeenten/dorp/pakket.yml": HEAD, "gemeenten/x/wijk/pakket.yml": wijk})
    child = load_pack(root / "gemeenten/x/wijk")
    assert child.opening == ("steun",)
    assert load_all(root)["wijk"] == child


def test_elsewhere_is_found_by_search(knowledge: Knowledge, tmp_path: object) -> None:
    """A folder outside `knowledge` finds its base where `search` says."""
    root = knowledge({"../elders/dorp/pakket.yml": HEAD})
    folder = root.parent / "elders" / "dorp"
    with pytest.raises(PackError, match="het pakket ‘voorbeeld’ is niet gevonden"):
        load_pack(folder)
    assert load_pack(folder, search=[root]).id == "dorp"


def test_erft_brings_questions_sources_and_chapters(knowledge: Knowledge) -> None:
    """What all packs share comes along; what a pack says itself goes before it."""
    extra = """
erft: [gemeenschappelijk]
aandachtspunten:
  - {id: n, tekst: T., ehbo: [boze_buren], bron: gedeeld}
"""
    root = knowledge({
        "gemeenschappelijk/pakket.yml": COMMON,
        "ehbo/boze_buren.md": CHAPTER,
        "ehbo/README.md": "Over deze map.",
        "ehbo/uitgave_2017.yml":
            "hoofdstukken:\n  boze_buren: {hoofdstuk: Wat nu?, bladzijde: 12, url: null}\n",
        "dorp/pakket.yml": HEAD + extra,
    })  # fmt: skip
    child = load_pack(root / "dorp")
    assert ids(child.faqs) == ["wat_is_dit", "mag_dit", "gedeelde_vraag"]
    assert child.faqs[0].answers[0].text == "Een voorbeeld."
    assert child.source("gedeeld") is not None
    chapter = child.chapter("boze_buren")
    assert chapter is not None
    assert chapter.title == "De buren zijn boos"
    assert chapter.sections[0] == ("Eerst dit", "Bel ze op.")
    assert len(chapter.sections) == 7
    assert chapter.checked_on == date(2026, 11, 1)
    assert chapter.booklet == Booklet("Wat nu?", 12)
    common = load_pack(root / "gemeenschappelijk")
    assert common.chapters == (chapter,)
    assert common.questions == ()


def test_chapters_count_in_the_version(knowledge: Knowledge) -> None:
    """A pack whose chapters change is another version."""
    files = {"gemeenschappelijk/pakket.yml": COMMON, "ehbo/boze_buren.md": CHAPTER}
    before = load_pack(knowledge(files) / "gemeenschappelijk").version
    files["ehbo/boze_buren.md"] = CHAPTER.replace("Bel ze op.", "Bel ze nu op.")
    assert load_pack(knowledge(files) / "gemeenschappelijk").version != before


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("## Dan dat", "## Daarna dat", "boze_buren.md:1: de kop ‘Dan dat’ ontbreekt"),
        ("## Dan dat", "## Dan  dta", "Bedoelde je ‘Dan dat’?"),
        ("Bel ze op.", "Bel. " * 61, "boze_buren.md:10: ‘Eerst dit’ heeft 61 woorden"),
        ("wanneer: Er komt een boze brief.\n", "", "de sleutel ‘wanneer’ ontbreekt"),
        ("titel: De", "titel: De: ", "boze_buren.md:2: hier staat een dubbele punt midden"),
        ("bron: [gedeeld]", "bron: [gedeelt]", "boze_buren.md:6: bron: de bron ‘gedeelt’ staat"),
        ("---\n\n## Eerst", "\n\n## Eerst", "bovenaan ontbreekt het blok tussen --- en ---"),
    ],
)
def test_chapters_are_checked(knowledge: Knowledge, old: str, new: str, message: str) -> None:
    """A chapter that lacks something is refused with the file and the line."""
    root = knowledge({
        "gemeenschappelijk/pakket.yml": COMMON, "ehbo/boze_buren.md": CHAPTER.replace(old, new),
    })  # fmt: skip
    with pytest.raises(PackError) as refusal:
        load_pack(root / "gemeenschappelijk")
    assert message in str(refusal.value)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{hoofdstuk: Brand!, bladzijde: twaalf}", "bladzijde: hier staat ‘twaalf’"),
        ("{hoofdstuk: Brand!, bladzijde: 1.5}", "bladzijde: hier staat ‘1.5’"),
        ("{hoofdstuk: Brand!, bladzijde: 0}", "bladzijde: hier staat ‘0’. Goed zou zijn: minstens"),
        ("{hoofdstuk: Brand!, url: www.x.nl/boek}", "een adres dat met https:// begint"),
        ("{hoofdstuk: Brand!, url: 'http://x.nl/b'}", "een adres dat met https:// begint"),
        ("{hoofdstuk: Brand!, url: 'javascript:alert(1)'}", "een adres dat met https:// begint"),
        ("{bladzijde: 12}", "de sleutel ‘hoofdstuk’ ontbreekt"),
        ("{hoofdstuk: Brand!, blz: 12}", "de sleutel ‘blz’ ken ik hier niet"),
        ("Brand!", "hier staat ‘Brand!’"),
    ],
)
def test_where_the_booklet_has_it_is_checked(
    knowledge: Knowledge, entry: str, message: str
) -> None:
    """A page that is no number and an address that leads nowhere are refused with their line."""
    root = knowledge({
        "gemeenschappelijk/pakket.yml": COMMON, "ehbo/boze_buren.md": CHAPTER,
        "ehbo/uitgave_2017.yml": f"hoofdstukken:\n  boze_buren: {entry}\n",
    })  # fmt: skip
    with pytest.raises(PackError) as refusal:
        load_pack(root / "gemeenschappelijk")
    assert message in str(refusal.value)
    assert "uitgave_2017.yml:2: " in str(refusal.value)
