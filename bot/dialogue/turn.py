"""One turn in the making: what is at hand, the state so far, and the replies so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto
from functools import cached_property

from bot.advice.advice import advise
from bot.advice.card import Card
from bot.advice.make_card import Divided, make_card
from bot.dialogue import button_data
from bot.dialogue.commands import Command
from bot.dialogue.focus import Focus
from bot.dialogue.messages import Button, Calendar, Document, Picture, Reply, Say, Shape
from bot.dialogue.state import Project, State
from bot.rules.diagram.compile import Compiled
from bot.rules.model.book import AnswerBook, AnswerKey, split_key
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.questions.registry import kind_of
from bot.rules.translate import rooted
from bot.rules.world import seen_in
from bot.words.guards import Guards
from bot.words.names import question_name
from bot.words.told_days import ToldDay

MOST_LETTERS = 60


@dataclass(frozen=True)
class Shelf:
    """The packs that can be used, compiled, and what the operator set for the dialogue."""

    packs: Mapping[str, Compiled]
    default: str
    public_url: str = ""
    retention_days: int = 30
    titles: Mapping[str, str] = field(default_factory=dict)
    """Pack id -> title, known without loading the pack."""
    related: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Pack id -> the packs that it says it shares questions with; also known without loading."""
    guards: Guards = field(default_factory=Guards)
    """What is heard before anything else: danger to people."""
    doubts: Guards = field(default_factory=Guards)
    """What makes that something told is no fact, and what is said of it."""
    elsewhere: Guards = field(default_factory=Guards)
    """What is out of scope here, and where to go with it."""
    telegram_name: str = ""
    """What the bot is called on Telegram; empty when that is not known."""
    tried: Mapping[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    """(pack, form) -> how many chose it, and how many of them would again; only where many did."""
    asks_days: Guards = field(default_factory=Guards)
    """How people ask whether they are in time, and what is said where no day is known."""
    asks_project: Guards = field(default_factory=Guards)
    """How people ask about their own project, by kind of question."""

    def pack(self, id: str) -> Compiled:
        """The pack with this id, or the default one when it is gone."""
        return self.packs.get(id) or self.packs[self.default]

    def rooted(self, compiled: Compiled) -> Compiled:
        """A pack as if it were based on the pack where its line begins (see ``translate``)."""

        def find(id: str) -> Pack | None:
            found = self.packs.get(id)
            return found.pack if found else None

        pack = rooted(compiled.pack, find)
        return compiled if pack is compiled.pack else replace(compiled, pack=pack)


class Next(Enum):
    """What comes after what was said; ``way`` sees to it."""

    SHOW = auto()
    AGAIN = auto()
    ON = auto()
    HOME = auto()


@dataclass(frozen=True)
class Turn:
    """A turn. Handlers take one and give the next; nothing else changes."""

    shelf: Shelf
    state: State
    at: datetime
    id: str
    replies: tuple[Reply, ...] = field(default=())
    next: Next | None = None
    """What is still to be shown; nothing when what was said is enough."""
    shown: int = 0
    """How many replies there were when a screen was shown last."""
    leans_on: str = ""
    """The FAQ that was answered just before; empty when it was something else."""
    is_ticked: bool = False
    """Whether a tick was set or taken away on the message that was tapped: that is then changed."""
    code: str = ""
    """What nobody can guess, should the talk be carried on elsewhere."""
    days: tuple[ToldDay, ...] = ()
    """The days that the text of this turn tells, where they are news."""
    asks: bool = False
    """Whether the text of this turn has a question in it."""
    fits: Mapping[str, float] = field(default_factory=dict)
    """Of the lines that may be kept or printed in this turn, how surely others may read them."""

    # --- what is at hand

    @property
    def compiled(self) -> Compiled:
        """The compiled pack of the conversation, or of the project at hand as its world has it."""
        project = self.state.project
        if project is None:
            return self.shelf.pack(self.state.pack)
        return seen_in(self.shelf.pack(project.pack), project.situation)

    @property
    def pack(self) -> Pack:
        """The pack at hand."""
        return self.compiled.pack

    @property
    def project(self) -> Project:
        """The project at hand. Raises LookupError when there is none."""
        project = self.state.project
        if project is None:
            raise LookupError("there is no project at hand")
        return project

    @cached_property
    def card(self) -> Card:
        """The advice for the project at hand, worked out once."""
        return self.card_with(self.project.book)

    def card_with(self, book: AnswerBook) -> Card:
        """The advice for the project at hand with other answers."""
        own, project = self.project.overruled, self.project
        chosen = (own.form, own.reason) if own else None
        divided = Divided(project.divided, project.guessed, project.differs)
        advised = advise(self.compiled, book, project.situation)
        return make_card(self.compiled, advised, chosen, divided)

    @property
    def is_busy(self) -> bool:
        """Whether something was asked that still awaits its answer."""
        return self.state.focus.is_busy

    @property
    def is_advised(self) -> bool:
        """Whether there is a project at hand of which an advice was given."""
        return self.state.project is not None and self.state.project.given is not None

    @property
    def is_silent(self) -> bool:
        """Whether nothing was said yet."""
        return not any(
            isinstance(reply, Say | Document | Calendar | Picture) for reply in self.replies
        )

    # --- the next turn

    def with_state(self, state: State) -> Turn:
        """This turn with another state."""
        return replace(self, state=state)

    def focus(self, focus: Focus) -> Turn:
        """This turn, waiting for something else; nothing more is shown."""
        return self.with_state(self.state.focused(focus))

    def with_project(self, project: Project) -> Turn:
        """This turn with the project at hand changed."""
        return self.with_state(self.state.with_project(project))

    def reply(self, *replies: Reply) -> Turn:
        """This turn with replies added."""
        return replace(self, replies=(*self.replies, *replies))

    def say(
        self, text: str, *buttons: Button, shape: Shape = "text", key: str = "", typed: bool = False
    ) -> Turn:
        """This turn with a message added."""
        return self.reply(Say(text, tuple(buttons), shape, key, typed))

    def notice(self, text: str) -> Turn:
        """This turn with a message in passing."""
        return self.say(text, shape="notice")

    # --- what comes next

    def goto(self, focus: Focus) -> Turn:
        """To this screen."""
        return replace(self.focus(focus), next=Next.SHOW)

    def again(self) -> Turn:
        """Back to what was asked, once; nothing when nothing was."""
        return replace(self, next=Next.AGAIN)

    def onward(self) -> Turn:
        """To what still matters of the project at hand, or its advice."""
        return replace(self, next=Next.ON)

    def home(self) -> Turn:
        """To where a person is when nothing is asked: at the advice, or else at the doors."""
        return replace(self, next=Next.HOME)

    # --- buttons

    def command(self, label: str, command: Command, argument: str = "") -> Button:
        """A button that gives a command about the project at hand; a long label is shortened."""
        data = button_data.command_data(self.state.current, command, argument)
        return Button(shorten(label), data)

    def answer(self, key: AnswerKey, option: Option) -> Button:
        """A button that answers a question with an option."""
        return self.answer_value(key, option.id, option.label)

    def answer_value(self, key: AnswerKey, value: str, label: str) -> Button:
        """A button that answers a question with a value of the dialogue itself."""
        return Button(label, button_data.answer_data(self.pack, self.state.current, key, value))

    # --- names

    def question(self, key: AnswerKey) -> Question:
        """The question of an answer key. Raises KeyError."""
        return self.pack.question(split_key(key)[0])

    def is_asked(self, key: AnswerKey) -> bool:
        """Whether people answer this question; else it follows from something else."""
        return not kind_of(self.question(key)).is_derived

    def short(self, key: AnswerKey) -> str:
        """A question in a few words, with its part."""
        return question_name(self.pack, key)

    def listed(self, keys: Iterable[AnswerKey]) -> str:
        """Some questions within a sentence, which has an end of its own."""
        return ", ".join(self.short(key).rstrip("?") for key in keys)


def shorten(label: str) -> str:
    """A label that fits a button: cut between words, with an ellipsis."""
    if len(label) <= MOST_LETTERS:
        return label
    return label[: MOST_LETTERS - 1].rsplit(" ", 1)[0] + "…"
