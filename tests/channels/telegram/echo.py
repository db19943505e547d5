"""The smallest conversation that a channel can be tried on: in memory, durable enough for one."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

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


@dataclass
class Out:
    """A reply in the outbox."""

    id: int
    key: str
    reply: Reply
    address: str
    attempts: int = 0
    held: Literal["mine", "other", "free"] = "mine"


class Echo:
    """Asks "kleur?" on /start, repeats what is said, and obeys a few words."""

    def __init__(self) -> None:
        self.handled: list[tuple[str, Happening]] = []
        self.done: set[tuple[str, str]] = set()
        self.outbox: list[Out] = []
        self.dropped: list[int] = []
        self.offsets: dict[str, int] = {}
        self.renewed = 0
        self.looked = 0
        self.before_handle: Any = lambda what: None
        self._lock = threading.Lock()
        self._next = 0

    def handle(
        self,
        channel: str,
        person: str,
        update: str,
        what: Happening,
        *,
        at: datetime | None = None,
        address: str | None = None,
    ) -> str:
        key = f"{channel}:{person}"
        self.before_handle(what)
        with self._lock:
            if (key, update) in self.done:
                return key
            self.done.add((key, update))
            self.handled.append((key, what))
            for reply in replies(what):
                self._next += 1
                self.outbox.append(Out(self._next, key, reply, address or ""))
        return key

    def outgoing(self, key: str | None = None, after: int = 0) -> list[Out]:
        self.looked += 1
        with self._lock:
            return [out for out in self.outbox if key in (None, out.key) and out.id > after][:50]

    def claim(self, key: str, *, force: bool = False) -> bool:
        with self._lock:
            ours = [out for out in self.outbox if out.key == key]
            if any(out.held == "other" for out in ours) and not force:
                return False
            for out in ours:
                out.held = "mine"
            return bool(ours)

    def ask_due(self) -> int:
        return 0

    def renew(self) -> None:
        self.renewed += 1

    def sent(self, id: int) -> None:
        with self._lock:
            self.outbox = [out for out in self.outbox if out.id != id]

    def failed(self, id: int) -> int:
        with self._lock:
            for out in self.outbox:
                if out.id == id:
                    out.attempts += 1
                    return out.attempts
        return 0

    def drop(self, id: int) -> None:
        self.dropped.append(id)
        self.sent(id)

    def offset(self, name: str) -> int | None:
        return self.offsets.get(name)

    def set_offset(self, name: str, value: int) -> None:
        self.offsets[name] = value


def replies(what: Happening) -> list[Reply]:
    """What Echo answers."""
    if isinstance(what, Started):
        colours = (
            Button("Rood", "k:rood"),
            Button("Blauw", "k:blauw"),
            Button("Meer", url="https://example.org"),
        )
        return [Say(f"**Kleur** & smaak <?> {what.payload}".strip(), colours, "question", "kleur")]
    if isinstance(what, Tapped) and what.data.startswith("t:"):
        return [_list("✓ Rood", instead=True)]
    if isinstance(what, Tapped):
        return [Chosen(what.data.removeprefix("k:").title()), Say(f"Je koos {what.data}.")]
    assert isinstance(what, Said)
    if what.text == "notitie":
        return [Document("notitie kerkstraat/1", "# Kop\n\n- **een**\n- twee", "De notitie")]
    if what.text == "lijst":
        return [_list("Rood", instead=False)]
    if what.text == "lang":
        return [
            Say("\n\n".join(f"**{i}** " + "woord " * 120 for i in range(12)), (Button("Ja", "ja"),))
        ]
    if what.text == "/verwijder":
        return [Say("Alles is weg."), Forgotten()]
    return [Say(f"Je zei: {what.text}")]


def _list(label: str, *, instead: bool) -> Say:
    """A list of which several may hold."""
    buttons = (Button(label, "t:rood", ticks=True), Button("Klaar", "k:klaar"))
    return Say("Welke kleuren?", buttons, "question", "kleuren", instead=instead)
