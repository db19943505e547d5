"""``kennis vergelijk``, ``stel-voor`` and ``neem-over``, as a policy officer uses them: in git."""

from __future__ import annotations

import json
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.command_line import Done, run

PACK = """\
pakket: klein
titel: "Klein & <b>fijn</b>"
adviezen: [{besluit: vorm, trede: {vertellen: informeren, vragen: raadplegen, samen: coproduceren}}]
vragen:
  - {id: ruimte, vraag: Is er ruimte?, soort: janee, waarom: Om de keuze.}
  - id: wie
    vraag: Wie doen er mee?
    soort: meerkeuze
    waarom: Om de mensen.
    opties:
      - {id: buren, label: Buren}
      - {id: niemand, label: Niemand, alleen: true}
  - {id: aantal, vraag: Hoeveel huizen?, soort: getal, eenheid: huizen, minimum: 0, waarom: Om de grootte.}
besluiten:
  - id: vorm
    titel: De vorm
    soort: beslistabel
    uitkomsten: [vertellen, vragen, samen]
    rijen:
      - {id: r_vast, als: {ruimte: nee}, dan: vertellen, want: Alles ligt vast., bron: eigen}
      # Vanaf hier telt de grootte.
      - {id: r_groot, als: {aantal: ">= 50"}, dan: samen, want: Het zijn veel huizen., bron: eigen}
    anders: vragen
aandachtspunten:
  - {id: leeg, als: {wie: {bevat: niemand}}, tekst: Er is nog niemand., bron: eigen}
vormen:
  - {id: vertellen, kop: vertel het, naam: informeren, uitleg: Zo., bron: eigen}
  - {id: vragen, kop: vraag het, naam: raadplegen, uitleg: Zo., bron: eigen}
  - {id: samen, kop: maak het samen, naam: coproduceren, uitleg: Zo., bron: eigen}
voorbeelden:
  - {id: straat, titel: Een straat, beschrijving: Zo., antwoorden: {ruimte: ja, aantal: 30, wie: [buren]}, verwacht: vragen, bron: eigen}
"""  # noqa: E501
CHANGED = PACK.replace('">= 50"', '">= 20"').replace("verwacht: vragen", "verwacht: samen")


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Iemand", "-c", "user.email=iemand@example.org")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    """A knowledge folder in git: the first version committed, the second only in the files."""
    root = tmp_path / "knowledge"
    (root / "klein").mkdir(parents=True)
    (root / "klein" / "pakket.yml").write_text(PACK, "utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "Eerste versie")
    (root / "klein" / "pakket.yml").write_text(CHANGED, "utf-8")
    return root


def kennis(root: Path, *arguments: str) -> Done:
    data = str(root.parent / "data")
    return run("kennis", *arguments, SAMENWERKWIJZER_KENNIS=str(root), SAMENWERKWIJZER_DATA=data)


def test_two_revisions_are_compared(knowledge: Path) -> None:
    """The share, the table, the rule, an example, and the worked case that comes out otherwise."""
    done = kennis(knowledge, "vergelijk", "klein@HEAD", "klein", "--op", "2026-11-24")
    assert done.returncode == 0, done.stderr
    for said in (
        "16,7% van alle combinaties van antwoorden krijgt een ander advies",
        "‘coproduceren’ in plaats van ‘raadplegen’",
        "Er zijn 18 combinaties.",
        "veranderd: r_groot",
        "Is er ruimte? Ja",
        "Hoeveel huizen? 20 tot 50 huizen",
        "Een straat: was raadplegen, wordt coproduceren.",
        "Zo is geteld",
    ):
        assert said in done.stdout
    assert "HEAD (" in done.stdout


def test_a_program_gets_exact_counts(knowledge: Path) -> None:
    """JSON on stdout, nothing else."""
    done = kennis(knowledge, "vergelijk", "klein@HEAD", "klein", "--json")
    found = json.loads(done.stdout)
    (advice,) = found["adviezen"]
    assert found["combinaties"] == 18
    assert advice["anders"] == 3
    assert advice["van_naar"] == [
        {"van": "vragen", "naar": "samen", "combinaties": 3, "aandeel": 0.166667}
    ]
    assert advice["regels"] == [{"besluit": "vorm", "regel": "r_groot", "wat": "gewijzigd"}]
    assert found["voorbeelden"]["anders"][0]["id"] == "straat"


class Page(HTMLParser):
    """What a page holds: its tags, what it loads, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.loads: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [value or "" for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_report_is_one_page_without_network(knowledge: Path, tmp_path: Path) -> None:
    """It loads nothing, runs nothing, and shows every text as text."""
    page = tmp_path / "rapport.html"
    done = kennis(knowledge, "vergelijk", "klein@HEAD", "klein", "--rapport", str(page))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("16,7% van alle combinaties")
    parsed = Page()
    parsed.feed(page.read_text("utf-8"))
    assert parsed.loads == []
    assert "script" not in parsed.tags
    assert "Verandering in Klein & <b>fijn</b>" in parsed.text
    for said in ("Het zijn veel huizen.", "Welke regels dit doen", "raadplegen", "coproduceren"):
        assert said in parsed.text
    assert "url(" not in page.read_text("utf-8")
    assert "@import" not in page.read_text("utf-8")


def test_the_report_can_be_markdown(knowledge: Path, tmp_path: Path) -> None:
    """With a table, and signs that Markdown would read escaped."""
    page = tmp_path / "rapport.md"
    kennis(knowledge, "vergelijk", "klein@HEAD", "klein", "--rapport", str(page))
    text = page.read_text("utf-8")
    assert text.startswith("# Verandering in Klein & \\<b\\>fijn\\</b\\>\n")
    assert "| raadplegen | coproduceren | 100% |" in text


def test_the_same_pack_twice_has_no_difference(knowledge: Path) -> None:
    """A difference is no finding, and neither is none."""
    done = kennis(knowledge, "vergelijk", "klein", "klein")
    assert done.returncode == 0
    assert "Geen enkele combinatie van antwoorden krijgt een ander advies." in done.stdout
    assert "Elk voorbeeld komt hetzelfde uit." in done.stdout


@pytest.mark.parametrize(
    ("a", "told"),
    [
        ("klein@bestaat_niet", "De versie 'bestaat_niet' ken ik niet."),
        ("klein@", "De versie '' ken ik niet."),
        ("groot@HEAD", "Het pakket 'groot' was er niet in 'HEAD'."),
        ("groot", "Pakket 'groot' ken ik niet."),
    ],
)
def test_a_version_that_is_not_there_is_explained(a: str, told: str, knowledge: Path) -> None:
    """Exit code 2, and what would be right."""
    done = kennis(knowledge, "vergelijk", a, "klein")
    assert done.returncode == 2
    assert told in done.stderr


def test_without_git_there_are_no_earlier_versions(tmp_path: Path) -> None:
    """It says so."""
    (tmp_path / "klein").mkdir()
    (tmp_path / "klein" / "pakket.yml").write_text(PACK, "utf-8")
    done = kennis(tmp_path, "vergelijk", "klein@HEAD", "klein")
    assert done.returncode == 2
    assert "staat niet in git" in done.stderr


def test_a_folder_can_have_a_revision_too(knowledge: Path) -> None:
    """As a path, with the packs that lay beside it then."""
    folder = str(knowledge / "klein")
    done = kennis(knowledge, "vergelijk", f"{folder}@HEAD", folder)
    assert done.returncode == 0, done.stderr
    assert "16,7%" in done.stdout


@pytest.mark.parametrize("kind", ["html", "md"])
def test_a_report_for_a_council_shows_no_ids(kind: str, knowledge: Path, tmp_path: Path) -> None:
    """Not of the pack, a rule, a case or a question; the terminal has them, to find things by."""
    report = tmp_path / f"raad.{kind}"
    done = kennis(knowledge, "vergelijk", "klein@HEAD", "klein", "--rapport", str(report))
    assert done.returncode == 0, done.stderr
    text = report.read_text("utf-8")
    assert "Het zijn veel huizen." in text
    for id in ("r_groot", "r_vast", "(klein", "klein,", "(straat)", "`"):
        assert id not in text
    assert "r_groot" in kennis(knowledge, "vergelijk", "klein@HEAD", "klein").stdout


def test_a_commit_is_named_once(knowledge: Path) -> None:
    """Who asks for a commit by its name reads that name and its day."""
    done = subprocess.run(
        ["git", "rev-parse", "--short=9", "HEAD"], cwd=knowledge, check=True, capture_output=True
    )
    commit = done.stdout.decode().strip()
    told = kennis(knowledge, "vergelijk", f"klein@{commit}", "klein").stdout
    assert told.count(commit) == 1
    assert f"uit {commit} van " in told


def test_a_proposal_goes_round(knowledge: Path, tmp_path: Path) -> None:
    """Proposed, read, tried, taken over and taken back; the comments stay."""
    file = knowledge / "klein" / "pakket.yml"
    proposal = str(tmp_path / "voorstel.yml")
    made = kennis(
        knowledge, "stel-voor", "klein", "--ten-opzichte-van", "klein@HEAD",
        "--reden", "Ook kleinere buurten.", "-o", proposal,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    text = Path(proposal).read_text("utf-8")
    for said in ("reden: Ook kleinere buurten.", "gewijzigd: besluiten / vorm / rijen / r_groot"):
        assert said in text
    file.write_text(PACK, "utf-8")
    dry = kennis(knowledge, "neem-over", proposal, "--in", "klein", "--droog", "-v")
    assert '+      - {id: r_groot, als: {aantal: ">= 20"}' in dry.stdout
    assert file.read_text("utf-8") == PACK
    done = kennis(knowledge, "neem-over", proposal, "--in", "klein")
    assert done.returncode == 0, done.stderr
    assert "Dat is precies wat de maker had." in done.stdout
    assert f"git restore {file}" in done.stdout
    assert "# Vanaf hier telt de grootte." in file.read_text("utf-8")
    back = kennis(knowledge, "neem-over", proposal, "--in", "klein", "--terug")
    assert back.returncode == 0, back.stderr
    assert file.read_text("utf-8") == PACK


def test_files_that_can_not_be_written_stay_as_they_are(knowledge: Path, tmp_path: Path) -> None:
    """Exit code 2 and a sentence; a folder stands where the new file would."""
    file = knowledge / "klein" / "pakket.yml"
    proposal = str(tmp_path / "voorstel.yml")
    kennis(knowledge, "stel-voor", "klein", "--ten-opzichte-van", "klein@HEAD", "-o", proposal)
    file.write_text(PACK, "utf-8")
    (knowledge / "klein" / "pakket.yml.nieuw").mkdir()
    done = kennis(knowledge, "neem-over", proposal, "--in", "klein")
    assert done.returncode == 2
    assert "niet schrijven. Er is niets veranderd." in done.stderr
    assert file.read_text("utf-8") == PACK


def test_what_does_not_fit_any_more_is_listed(knowledge: Path, tmp_path: Path) -> None:
    """The rest is taken over; exit code 1, and how to do it all the same."""
    file = knowledge / "klein" / "pakket.yml"
    proposal = str(tmp_path / "voorstel.yml")
    kennis(knowledge, "stel-voor", "klein", "--ten-opzichte-van", "klein@HEAD", "-o", proposal)
    file.write_text(PACK.replace('">= 50"', '">= 40"'), "utf-8")
    done = kennis(knowledge, "neem-over", proposal, "--in", "klein", "--droog")
    assert done.returncode == 1
    assert "is sinds het voorstel veranderd" in done.stderr
    assert "besluiten / vorm / rijen / r_groot" in done.stderr
    assert "--ook-bij-verschil" in done.stderr


def test_nothing_to_propose_is_said(knowledge: Path) -> None:
    """Exit code 1 and no file."""
    done = kennis(knowledge, "stel-voor", "klein", "--ten-opzichte-van", "klein")
    assert done.returncode == 1
    assert "Er is niets veranderd." in done.stderr
    assert done.stdout == ""


OWN = """\
pakket: ons
titel: Ons dorp
gebaseerd_op: klein
"""
TEXTS = f"""\
{OWN}vragen:
  - {{id: ruimte, vul_aan: true, vraag: Valt er te kiezen?}}
vormen:
  - {{id: samen, vul_aan: true, kop: maak het met elkaar, raad_vooraf: De raad zegt het geld.}}
aandachtspunten:
  - {{id: leeg, vul_aan: true, tekst: Nog niemand doet mee.}}
"""
WITHOUT_A_FORM = f"""\
{OWN}adviezen: [{{besluit: vorm, trede: {{vertellen: informeren, vragen: raadplegen}}}}]
besluiten:
  - id: vorm
    vul_aan: true
    uitkomsten: [vertellen, vragen]
    rijen: [{{id: r_groot, verwijder: true}}]
vormen:
  - {{id: samen, verwijder: true}}
voorbeelden:
  - {{id: straat, verwijder: true}}
  - {{id: wijk, titel: Een wijk, beschrijving: Zo., antwoorden: {{ruimte: ja}}, verwacht: vragen, bron: eigen}}
"""  # noqa: E501


def on_top(root: Path, text: str) -> Path:
    """The pack of the first version, with another one on top of it."""
    (root / "klein" / "pakket.yml").write_text(CHANGED, "utf-8")
    (root / "ons").mkdir()
    (root / "ons" / "pakket.yml").write_text(text, "utf-8")
    return root


@pytest.mark.parametrize("kind", ["", "html", "md"])
def test_what_only_texts_say_otherwise_is_told_too(
    kind: str, knowledge: Path, tmp_path: Path
) -> None:
    """A question, a form that was completed and a point of attention, each in a sentence."""
    page = tmp_path / f"raad.{kind or 'txt'}"
    asked = ["--rapport", str(page)] if kind else []
    done = kennis(on_top(knowledge, TEXTS), "vergelijk", "klein", "ons", *asked)
    assert done.returncode == 0, done.stderr
    shown = page.read_text("utf-8") if kind else done.stdout
    for said in (
        "krijgt een ander advies. Wel veranderen er teksten",
        "De vraag ‘Is er ruimte?’: tekst was ‘Is er ruimte?’, wordt ‘Valt er te kiezen?’.",
        "De vorm ‘coproduceren’: kop was ‘maak het samen’, wordt ‘maak het met elkaar’.",
        "De vorm ‘coproduceren’ is aangepast. Erbij: wat de raad vooraf vastlegt.",
        "Het aandachtspunt ‘Er is nog niemand’: tekst was",
    ):
        assert said in shown


@pytest.mark.parametrize("kind", ["html", "md"])
def test_a_council_reads_what_is_lost_and_for_whom(
    kind: str, knowledge: Path, tmp_path: Path
) -> None:
    """Before the first table: by name which pack is which, what is lost and for whom, in shares of
    what changes, and the headline of each form; at the end room for what the council fixes."""
    page = tmp_path / f"raad.{kind}"
    root = on_top(knowledge, WITHOUT_A_FORM)
    kennis(root, "vergelijk", "klein", "ons", "--rapport", str(page))
    text = page.read_text("utf-8")
    table = text.index("van welk advies naar welk")
    for said in (
        "‘coproduceren’ verdwijnt: het wordt ‘raadplegen’. Dat is 100% van wat verandert.",
        "Bijvoorbeeld bij: Is er ruimte? Ja",
        "‘Ons dorp’ is gebaseerd op ‘Klein ",
        "coproduceren: maak het samen.",
    ):
        assert text.index(said) < table
    assert text.index("verdwijnt") < text.index("krijgt een ander advies")
    assert text.index("Wat de raad vaststelt") > table
    assert "de regel voor ‘coproduceren’" in text
    assert "een regel\n" not in text


def test_a_case_whose_form_is_gone_counts_alike_everywhere(knowledge: Path, tmp_path: Path) -> None:
    """The comparison and a proposal tell as many cases, and that its form is there no more."""
    root, proposal = on_top(knowledge, WITHOUT_A_FORM), str(tmp_path / "voorstel.yml")
    told = kennis(root, "vergelijk", "klein", "ons").stdout
    kennis(root, "stel-voor", "ons", "--ten-opzichte-van", "klein", "-o", proposal)
    dry = kennis(root, "neem-over", proposal, "--in", "klein", "--droog").stdout
    for shown in (told, dry):
        assert "Van de 2 voorbeelden komt er 1 anders uit." in shown
        assert "De vorm ‘coproduceren’ is er niet meer." in shown
    assert "De vorm ‘coproduceren’ is weg." in told


def test_counts_come_after_the_rules_and_large_ones_in_words(knowledge: Path) -> None:
    """Who reads what changes meets no number of thirteen digits."""
    done = kennis(knowledge, "vergelijk", "klein@HEAD", "klein")
    assert done.stdout.index("veranderd: r_groot") < done.stdout.index("Er zijn 18 combinaties.")
    assert done.stdout.index("‘was’ is Klein") < done.stdout.index("16,7%")
    assert "combinaties  " not in done.stdout
