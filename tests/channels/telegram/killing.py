"""A person who walks through a conversation while the bot is killed again and again."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from bot import bootstrap, settings
from bot.storage.keys import conversation_key

HERE = Path(__file__).parent
AVOID = re.compile(r"verwijder|wis|notitie|stop", re.IGNORECASE)
TYPED = ("/terug", "/overzicht", "/waarom", "/start", "weet ik niet", "ja", "2")


@dataclass
class Screen:
    """A message of the bot as it stands on the screen: its words, and its buttons."""

    id: int
    text: str
    buttons: list[tuple[str, str]]


class Phone(Protocol):
    """What a test needs of a server: our double or the emulator."""

    url: str
    token: str

    def type(self, text: str) -> int:
        """Type; returns the update id."""

    def tap(self, message: Screen, data: str) -> int:
        """Tap; returns the update id."""

    def screen(self) -> list[Screen]:
        """All that the bot said, as it stands there now."""


@dataclass
class Walk:
    """The steps of one person, chosen by a seeded die from what the screen shows."""

    phone: Phone
    die: random.Random
    updates: list[int] = field(default_factory=list)

    def step(self) -> int:
        """Do the next thing; the same screen and the same seed do the same."""
        if not self.updates:
            update = self.phone.type("/start")
        elif self.die.random() < 0.25:
            update = self.phone.type(self.die.choice(TYPED))
        else:
            update = self._tap()
        self.updates.append(update)
        return update

    def _tap(self) -> int:
        """Tap a button of the last message that has some."""
        shown = [message for message in self.phone.screen() if self._choices(message)]
        if not shown:
            return self.phone.type("/start")
        _, data = self.die.choice(self._choices(shown[-1]))
        return self.phone.tap(shown[-1], data)

    @staticmethod
    def _choices(message: Screen) -> list[tuple[str, str]]:
        return [(label, data) for label, data in message.buttons if not AVOID.search(label)]


def said(phone: Phone) -> list[str]:
    """What the bot said, without collapsed choices and without immediate repetitions."""
    out: list[str] = []
    for message in phone.screen():
        text = re.sub(r"\s*✓.*\Z", "", message.text, flags=re.DOTALL)
        text = re.sub(r"</?b>", "", text)
        if not out or out[-1] != text:
            out.append(text)
    return out


class Record:
    """The store, read from outside: what was applied, and what still has to be sent."""

    def __init__(self, read: settings.Settings, person: str) -> None:
        self._store = bootstrap.build_store(read)
        self.key = conversation_key(bootstrap.build_secret(read), "telegram", person)

    def applied(self, update: int) -> bool:
        """Whether this update was committed."""
        return self._store.is_done(self.key, str(update))

    def finished(self, update: int) -> bool:
        """Whether this update was committed and all its replies were sent."""
        return self.applied(update) and self.quiet()

    def quiet(self) -> bool:
        """Whether every reply was sent."""
        return not self._store.pending(self.key)

    def revision(self) -> int:
        """How many turns were saved."""
        saved = self._store.load(self.key)
        return saved.revision if saved else 0

    def close(self) -> None:
        """Hang up."""
        self._store.close()


class Nursery:
    """Bots on demand; one lives at a time."""

    def __init__(self, start: Callable[[], subprocess.Popen[str]]) -> None:
        self._start = start
        self._process = start()
        self._seen: set[str] = set()
        self._child = 0
        self.kills = 0
        self._hear()

    def _hear(self) -> None:
        self._ear = threading.Thread(target=self._listen, args=(self._process,), daemon=True)
        self._ear.start()

    def _listen(self, process: subprocess.Popen[str]) -> None:
        """Keep what the nursery and its children say: "born PID" and "polls PID"."""
        for line in process.stdout or ():
            self._seen.add(line.strip())

    def close(self) -> None:
        """End the nursery and all that it gave birth to."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._ear.join(10)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def _anew(self) -> None:
        """Another nursery, for one that has stopped answering: its bots die with it."""
        self.close()
        self._process = self._start()
        self._hear()

    def birth(self, *, polls: bool) -> None:
        """Start a bot; wait until it asks for updates, or only until it is born."""
        before = self._born()
        for _ in range(3):
            assert self._process.stdin
            self._process.stdin.write("start\n")
            self._process.stdin.flush()
            if wait(lambda: len(self._born()) > len(before), 20):
                break
            self._anew()
        assert len(self._born()) > len(before), f"no birth: seen {sorted(self._seen)[-5:]}"
        self._child = int((self._born() - before).pop().split()[1])
        if polls:
            assert wait(lambda: f"polls {self._child}" in self._seen, 30)

    def _born(self) -> set[str]:
        return {line for line in list(self._seen) if line.startswith("born")}

    @property
    def lives(self) -> bool:
        """Whether there is a bot."""
        return self._child != 0

    def kill(self) -> None:
        """SIGKILL: no finally, no flush, no goodbye."""
        self.kills += 1
        self.end(signal.SIGKILL)

    def end(self, number: signal.Signals) -> None:
        """Send a signal and wait until the bot is gone."""
        os.kill(self._child, number)
        assert wait(lambda: not _lives(self._child), 30), f"{number.name} did not end the bot"
        self._child = 0


def _lives(child: int) -> bool:
    try:
        os.kill(child, 0)
    except ProcessLookupError:
        return False
    return True


@contextmanager
def nursery(phone: Phone, environ: dict[str, str]) -> Iterator[Nursery]:
    """A started nursery whose bots talk to this server."""

    def start() -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, HERE / "nursery.py", phone.url, phone.token],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
            env=os.environ | environ | {"PYTHONPATH": str(settings.ROOT)},
        )
        assert process.stdout
        assert process.stdout.readline().strip() == "ready"
        return process

    bots = Nursery(start)
    try:
        yield bots
        if bots.lives:
            bots.end(signal.SIGTERM)
    finally:
        bots.close()


@dataclass
class Tally:
    """Where the kills fell."""

    before_commit: int = 0
    before_sent: int = 0
    after: int = 0
    seconds: float = 0.0


def walk_under_fire(
    walk: Walk, record: Record, bots: Nursery, kills: int, die: random.Random
) -> Tally:
    """Walk until so many kills were survived; each step ends when its replies were sent."""
    tally, started, window = Tally(), time.monotonic(), 0.05
    while bots.kills < kills:
        if not bots.lives:
            bots.birth(polls=True)
        update, since = walk.step(), time.monotonic()
        patience = window
        while not wait(partial(record.finished, update), die.uniform(0, patience)):
            bots.kill()
            if not record.applied(update):
                tally.before_commit += 1
            elif not record.quiet():
                tally.before_sent += 1
            bots.birth(polls=die.random() < 0.7)
            since = time.monotonic()
            patience *= 1.3
        window = 0.8 * window + 0.3 * (time.monotonic() - since)
        if die.random() < 0.3:
            time.sleep(die.choice((0, 0.002, 0.02)))
            bots.kill()
            tally.after += 1
    tally.seconds = time.monotonic() - started
    return tally


def walk_in_peace(walk: Walk, record: Record, bots: Nursery, steps: int) -> None:
    """The same walk, with one bot that nobody kills."""
    if not bots.lives:
        bots.birth(polls=True)
    for _ in range(steps):
        assert wait(partial(record.finished, walk.step()), 30)


def wait(what: Callable[[], bool], seconds: float) -> bool:
    """Wait until it is so, for at most so long."""
    end = time.monotonic() + seconds
    while not (found := what()) and time.monotonic() < end:
        time.sleep(0.003)
    return found
