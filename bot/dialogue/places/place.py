"""What can happen on a screen. Each place says what it needs to; the rest is here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from bot.dialogue import project, wording
from bot.dialogue.focus import Anywhere, Doors
from bot.dialogue.messages import Understanding
from bot.dialogue.turn import Turn
from bot.rules.model.answers import Answer
from bot.rules.model.book import AnswerBook, AnswerKey
from bot.rules.model.questions.question import Option, Question

F = TypeVar("F", bound=Anywhere)


@dataclass(frozen=True)
class Place(Generic[F]):
    """A screen in a turn, with what is remembered of it (``at``)."""

    turn: Turn
    at: F

    knows_commands: ClassVar[bool] = False
    """Whether a text is kept here, so that a command must be told from it word for word."""
    refuses_persons: ClassVar[bool] = False
    """Whether it asks again itself when a text points to a person."""
    writes: ClassVar[bool] = False
    """Whether a paper is made of what is typed here."""
    advises: ClassVar[bool] = False
    """Whether who asks for the advice here gets it at once, whatever is still open."""

    says_back: ClassVar[bool] = False
    """Whether what was understood is said back here, so that a "nee" is for that."""

    def show(self) -> Turn:
        """It is put on the screen."""
        return self.turn

    @property
    def to_keep(self) -> tuple[str, ...]:
        """What was told and is kept for papers after a yes here."""
        return ()

    @property
    def is_full(self) -> bool:
        """Whether ticks were set on it, and nothing is left to tick."""
        return False

    def comes_again(self) -> Turn | None:
        """What follows when something else was said, in place of the same screen once more."""
        return None

    @property
    def is_there(self) -> bool:
        """Whether the rules at hand have what this screen is about."""
        return True

    # --- commands

    def why(self) -> Turn:
        """The person asks why."""
        return self.turn.notice(wording.NOTHING_TO_EXPLAIN).again()

    def skip(self) -> Turn:
        """The person skips this."""
        return self.turn.again()

    def unknown(self) -> Turn:
        """The person does not know."""
        return self.turn.again()

    def yes(self) -> Turn:
        """The person agrees."""
        return self.turn.again()

    def no(self) -> Turn:
        """The person does not agree."""
        return self.turn.again()

    def back(self) -> Turn:
        """The person goes back: by default to the last question that was answered."""
        return project.taken_back(self.turn) if self.turn.state.project else self.leave()

    def leave(self) -> Turn:
        """The person goes on from here."""
        return self.turn.onward() if self.turn.state.project else self.turn.goto(Doors())

    # --- answers

    @property
    def question(self) -> Question | None:
        """The question that is on the screen, of whichever pack."""
        return None

    @property
    def chosen(self) -> Sequence[str]:
        """What was chosen of a multiple choice so far."""
        return self.at.picked

    def asks(self, key: AnswerKey) -> bool:
        """Whether a button with an answer to this key of one's own pack is meant for here."""
        return False

    def value(self, key: AnswerKey, option: str) -> str:
        """What a button with this answer chooses here."""
        return option

    @property
    def options_shown(self) -> Sequence[Option]:
        """What is on the screen to choose from."""
        return ()

    @property
    def ticked(self) -> str:
        """What has a tick, by its labels."""
        return ", ".join(one.label for one in self.options_shown if one.id in self.chosen)

    def toggled(self, value: str) -> tuple[str, ...]:
        """What has a tick once this one got one, or lost it."""
        others = tuple(one for one in self.chosen if one != value)
        return others if value in self.chosen else (*self.chosen, value)

    def marked(self, label: str, value: str) -> str:
        """The label of a value, with its tick when it has one."""
        return wording.TICKED.format(label=label) if value in self.chosen else label

    def ticks(self, value: str) -> bool:
        """Whether choosing this value only sets or takes away a tick."""
        return False

    def choose(self, value: str) -> Turn:
        """The person chose this value."""
        return self.turn.again()

    def at_once(self, values: Sequence[str]) -> Turn | None:
        """All that was ticked came as one; None where that is the same as one after the other."""
        return None

    def settle(self, answer: Answer) -> Turn:
        """The question on the screen is answered."""
        return self.turn.again()

    def doubt(self, answer: Answer) -> Turn:
        """The question on the screen is answered, but not for sure."""
        return self.turn.again()

    def told_by(self, book: AnswerBook) -> tuple[str, Turn] | None:
        """What a book of answers says to several questions at once, in words, and the turn after
        it; None where one or none is asked."""
        return None

    # --- texts

    def wants(self, text: str) -> bool:
        """Whether this text, no button and no command, is first of all meant for this screen."""
        return False

    def hear(self, text: str, understanding: Understanding) -> Turn | None:
        """The person typed this; None when it says nothing that is for this screen alone."""
        return None

    # --- the kind of project

    @property
    def kind_heard(self) -> str:
        """The kind of project that awaits a yes here; empty for none."""
        return ""

    @property
    def takes_kind(self) -> bool:
        """Whether the kind of project may be told here, along with what awaits a yes."""
        return False

    def with_kind(self, id: str) -> Turn:
        """Another kind of project than was heard, or none, awaits a yes."""
        return self.turn.again()

    def read(self, understanding: Understanding) -> Turn | None:
        """Answers were read from a text; None when they are not for this screen."""
        return None
