"""``kennis vergelijk`` across a renaming: what an editor and a council read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.__main__ import main

NAMED = Path(__file__).parents[2] / "rules" / "vernoemd"
Capture = pytest.CaptureFixture[str]


def compared(capsys: Capture, was: str, now: str, *more: str) -> str:
    """What is printed."""
    assert main(["kennis", "vergelijk", str(NAMED / was), str(NAMED / now), *more]) == 0
    return capsys.readouterr().out


def test_what_was_renamed_is_not_new_and_not_gone(capsys: Capture) -> None:
    """What was split, put together or dropped is."""
    said = " ".join(compared(capsys, "eerst", "nu").split())
    assert "De vraag ‘Wat heb je nodig?’ is" not in said
    assert "De vraag ‘Is het mooi weer?’ is weg." in said
    assert "Het antwoord ‘Kennis’" not in said
    assert "Het antwoord ‘Hulp bij het bouwen’ op ‘Wat heb je nodig?’ is nieuw." in said
    assert "De vorm ‘informeren’ is weg." not in said
    assert "De vorm ‘vertellen’ is nieuw." not in said
    assert "De vorm ‘informeren’: naam was ‘informeren’, wordt ‘vertellen’." in said
    assert "Elk voorbeeld komt hetzelfde uit." in said


def test_it_goes_both_ways(capsys: Capture) -> None:
    """Back to the version of before as well."""
    said = " ".join(compared(capsys, "nu", "eerst").split())
    assert "De vraag ‘Wat heb je nodig?’ is" not in said
    assert "Elk voorbeeld komt hetzelfde uit." in said


def test_a_program_gets_the_names_of_the_later_one(capsys: Capture) -> None:
    """On both sides."""
    found = json.loads(compared(capsys, "eerst", "nu", "--json"))
    assert found["vragen"]["alleen_in"] == {"a": ["weer"], "b": []}
    assert set(found["vragen"]["opties_alleen_in"]) == {"nodig", "te_kiezen", "bestuur"}
    assert found["adviezen"][0]["anders"] == 0
