"""The state of one person's conversation: a small immutable value, and its JSON form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from fractions import Fraction
from typing import Any, Literal

import msgspec

from bot.rules.model.answers import Answer, AnswerBook, AnswerKey

FocusKind = Literal[
    "doors",  # the three doors are on the screen
    "question",  # `key` is being asked
    "divide",  # `key` is a division: is the project one piece?
    "pause",  # much is unknown: a way out is offered before the next question
    "confirm",  # `pending` answers were read from a text and await a yes
    "meant",  # "bedoel je …?"
    "lens",  # questions are answered through other eyes
    "others",  # the pack in `eyes` looks at the project in `form`, and may ask `key`
    "pick",  # a pack is chosen; `form` is what is then done with it
    "overrule",  # a reason for another form is awaited
    "name",  # a name for the project is awaited
    "forget",  # a yes to deleting everything is awaited
    "advice",  # the advice was given
    "faq",  # a question of the person is awaited
    "resume",  # "verder of opnieuw?"
]


@dataclass(frozen=True, slots=True)
class Focus:
    """What the conversation is waiting for. Which fields count depends on ``kind``."""

    kind: FocusKind = "doors"
    key: AnswerKey = ""
    chosen: tuple[str, ...] = ()
    pending: tuple[tuple[AnswerKey, Answer], ...] = ()
    queue: tuple[AnswerKey, ...] = ()
    eyes: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Overruled:
    """The person chose another form than the advice, and why."""

    form: str
    reason: str


@dataclass(frozen=True, slots=True)
class Given:
    """An advice that was given: a frozen snapshot of the outcomes per cell."""

    version: str
    at: datetime
    outcomes: tuple[tuple[str, str], ...]


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
    overruled: Overruled | None = None
    given: Given | None = None
    deeper: bool = False
    named: bool = False
    """Whether the person gave it its name."""


@dataclass(frozen=True, slots=True)
class State:
    """A conversation: its projects, the one at hand, and what is being waited for."""

    pack: str
    projects: tuple[Project, ...] = ()
    current: str = ""
    focus: Focus = field(default_factory=Focus)
    touched: datetime | None = None
    greeted: bool = False
    screen: tuple[tuple[str, str], ...] = ()
    """The buttons that were shown last (label, data): typed numbers and words work like them."""

    @property
    def project(self) -> Project | None:
        """The project at hand."""
        return self.find(self.current)

    @property
    def pack_at_hand(self) -> str:
        """The id of the pack that a text is about: the other one while its question is asked."""
        if self.focus.kind == "others" and self.focus.key:
            return self.focus.eyes
        return self.project.pack if self.project else self.pack

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

    def focused(self, focus: Focus) -> State:
        """This state, waiting for something else."""
        return replace(self, focus=focus)


def to_json(state: State) -> str:
    """The state as JSON text."""
    return msgspec.json.encode(state, enc_hook=_encode, order="deterministic").decode()


def from_json(text: str) -> State:
    """The state from its JSON text. Raises msgspec.ValidationError when it is none."""
    return msgspec.json.decode(text, type=State, dec_hook=_decode)


def _encode(value: Any) -> Any:
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise NotImplementedError(type(value).__name__)


def _decode(kind: type, value: Any) -> Any:
    if kind is Fraction:
        return Fraction(value)
    raise NotImplementedError(kind.__name__)
