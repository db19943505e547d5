"""``kennis neem-over`` shows what it does before it does it, and can be taken back to the byte."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from bot.settings import read
from bot.workbench.voorstel.changes import Change
from bot.workbench.voorstel.neem_over import neem_over
from bot.workbench.voorstel.wording import change_lines
from tests.workbench.vergelijk.test_vergelijk import PACK, kennis

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


RECEIVER = {
    "pakket.yml": "# Van ons.\npakket: dorp\ntitel: Dorp\ngebaseerd_op: klein\n",
    "vragen.yml": "# De vragen.\nvragen: []\n",
    "besluiten.yml": "# De regels.\nbesluiten: []\n",
}
MAKER = """\
pakket: ons
titel: Ons dorp
gebaseerd_op: klein
vragen:
  - {id: ruimte, vul_aan: true, vraag: Valt er te kiezen?}
  - id: geld
    vraag: Is er geld?
    soort: janee
    waarom: Om het geld.
    zin_ja: Er is geld.
    zin_nee: Er is geen geld.
besluiten:
  - id: vorm
    vul_aan: true
    rijen:
      - {id: r_groot, vul_aan: true, want: Het zijn er veel.}
      - {id: r_geld, voor: r_vast, als: {geld: nee}, dan: vertellen, want: Geen geld., bron: eigen}
"""


@pytest.fixture
def receiver(tmp_path: Path) -> Path:
    """A pack of three files on top of the same base, and a proposal made by another."""
    root = tmp_path / "knowledge"
    for name, files in (
        ("klein", {"pakket.yml": PACK}), ("ons", {"pakket.yml": MAKER}), ("dorp", RECEIVER),
    ):  # fmt: skip
        (root / name).mkdir(parents=True)
        for file, text in files.items():
            (root / name / file).write_text(text, "utf-8")
    made = kennis(root, "stel-voor", "ons", "--ten-opzichte-van", "klein", "-o", proposal(root))
    assert made.returncode == 0, made.stderr
    return root


def taken_over(root: Path, *more: str) -> str:
    """Take the proposal over in the receiver; what is shown."""
    done = kennis(root, "neem-over", proposal(root), "--in", "dorp", *more)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_what_is_inherited_is_only_filled_in(receiver: Path) -> None:
    """The receiver goes on following its base in everything that the proposal does not say."""
    shown = taken_over(receiver)
    questions = (receiver / "dorp" / "vragen.yml").read_text("utf-8")
    decisions = (receiver / "dorp" / "besluiten.yml").read_text("utf-8")
    assert "  - id: ruimte\n    vul_aan: true\n    vraag: Valt er te kiezen?\n" in questions
    assert "waarom: Om de keuze." not in questions
    assert "vul_aan: true\n        want: Het zijn er veel.\n" in decisions
    assert "r_vast\n" in decisions  # only as the place of the new row
    assert "Alles ligt vast." not in decisions
    assert "Let op" not in shown


def test_the_effect_comes_first_and_a_change_is_one_line(receiver: Path) -> None:
    """The lines of the files only for who asks."""
    dry = taken_over(receiver, "--droog")
    assert dry.index("Wat dit doet met het advies:") < dry.index("Wat er verandert (4):")
    assert "vragen / ruimte / vraag: was ‘Is er ruimte?’, wordt ‘Valt er te kiezen?’" in dry
    assert "vragen / geld: nieuw, ‘Is er geld?’" in dry
    assert "+++" not in dry
    assert "+++" in taken_over(receiver, "--droog", "-v")


def test_a_proposal_is_for_who_receives_it(receiver: Path) -> None:
    """Its first lines name no pack that is not the reader's."""
    head = Path(proposal(receiver)).read_text("utf-8").splitlines()[1]
    assert head.endswith("--in JOUW_PAKKET")


def test_files_that_nobody_touched_come_back_to_the_byte(receiver: Path) -> None:
    """And in the one that was touched only the proposal goes."""
    assert "Terugdraaien: samenwerkwijzer kennis neem-over" in taken_over(receiver)
    touched = receiver / "dorp" / "pakket.yml"
    touched.write_text(RECEIVER["pakket.yml"].replace("titel: Dorp", "titel: Duindorp"), "utf-8")
    taken_over(receiver, "--terug")
    for name in ("vragen.yml", "besluiten.yml"):
        assert (receiver / "dorp" / name).read_text("utf-8") == RECEIVER[name]
    assert "titel: Duindorp" in touched.read_text("utf-8")


def test_a_row_of_my_own_stays_where_the_proposal_is_taken_back(receiver: Path) -> None:
    """In the same list, between what came with the proposal."""
    taken_over(receiver)
    file = receiver / "dorp" / "besluiten.yml"
    own = "      - {id: eigen, voor: r_vast, als: {ruimte: nee, wie: {bevat: niemand}}, dan: vragen, bron: eigen}\n"  # noqa: E501
    file.write_text(file.read_text("utf-8").replace("    rijen:\n", f"    rijen:\n{own}"), "utf-8")
    taken_over(receiver, "--terug")
    assert (receiver / "dorp" / "vragen.yml").read_text("utf-8") == RECEIVER["vragen.yml"]
    rest = "# De regels.\nbesluiten:\n  - id: vorm\n    vul_aan: true\n    rijen:\n"
    assert file.read_text("utf-8") == rest + own


def test_what_was_changed_of_the_proposal_itself_is_told_with_what_to_do(receiver: Path) -> None:
    """The relabelled question stays and is named; with force it goes too. Never a broken pack."""
    taken_over(receiver)
    file = receiver / "dorp" / "vragen.yml"
    file.write_text(file.read_text("utf-8").replace("Er is geld.", "Er is genoeg geld."), "utf-8")
    arguments = ("neem-over", proposal(receiver), "--in", "dorp", "--terug")
    back = kennis(receiver, *arguments)
    assert back.returncode == 1
    told = back.stdout.partition("vragen.yml:")[2]
    assert "‘vragen / geld’ veranderde je zelf. Dat blijft staan. Haal het zelf weg" in told
    assert "Er is genoeg geld." in file.read_text("utf-8")
    assert "Valt er te kiezen?" not in file.read_text("utf-8")
    decisions = (receiver / "dorp" / "besluiten.yml").read_text("utf-8")
    assert decisions == RECEIVER["besluiten.yml"]
    assert kennis(receiver, "toets", "dorp").returncode == 0
    forced = kennis(receiver, *arguments, "--ook-bij-verschil")
    assert forced.returncode == 0, forced.stderr
    assert file.read_text("utf-8") == RECEIVER["vragen.yml"]


def test_a_second_taking_back_says_that_there_is_nothing(receiver: Path) -> None:
    """And names no pack that the proposal was not for."""
    taken_over(receiver)
    taken_over(receiver, "--terug")
    again = taken_over(receiver, "--terug")
    assert "Dit voorstel zit niet in ‘dorp’." in again
    assert "Let op" not in again
    assert "veranderingen" not in again


def test_a_conflict_shows_what_stands_here_and_what_was_proposed(receiver: Path) -> None:
    """The place, and the values of both."""
    file = receiver / "dorp" / "vragen.yml"
    file.write_text("vragen:\n  - {id: ruimte, vul_aan: true, vraag: Kan er iets?}\n", "utf-8")
    done = kennis(receiver, "neem-over", proposal(receiver), "--in", "dorp", "--droog")
    assert done.returncode == 1
    said = (
        "vragen / ruimte / vraag: hier staat ‘Kan er iets?’. "
        "Het voorstel maakt van ‘Is er ruimte?’ ‘Valt er te kiezen?’."
    )
    assert said in done.stderr


def test_of_a_list_is_told_what_came_and_what_went() -> None:
    """The whole list twice would hide it; a long block that differs at its end says so."""
    long = [{"besluit": "vorm", "trede": {f"uitkomst_{n}": "informeren" for n in range(9)}}]
    changes = (
        Change("changed", ("besluiten", "vorm", "uitkomsten"), ["a", "b"], ["a", "c"]),
        Change("changed", ("adviezen",), long, [*long, {"besluit": "rol"}]),
    )
    assert list(change_lines(changes)) == [
        "besluiten / vorm / uitkomsten: erbij: c; weg: b",
        "adviezen: anders; met -v zie je wat",
    ]


def test_who_reads_no_further_is_not_told_that_files_can_not_be_written(receiver: Path) -> None:
    """A pipe that closes is no trouble with the pack."""
    settings = read({"SAMENWERKWIJZER_KENNIS": str(receiver)}, root=receiver.parent)
    given = [proposal(receiver), "--in", "dorp", "--droog"]
    with redirect_stdout(Closed()), pytest.raises(BrokenPipeError):
        neem_over.main(given, obj=lambda verb, asked: verb(settings, **asked))


class Closed(io.StringIO):
    """A pipe of which the other end is gone."""

    def write(self, _: str) -> int:
        raise BrokenPipeError
