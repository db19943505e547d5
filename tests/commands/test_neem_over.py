"""``kennis neem-over`` shows what it does before it does it, and can be taken back to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.test_vergelijk import PACK, kennis

OWN = """\
pakket: ons
titel: Ons dorp
gebaseerd_op: klein
besluiten:
  - id: vorm
    vul_aan: true
    rijen: [{id: r_groot, verwijder: true}]
aandachtspunten:
  - {id: leeg, verwijder: true}
voorbeelden:
  - {id: straat, vul_aan: true, antwoorden: {aantal: 60}}
"""


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    """A pack with an own one on top, and the proposal that the own one makes."""
    root = tmp_path / "knowledge"
    for name, text in (("klein", PACK), ("ons", OWN)):
        (root / name).mkdir(parents=True)
        (root / name / "pakket.yml").write_text(text, "utf-8")
    made = kennis(root, "stel-voor", "ons", "--ten-opzichte-van", "klein", "-o", proposal(root))
    assert made.returncode == 0, made.stderr
    return root


def proposal(root: Path) -> str:
    return str(root.parent / "voorstel.yml")


def test_the_effect_is_shown_before_anything_is_written(knowledge: Path) -> None:
    """The share of the combinations and the worked cases, as the comparison gives them."""
    file = knowledge / "klein" / "pakket.yml"
    dry = kennis(knowledge, "neem-over", proposal(knowledge), "--in", "klein", "--droog")
    assert dry.returncode == 0, dry.stderr
    told = dry.stdout.partition("Wat dit doet met het advies:")[2]
    assert "25,0% van alle combinaties van antwoorden krijgt een ander advies" in told
    assert "voorbeeld" in told
    assert "Er is niets geschreven." in told
    assert file.read_text("utf-8") == PACK


def test_a_pack_on_top_that_would_break_is_named_with_what_to_do(knowledge: Path) -> None:
    """The pack that proposed it removes what is gone then. Said when dry and when written."""
    for dry in (["--droog"], []):
        done = kennis(knowledge, "neem-over", proposal(knowledge), "--in", "klein", *dry)
        assert done.returncode == 0, done.stderr
        assert "‘ons’ is gebaseerd op ‘klein’, en laadt hierna niet meer:" in done.stderr
        assert "ons/pakket.yml:9: aandachtspunten[1].id: ‘leeg’ staat niet in het" in done.stderr
        assert "deze regel ook weghalen, want daar is het al weg" in done.stderr
        assert "samenwerkwijzer kennis controleer ons" in done.stderr
    own = knowledge / "ons" / "pakket.yml"
    own.write_text("pakket: ons\ntitel: Ons dorp\ngebaseerd_op: klein\n", "utf-8")
    assert kennis(knowledge, "toets", "ons").returncode == 0


@pytest.mark.parametrize("before", [PACK, "\ufeff" + PACK.replace("\n", "\r\n")])
def test_taking_back_gives_the_same_bytes(before: str, knowledge: Path) -> None:
    """With the comments, line ends and first mark of what was taken out."""
    file = knowledge / "klein" / "pakket.yml"
    raw = before.replace("  - {id: leeg,", "  # Let hier op.\n  - {id: leeg,  ").encode()
    file.write_bytes(raw)
    kennis(knowledge, "neem-over", proposal(knowledge), "--in", "klein")
    assert file.read_bytes() != raw
    assert file.read_bytes()[:3] == raw[:3]
    back = kennis(knowledge, "neem-over", proposal(knowledge), "--in", "klein", "--terug")
    assert back.returncode == 0, back.stderr
    assert "Dat is de versie van eerst." in back.stdout
    assert file.read_bytes() == raw


def test_taking_back_keeps_what_was_changed_since(knowledge: Path) -> None:
    """Then only the change itself is taken back, and the new work stays."""
    file = knowledge / "klein" / "pakket.yml"
    kennis(knowledge, "neem-over", proposal(knowledge), "--in", "klein")
    file.write_text(file.read_text("utf-8").replace("Is er ruimte?", "Kan er iets?"), "utf-8")
    back = kennis(knowledge, "neem-over", proposal(knowledge), "--in", "klein", "--terug")
    assert back.returncode == 0, back.stderr
    text = file.read_text("utf-8")
    assert "Kan er iets?" in text
    assert "r_groot" in text


def test_a_change_that_would_not_load_is_told_when_dry(knowledge: Path) -> None:
    """Nothing is written, and the line that would be wrong is named in the real file."""
    path = Path(proposal(knowledge))
    path.write_text(path.read_text("utf-8").replace("bron: eigen", "bron: nergens"), "utf-8")
    (knowledge / "klein" / "pakket.yml").write_text(
        PACK.replace("  - {id: leeg", "  - {id: l").replace("    anders: vragen\n", ""), "utf-8"
    )
    done = kennis(
        knowledge, "neem-over", proposal(knowledge), "--in", "klein", "--terug",
        "--ook-bij-verschil", "--droog",
    )  # fmt: skip
    assert done.returncode == 1
    assert f"{knowledge}/klein/pakket.yml:" in done.stderr
    assert "de bron ‘nergens’ staat niet onder ‘bronnen’" in done.stderr
