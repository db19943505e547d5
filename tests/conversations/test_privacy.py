"""What a person typed is in no log and no file, and what was kept really goes."""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import Path

import pytest

from bot.advice.note import write_note
from bot.dialogue.messages import Document, Started, Understanding
from bot.entry.card_json import card_json
from bot.language.plain.plain import PlainUnderstander
from bot.language.understand import Context
from bot.storage.keys import conversation_key, open_text
from bot.words.evidence import evidence
from tests.driver import Driver, driver_in

SENTINEL = "pimpelpaarse olifant van de Dorpsstraat"
REASON = "schuifelende schildpad"


STORY = "de buurt van het kwartelpark begon zelf, bel 06-12345678 of wieke@example.org"
WORDS = "kwartelpark"


class Reads(PlainUnderstander):
    """Reads one answer in the story, as the model would."""

    def understand(self, text: str, context: Context) -> Understanding:
        """The whole story says who began."""
        if text != STORY:
            return super().understand(text, context)
        answers = (("wie_begint", ("inwoners",)),)
        shown = (("wie_begint", evidence(text)),)
        return Understanding("beschrijving", "", 0.9, (), answers, sure=True, evidence=shown)


def _told(folder: Path) -> Driver:
    """Somebody who told the story, and said that it was understood well."""
    driver = driver_in(folder, Reads())
    driver.begin()
    driver.say(STORY)
    driver.choose("Klopt")
    return driver


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
    """A reason is kept, sealed, because the person gave it for the note; after /verwijder nothing
    is left of the conversation."""
    driver = driver_in(tmp_path, PlainUnderstander())
    driver.begin()
    driver.choose("Advies voor mijn project")
    driver.choose("Van een ander")
    while not any(button.label == "Ik kies anders" for button in driver.screen):
        ways = ("Weet ik niet", "Laat dit open", "Verder", "Iets anders")
        on = [b.label for b in driver.screen if b.label.startswith(ways)]
        driver.choose(on[0])
    driver.choose("Ik kies anders")
    driver.choose(driver.screen[0].label)
    driver.say(REASON)
    assert _files_with(tmp_path, REASON) == []
    key = conversation_key(driver.conversation._secret, "proef", driver.person)
    assert _files_with(tmp_path, key)
    driver.say("/verwijder")
    driver.choose("Ja, wis alles")
    assert _files_with(tmp_path, key) == []
    driver.conversation._store.close()


# --- the words of an answer ---------------------------------------------------------------------


def test_the_words_of_an_answer_are_kept_without_what_points_to_a_person(tmp_path: Path) -> None:
    """At most eighty signs of them, with the answer; sealed, so that no file has them."""
    driver = _told(tmp_path)
    kept = driver.conversation.view("proef", driver.person, lambda _, state, at: repr(state))
    assert kept
    assert WORDS in kept
    assert "12345678" not in kept
    assert "wieke@" not in kept
    assert _files_with(tmp_path, WORDS) == []
    driver.conversation._store.close()


def test_the_words_of_an_answer_are_in_no_log_and_on_no_other_screen(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not in a log at any level, nor in what others may look at, nor in a card, nor in a note."""
    with caplog.at_level(logging.DEBUG):
        driver = _told(tmp_path)
        look = driver.conversation.look("proef", driver.person, at=driver.now)
        noted = [r.markdown for r in driver.say("/notitie") if isinstance(r, Document)]
    assert look is not None
    assert WORDS not in repr(look)
    assert WORDS not in str(card_json(look.card))
    assert WORDS not in write_note(look.card, look.project, driver.now.date())
    assert noted
    assert WORDS not in noted[0]
    printed = capsys.readouterr()
    assert WORDS not in caplog.text + printed.out + printed.err
    driver.conversation._store.close()


@pytest.mark.parametrize("way", ["verwijder", "sweep"])
def test_the_words_go_with_the_answer(tmp_path: Path, way: str) -> None:
    """When all is deleted, and when the time is over."""
    driver = _told(tmp_path)
    if way == "verwijder":
        driver.say("/verwijder")
        driver.choose("Ja, wis alles")
    else:
        assert driver.conversation.sweep(driver.now + timedelta(days=1)) == 1
    assert not driver.conversation.knows("proef", driver.person)
    driver.conversation._store.close()


LESSON = "begin bij de kwetterende kwartel"


def _weeks_later(folder: Path) -> Driver:
    """Somebody who wanted to be asked how it went, six weeks later."""
    driver = driver_in(folder, PlainUnderstander())
    driver.begin()
    driver.choose("Advies voor mijn project")
    for label in (
        "Van ons, de gemeente",
        "Een paar dingen",
        "Hulp bij een lastige keuze",
        "We wegen mee en leggen uit",
        "Dit is genoeg",
    ):
        driver.choose(label)
    driver.say("/stop")
    driver.choose("Vraag me later hoe het ging")
    driver.wait(timedelta(weeks=6))
    return driver


def test_how_it_went_is_asked_kept_and_gone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The conversation outlives its retention until it is asked; a lesson is sealed and in no log;
    /verwijder takes all of it."""
    driver = _weeks_later(tmp_path)
    store = driver.conversation._store
    with caplog.at_level(logging.DEBUG):
        assert driver.conversation.sweep(driver.now - timedelta(days=30)) == 0
        driver.begin()
        driver.choose("adviseren")
        driver.choose("Ja")
        driver.say(LESSON)
        assert _files_with(tmp_path, LESSON) == []
        driver.choose("Ja, bewaar dit")
    assert store.tried(1) == {("passende_samenwerking", "adviseren"): (1, 1)}
    assert [note.text for _, note in driver.conversation.notes()] == [LESSON]
    assert LESSON not in caplog.text
    key = driver.conversation.handle("proef", driver.person, "look", Started(), at=driver.now)
    saved = store.load(key)
    assert saved
    assert LESSON not in open_text(driver.conversation._secret, saved.state)
    driver.say("/verwijder")
    driver.choose("Ja, wis alles")
    assert store.tried(1) == {}
    assert driver.conversation.notes() == []
    assert _files_with(tmp_path, LESSON) == []
    store.close()
