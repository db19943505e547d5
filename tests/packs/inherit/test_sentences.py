"""A municipality makes the kinds of project its own; what it takes away takes sentences along."""

from __future__ import annotations

from pathlib import Path

from bot.packs.load import load_pack
from bot.rules.model.pack import Pack

FOLDER = Path(__file__).resolve().parents[1] / "situaties"
HEAD = "pakket: van_ons\ntitel: Van ons\ngebaseerd_op: situaties\n"


def own(tmp_path: Path, text: str) -> Pack:
    """A pack of its own on top of the small one."""
    (tmp_path / "pakket.yml").write_text(HEAD + text, "utf-8")
    return load_pack(tmp_path, search=[FOLDER.parent])


def test_one_moment_is_worded_anew_and_the_rest_stays(tmp_path: Path) -> None:
    told = "situaties: [{id: straat, vul_aan: true, stappen: {deze_week: [Bel Piet.]}}]\n"
    street = own(tmp_path, told).situation("straat")
    assert street
    assert [line.text for line in street.steps["week"]] == ["Bel Piet."]
    assert [line.text for line in street.steps["after"]] == ["Zet een nummer op het bord."]


def test_a_kind_of_project_is_taken_away(tmp_path: Path) -> None:
    pack = own(tmp_path, "situaties: [{id: bad, verwijder: true}]\n")
    assert [one.id for one in pack.situations] == ["straat"]


def test_sentences_on_a_question_that_is_gone_go_along(tmp_path: Path) -> None:
    gone = (
        "vragen: [{id: laat, verwijder: true}]\naandachtspunten: [{id: ap_laat, verwijder: true}]\n"
    )
    pack = own(tmp_path, gone)
    assert [one.id for one in pack.evening if one.kind == "opening"] == ["av_wat"]
    assert [one.id for one in pack.values] == ["w_invloed"]
    street = pack.situation("straat")
    assert street
    assert [line.text for line in street.steps["week"]] == ["Bel de projectleider van het riool."]
    assert pack.forms[0].promise == "We zeggen eerlijk wat er komt."
    assert not pack.denials


def test_first_aid_comes_along_with_what_is_inherited(tmp_path: Path) -> None:
    text = "pakket: arm\ntitel: Arm\nerft: [situaties]\n"
    (tmp_path / "pakket.yml").write_text(text, "utf-8")
    pack = load_pack(tmp_path, search=[FOLDER.parent])
    assert {one.id for one in pack.evening} >= {"av_bel", "av_stop"}
