"""How many questions and taps lead to the advice, for each worked case of a pack.

Usage: python -m benchmarks.taps [FOLDER] [-v]   (default: the default pack)

Each worked case is played by button through the dialogue. A tap is counted from the first door
(included) to the message with the advice; a multiple choice and a division take several taps.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, datetime, timezone
from pathlib import Path
from statistics import median

from benchmarks.play import Case, interview
from bot.dialogue.messages import Event, Happening, Reply
from bot.dialogue.step import new_state, step
from bot.dialogue.turn import Shelf
from bot.packs.load import load_pack
from bot.rules.diagram.compile import compile_pack
from bot.rules.model.pack import WorkedCase

DEFAULT = Path("knowledge/passende-samenwerking")
DAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, tzinfo=timezone.utc)


class Played:
    """One worked case, played to its advice."""

    def __init__(self, shelf: Shelf, case: WorkedCase) -> None:
        self.shelf = shelf
        self.state = new_state(shelf)
        self.player = Case(shelf.packs[shelf.default].pack, case)
        self.turns = 0
        self.taps = interview(self._do, self.player)

    def _do(self, what: Happening) -> Sequence[Reply]:
        self.turns += 1
        event = Event(what, NOW, f"{self.turns:024x}")
        self.state, replies = step(self.shelf, self.state, event)
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


def main() -> None:
    """Print the medians and the worst; with -v, a line for each case too."""
    folders = [argument for argument in sys.argv[1:] if argument != "-v"]
    pack = load_pack(Path(folders[0]) if folders else DEFAULT)
    shelf = Shelf({pack.id: compile_pack(pack, DAY)}, pack.id)
    played = [Played(shelf, case) for case in pack.cases]
    if "-v" in sys.argv:
        for one in played:
            case = one.player.case
            cells = max(1, len(case.parts)) * max(1, len(case.groups))
            print(
                f"{case.id:<22} {one.questions:>2} questions {one.taps:>2} taps, {cells} cell(s)"
                + ("" if one.right else ", OTHER ADVICE")
                + (f", not in the case: {', '.join(one.player.open)}" if one.player.open else "")
            )
    whole = [one for one in played if not one.player.case.parts + one.player.case.groups]
    for name, group in (("worked cases", played), ("of one piece", whole)):
        questions, taps = [one.questions for one in group], [one.taps for one in group]
        right = sum(one.right for one in group)
        print(
            f"{name}: {len(group)}, advice as expected {right};"
            f" questions median {median(questions):g}, most {max(questions)};"
            f" taps median {median(taps):g}, most {max(taps)}"
        )


if __name__ == "__main__":
    main()
