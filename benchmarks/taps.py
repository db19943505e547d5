"""How many questions and taps lead to the first advice and to the complete one, for each worked
case of a pack.

Usage: python -m benchmarks.taps [FOLDER] [-v]   (default: the default pack)

Each worked case is played by button through the dialogue. A tap is counted after the door; a
multiple choice and a division take several taps, and so does going on past the first advice. On a
page, and typed ("1 3"), the ticks of a list are sent at once: that is printed beside it. An advice
is complete when nothing that is open can change the form or a serious point, and what is always
asked was asked. Exit status 1 when a goal is missed.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, datetime, timezone
from pathlib import Path
from statistics import median

from benchmarks.play import Case, interview
from bot.dialogue.messages import Event, Happening, Reply, Say
from bot.dialogue.step import new_state, step
from bot.dialogue.turn import Shelf
from bot.packs.load import load_pack
from bot.rules.diagram.compile import compile_pack
from bot.rules.model.pack import WorkedCase

DEFAULT = Path("knowledge/passende-samenwerking")
DAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, tzinfo=timezone.utc)
FIRST_MEDIAN, FIRST_MOST, COMPLETE_MEDIAN = 4, 6, 9
"""The goals, in taps."""


class Played:
    """One worked case, played to its complete advice."""

    def __init__(self, shelf: Shelf, case: WorkedCase) -> None:
        self.shelf = shelf
        self.state = new_state(shelf)
        self.player = Case(shelf.packs[shelf.default].pack, case)
        self.turns = 0
        self.asked_first = 0
        self.ticks, self.ticks_first = 0, 0
        self.first, self.complete = interview(self._do, self.player)

    def _do(self, what: Happening) -> Sequence[Reply]:
        self.turns += 1
        event = Event(what, NOW, f"{self.turns:024x}")
        self.state, replies = step(self.shelf, self.state, event)
        self.ticks += any(isinstance(reply, Say) and reply.instead for reply in replies)
        if self.state.project and self.state.project.given and not self.asked_first:
            self.asked_first, self.ticks_first = self.questions, self.ticks
        return replies

    @property
    def questions(self) -> int:
        """The questions about the project that were answered."""
        return len(self.state.project.order) if self.state.project else 0

    @property
    def right(self) -> bool:
        """Whether the advice is what the case expects, in every cell."""
        case, project = self.player.case, self.state.project
        given = dict(project.given.outcomes) if project and project.given else {}
        return all(
            given.get(cell) in {form, *case.also_fine.get(cell, ())}
            for cell, form in case.expected.items()
        )

    @property
    def line(self) -> str:
        """The case in one line."""
        case = self.player.case
        cells = max(1, len(case.parts)) * max(1, len(case.groups))
        return (
            f"{case.id:<22} first: {self.asked_first:>2} questions {self.first:>2} taps; complete:"
            f" {self.questions:>2} questions {self.complete:>2} taps, {cells} cell(s)"
            + ("" if self.right else ", OTHER ADVICE")
            + (f", not in the case: {', '.join(self.player.open)}" if self.player.open else "")
        )


def spread(name: str, counts: Sequence[int]) -> str:
    """The median, the lowest and the highest of some counts."""
    return f"{name} median {median(counts):g}, from {min(counts)} to {max(counts)}"


def report(name: str, played: Sequence[Played]) -> None:
    """The questions and taps of some cases."""
    right = sum(one.right for one in played)
    print(f"{name}: {len(played)}, advice as expected {right}")
    print(f"  first advice: {spread('questions', [one.asked_first for one in played])};"
          f" {spread('taps', [one.first for one in played])}")  # fmt: skip
    print(f"  complete advice: {spread('questions', [one.questions for one in played])};"
          f" {spread('taps', [one.complete for one in played])}")  # fmt: skip
    at_once = [[one.first - one.ticks_first for one in played],
               [one.complete - one.ticks for one in played]]  # fmt: skip
    print(f"  where ticks are sent at once: {spread('first', at_once[0])};"
          f" {spread('complete', at_once[1])}")  # fmt: skip


def missed(played: Sequence[Played]) -> list[str]:
    """The goals that these cases miss."""
    first, complete = [one.first for one in played], [one.complete for one in played]
    goals = (
        ("first advice, median", median(first), FIRST_MEDIAN),
        ("first advice, most", max(first), FIRST_MOST),
        ("complete advice, median", median(complete), COMPLETE_MEDIAN),
    )
    return [f"{name}: {count:g} taps, goal {goal}" for name, count, goal in goals if count > goal]


def main() -> int:
    """Print the medians and the worst; with -v, a line for each case too."""
    folders = [argument for argument in sys.argv[1:] if argument != "-v"]
    pack = load_pack(Path(folders[0]) if folders else DEFAULT)
    shelf = Shelf({pack.id: compile_pack(pack, DAY)}, pack.id)
    played = [Played(shelf, case) for case in pack.cases]
    if "-v" in sys.argv:
        print("\n".join(one.line for one in played))
    report("worked cases", played)
    report(
        "of one piece",
        [one for one in played if not one.player.case.parts + one.player.case.groups],
    )
    short = missed(played)
    print("\n".join(f"MISSED {goal}" for goal in short) or "every goal is met")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
