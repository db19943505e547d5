"""Kill the terminal bot at random moments: no answer is lost, none counts twice, every reply
arrives."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from time import sleep

import pytest

from bot.bootstrap import advising_packs, build_conversation, build_secret, build_store, shelf_of
from bot.channels.terminal.run import CHANNEL, PERSON, turn
from bot.conversation import Conversation
from bot.dialogue import replies_json, state_versions
from bot.dialogue.messages import Reply, Say, Started, Tapped
from bot.language.plain.plain import PlainUnderstander
from bot.rules.model.pack import Pack
from bot.settings import ROOT, Settings
from bot.storage.keys import conversation_key, open_text
from tests.amounts import times
from tests.driver import START, settings_in
from tests.storage.helpers import Server

ASKED = "Waarom vraag je dit?"
"""Stands under every question."""
PROVISIONAL = "Dit is genoeg"
"""Stands under an advice that comes before the last question."""
KILLS = times(24, 600)
LABELS = (
    "Advies voor mijn project",
    "Van ons, de gemeente",
    "Bijna alles, binnen het geld",
    "Terug",
    "Een paar dingen",
    "Wat mensen merken of willen",
    "Terug",
    "Hulp bij een lastige keuze",
    "We wegen mee en leggen uit",
    "verder",
    "Alles even vast",
)


class Child:
    """A forked process with the real conversation and the real terminal turn."""

    def __init__(self, make: Callable[[], Conversation]) -> None:
        here_in, there_out = os.pipe()
        there_in, here_out = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(here_in)
            os.close(here_out)
            _serve(make, os.fdopen(there_in), there_out)
        os.close(there_in)
        os.close(there_out)
        self.replies = os.fdopen(here_in)
        self.orders = os.fdopen(here_out, "w")

    def send(self, update: str, data: str) -> None:
        """Ask for one turn."""
        self.orders.write(json.dumps([update, data]) + "\n")
        self.orders.flush()

    def kill(self) -> list[str]:
        """Kill it without mercy; returns what it had still said."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        self.orders.close()
        rest = self.replies.read().splitlines(keepends=True)
        self.replies.close()
        return [line for line in rest if line.endswith("\n")]


def _serve(make: Callable[[], Conversation], orders, out: int) -> None:  # type: ignore[no-untyped-def]
    try:
        conversation = make()

        def show(reply: Reply) -> None:
            os.write(out, (replies_json.to_json(reply) + "\n").encode())

        for line in orders:
            update, data = json.loads(line)
            turn(conversation, update, Tapped(data) if data else Started(), show)
            os.write(out, b"KLAAR\n")
    finally:
        os._exit(0)


def _maker(settings: Settings, packs: dict[str, Pack]) -> Callable[[], Conversation]:
    shelf = shelf_of(settings, packs)(START.date())
    shelf.pack(settings.pack)  # compiled once, before the forks

    def make() -> Conversation:
        conversation = build_conversation(settings, understander=PlainUnderstander(), packs=packs)
        conversation._shelf = lambda day: shelf
        return conversation

    return make


def _talk(
    make: Callable[[], Conversation], chance: Random | None, rounds: int
) -> tuple[list[str], int]:
    """A conversation of taps, killed at random when ``chance`` is given; the replies in order."""
    child, arrived, kills = Child(make), [], 0
    screen: dict[str, str] = {}
    for number, label in enumerate(("", *LABELS * rounds)):
        data = screen.get(label, None if label else "")
        if data is None:
            continue
        done = False
        while not done:
            child.send(f"u{number}", data)
            if chance and chance.random() < 0.6:
                sleep(chance.random() * 0.02)
                lines = child.kill()
                kills += 1
                child = Child(make)
            else:
                lines = _until_done(child)
            done = "KLAAR\n" in lines
            arrived += [line for line in lines if line != "KLAAR\n"]
        for line in arrived[-8:]:
            reply = replies_json.from_json(line)
            if isinstance(reply, Say):
                screen |= {button.label: button.data for button in reply.buttons}
    arrived += child.kill()
    return arrived, kills


def _until_done(child: Child) -> list[str]:
    lines = []
    while line := child.replies.readline():
        lines.append(line)
        if line == "KLAAR\n":
            break
    return lines


def _texts(lines: list[str]) -> list[str]:
    """The texts in order, what was shown again after a crash counted once."""
    texts: list[str] = []
    for line in lines:
        reply = replies_json.from_json(line)
        text = reply.text if isinstance(reply, Say) else type(reply).__name__
        if text not in texts[-6:]:
            texts.append(text)
    return texts


def _answers(settings: Settings) -> dict[str, object]:
    """The answers that are kept of the person at the terminal; a SQLite file must be whole."""
    if not settings.database.startswith("postgresql://"):
        with closing(sqlite3.connect(settings.database)) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    store = build_store(settings)
    secret = build_secret(settings)
    saved = store.load(conversation_key(secret, CHANNEL, PERSON))
    store.close()
    assert saved is not None
    return dict(state_versions.from_json(open_text(secret, saved.state)).projects[0].book.answers)


def _survive(base: Settings, database: Callable[[str], str], least: int) -> None:
    """Conversations under fire, until there were so many kills; each ends as the calm one did."""
    packs = advising_packs(base)
    calm = replace(base, database=database("kalm"))
    expected, _ = _talk(_maker(calm, packs), None, 1)
    assert len(_answers(calm)) >= 2
    kills, seed = 0, 0
    while kills < least:
        seed += 1
        wild = replace(base, database=database(f"wild{seed}"))
        arrived, killed = _talk(_maker(wild, packs), Random(seed), 1)
        kills += killed
        assert set(_texts(expected)) <= set(_texts(arrived))
        assert _answers(wild) == _answers(calm)


@pytest.mark.timeout(times(300, 0))
def test_killed_at_random_moments_nothing_is_lost(tmp_path: Path) -> None:
    """After every kill the conversation ends as the one that nobody disturbed."""
    _survive(settings_in(tmp_path), lambda name: str(tmp_path / f"{name}.db"), KILLS)


@pytest.mark.postgres
@pytest.mark.timeout(times(300, 0))
def test_killed_with_postgresql_nothing_is_lost(tmp_path: Path, server: Server) -> None:
    """The same over PostgreSQL."""
    _survive(settings_in(tmp_path), lambda name: server.blank(f"terminal_{name}"), KILLS // 2)


class Command:
    """The command itself, with its storage, spoken to line by line."""

    def __init__(self, folder: Path) -> None:
        environment = {**os.environ, "SAMENWERKWIJZER_DATA": str(folder)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "chat", "--plat"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            cwd=ROOT,
        )

    def say(self, line: str) -> None:
        """Type one line."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()

    def asked(self, line: str) -> None:
        """Type one line, and go on past a provisional advice, until the next question stands."""
        self.say(line)
        if PROVISIONAL in self.shown(ASKED, PROVISIONAL):
            self.say("Verder")
            self.shown(ASKED)

    def shown(self, *marks: str) -> str:
        """Everything it shows up to and with one of these texts."""
        assert self.process.stdout is not None
        text = b""
        while not any(mark.encode() in text for mark in marks):
            more = os.read(self.process.stdout.fileno(), 65536)
            assert more, f"ended before it showed {marks}: {text.decode()[-400:]}"
            text += more
        return text.decode()

    def kill(self) -> None:
        """Kill it without mercy."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            with suppress(BrokenPipeError):
                pipe.close()


@pytest.mark.timeout(times(300, 0))
def test_the_command_itself_keeps_what_it_acknowledged(tmp_path: Path) -> None:
    """Every answer whose next question was shown is there after a kill in the turn after it."""
    chance, settings = Random(7), settings_in(tmp_path)
    command = Command(tmp_path)
    try:
        command.shown("Privacy")
        command.say("Advies voor mijn project")
        command.shown(ASKED)
        acknowledged: dict[str, object] = {}
        for label in ("Van ons, de gemeente", "Een paar dingen", "Wat mensen merken of willen",
                      "Nog niets, of niets duidelijks"):  # fmt: skip
            command.asked(label)
            acknowledged = _answers(settings)
            command.say("Weet ik niet")  # not acknowledged: it may be there or not, never half
            sleep(chance.random() * 0.02)
            command.kill()
            kept = _answers(settings)
            assert acknowledged.items() <= kept.items()
            assert len(kept) <= len(acknowledged) + 1
            command = Command(tmp_path)
            command.shown("Nieuw project")
            command.asked("Verder")
            if len(kept) > len(acknowledged):
                command.asked("/terug")
        assert len(acknowledged) >= 2
    finally:
        command.kill()
