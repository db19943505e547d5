"""The doors for machines, as other programs use them: stdin, stdout, an exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command_line import process, run


def test_help_is_plain_dutch() -> None:
    """Every verb has a line of help."""
    done = process("--help")
    assert done.returncode == 0
    for verb in ("chat", "telegram", "train", "begrijp", "advies", "beantwoord", "kennis"):
        assert verb in done.stdout


def test_the_worked_cases_come_out() -> None:
    """``kennis toets`` prints a line per case and exits with 0."""
    done = process("kennis", "toets", "passende_samenwerking")
    assert done.returncode == 0, done.stdout
    lines = done.stdout.splitlines()
    assert len(lines) >= 10
    assert all(line.startswith("goed") for line in lines)
    assert f"{len(lines)} van de {len(lines)} voorbeelden komen uit zoals verwacht." in done.stderr


def test_a_case_that_comes_out_otherwise_is_a_finding(tmp_path: Path) -> None:
    """Exit code 1, its line stands last, and says what was expected."""
    own = tmp_path / "eigen"
    own.mkdir()
    (own / "pakket.yml").write_text(
        "pakket: eigen\ntitel: Eigen\n"
        "adviezen: [{besluit: vorm, trede: {a: informeren, b: geen}}]\n"
        "vragen:\n"
        "  - {id: q, vraag: Mag het?, soort: janee, waarom: Omdat het telt.}\n"
        "besluiten:\n"
        "  - id: vorm\n    soort: beslistabel\n    treffer: eerste\n    uitkomsten: [a, b]\n"
        "    rijen: [{id: r, als: {q: ja}, dan: a, want: Omdat., bron: eigen}]\n    anders: b\n"
        "vormen:\n"
        "  - {id: a, kop: doe a, naam: a, uitleg: Zo., bron: eigen}\n"
        "  - {id: b, kop: doe b, naam: b, uitleg: Zo., bron: eigen}\n"
        "voorbeelden:\n"
        "  - id: v\n    titel: V\n    beschrijving: Niet.\n    bron: eigen\n"
        "    antwoorden: {q: nee}\n    verwacht: a\n"
        "  - id: w\n    titel: W\n    beschrijving: Wel.\n    bron: eigen\n"
        "    antwoorden: {q: ja}\n    verwacht: a\n",
        encoding="utf-8",
    )
    done = run(
        "kennis",
        "toets",
        "eigen",
        SAMENWERKWIJZER_KENNIS=str(tmp_path),
        SAMENWERKWIJZER_PAKKET="eigen",
    )
    assert done.returncode == 1, done.stderr
    first, last = done.stdout.splitlines()
    assert first.startswith("goed    w: ")
    assert last == "anders  v: b (verwacht: a)"
    assert done.stderr == "1 van de 2 voorbeelden komt anders uit: v.\n"


def test_advice_is_one_line_per_case() -> None:
    """Many cases in one file; unknown answers leave several forms possible."""
    given = (
        "- id: een\n  antwoorden: {wie_begint: derde, gemeente_beslist: [niets]}\n"
        "- id: twee\n  antwoorden: {wie_begint: gemeente, te_kiezen: weet_ik_niet}\n"
    )
    done = run("advies", "-", "--json", given=given)
    assert done.returncode == 0, done.stderr
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["advies"] == "rol_derde"
    assert first["zeker"] is True
    assert len(second["mogelijk"]) > 1
    assert sum(second["mogelijk"].values()) == pytest.approx(1, abs=0.001)
    for key in (
        "ondergrens",
        "bovengrens",
        "regels",
        "voldoende",
        "tegenfeitelijk",
        "ehbo",
        "versie",
    ):
        assert key in second


def test_a_wrong_answer_file_is_explained() -> None:
    """The message names the question and what would be right."""
    done = run("advies", "-", given="antwoorden: {wie_begint: gemeent}\n")
    assert done.returncode == 1
    assert "gemeente" in done.stderr
    assert "Traceback" not in done.stderr


def test_begrijp_without_a_model_knows_labels() -> None:
    """``begrijp --plat`` reads the answer to the question at hand."""
    done = process(
        "begrijp", "--json", "--plat", "--bij", "wie_begint", given="van ons, de gemeente\n\nhuh\n"
    )
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == 3
    assert found[0]["antwoorden"] == {"wie_begint": ["gemeente"]}
    assert found[2]["soort"] == "onbekend"


def test_a_script_gives_a_transcript() -> None:
    """Piped stdin works as a script, and leaves nothing behind."""
    done = process("chat", "--script", "--plat", given="[Advies voor mijn project]\n1\n")
    assert done.returncode == 0, done.stderr
    assert "Van wie is dit plan" in done.stdout


def test_telegram_without_a_token_is_a_kind_mistake() -> None:
    """No traceback, exit code 2."""
    done = run("telegram", TELEGRAM_TOKEN="")
    assert done.returncode == 2
    assert "TELEGRAM_TOKEN" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_pack_names_the_one_that_was_meant() -> None:
    """A typo in ``--pack`` is answered with what was meant."""
    done = run("advies", "-", "--pack", "pasende", given="antwoorden: {}\n")
    assert done.returncode == 2
    assert "Bedoelde je ‘passende_samenwerking’?" in done.stderr
