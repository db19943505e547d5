"""The order of informing: who hears it when, as a result of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.advice.advice import advise
from bot.advice.card import Card
from bot.advice.make_card import make_card
from bot.advice.note import write_note
from bot.dialogue.turn import Shelf
from bot.entry.card_json import card_json
from bot.packs.errors import PackError
from bot.packs.load import load_pack
from bot.rules.compare.compare import compare
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.model.answers import chosen
from bot.rules.model.book import AnswerBook
from bot.rules.model.conditions import AllOf, Is
from bot.rules.prove.findings import ROW_NEVER
from bot.rules.prove.proof import prove
from bot.workbench.controleer.check_names import Names
from bot.workbench.teken.page import write_page
from bot.workbench.teken.reach import reach_of
from bot.workbench.vergelijk.beside import concern_line
from tests.dialogue.test_lens import Person, has_complete_advice

FOLDER = Path(__file__).resolve().parents[1] / "packs" / "flat"
TODAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def flat() -> Compiled:
    """A flat is torn down, and not everybody may know it yet."""
    return compile_pack(load_pack(FOLDER))


def card(flat: Compiled, groups: tuple[str, ...] = (), **answers: str) -> Card:
    """The card for these answers."""
    book = AnswerBook({name: chosen(value) for name, value in answers.items()}, (), groups)
    return make_card(flat, advise(flat, book))


def test_what_holds_stands_in_the_order_of_the_pack(flat: Compiled) -> None:
    told = card(flat, van_wie="gemeente")
    assert [one.id for one in told.order] == ["vg_personeel", "vg_raad"]
    assert [one.id for one in card(flat).order] == ["vg_raad"]  # whose plan it is, is not known
    assert told.on_leak == ("Lekt het uit? Vertel het dan meteen aan allemaal tegelijk.",)


def test_a_group_hears_it_when_the_project_has_that_group(flat: Compiled) -> None:
    told = card(flat, ("huurders", "rest"), van_wie="gemeente")
    assert [one.id for one in told.order] == ["vg_personeel", "vg_huurders", "vg_raad"]


def test_the_note_has_the_whole_order_and_what_to_do_about_a_leak(flat: Compiled) -> None:
    note = write_note(card(flat, van_wie="gemeente"), "Flat", TODAY)
    section = note.partition("## Wie hoort het wanneer\n")[2].partition("\n## ")[0]
    assert "1. Eerst: Het eigen personeel en de ondernemingsraad. Vertel het zelf." in section
    assert "2. Dezelfde middag: De raad. Stuur een brief." in section
    assert "- Lekt het uit?" in section


def test_a_program_gets_the_order(flat: Compiled) -> None:
    values = card_json(card(flat, van_wie="gemeente"))
    assert [one["wie"] for one in values["volgorde"]] == [
        "Het eigen personeel en de ondernemingsraad", "De raad",
    ]  # fmt: skip
    assert "volgorde" in values["acties"]


def test_a_pack_without_an_order_has_no_such_section(flat: Compiled) -> None:
    none = compile_pack(replace(flat.pack, informing=()))
    told = card(none, van_wie="gemeente")
    assert (told.order, told.on_leak) == ((), ())
    assert "order" not in told.actions
    assert "Wie hoort het wanneer" not in write_note(told, "Flat", TODAY)


def test_the_order_is_a_button_from_two_on_and_there_are_never_more_than_seven(
    flat: Compiled,
) -> None:
    assert "order" not in card(flat).actions
    actions = card(flat, van_wie="gemeente").actions
    assert "order" in actions
    assert "chairs" not in actions
    assert len(actions) <= 7


def test_the_order_is_told_in_a_conversation(flat: Compiled) -> None:
    person = Person(Shelf({flat.pack.id: flat}, flat.pack.id))
    person.tap("Advies voor mijn project")
    person.tap("Van ons")
    while not has_complete_advice(person):
        person.tap()
    told = person.tap("Wie hoort het wanneer")
    assert told.text.splitlines()[:2] == [
        "Vertel het in deze volgorde:",
        "1. Eerst: Het eigen personeel en de ondernemingsraad. Vertel het zelf.",
    ]
    assert told.text.endswith("Vertel het dan meteen aan allemaal tegelijk.")
    assert person.tap("Wie moet er nog bij?").text.startswith("Wie zit er aan tafel?")


def test_who_never_hears_it_is_found(flat: Compiled) -> None:
    never = AllOf((Is("van_wie", frozenset({"ander"})), Is("van_wie", frozenset({"gemeente"}))))
    first, *rest = flat.pack.informing
    pack = replace(flat.pack, informing=(replace(first, when=never), *rest))
    (finding,) = prove(compile_pack(pack)).findings
    assert (finding.kind, finding.about) == (ROW_NEVER, ("vg_personeel",))
    names = Names(pack)
    assert "‘Het eigen personeel en de ondernemingsraad’ in de volgorde" in names.subject(finding)
    assert names.condition(finding)


def test_the_page_and_a_comparison_tell_the_order(flat: Compiled) -> None:
    compiled = compile_pack(flat.pack)
    page = write_page(compiled, reach_of(compiled), None, TODAY)
    assert "Wie hoort het wanneer" in page
    assert "als het uitlekt" in page
    less = replace(flat.pack, informing=flat.pack.informing[1:])
    comparison = compare(flat.pack, less)
    (gone,) = comparison.concerns
    assert concern_line(comparison, gone).startswith("‘Het eigen personeel en de ondernemingsraad’")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("wie: De raad, ", "", "‘wie’ ontbreekt"),
        ("id: vg_raad", "id: ap_bericht", "ook de id van een aandachtspunt"),
        ("als: {van_wie: gemeente}, wie", "als: {van_wie: niemand}, wie", "niemand"),
    ],
)
def test_what_is_wrong_in_the_order_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = (FOLDER / "pakket.yml").read_text("utf-8")
    assert old in text
    (tmp_path / "pakket.yml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(PackError, match=told):
        load_pack(tmp_path)


def test_a_pack_on_top_takes_the_order_over_and_changes_it(tmp_path: Path) -> None:
    own = """
pakket: flat_hier
titel: Een flat gaat hier weg
gebaseerd_op: flat
volgorde:
  - {id: vg_raad, verwijder: true}
  - {id: vg_huurders, vul_aan: true, wanneer: als eersten}
"""
    (tmp_path / "pakket.yml").write_text(own, "utf-8")
    pack = load_pack(tmp_path, search=[FOLDER.parent])
    assert [(one.id, one.moment) for one in pack.informing] == [
        ("vg_personeel", "eerst"), ("vg_huurders", "als eersten"), ("vg_lek", ""),
    ]  # fmt: skip
