"""What a conversation waits for: one record a screen, with exactly what that screen needs.

What happens on a screen is in ``places``; here stands only what is remembered of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, TypeAlias

import msgspec

from bot.advice.plan import Plan
from bot.rules.model.answers import Answer
from bot.rules.model.book import AnswerKey

Seen: TypeAlias = tuple[tuple[AnswerKey, Answer], ...]
"""Answers that are not one's own (yet)."""
Words: TypeAlias = Mapping[AnswerKey, str]
"""The words of the person that some of those came from."""


class Anywhere(msgspec.Struct, frozen=True, tag_field="kind", omit_defaults=True):
    """What every record can be asked. A record with a ``key`` asks that question or division, and
    ``chosen`` of it so far."""

    waits: ClassVar[bool] = False
    """Whether it awaits an answer, also when no question is asked."""
    is_interview: ClassVar[bool] = False
    """Whether what is asked here is asked of the project itself."""
    is_start: ClassVar[bool] = False
    """Whether nothing has begun here."""
    is_once: ClassVar[bool] = False
    """Whether its question stands only until something else is said."""

    @property
    def asked(self) -> AnswerKey:
        """The question (or division) that is asked here; empty when none is."""
        return str(getattr(self, "key", ""))

    @property
    def first(self) -> AnswerKey:
        """The question (or division) that is asked here, or the first of several."""
        return self.asked

    @property
    def picked(self) -> tuple[str, ...]:
        """What was chosen of it so far."""
        return tuple(getattr(self, "chosen", ()))

    @property
    def is_busy(self) -> bool:
        """Whether something is asked that still awaits its answer, and comes again until then."""
        return self.waits or bool(self.asked)

    @property
    def other_pack(self) -> str:
        """The pack that a text is about here, when that is not the project's own; else empty."""
        return ""

    @property
    def keys_of(self) -> str:
        """The pack that its questions are of, when that is not the project's own; else empty."""
        return ""


class Doors(Anywhere, frozen=True, tag="doors"):
    """The doors are on the screen."""

    is_start = True


class Question(Anywhere, frozen=True, tag="question"):
    """A question about the project."""

    is_interview = True
    key: AnswerKey
    chosen: tuple[str, ...] = ()


class Divide(Anywhere, frozen=True, tag="divide"):
    """Whether the project is one piece; ``chosen`` are the pieces."""

    is_interview = True
    key: str
    chosen: tuple[str, ...] = ()


class Checklist(Anywhere, frozen=True, tag="checklist"):
    """Several questions (``keys``) on one screen, of which the person ticks what holds; ``chosen``
    are those answers, as ``question/option``."""

    waits = True
    is_interview = True
    keys: tuple[AnswerKey, ...]
    chosen: tuple[str, ...] = ()

    @property
    def first(self) -> AnswerKey:
        """The first of its questions."""
        return self.keys[0]


class Pause(Anywhere, frozen=True, tag="pause"):
    """Much is unknown: a way out is offered before the next question."""

    waits = True


class Confirm(Anywhere, frozen=True, tag="confirm"):
    """Answers were read from a text, and await a yes. ``key`` is asked when one was wrong."""

    waits = True
    pending: Seen
    situation: str = ""
    """The kind of project that the text told of; empty for none."""
    words: Words = {}
    key: AnswerKey = ""
    chosen: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    """What the text tells beside them: kept for the papers with the same yes."""


class Clash(Anywhere, frozen=True, tag="clash"):
    """Of what was read, the answer to ``key`` is not what was said before: which one is right?"""

    waits = True
    pending: Seen
    key: AnswerKey
    words: Words = {}
    situation: str = ""
    also: tuple[str, ...] = ()
    """What the text tells beside them: that comes after the choice."""


class Lens(Anywhere, frozen=True, tag="lens"):
    """Questions through other eyes: ``key`` is asked, ``queue`` follows, ``seen`` was answered.

    With all answered, ``key`` is empty and the comparison is on the screen.
    """

    waits = True
    eyes: str
    key: AnswerKey = ""
    queue: tuple[AnswerKey, ...] = ()
    seen: Seen = ()


class Others(Anywhere, frozen=True, tag="others"):
    """Another pack looks at a project: it asks ``key``, and ``seen`` was answered to it.

    With nothing left to ask, ``key`` is empty and what it says is on the screen.
    """

    pack: str
    project: str
    key: str = ""
    chosen: tuple[str, ...] = ()
    seen: Seen = ()

    @property
    def other_pack(self) -> str:
        """That pack, while it asks something."""
        return self.pack if self.key else ""

    @property
    def keys_of(self) -> str:
        """That pack."""
        return self.pack


class Pick(Anywhere, frozen=True, tag="pick"):
    """Packs to choose from: to work with, or to lay ``beside`` the advice."""

    beside: bool = False


class Overrule(Anywhere, frozen=True, tag="overrule"):
    """A reason for this other form is awaited."""

    form: str


class Name(Anywhere, frozen=True, tag="name"):
    """A name for the project is awaited."""


class Dates(Anywhere, frozen=True, tag="dates"):
    """Dates of the project are told: what ``asks`` says is awaited. With nothing left to ask it is
    empty, and what follows from the ``plan`` is on the screen."""

    asks: str = ""
    plan: Plan = Plan()

    @property
    def is_busy(self) -> bool:
        """Whether a day, or what it is about, is awaited."""
        return bool(self.asks)


class OwnLines(Anywhere, frozen=True, tag="own_lines"):
    """What must be in ``papers`` is awaited, or was told: sentences with their topic. Once ``made``
    it may still be told better; it is kept no longer than this is on the screen. ``out``: which of
    those lines stay out, by their place; ``choosing``: each has a button for that."""

    papers: tuple[str, ...]
    told: tuple[tuple[str, str], ...] = ()
    made: bool = False
    out: tuple[int, ...] = ()
    choosing: bool = False

    @property
    def is_busy(self) -> bool:
        """Whether it is awaited."""
        return not self.made


class KeepLine(Anywhere, frozen=True, tag="keep_line"):
    """A yes to keeping this ``text`` for the papers is awaited. ``maybe``: what it may mean beside
    that, as ``kind/id``; ``busy``: something was asked before it."""

    is_once = True
    text: str
    maybe: tuple[str, ...] = ()
    busy: bool = False

    @property
    def is_busy(self) -> bool:
        """As long as what was asked before it waits."""
        return self.busy


class HeardDays(Anywhere, frozen=True, tag="heard_days"):
    """A yes to reckoning with the days that were heard is awaited."""

    is_once = True


class Forget(Anywhere, frozen=True, tag="forget"):
    """A yes to deleting everything is awaited."""

    is_once = True


class Restart(Anywhere, frozen=True, tag="restart"):
    """A yes to beginning the project at hand again is awaited."""

    is_once = True


class Liken(Anywhere, frozen=True, tag="liken"):
    """What kind of project it is, is asked: a ``page`` of the list, or which kind ``of`` that."""

    waits = True
    page: int = 0
    of: str = ""


class Tell(Anywhere, frozen=True, tag="tell"):
    """What an editor should know is awaited: what was missing in the answer to the FAQ ``about``,
    or what was not understood."""

    about: str = ""


class Went(Anywhere, frozen=True, tag="went"):
    """Weeks later: which form was chosen is asked, and of that ``form`` whether again."""

    waits = True
    form: str = ""


class Lesson(Anywhere, frozen=True, tag="lesson"):
    """One lesson is asked about a ``form``; a typed ``text`` awaits a yes."""

    waits = True
    form: str
    again: str
    text: str = ""


class Advice(Anywhere, frozen=True, tag="advice"):
    """The advice was given."""


class Faq(Anywhere, frozen=True, tag="faq"):
    """A question of the person is awaited."""


class Resume(Anywhere, frozen=True, tag="resume"):
    """ "Verder of opnieuw?" """


Focus: TypeAlias = (
    Doors
    | Question
    | Divide
    | Checklist
    | Pause
    | Confirm
    | Clash
    | Lens
    | Others
    | Pick
    | Overrule
    | Name
    | Dates
    | OwnLines
    | KeepLine
    | HeardDays
    | Forget
    | Restart
    | Liken
    | Tell
    | Went
    | Lesson
    | Advice
    | Faq
    | Resume
)
