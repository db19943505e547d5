"""The content of a pack that no rule looks at: forms, questions and answers, chapters, sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, Protocol

from bot.rules.model.conditions import ALWAYS, Condition
from bot.rules.model.line import Holds, Line, first_said, said

FormKind = Literal["form", "role", "first"]
FallbackWhen = Literal["until", "after"]
"""Whether a fallback is for the time being, or for when the first thing has been done."""


class Dated(Protocol):
    """What holds from one day to another, both included; None is unbounded."""

    @property
    def valid_from(self) -> date | None:
        """The first day."""

    @property
    def valid_to(self) -> date | None:
        """The last day."""


def is_valid_on(thing: Dated, on: date | None) -> bool:
    """Whether it holds on a day; without a day, everything does."""
    if on is None:
        return True
    started = thing.valid_from is None or thing.valid_from <= on
    return started and (thing.valid_to is None or on <= thing.valid_to)


@dataclass(frozen=True, slots=True)
class Method:
    """A way of working within a form, with when it fits and its legal side. It is named where
    ``holds`` certainly is true."""

    name: str
    when: str = ""
    when_not: str = ""
    legal: str = ""
    holds: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Form:
    """One form of collaboration in the palette, in the words that a person reads."""

    id: str
    headline: str
    name: str
    kind: FormKind = "form"
    fallback: str | None = None
    fallback_when: FallbackWhen = "until"
    also_called: tuple[str, ...] = ()
    explanation: str = ""
    fits: tuple[str, ...] = ()
    fits_not: tuple[str, ...] = ()
    owner: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    methods: tuple[Method, ...] = ()
    first_steps: tuple[str, ...] = ()
    promise: str = ""
    not_promise: str = ""
    council_first: str = ""
    feedback: str = ""
    evaluation: str = ""
    gains: str = ""
    pays: str = ""
    pitfalls: tuple[str, ...] = ()
    chapters: tuple[str, ...] = ()
    honest: str = ""
    sources: tuple[str, ...] = ()
    interpretation: str = ""
    formerly: tuple[str, ...] = ()
    lines: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)
    """Of each text above that has a condition somewhere: all that it can say. What stands in the
    field itself is said always, or otherwise."""

    def said(self, holds: Holds) -> Form:
        """The form with the sentences and methods that hold, and no others."""
        methods = tuple(one for one in self.methods if holds(one.holds))
        fields: dict[str, Any] = {"methods": methods} if methods != self.methods else {}
        for name, lines in self.lines.items():
            several = isinstance(getattr(self, name), tuple)
            texts = tuple(line.text for line in said(lines, self.id, holds))
            fields[name] = texts if several else first_said(lines, self.id, holds)
        return replace(self, **fields, lines={}) if fields else self


@dataclass(frozen=True, slots=True)
class Dropped:
    """A question, or one option of a question, that is there no more, and why."""

    question: str
    why: str
    option: str = ""


@dataclass(frozen=True, slots=True)
class DatedText:
    """A text with the days on which it is true (inclusive; None is unbounded)."""

    text: str
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Faq:
    """A frequently asked question; the answer on a day is the first that covers that day."""

    id: str
    question: str
    answers: tuple[DatedText, ...]
    phrasings: tuple[str, ...] = ()
    subject: str = ""
    legal: bool = False
    local: bool = False
    midway: bool = False
    """Whether people ask it in the middle of a talk about a project: it is told from other
    questions alone, so that it takes nothing from what else a text may mean."""
    related: tuple[str, ...] = ()
    chapters: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def answer_on(self, day: date | None) -> str | None:
        """The answer that is valid on a day; without a day the first; None when all expired."""
        return next((dated.text for dated in self.answers if is_valid_on(dated, day)), None)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read, and when."""

    id: str
    title: str
    url: str | None = None
    seen_on: date | None = None


@dataclass(frozen=True, slots=True)
class PaperText:
    """A paper to send, as an editor wrote it: Markdown with ``{slots}`` that an advice fills.

    ``name``: what it is called on a button. ``called``: phrases (``bot.words.guards``) by which
    people ask for it. ``wide``: its page lies on its side. ``quiet``: its text where people grieve,
    which is known by the phrases of ``quiet_for``.
    """

    id: str
    name: str
    text: str
    called: tuple[str, ...] = ()
    wide: bool = False
    sources: tuple[str, ...] = ()
    quiet: str = ""
    quiet_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnTopic:
    """Something of a project that only a person can tell, and that papers need.

    ``question``: how it is asked; ``gap``: what stands in a paper while it is not told. ``called``:
    the words before a colon that say a line is about this, the shown one first. ``cues``: phrases
    (``bot.words.guards``) by which a line without such a word is known to be about this.
    ``known_by``: slots that tell all of it; with all of those filled it is not asked. ``replaces``:
    slots that stay empty once a person told it: their own words go before ours. ``when``:
    where it is not true, there is nothing to tell. ``said``: what stands there where ``when``
    certainly holds and a person told nothing else.
    """

    id: str
    question: str
    gap: str
    called: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    known_by: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    said: str = ""
    when: Condition = ALWAYS
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a published framework comes from, and how completely it was seen.

    ``origin`` is first_hand (the organisation's own text), second_hand (as someone else copied it)
    or own; ``completeness`` is complete, partial, or criteria (without published rules).
    """

    organisation: str
    name: str
    origin: str
    completeness: str
    year: int | None = None
    explanation: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownFlaw:
    """A finding that a published framework really has: what kind, about which ids, and why."""

    kind: str
    about: tuple[str, ...]
    explanation: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SameAs:
    """That a question is the same as one of another pack.

    ``values`` gives for a value there the values here that it can mean; without any, a value means
    itself.
    """

    pack: str
    question: str
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Booklet:
    """Where the booklet of 2017 is about the same: the title of its chapter as it is printed, the
    page, and where it can be read, as far as those are known."""

    title: str
    page: int | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter of first aid: its headings in order, each with its Markdown text."""

    slug: str
    title: str
    when: str
    sections: tuple[tuple[str, str], ...]
    forms: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    checked_on: date | None = None
    booklet: Booklet | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to turn to in this municipality."""

    name: str
    channel: str = ""
