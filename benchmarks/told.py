"""With how many taps an advice comes after a first message that tells the situation.

Usage: python -m benchmarks.told [FILE] [-v]   (needs the language model, some minutes)

Each message of the file is the first thing that somebody types. What is read from it is confirmed
when it is what the writer meant or says nothing of, and else left out or put right; what is then
asked is answered by button. A tap and a yes count; the message itself does not. Printed too: how
many facts were read, and how many of those the writer did not mean.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from benchmarks.listening import listening
from benchmarks.play import MOST_TAPS, Case, Stuck, has_advice, last, next_tap
from bot import bootstrap, settings
from bot.dialogue import button_data, commands, wording
from bot.dialogue.focus import Confirm
from bot.dialogue.messages import Event, Happening, Reply, Said, Say, Tapped
from bot.dialogue.state import State
from bot.dialogue.step import new_state, step
from bot.dialogue.turn import Shelf
from bot.language.apart import taken_apart
from bot.language.understand import Context, Understander
from bot.rules.model.pack import WorkedCase

MESSAGES = Path("benchmarks/begrip/verteld.yml")
NOW = datetime(2026, 11, 24, 9, tzinfo=timezone.utc)
FIRST, COMPLETE = 2, 6
"""The goals, in taps at the median."""


class Teller:
    """One writer of a message, who then taps until the advice is complete."""

    def __init__(self, shelf: Shelf, understander: Understander, message: dict[str, Any]) -> None:
        self.shelf, self.pack = shelf, shelf.packs[shelf.default].pack
        raw: dict[str, str | list[str]] = message["antwoorden"]
        meant = {key: tuple([v] if isinstance(v, str) else v) for key, v in raw.items()}
        case = WorkedCase(message["id"], "", "", answers=meant, expected={})
        self.player = Case(self.pack, case)
        self.state: State = new_state(shelf)
        self.turns, self.read, self.wrong = 0, 0, 0
        text: str = message["tekst"]
        said = Said(text, understander.understand(text, Context(self.pack)))
        heard = taken_apart(said, Context(self.pack), understander)
        self.first, self.complete = self._play(self._do(heard))

    def _do(self, what: Happening) -> Sequence[Reply]:
        self.turns += 1
        event = Event(what, NOW, f"{self.turns:024x}")
        self.state, replies = step(self.shelf, self.state, event)
        return replies

    def _play(self, replies: Sequence[Reply]) -> tuple[int, int]:
        first = None
        for taps in range(MOST_TAPS):
            screen = last(replies)
            if first is None and has_advice(replies):
                first = taps
            data = self._next(screen)
            if first is not None and not data:
                return first, taps
            replies = self._do(Tapped(data))
        raise Stuck(screen.text)

    def _next(self, screen: Say) -> str:
        if isinstance(self.state.focus, Confirm) and not self.state.focus.key:
            return self._confirmed(self.state.focus, screen)
        door = [b.data for b in screen.buttons if b.label == wording.DOOR_ADVICE]
        if door and screen.shape != "advice":
            return door[0]
        return next_tap(screen, self.player)

    def _confirmed(self, at: Confirm, screen: Say) -> str:
        """Yes, or which one is wrong; of one that is wrong it is asked what is right."""
        meant = self.player.case.answers
        wrong = [key for key, one in at.pending
                 if key in meant and not one.values <= set(meant[key])]  # fmt: skip
        listed = [b.data for b in screen.buttons if f":{commands.NOT_THIS.name}:" in b.data]
        if listed:
            name = button_data.key_argument(self.pack, wrong[0])
            return next(data for data in listed if data.endswith(f":{name}"))
        if not wrong:
            self.read += len(at.pending)
            return next(b.data for b in screen.buttons if b.label == wording.YES_RIGHT)
        self.wrong += 1
        return next(b.data for b in screen.buttons if b.label == wording.ONE_WRONG)

    @property
    def line(self) -> str:
        """The message in one line."""
        return (f"{self.player.case.id:<16} first {self.first:>2}, complete {self.complete:>2};"
                f" read {self.read}, wrong {self.wrong}")  # fmt: skip


def main() -> int:
    """Print the medians; with -v a line for each message. Exit status 1 when a goal is missed."""
    named = [argument for argument in sys.argv[1:] if argument != "-v"]
    messages = yaml.safe_load(Path(named[0] if named else MESSAGES).read_text("utf-8"))
    own = settings.read({})
    packs = bootstrap.advising_packs(own)
    with listening(own, packs) as understander:
        shelf = bootstrap.shelf_of(own, packs)(NOW.date())
        told = [Teller(shelf, understander, message) for message in messages]
    if "-v" in sys.argv:
        print("\n".join(one.line for one in told))
    first, complete = [one.first for one in told], [one.complete for one in told]
    print(f"{len(told)} messages; taps to the first advice: median {median(first):g}, from"
          f" {min(first)} to {max(first)}; to the complete one: median {median(complete):g}, from"
          f" {min(complete)} to {max(complete)}")  # fmt: skip
    print(f"facts read and right {sum(one.read for one in told)}, put right"
          f" {sum(one.wrong for one in told)}")  # fmt: skip
    return int(median(first) > FIRST or median(complete) > COMPLETE)


if __name__ == "__main__":
    sys.exit(main())
