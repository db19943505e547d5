"""Replies of the conversation as a page shows them: messages, ticks, choices and papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bot.channels.web.prose import message
from bot.dialogue.button_data import is_answer
from bot.dialogue.look import Glance
from bot.dialogue.messages import Button, Calendar, Chosen, Document, Picture, Reply, Say, Shape


@dataclass(frozen=True, slots=True)
class Message:
    """A message with its buttons: what may be ticked together, the answers, what else may be done,
    and the pages that it opens."""

    html: Markup
    shape: Shape
    typed: bool
    ticks: tuple[Button, ...]
    answers: tuple[Button, ...]
    ways: tuple[Button, ...]
    links: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to download; ``number``: its place on the screen, ``kinds``: as which files."""

    number: int
    name: str
    caption: str
    kinds: tuple[str, ...] = ("docx", "md")


@dataclass(frozen=True, slots=True)
class Screen:
    """What stands on the page: what was chosen, then messages and papers in order."""

    chosen: tuple[str, ...]
    parts: tuple[Message | Paper | Picture, ...]

    @property
    def is_drawn(self) -> bool:
        """Whether the forms that are left are drawn here, so that they need not stand beside it."""
        return any(isinstance(part, Picture) for part in self.parts)

    @property
    def asked(self) -> str:
        """What is asked here, for the title of the page; empty when nothing is."""
        says = [part for part in self.parts if isinstance(part, Message)]
        return next((_first_line(part) for part in reversed(says) if part.shape == "question"), "")


def _first_line(part: Message) -> str:
    return part.html.split("</h2>")[0].striptags() if "<h2" in part.html else ""


def screen_of(replies: Sequence[Reply], glance: Glance | None) -> Screen:
    """The screen of these replies."""
    asks = glance.next.text if glance and glance.next else ""
    parts: list[Message | Paper | Picture] = []
    for number, reply in enumerate(replies):
        if isinstance(reply, Say):
            parts.append(_message(reply, asks))
        elif isinstance(reply, Document):
            parts.append(Paper(number, reply.name, reply.caption))
        elif isinstance(reply, Calendar):
            parts.append(Paper(number, reply.name, reply.caption, ("ics",)))
        elif isinstance(reply, Picture):
            parts.append(reply)
    chosen = tuple(reply.label for reply in replies if isinstance(reply, Chosen))
    return Screen(chosen, tuple(parts))


def _message(say: Say, asks: str) -> Message:
    taps = [button for button in say.buttons if button.data]
    answers = [button for button in taps if not button.ticks and is_answer(button.data)]
    return Message(
        html=message(say.text, asks if say.shape == "question" else ""),
        shape=say.shape,
        typed=say.typed,
        ticks=tuple(button for button in taps if button.ticks),
        answers=tuple(answers),
        ways=tuple(b for b in taps if not b.ticks and b not in answers),
        links=tuple(button for button in say.buttons if button.url),
    )
