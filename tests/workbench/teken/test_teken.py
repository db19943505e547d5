"""``kennis teken``, ``kennis kaarten`` and ``kennis nieuw``, as people type them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bot.packs.format.json_schema import schema_text
from bot.packs.load import load_pack
from bot.rules.model.decisions.table import Table
from bot.rules.model.pack import Pack
from bot.rules.model.questions.registry import choices
from bot.settings import ROOT
from bot.workbench.nieuw.starter import Start, starter_files
from tests.command_line import run

EXAMPLE = ROOT / "tests" / "packs" / "voorbeeld"
DAY = date(2026, 11, 24)


def test_a_drawing_is_one_page(tmp_path: Path) -> None:
    """Its name goes to stdout; a worked case by its id."""
    target = tmp_path / "diep" / "vorm.html"
    done = run("kennis", "teken", str(EXAMPLE), "-o", str(target), "--geval", "heel")
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{target}\n"
    page = target.read_text("utf-8")
    assert "In één stuk" in page
    assert "Dit project" in page


def test_a_folder_gets_every_picture(tmp_path: Path) -> None:
    """The page, the whole, one SVG per decision, and the way of the case from a file."""
    answers = tmp_path / "geval.yml"
    answers.write_text("antwoorden: {fase: idee, open: nee}\n", "utf-8")
    target = tmp_path / "tekening"
    done = run("kennis", "teken", str(EXAMPLE), "-o", str(target), "--geval", str(answers))
    assert done.returncode == 0, done.stderr
    decisions = [decision.id for decision in load_pack(EXAMPLE).decisions]
    expected = {
        "index.html",
        "samenhang.svg",
        *(f"besluit-{id}.svg" for id in decisions),
        "weg-1.svg",
    }
    assert {path.name for path in target.iterdir()} == expected
    for path in target.glob("*.svg"):
        ElementTree.parse(path)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("teken", "pasende_samenwerking"), "passende_samenwerking"),
        (("teken", str(EXAMPLE), "--geval", "hel"), "heel"),
        (("teken", "gemeenschappelijk"), "geen besluiten"),
        (("kaarten", "gemeenschappelijk"), "geen vragen"),
        (("nieuw", "Mijn Gemeente"), "Bijvoorbeeld: mijn_gemeente."),
        (("nieuw", "passende_samenwerking"), "is er al"),
        (("nieuw", "dorp", "--gebaseerd-op", "matriks"), "matrix"),
        (("nieuw", "dorp", "--gebaseerd-op", "gemeenschappelijk"), "geen advies"),
    ],
)
def test_a_mistake_in_the_call_is_a_kind_sentence(arguments: tuple[str, ...], told: str) -> None:
    """Exit code 2, what is wrong and what would be right; nothing is written."""
    done = run("kennis", *arguments)
    assert done.returncode == 2, done.stdout
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (ROOT / "knowledge" / "dorp").exists()


@pytest.mark.parametrize(
    ("verb", "flags"),
    [
        ("teken", ("-o",)),
        ("kaarten", ("-o",)),
        ("dmn", ("-o",)),
        ("stel-voor", ("--ten-opzichte-van", "matrix", "-o")),
        ("vergelijk", ("matrix", "--rapport")),
    ],
)
def test_where_nothing_can_be_written_is_a_mistake(
    verb: str, flags: tuple[str, ...], tmp_path: Path
) -> None:
    """A file below a file, a folder in the place of a file: exit code 2 and a sentence."""
    (tmp_path / "bestand").write_text("", "utf-8")
    (tmp_path / "map.html").mkdir()
    for target in (tmp_path / "bestand" / "uit.html", tmp_path / "map.html"):
        done = run("kennis", verb, "best", *flags, str(target))
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"samenwerkwijzer: Ik kan '{target}' niet schrijven.")


def test_a_new_pack_below_a_file_is_a_mistake(tmp_path: Path) -> None:
    """The same, for a folder."""
    (tmp_path / "bestand").write_text("", "utf-8")
    done = run("kennis", "nieuw", "dorp", "--in", str(tmp_path / "bestand"))
    assert done.returncode == 2
    assert "niet schrijven" in done.stderr
    assert "Traceback" not in done.stderr


def test_cards_are_written(tmp_path: Path) -> None:
    """The default pack, four on a sheet."""
    target = tmp_path / "kaarten.html"
    done = run("kennis", "kaarten", "passende_samenwerking", "--a4", "-o", str(target))
    assert done.returncode == 0, done.stderr
    assert target.read_text("utf-8").count("<article") > 25


@pytest.mark.parametrize("base", ["", "passende_samenwerking", "matrix", "best", "berg_en_dal"])
def test_a_new_pack_is_sound_at_once(base: str, tmp_path: Path) -> None:
    """It loads, its cases come out, it has no fault, and an editor finds the schema."""
    on_top = ("--gebaseerd-op", base) if base else ()
    done = run(
        "kennis", "nieuw", "ons_dorp", *on_top, "--titel", 'Ons "dorp"', "--in", str(tmp_path)
    )
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "ons_dorp"
    assert done.stdout == f"{folder}\n"
    assert len(done.stderr.splitlines()) == 3
    pack = load_pack(folder, search=[ROOT / "knowledge"])
    assert pack.title == 'Ons "dorp"'
    for path in folder.glob("*.yml"):
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8"))
        assert named is not None
        assert (path.parent / named[1]).resolve() == ROOT / "docs" / "pakket.schema.json"
    for verb in ("toets", "controleer"):
        done = run("kennis", verb, str(folder))
        assert done.returncode == 0, done.stdout


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    """Nothing is overwritten."""
    (tmp_path / "dorp").mkdir()
    done = run("kennis", "nieuw", "dorp", "--in", str(tmp_path))
    assert done.returncode == 2
    assert list((tmp_path / "dorp").iterdir()) == []


@pytest.mark.parametrize(
    "base", ["passende-samenwerking", "matrix", "gemeenten/best", "gemeenten/zwolle"]
)
def test_the_examples_in_the_comments_work(base: str, tmp_path: Path) -> None:
    """Who takes the marks away has a pack that loads, with the row, matrix and case added."""
    parent = load_pack(ROOT / "knowledge" / base)
    folder = tmp_path / "ons_dorp"
    folder.mkdir()
    for name, text in starter_files(Start("ons_dorp", "Ons dorp", DAY, "x", parent)).items():
        head, key, hints = text.partition(": []\n")
        bare = re.sub(r"^#( {2,})", r"\1", hints, flags=re.MULTILINE)
        bare = re.sub(r"^  #.*\n|^#\n", "", bare, flags=re.MULTILINE)
        (folder / name).write_text(head + (":\n" if bare.strip() else key) + bare, "utf-8")
    pack: Pack = load_pack(folder, search=[ROOT / "knowledge"])
    assert pack.find_question("eigen_vraag") is not None
    assert any(case.id == "ons_project" for case in pack.cases)
    assert "eigen_punt" in [concern.id for concern in pack.concerns]
    assert len(pack.decisions) == len(parent.decisions)
    assert pack.forms[0].council_first == "Wat de raad bij ons vooraf vastlegt."
    logics = [decision.logic for decision in pack.decisions]
    tables = [logic for logic in logics if isinstance(logic, Table)]
    reasons = {row.why for table in tables for row in table.rows}
    assert not tables or "Onze eigen reden." in reasons


def test_every_id_that_a_condition_or_a_change_needs_is_listed() -> None:
    """Of the questions with their answers, of the points of attention, and of the rows."""
    parent = load_pack(ROOT / "knowledge" / "passende-samenwerking")
    files = starter_files(Start("ons_dorp", "Ons dorp", DAY, "x", parent))
    asked, minded = files["vragen.yml"], files["aandachtspunten.yml"]
    for question in parent.questions:
        for option in choices(question):
            listed = asked[asked.index(f"#   {question.id}:") :]
            assert re.search(rf"#     .*\b{option.id}\b", listed)
    assert all(f"#   {concern.id}: " in minded for concern in parent.concerns)


def test_without_the_docs_the_schema_lies_beside_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in an installed package: the editor's help still works."""
    from bot.__main__ import main
    from bot.settings import read

    settings = read({"SAMENWERKWIJZER_KENNIS": str(ROOT / "knowledge")}, root=tmp_path)
    monkeypatch.setattr("bot.settings.read", lambda environ: settings)
    assert main(["kennis", "nieuw", "dorp", "--in", str(tmp_path)]) == 0
    text = (tmp_path / "dorp" / "vragen.yml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=pakket.schema.json\n")
    assert (tmp_path / "dorp" / "pakket.schema.json").read_text("utf-8") == schema_text()
