"""Drives whole conversations through the real bot: real packs, real SQLite, real understanding.

A golden transcript is a text file that a trainer can read. Lines that start with ``>`` are what
the person does; the rest is what the bot says:

    > [Advies voor mijn project]      a tap on a button of the last message
    > [oud: De gemeente]              a tap on a button further up
    > we gaan de straat openbreken    a typed text
    > (na 3 dagen)                    time passes
    > (10000 keer: bla )              a very long text
    > (pakket veranderd: vraag weg)   the pack changes under the conversation
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

from bot.bootstrap import advising_packs, build_conversation, shelf_of
from bot.channels.terminal.run import happening
from bot.conversation import Conversation
from bot.dialogue.messages import (
    Button,
    Chosen,
    Document,
    Forgotten,
    Happening,
    Reply,
    Said,
    Say,
    Started,
    Tapped,
)
from bot.dialogue.turn import Shelf
from bot.language.understand import Understander
from bot.rules.model.pack import Pack
from bot.settings import Settings, read

START = datetime(2026, 11, 24, 9, 0, tzinfo=timezone.utc)
_WAIT = re.compile(r"\(na (\d+) (dagen|uur)\)")
_LONG = re.compile(r"\((\d+) keer: (.*)\)")
_VERSION = re.compile(r"\bversie [0-9a-f]{12}\b")


def settings_in(folder: Path) -> Settings:
    """Settings whose data live in ``folder``."""
    return read({"SAMENWERKWIJZER_DATA": str(folder), "SAMENWERKWIJZER_TAAL": "plat"})


@dataclass
class Driver:
    """One person who talks with the bot."""

    conversation: Conversation
    person: str = "burger"
    now: datetime = START
    lines: list[str] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    history: list[Button] = field(default_factory=list)
    screen: Sequence[Button] = ()
    turns: int = 0

    def do(self, what: Happening) -> list[Reply]:
        """Let something happen; returns what the bot says."""
        self.turns += 1
        self.now += timedelta(minutes=1)
        key = self.conversation.handle(
            "proef", self.person, f"{self.person}-{self.turns}", what, at=self.now
        )
        replies = []
        for row in self.conversation.outgoing(key):
            replies.append(row.reply)
            self.conversation.sent(row.id)
        self.replies += replies
        for reply in replies:
            self._remember(reply)
        return replies

    def begin(self, payload: str = "") -> list[Reply]:
        """Open the conversation."""
        return self.do(Started(payload))

    def say(self, text: str) -> list[Reply]:
        """Type a text."""
        return self.do(Said(text))

    def choose(self, label: str) -> list[Reply]:
        """Tap a button of the last message."""
        return self.do(Tapped(self._button(label, self.screen).data))

    def choose_old(self, label: str) -> list[Reply]:
        """Tap a button further up."""
        return self.do(Tapped(self._button(label, list(reversed(self.history))).data))

    def wait(self, span: timedelta) -> None:
        """Let time pass."""
        self.now += span

    def line(self, text: str) -> list[Reply]:
        """Do what one line of a transcript says."""
        if found := _WAIT.fullmatch(text):
            amount = int(found[1])
            self.wait(timedelta(days=amount) if found[2] == "dagen" else timedelta(hours=amount))
            return []
        if found := _LONG.fullmatch(text):
            return self.say((found[2] * int(found[1]))[: int(found[1])])
        if text.startswith("[oud: "):
            return self.choose_old(text[6:-1])
        what = happening(text, self.screen)
        if text.startswith("[") and not isinstance(what, Tapped):
            raise AssertionError(f"no button {text} among {[b.label for b in self.screen]}")
        return self.do(what)

    def _button(self, label: str, buttons: Sequence[Button]) -> Button:
        for button in buttons:
            if button.label == label:
                return button
        raise AssertionError(f"no button {label!r} among {[b.label for b in buttons]}")

    def _remember(self, reply: Reply) -> None:
        if isinstance(reply, Say):
            taps = [button for button in reply.buttons if button.data]
            self.history += taps
            self.screen = taps or self.screen


def transcript(driver: Driver, inputs: Sequence[str], special: Callable[[str], None]) -> str:
    """The whole conversation as a trainer reads it; the version of a pack is that of the day."""
    parts = [rendered(driver.begin())]
    for text in inputs:
        parts.append(f"> {text}")
        if text.startswith("(pakket"):
            special(text)
            continue
        if said := rendered(driver.line(text)):
            parts.append(said)
    return _VERSION.sub("versie van vandaag", "\n\n".join(parts)) + "\n"


def rendered(replies: Sequence[Reply]) -> str:
    """Replies as indented text."""
    return "\n\n".join(text for reply in replies if (text := _rendered(reply)))


def _rendered(reply: Reply) -> str:
    if isinstance(reply, Say):
        text = "" if reply.instead else reply.text
        lines = [f"    {line}".rstrip() for line in text.splitlines()]
        if reply.buttons:
            lines.append("    " + " ".join(f"[{button.label}]" for button in reply.buttons))
        return "\n".join(lines)
    if isinstance(reply, Document):
        body = "\n".join(f"    | {line}".rstrip() for line in reply.markdown.splitlines())
        return f"    (document {reply.name}.md)\n{body}"
    return "    (alles gewist)" if isinstance(reply, Forgotten) else _chosen(reply)


def _chosen(reply: Chosen) -> str:
    return f"    ✓ {reply.label}"


def inputs_of(text: str) -> tuple[str, list[str]]:
    """The heading of a transcript file, and what the person does in it."""
    heading = [line for line in text.splitlines() if line.startswith("#")]
    return "\n".join(heading), [line[2:] for line in text.splitlines() if line.startswith("> ")]


def driver_in(
    folder: Path,
    understander: Understander,
    packs: Mapping[str, Pack] | None = None,
) -> Driver:
    """A driver whose conversation is kept in ``folder``; over all packs that can advise, when none
    are given. Packs are read, and compiled, once for the whole run."""
    settings = settings_in(folder)
    packs = _all_packs() if packs is None else packs
    conversation = build_conversation(settings, understander=understander, packs=packs)
    conversation._shelf = _shelf_over(packs)
    return Driver(conversation)


@cache
def _all_packs() -> Mapping[str, Pack]:
    return advising_packs(read({}))


_SHELVES: dict[int, tuple[Mapping[str, Pack], Callable[[date], Shelf]]] = {}


def _shelf_over(packs: Mapping[str, Pack]) -> Callable[[date], Shelf]:
    """The shelf of these packs: of the same ones the same."""
    if id(packs) not in _SHELVES:
        _SHELVES[id(packs)] = packs, shelf_of(read({}), packs)  # kept, so that the id stays theirs
    return _SHELVES[id(packs)][1]


__all__ = ["Driver", "driver_in", "inputs_of", "rendered", "replace", "transcript"]
