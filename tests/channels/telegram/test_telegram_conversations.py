"""The real conversation, whole, over Telegram: the emulator, and our double for what it lacks."""

from __future__ import annotations

import io
import itertools
import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from docx import Document

from bot import bootstrap, settings
from bot.channels.telegram.run import run_polling
from bot.language.plain.plain import PlainUnderstander
from tests.channels.telegram.double import Double
from tests.channels.telegram.emulator.telegram_emulator import Emulator
from tests.channels.telegram.killing import Phone, Record, Screen, wait
from tests.channels.telegram.on_air import QUICK, running
from tests.channels.telegram.phones import DoublePhone, EmulatorPhone

PEOPLE = itertools.count(9001)
Records = Callable[[int], Record]


@contextmanager
def bot(phone: Phone) -> Iterator[None]:
    """The real bot, polling this server."""
    conversation = bootstrap.build_conversation(
        settings.read(os.environ), understander=PlainUnderstander()
    )
    try:
        with running(run_polling, conversation, phone.token, base_url=phone.url, tuning=QUICK):
            yield
    finally:
        conversation.close()


class Visitor:
    """Does one thing at a time, and sees what came of it."""

    def __init__(self, phone: Phone, record: Record) -> None:
        self.phone, self._record = phone, record

    def says(self, text: str) -> list[Screen]:
        """Types, and returns the new messages."""
        return self._after(lambda: self.phone.type(text))

    def taps(self, label: str) -> list[Screen]:
        """Taps the last button that begins so, and returns the new messages."""
        for message in reversed(self.phone.screen()):
            for shown, data in message.buttons:
                if shown.startswith(label):
                    return self._after(lambda m=message, d=data: self.phone.tap(m, d))  # type: ignore[misc]
        raise AssertionError(f"no button {label}")

    def taps_old(self, message: Screen, data: str) -> list[Screen]:
        """Taps a button that is no longer shown."""
        return self._after(lambda: self.phone.tap(message, data))

    def _after(self, do: Callable[[], int]) -> list[Screen]:
        before = {message.id for message in self.phone.screen()}
        known = self._record.revision() > 0
        update = do()
        assert wait(lambda: self._over(update, known), 20)
        return [message for message in self.phone.screen() if message.id not in before]

    def _over(self, update: int, known: bool) -> bool:
        """The turn is over: all was sent, or all was forgotten."""
        return self._record.finished(update) or (known and self._record.revision() == 0)

    def deletes(self) -> None:
        """Has everything deleted; the goodbye arrives before the conversation is gone."""
        self.says("/verwijder")
        self.taps("Ja, wis alles")
        assert self._record.revision() == 0

    def until_advice(self) -> Screen:
        """Takes the first answer everywhere, past the first advice, until the complete one."""
        new = self.says("/start")
        new = self.taps("Advies voor mijn project")
        for _ in range(40):
            labels = [label for label, _ in new[-1].buttons]
            if "Dit is een advies" in new[-1].text and "Dit is genoeg" not in labels:
                return new[-1]
            done = [label for label in labels if label.startswith("Klaar")]
            new = self.taps((done or labels)[0]) or self.phone.screen()[-1:]  # a tick says nothing
        raise AssertionError("no advice after forty taps")


def visitor(phone: DoublePhone | EmulatorPhone, records: Records) -> Visitor:
    """A person and the view on the store."""
    return Visitor(phone, records(phone.person))


@pytest.mark.node
def test_from_start_to_forgotten(emulator: Emulator, records: Records) -> None:
    """Advice, overview, an old button, and everything deleted: on the emulator."""
    phone = EmulatorPhone(emulator.person(next(PEOPLE)))
    with bot(phone):
        person = visitor(phone, records)
        advice = person.until_advice()
        assert "<b>" in advice.text
        collapsed = [m for m in phone.screen() if "\n\n✓ " in m.text]
        assert len(collapsed) >= 3
        assert all(message.buttons == [] for message in collapsed)
        assert person.says("/overzicht")[-1].buttons
        old = next(data for _, data in advice.buttons)
        assert person.taps_old(collapsed[1], old)
        person.deletes()
    assert records(phone.person).revision() == 0


@pytest.mark.node
def test_a_question_halfway(emulator: Emulator, records: Records) -> None:
    """Words and commands at any moment get an answer; going back works."""
    phone = EmulatorPhone(emulator.person(next(PEOPLE)))
    with bot(phone):
        person = visitor(phone, records)
        assert person.says("/start passende_samenwerking")
        person.taps("Advies voor mijn project")
        for text in ("/waarom", "<b>&</b> ' \" ** 😀", "/terug", "/hulp", "/mens", "?", "x" * 5000):
            assert person.says(text), text
        assert person.says("/stop")
        assert person.says("/start")


@pytest.mark.node
def test_what_only_warns_is_ticked_on_one_message(emulator: Emulator, records: Records) -> None:
    """The keyboard changes under the list; at its end it folds, and the rest is said to be open."""
    phone = EmulatorPhone(emulator.person(next(PEOPLE)))
    with bot(phone):
        person = visitor(phone, records)
        person.says("/start")
        for label in (
            *("Advies voor", "Van ons, de gemeente", "Een paar", "Hulp bij", "We wegen"),
            "Iets anders",
        ):
            person.taps(label)
        assert person.taps("Mist nog: ondernemers") == []
        ticked = phone.screen()[-1]
        assert "✓ Mist nog: ondernemers" in [label for label, _ in ticked.buttons]
        told = person.taps("Klaar, laat de rest open")
        assert "Open gelaten: " in told[0].text
        (folded,) = [message for message in phone.screen() if message.id == ticked.id]
        assert folded.text.endswith("✓ Mist nog: ondernemers")
        assert folded.buttons == []


def test_the_note_as_a_document(double: Double, records: Records) -> None:
    """Half a page to forward, as Markdown and as Word: on our double."""
    phone = DoublePhone(double, next(PEOPLE))
    with bot(phone):
        person = visitor(phone, records)
        person.until_advice()
        person.taps("Maak een stuk")
        person.taps("Maak een notitie")
    files = [message for message in double.chat(phone.person) if message.file]
    assert [Path(message.file).suffix for message in files] == [".md", ".docx"]
    words = files[0].content.decode()
    title = re.sub(r"^#+ *", "", words.splitlines()[0])
    assert Document(io.BytesIO(files[1].content)).paragraphs[0].text == title


def test_what_is_possible_as_a_picture(double: Double, records: Records) -> None:
    """On request: one PNG, with the same in words under it."""
    phone = DoublePhone(double, next(PEOPLE))
    with bot(phone):
        person = visitor(phone, records)
        person.until_advice()
        person.taps("Maak een stuk")
        person.taps("Laat het zien als plaatje")
    (photo,) = [message for message in double.chat(phone.person) if message.file]
    assert photo.file.endswith(".png")
    assert photo.content.startswith(b"\x89PNG")
    assert "Wat er nog kan" in photo.text
    assert "De vraag: van" in photo.text


def test_no_text_in_logs_or_files(
    double: Double,
    records: Records,
    environ: dict[str, str],
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """A sentinel said halfway is in no log; after deletion the person is in no file."""
    sentinel = "zilverreiger 4711 wil een hek"
    phone = DoublePhone(double, 987_654_321)
    caplog.set_level(logging.DEBUG)
    with bot(phone):
        person = visitor(phone, records)
        person.until_advice()
        person.says(sentinel)
        person.deletes()
    shown = "\n".join([caplog.text, *capfd.readouterr()])
    for secret in ("zilverreiger", "Piet Geheim", str(phone.person), phone.token):
        assert secret not in shown
        for file in Path(environ["SAMENWERKWIJZER_DATA"]).rglob("*"):
            assert not file.is_file() or secret.encode() not in file.read_bytes()
