"""The port to language understanding."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from bot.dialogue.messages import MAX_TEXT as MAX_TEXT
from bot.dialogue.messages import Understanding
from bot.language.traced import Traced
from bot.rules.model.pack import Pack

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Context:
    """What is at hand when a text comes in: the pack, the question that was asked, if any, and
    whether the text is a question that stands in a mail."""

    pack: Pack
    question: str | None = None
    in_mail: bool = False


def bounded(text: str) -> str:
    """A text of at most ``MAX_TEXT`` characters, one space between words, no empty lines.

    Long runs of white space would cost the reading of a text time by their square.
    """
    return traced(text).text


def traced(text: str) -> Traced:
    """The same, with where each letter stood in the text as it was typed."""
    tidy = Traced.of(text[:MAX_TEXT]).sub(_SPACE, lambda run: _gap(run[0]))
    return tidy.part(*_trimmed(tidy.text))


def _gap(run: str) -> str:
    return "\n" if len(f"-{run}-".splitlines()) > 1 else " "


def _trimmed(text: str) -> tuple[int, int]:
    start = len(text) - len(text.lstrip())
    return start, max(start, len(text.rstrip()))


class Understander(Protocol):
    """Turns a text into an understanding. May be called from several threads; never raises for
    a text: what can't be understood is ``onbekend``."""

    def understand(self, text: str, context: Context) -> Understanding:
        """What this text means here."""

    def status(self) -> str:
        """One Dutch line for a person: ready, warming up (with progress), or off."""

    def trouble(self) -> str:
        """What is wrong, with its cause and what helps, for who runs the bot; else empty."""

    def close(self) -> None:
        """Stop what runs."""
