"""Somebody who taps, types and comes back at random while packs change, and what must stay true.

On top of what ``Walker`` holds (no exception, no silence, a state that survives being saved, no
reply out of bounds): an answer counts only when its question or its words were shown, a button that
was never shown does nothing, and nothing grows without end.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.dialogue import commands, state_versions
from bot.dialogue.messages import Document, Happening, Reply, Said, Say, Tapped
from bot.dialogue.places.advice import nearest
from bot.dialogue.state import State
from bot.dialogue.turn import Shelf, Turn
from bot.rules.diagram.compile import compile_pack
from bot.rules.model.answers import Answer
from bot.rules.model.book import split_key
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Option
from bot.words.names import answer_told, label
from tests.dialogue.test_walks import START, Walker
from tests.shelf import DAY, DEFAULT, compiled, packs

OTHERS = ("leusden", "amersfoort")
MOST_OF_A_STATE = 40_000
MOST_OF_A_PROJECT = 8_000
MOST_OF_A_TURN = 60_000
"""Bytes: ten projects with all their answers, one of them, and a turn with a note."""
NEVER_SHOWN = (
    "",
    "a:",
    "c:0",
    "a:zz:wie_begint:gemeente",
    "c:zz:wis",
    "x" * 80,
    "a:1:bestaat:niet",
    "\x00:é",
)
Counted = dict[tuple[str, str], Answer]


def shelves() -> list[Shelf]:
    """The packs as they are, and three times as an editor changed them overnight."""
    others = {id: compiled(id) for id in packs() if id in OTHERS}
    changed = [packs()[DEFAULT], *(_edited(packs()[DEFAULT], number) for number in range(3))]
    return [Shelf({DEFAULT: compile_pack(pack, DAY), **others}, DEFAULT) for pack in changed]


def _edited(pack: Pack, number: int) -> Pack:
    """A pack in which one option of some questions has another id: old answers have no place."""
    questions = tuple(
        replace(question, options=(_renamed(question.options[0]), *question.options[1:]))
        if question.options and place % 3 == number and question.kind == "choice"
        else question
        for place, question in enumerate(pack.questions)
    )
    return replace(pack, questions=questions, version=f"veranderd-{number}")


def _renamed(option: Option) -> Option:
    return replace(option, id=f"{option.id}_2")


@dataclass
class Sizes:
    """The most bytes of each that were seen."""

    state: int = 0
    project: int = 0
    turn: int = 0

    def note(self, state: State, replies: tuple[Reply, ...]) -> None:
        """Measure one step."""
        self.state = max(self.state, len(state_versions.to_json(state).encode()))
        for project in state.projects:
            alone = replace(state, projects=(project,), screen=(), undo=None)
            self.project = max(self.project, len(state_versions.to_json(alone).encode()))
        self.turn = max(self.turn, sum(len(words.encode()) for r in replies for words in told(r)))

    def check(self) -> None:
        """Nothing grew out of its bounds."""
        assert self.state <= MOST_OF_A_STATE
        assert self.project <= MOST_OF_A_PROJECT
        assert self.turn <= MOST_OF_A_TURN


def told(reply: Reply) -> list[str]:
    """All that a reply shows."""
    if isinstance(reply, Say):
        return [reply.text, *(button.label for button in reply.buttons)]
    return [reply.caption, reply.markdown] if isinstance(reply, Document) else []


def counted(state: State) -> Counted:
    """Every answer that counts: project and key, and the values."""
    return {
        (project.id, key): answer
        for project in state.projects
        for key, answer in project.book.answers.items()
    }


class Wanderer(Walker):
    """A ``Walker`` on shelves that change."""

    def __init__(self, shelves: list[Shelf], seed: int) -> None:
        super().__init__(shelves[0], seed)
        self.shelves = shelves
        self.sizes = Sizes()
        self._recent: deque[str] = deque(maxlen=60)
        self._offered: dict[str, Mapping[str, Answer]] = {}
        self._known: set[tuple[str, str, Answer]] = set()

    def wander(self) -> None:
        """One step: a tap of now or before, or of never, a text, or a pack that changes."""
        kind = self.chance.random()
        if kind < 0.02:
            self.shelf = self.chance.choice(self.shelves)
        if kind < 0.1:
            self._tap_what_never_was()
        elif kind < 0.2:
            self.do(self._any_text())
        else:
            self.tap()
        self.seen = self.seen[-500:]

    def do(self, what: Happening) -> tuple[Reply, ...]:
        """One step, and all that must be true after it."""
        before, state = counted(self.state), self.state
        replies = super().do(what)
        self._recent += [words for reply in replies for words in told(reply)]
        self.sizes.note(self.state, replies)
        self._note_offers(replies)
        self._check_counted(before, state, what)
        return replies

    def _check_counted(self, before: Counted, state: State, what: Happening) -> None:
        after = counted(self.state)
        for (project, key), answer in after.items():
            counts = (project, split_key(key)[0], answer)  # it may go to the pieces
            if before.get((project, key)) != answer and counts not in self._known:
                by_button = isinstance(what, Tapped) and self._of_button(what.data, key, answer)
                assert by_button or self._was_shown(project, key, answer, state), counts
            self._known.add(counts)

    def _of_button(self, data: str, key: str, answer: Answer) -> bool:
        """Whether a button, shown once, is one of this question, or offered just this answer."""
        if data in self._offered:
            return self._offered[data].get(key) == answer
        at_once = any(data.endswith(f"+{value}") for value in answer.values)
        return split_key(key)[0] in data or at_once

    def _note_offers(self, replies: tuple[Reply, ...]) -> None:
        """Remember what the change was that somebody may take over."""
        for reply in replies:
            for button in reply.buttons if isinstance(reply, Say) else ():
                if f":{commands.TAKE_OVER.name}:" in button.data:
                    place = int(button.data.split(":")[3].partition(".")[0])
                    turn = Turn(self.shelf, self.state, START, "x")
                    self._offered[button.data] = nearest(turn)[place].answers

    def _was_shown(self, project: str, key: str, answer: Answer, state: State) -> bool:
        """Whether the question was asked, or the answer's words stood on the screen."""
        holder = self.state.find(project)
        assert holder is not None
        pack = self.shelf.pack(holder.pack).pack
        question = pack.find_question(split_key(key)[0])
        if question is None or key in (state.focus.asked, *getattr(state.focus, "keys", ())):
            return True
        words = (question.text, label(question, answer), answer_told(question, answer))
        recent = " ".join(self._recent).lower()  # within a sentence an answer begins small
        return any(word and word.lower() in recent for word in words)

    def _tap_what_never_was(self) -> None:
        """A button of nobody: nothing may count by it."""
        before = counted(self.state)
        self.do(Tapped(self.chance.choice(NEVER_SHOWN)))
        assert counted(self.state).items() <= before.items()

    def _any_text(self) -> Happening:
        letters = "aeiou nrst 0123456789-.,%€é😀\n\t/<>&*_[]():#\"'²①"
        length = self.chance.choice((1, 3, 20, 200, 5000))
        text = "".join(self.chance.choice(letters) for _ in range(length))
        return Said(self.chance.choice(("", "/naam ", "/pakket ", "/terug ", "/ogen ")) + text)
