"""The state of one person's conversation: a small immutable value (saved by ``state_versions``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.advice.plan import Plan
from bot.dialogue.focus import Doors, Focus
from bot.rules.model.book import AnswerBook, AnswerKey


@dataclass(frozen=True, slots=True)
class Overruled:
    """The person chose another form than the advice, and why."""

    form: str
    reason: str


@dataclass(frozen=True, slots=True)
class Given:
    """An advice that was given: a frozen snapshot of the outcomes per cell, and of the other
    advices of the pack (by ``@`` and their decision), and the ids of its points of attention.
    ``provisional``: questions were left."""

    version: str
    at: datetime
    outcomes: tuple[tuple[str, str], ...]
    points: tuple[str, ...] = ()
    provisional: bool = False

    def differs(self, later: Given) -> bool:
        """Whether a later advice says something else, as far as this one knows of it."""
        return self.outcomes != later.alike(self)

    def alike(self, earlier: Given) -> tuple[tuple[str, str], ...]:
        """The outcomes, without those of other advices where an earlier bot froze none."""
        if any(_is_beside(where) for where, _ in earlier.outcomes):
            return self.outcomes
        return tuple(each for each in self.outcomes if not _is_beside(each[0]))


def _is_beside(where: str) -> bool:
    return where.startswith("@")


@dataclass(frozen=True, slots=True)
class Project:
    """One project of the person. ``order`` holds the answer keys in the order of answering."""

    id: str
    name: str
    pack: str
    version: str
    book: AnswerBook = field(default_factory=AnswerBook)
    order: tuple[AnswerKey, ...] = ()
    divided: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()
    """Of those in ``divided``: taken for one piece because the person did not know."""
    differs: tuple[str, ...] = ()
    """The ids of the questions of which the person said that the answer differs by piece."""
    overruled: Overruled | None = None
    given: Given | None = None
    first: Given | None = None
    """The advice that was given as soon as what decides was known, while questions were left."""
    deeper: bool = False
    apart: bool = False
    """Whether the person wants each question by itself, none on a screen of ticks."""
    named: bool = False
    """Whether the person gave it its name."""
    situation: str | None = None
    """The id of the kind of project; empty when it is none of them, None when nobody asked."""
    plan: Plan = field(default_factory=Plan)
    """What the person told of its dates, and wanted to be kept."""
    ask_on: date | None = None
    """The day on which the person wants to be asked how it went."""
    words: Mapping[AnswerKey, str] = field(default_factory=dict)
    """Of an answer that was read from a text: the words that it came from."""
    told: tuple[tuple[str, str], ...] = ()
    """Sentences for the papers, with their topic, that the person wanted to be kept."""

    def with_book(
        self,
        book: AnswerBook,
        order: tuple[AnswerKey, ...],
        words: Mapping[AnswerKey, str] | None = None,
    ) -> Project:
        """This project with other answers, in this order; words without their answer go."""
        words = self.words if words is None else words
        kept = {key: said for key, said in words.items() if key in book.answers}
        return replace(self, book=book, order=order, words=kept)


@dataclass(frozen=True, slots=True)
class Undo:
    """A project as it was before it was begun again, and for how many turns it is still kept."""

    project: Project
    left: int

    def later(self) -> Undo | None:
        """What is left of it one turn later."""
        return replace(self, left=self.left - 1) if self.left > 1 else None


@dataclass(frozen=True, slots=True)
class State:
    """A conversation: its projects, the one at hand, and what is being waited for."""

    pack: str
    projects: tuple[Project, ...] = ()
    current: str = ""
    focus: Focus = field(default_factory=Doors)
    touched: datetime | None = None
    greeted: bool = False
    screen: tuple[tuple[str, str], ...] = ()
    """The buttons that were shown last (label, data): typed numbers and words work like them."""
    undo: Undo | None = None
    heard: Plan = field(default_factory=Plan)
    """Days that were told in a message, while a yes to them is awaited; no longer."""
    answered: str = ""
    """The FAQ that was answered in the last turn: "waar staat dat?" leans on it."""
    misses: int = 0
    """How many texts in a row were not understood."""
    tonight: str = ""
    """The day, or the start of the meeting, for which first aid was given last."""
    safe: str = ""
    """The day on which the person last said that nobody is in danger, and the id of that turn:
    doubt is not asked again that day."""
    doubted: str = ""
    """What was typed, while it is asked whether somebody is in danger; no longer."""
    threat: str = ""
    """The day on which was last said what to do about a threat."""

    @property
    def project(self) -> Project | None:
        """The project at hand."""
        return self.find(self.current)

    @property
    def pack_at_hand(self) -> str:
        """The id of the pack that a text is about: the other one while its question is asked."""
        return self.focus.other_pack or (self.project.pack if self.project else self.pack)

    @property
    def ask_on(self) -> date | None:
        """The first day on which the person wants to be asked how it went."""
        return min((one.ask_on for one in self.projects if one.ask_on), default=None)

    def find(self, id: str) -> Project | None:
        """The project with this id."""
        return next((project for project in self.projects if project.id == id), None)

    def with_project(self, project: Project) -> State:
        """This state with a project added or changed, and at hand."""
        if self.find(project.id) is None:
            projects = (*self.projects, project)
        else:
            projects = tuple(project if old.id == project.id else old for old in self.projects)
        return replace(self, projects=projects, current=project.id)

    def later(self) -> State:
        """This state at the next turn: what can be undone is kept for some turns only."""
        return replace(self, undo=self.undo.later()) if self.undo else self

    def focused(self, focus: Focus) -> State:
        """This state, waiting for something else."""
        return replace(self, focus=focus)
