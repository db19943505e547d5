"""``kennis controleer`` on what must run up: what an owner of a pack reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.__main__ import main

PACK = Path(__file__).parent / "oplopend"
Capture = pytest.CaptureFixture[str]


def said(capsys: Capture, folder: Path, *more: str, code: int = 1) -> str:
    """What is printed."""
    assert main(["kennis", "controleer", str(folder), "--zonder-taal", *more]) == code
    return " ".join(capsys.readouterr().out.split())


def test_a_fall_is_a_fault_that_names_answers_outcomes_rows_and_line(capsys: Capture) -> None:
    """With an example of as few answers as it takes."""
    out = said(capsys, PACK, "--op", "2026-11-24")
    assert "3 fouten" in out
    assert (
        "‘Een betere belofte verlaagt de vorm nooit’ (belofte) gaat niet altijd op. Met ‘Weegt’ "
        "komt er ‘raadplegen’ uit, met ‘Volgt’ komt er ‘informeren’ uit (rij ‘r1’). "
        "Voorbeeld Wat doet het bestuur? Weegt Is er iets te kiezen? Nee Waar "
    ) in out
    line = (PACK / "pakket.yml").read_text("utf-8").splitlines().index("stijgend:") + 2
    assert f"oplopend/pakket.yml:{line}" in out
    assert "Wat nu Kijk wie er gelijk heeft: de rijen of ‘stijgend’." in out
    assert "(mensen)" not in out


def test_a_program_gets_both_sides(capsys: Capture) -> None:
    """Each can be handed to ``advies`` as it is."""
    main(["kennis", "controleer", str(PACK), "--zonder-taal", "--json"])
    found = json.loads(capsys.readouterr().out)["bevindingen"]
    (fall,) = (one for one in found if one["bij"] == ["belofte"])
    assert fall["voorbeeld"] == {"bestuur": "weegt", "open": "nee"}
    assert fall["met_meer"] == {"bestuur": "volgt", "open": "nee"}
    assert (fall["van"], fall["naar"], fall["door"]) == ("vragen", "vertellen", ["vorm.r1"])


def test_a_flaw_of_the_source_is_told_and_no_fault(capsys: Capture, tmp_path: Path) -> None:
    """Under the known flaws, with its explanation."""
    flaw = "{soort: stijgt_niet, bij: [belofte, last, om], uitleg: Zo is het kader., bron: eigen}"
    text = (PACK / "pakket.yml").read_text("utf-8") + f"bekende_gebreken:\n  - {flaw}\n"
    (tmp_path / "pakket.yml").write_text(text, "utf-8")
    assert "3 bekende gebreken." in said(capsys, tmp_path, code=0)


def test_a_pack_on_top_hears_how_to_take_it_away(capsys: Capture, tmp_path: Path) -> None:
    """It may be meant."""
    (tmp_path / "oplopend").mkdir()
    (tmp_path / "eigen").mkdir()
    (tmp_path / "oplopend" / "pakket.yml").write_text((PACK / "pakket.yml").read_text("utf-8"))
    own = "pakket: eigen\ntitel: Van ons\ngebaseerd_op: oploop\nstijgend:\n"
    own += "".join(f"  - {{id: {id}, verwijder: true}}\n" for id in ("last", "om"))
    (tmp_path / "eigen" / "pakket.yml").write_text(own, "utf-8")
    out = said(capsys, tmp_path / "eigen")
    assert "met stijgend: [{id: belofte, verwijder: true}]" in out
    assert "(last)" not in out
