"""What a person typed is in no log and no file, and what was kept really goes."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.language.plain.plain import PlainUnderstander
from tests.driver import driver_in

SENTINEL = "pimpelpaarse olifant van de Dorpsstraat"
REASON = "schuifelende schildpad"


def _files_with(folder: Path, text: str) -> list[str]:
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and text.encode() in path.read_bytes()
    ]


def test_a_text_is_kept_nowhere(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not in the database, not in a log at any level, not on the screen of the operator."""
    driver = driver_in(tmp_path, PlainUnderstander())
    with caplog.at_level(logging.DEBUG):
        driver.begin()
        driver.say(SENTINEL)
        driver.choose("Advies voor mijn project")
        driver.say(SENTINEL)
        driver.choose("Van ons, de gemeente")
    assert _files_with(tmp_path, SENTINEL) == []
    assert SENTINEL not in caplog.text
    printed = capsys.readouterr()
    assert SENTINEL not in printed.out + printed.err
    driver.conversation._store.close()


def test_deleting_leaves_no_byte(tmp_path: Path) -> None:
    """A reason is kept because the person gave it for the note; after /verwijder it is gone."""
    driver = driver_in(tmp_path, PlainUnderstander())
    driver.begin()
    driver.choose("Advies voor mijn project")
    driver.choose("Van een ander")
    while not any(button.label == "Ik kies anders" for button in driver.screen):
        on = [b.label for b in driver.screen if b.label.startswith(("Weet ik niet", "Verder"))]
        driver.choose(on[0])
    driver.choose("Ik kies anders")
    driver.choose(driver.screen[0].label)
    driver.say(REASON)
    assert _files_with(tmp_path, REASON)
    driver.say("/verwijder")
    driver.choose("Ja, wis alles")
    assert _files_with(tmp_path, REASON) == []
    driver.conversation._store.close()
