"""What a conversation waits for: one record a screen, with exactly what that screen needs.

What happens on a screen is in ``places``; here stands only what is remembered of it.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from bot.rules.model.answers import Answer, AnswerKey


class Anywhere(msgspec.Struct, frozen=True, tag_field="kind", omit_defaults=True):
    """What every record can be asked; the answers here are those of a screen that asks nothing."""

    @property
    def asked(self) -> AnswerKey:
        """The question (or division) that is asked here; empty when none is."""
        return ""

    @property
    def other_pack(self) -> str:
        """The pack that a text is about here, when that is not the project's own; else empty."""
        return ""

    @property
    def is_busy(self) -> bool:
        """Whether something is asked that still awaits its answer, and comes again until then."""
        return False

    @property
    def is_start(self) -> bool:
        """Whether nothing has begun here."""
        return False


class _Busy(Anywhere, frozen=True):
    """A screen that awaits an answer."""

    @property
    def is_busy(self) -> bool:
        """It does."""
        return True


class Doors(Anywhere, frozen=True, tag="doors"):
    """The doors are on the screen."""

    @property
    def is_start(self) -> bool:
        """Whoever stands here can still go anywhere."""
        return True


class Question(_Busy, frozen=True, tag="question"):
    """A question about the project; ``chosen`` so far, of a multiple choice."""

    key: AnswerKey
    chosen: tuple[str, ...] = ()

    @property
    def asked(self) -> AnswerKey:
        """This question."""
        return self.key


class Divide(_Busy, frozen=True, tag="divide"):
    """Whether the project is one piece; ``chosen`` are the pieces that were picked so far."""

    key: str
    chosen: tuple[str, ...] = ()

    @property
    def asked(self) -> AnswerKey:
        """This division."""
        return self.key


class Pause(_Busy, frozen=True, tag="pause"):
    """Much is unknown: a way out is offered before the next question."""


class Confirm(_Busy, frozen=True, tag="confirm"):
    """Answers were read from a text, and await a yes."""

    pending: tuple[tuple[AnswerKey, Answer], ...]


class Lens(_Busy, frozen=True, tag="lens"):
    """Questions through other eyes: ``key`` is asked, ``queue`` follows, ``seen`` was answered.

    With all answered, ``key`` is empty and the comparison is on the screen.
    """

    eyes: str
    key: AnswerKey = ""
    queue: tuple[AnswerKey, ...] = ()
    seen: tuple[tuple[AnswerKey, Answer], ...] = ()

    @property
    def asked(self) -> AnswerKey:
        """The question through these eyes."""
        return self.key


class Others(Anywhere, frozen=True, tag="others"):
    """Another pack looks at a project: it asks ``key``, and ``seen`` was answered to it.

    With nothing left to ask, ``key`` is empty and what it says is on the screen.
    """

    pack: str
    project: str
    key: str = ""
    chosen: tuple[str, ...] = ()
    seen: tuple[tuple[str, Answer], ...] = ()

    @property
    def asked(self) -> AnswerKey:
        """The question of the other pack."""
        return self.key

    @property
    def other_pack(self) -> str:
        """That pack, while it asks something."""
        return self.pack if self.key else ""

    @property
    def is_busy(self) -> bool:
        """While it asks something."""
        return bool(self.key)


class Pick(Anywhere, frozen=True, tag="pick"):
    """Packs to choose from: to work with, or to lay ``beside`` the advice."""

    beside: bool = False


class Overrule(Anywhere, frozen=True, tag="overrule"):
    """A reason for this other form is awaited."""

    form: str


class Name(Anywhere, frozen=True, tag="name"):
    """A name for the project is awaited."""


class Forget(Anywhere, frozen=True, tag="forget"):
    """A yes to deleting everything is awaited."""


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
    | Pause
    | Confirm
    | Lens
    | Others
    | Pick
    | Overrule
    | Name
    | Forget
    | Advice
    | Faq
    | Resume
)
