"""A saved state that can't be read, or that a newer bot saved: nothing is lost, and it is said."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.dialogue.messages import Forgotten, Said, Say, Started, Tapped
from bot.dialogue.state_versions import VERSION
from bot.language.plain.plain import PlainUnderstander
from tests.driver import Driver, driver_in

BROKEN = '{"version":2,"state":{"focus":{"kind":"pimpelpaars"}}}'
NEWER = f'{{"version":{VERSION + 1},"state":{{"geheel":"anders"}}}}'


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[Driver]:
    """Someone in the middle of an interview."""
    driver = driver_in(tmp_path, PlainUnderstander())
    driver.begin()
    driver.choose("Advies voor mijn project")
    driver.choose("Van ons, de gemeente")
    yield driver
    driver.conversation.close()


def saved(folder: Path, *, aside: bool = False) -> list[str]:
    """The states in the database, or those that were kept aside."""
    table = "aside" if aside else "conversations"
    with closing(sqlite3.connect(folder / "gesprekken.db")) as base:
        return [row[0] for row in base.execute(f"SELECT state FROM {table}")]


def put(folder: Path, state: str) -> None:
    """Another text in the place of the state."""
    with closing(sqlite3.connect(folder / "gesprekken.db")) as base, base:
        base.execute("UPDATE conversations SET state = ?", (state,))


def texts(driver: Driver, what: Started | Said | Tapped) -> list[str]:
    """What the bot says to this."""
    return [reply.text for reply in driver.do(what) if isinstance(reply, Say)]


def test_an_unreadable_state_is_kept_aside_and_the_person_is_told(
    driver: Driver, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Once; then the conversation goes on as a new one. The log does not hold the text."""
    put(tmp_path, BROKEN)
    with caplog.at_level(logging.DEBUG):
        sorry, *rest = texts(driver, Said("hallo"))
    assert sorry.startswith("Ik kan je eerdere antwoorden niet meer lezen.")
    assert rest
    assert saved(tmp_path, aside=True) == [BROKEN]
    assert "apart gezet" in caplog.text
    assert "pimpelpaars" not in caplog.text
    assert "eerdere antwoorden" not in " ".join(texts(driver, Said("hallo")))
    driver.choose("Advies voor mijn project")
    assert saved(tmp_path, aside=True) == [BROKEN]


def test_start_works_on_an_unreadable_state(driver: Driver, tmp_path: Path) -> None:
    """With the doors at once."""
    put(tmp_path, BROKEN)
    sorry, hello = texts(driver, Started())
    assert "niet meer lezen" in sorry
    assert hello.startswith("Hoi!")


def test_deleting_works_on_an_unreadable_state(driver: Driver, tmp_path: Path) -> None:
    """What was kept aside goes too."""
    put(tmp_path, BROKEN)
    assert "Zal ik alles wissen?" in texts(driver, Said("/verwijder"))[-1]
    assert any(isinstance(reply, Forgotten) for reply in driver.choose("Ja, wis alles"))
    assert saved(tmp_path) == saved(tmp_path, aside=True) == []


def test_an_old_button_works_on_an_unreadable_state(driver: Driver, tmp_path: Path) -> None:
    """It is of another conversation now, and leads to the doors."""
    put(tmp_path, BROKEN)
    sorry, old, doors = (
        reply for reply in driver.choose_old("Van ons, de gemeente") if isinstance(reply, Say)
    )
    assert "niet meer lezen" in sorry.text
    assert "eerder gesprek" in old.text
    assert doors.buttons[0].label == "Help, er is gedoe"


@pytest.mark.parametrize("text", ["hallo", "/start", "/verwijder"])
def test_a_newer_state_is_left_as_it_is(
    driver: Driver, tmp_path: Path, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    """Whatever is said: try again later. The newer bot goes on with what it had saved."""
    put(tmp_path, NEWER)
    (told,) = texts(driver, Said(text))
    assert told.startswith("Ik word net bijgewerkt. Probeer het straks nog eens.")
    assert saved(tmp_path) == [NEWER]
    assert saved(tmp_path, aside=True) == []
    assert f"versie {VERSION + 1}" in caplog.text
    assert "anders" not in caplog.text
