"""The vocabulary of a conversation: events go in, replies come out. One frozen value each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, TypeAlias

from bot.advice.picture import Bar, Owned
from bot.words.evidence import Evidence

Kind = Literal["vraag", "antwoord", "opdracht", "beschrijving", "onbekend"]
"""What a text is: a question of the person, an answer, a command, a description, or unknown."""
TELLING: tuple[Kind, ...] = ("antwoord", "beschrijving")
"""The kinds of text that tell something of the project."""

MAX_TEXT = 2000
"""Longer texts are cut before they are understood (characters)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to understand a text. ``id`` is a FAQ id, ``vraag.optie``, or a command."""

    kind: Kind
    id: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Alarm:
    """A kind of danger to people that the language model hears, and how surely (0 to 1)."""

    kind: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was understood of a free text.

    ``answers`` holds (question id, values) pairs that were read from it. ``ready`` is False while
    the language model is still warming up (then only labels, numbers and commands are known), and
    ``off`` is True when it will not come by itself.
    ``sure`` says whether ``kind`` and ``id`` may be acted upon without asking "bedoel je …?".
    """

    kind: Kind = "onbekend"
    id: str = ""
    confidence: float = 0.0
    candidates: tuple[Candidate, ...] = ()
    answers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sure: bool = False
    ready: bool = True
    off: bool = False
    argument: str = ""
    """What a command is about: a project's name, whose eyes. Empty when that was not said."""
    literal: bool = False
    """Whether it is the open question's own number, label or "ja", word for word."""
    lent: bool = False
    """Whether only the open question gave the text its meaning: that is asked back."""
    corrects: bool = False
    """Whether the person says that something was not right ("nee, …")."""
    evidence: tuple[tuple[str, Evidence], ...] = ()
    """Question id -> the words that its answer came from."""
    plain: tuple[str, ...] = ()
    """The questions whose answers the text says literally, by a phrase and not by a model."""
    unplaced: tuple[str, ...] = ()
    """Clauses beside those answers from which nothing was read, as they may be shown."""
    faqs: tuple[Candidate, ...] = ()
    """The questions of the pack that it may be, if it is one: each with its share, best first."""
    doubted: str = ""
    """Why an answer that was read is no fact: the kind of doubt that its clause has; else empty."""
    alarm: Alarm | None = None
    """The danger that the model hears in it, if any."""
    fit: float | None = None
    """How surely those whom a project is about may read it as it stands (0 to 1); None when nobody
    can say."""

    @property
    def is_unclear(self) -> bool:
        """Whether nothing may be acted upon."""
        return not self.sure and not self.answers


@dataclass(frozen=True, slots=True)
class Started:
    """The person opened the conversation; ``payload`` comes from a deep link."""

    payload: str = ""


@dataclass(frozen=True, slots=True)
class Tapped:
    """The person tapped a button: its ``data`` as it was sent (at most 64 bytes)."""

    data: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a message: as it was put, what is asked in it, and what was understood."""

    text: str
    bare: str
    understanding: Understanding = field(default_factory=Understanding)


@dataclass(frozen=True, slots=True)
class Said:
    """The person wrote a text, what was understood of it, and which danger to people it tells of
    (empty: none; ``in_doubt``: only perhaps, and then what was understood is there too).

    ``asked`` has its questions when they are several or stand beside something else, and ``told``
    what was understood of the rest; ``is_mail``: it has the shape of a mail; ``asks``: there is a
    question in it.
    """

    text: str
    understanding: Understanding = field(default_factory=Understanding)
    danger: str = ""
    in_doubt: bool = False
    asked: tuple[Asked, ...] = ()
    told: Understanding = field(default_factory=Understanding)
    is_mail: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Ticked:
    """The person ticked some buttons (their ``data``) and was done: one answer at once."""

    data: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """It is time to ask what the person wanted to be asked."""


Happening: TypeAlias = "Started | Tapped | Ticked | Said | Due"


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, when (aware, UTC) and under which random id (for names of new projects).

    ``code``: what nobody can guess, should the talk be carried on elsewhere. ``fits``: of lines
    that may be kept or printed now, how surely others may read them (0 to 1).
    """

    what: Happening
    at: datetime
    id: str
    code: str = ""
    fits: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Button:
    """A button: its label, and the stateless data that comes back; or a page that it opens.

    ``ticks``: it may be chosen beside others of its message, which a channel may send as one; of
    those with the same ``one_of`` only one.
    """

    label: str
    data: str = ""
    url: str = ""
    ticks: bool = False
    one_of: str = ""


Shape = Literal["question", "advice", "text", "notice"]


@dataclass(frozen=True, slots=True)
class Say:
    """A message. ``text`` is plain text in which ``**…**`` marks bold and nothing else is markup.

    ``shape`` says what it is, so that a channel may style it and a test may measure it.
    ``key`` names the question that its buttons answer: a channel collapses them after a tap.
    ``typed``: the answer is typed, so that a number is an answer and never means a button.
    ``instead``: it comes in the place of the message whose button was tapped, of which only the
    buttons changed; a channel that can't change a message shows the buttons anew.
    """

    text: str
    buttons: tuple[Button, ...] = ()
    shape: Shape = "text"
    key: str = ""
    typed: bool = False
    instead: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document to hand over: Markdown text under a file name without extension. ``wide``: on a
    page that lies on its side."""

    name: str
    markdown: str
    caption: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A day in a calendar, with a title and what to do."""

    day: date
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days to put in one's calendar, under a file name without extension; ``made``: when."""

    name: str
    entries: tuple[Entry, ...]
    made: datetime
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is still possible, to draw under a file name without extension: a title, a ladder of
    bars, and whose the work is. ``told`` says the same in words."""

    name: str
    title: str
    bars: tuple[Bar, ...]
    owned: tuple[Owned, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """The tapped message must now show what was chosen, without its buttons."""

    label: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Everything kept about this person must be deleted, after the replies were sent."""


@dataclass(frozen=True, slots=True)
class Noted:
    """Something for an editor, of this kind, about that; it is sent to nobody. What a person left
    on purpose has a ``text``; without one it is only counted."""

    kind: str
    about: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Pass:
    """A code by which this talk can be carried on elsewhere for a while, once; it is sent to nobody
    by itself. ``is_spent``: it was used here, and works no more."""

    code: str
    is_spent: bool = False


@dataclass(frozen=True, slots=True)
class HowItWent:
    """How it went with a project of this pack: the form that was chosen, and whether they would do
    so again ("weer_ja", "weer_nee" or "weer_open"). It is sent to nobody."""

    project: str
    pack: str
    form: str
    again: str


Reply: TypeAlias = (
    "Say | Document | Calendar | Picture | Chosen | Forgotten | Noted | Pass | HowItWent"
)
