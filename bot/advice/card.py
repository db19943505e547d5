"""The card: an advice in words, as a value.

Whatever a channel, the note or a program shows of an advice stands here. It holds no markup, and
nothing that must be looked up; what a person may do next is named, and gets its button elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bot.advice.answer_lines import ToAsk, Told
from bot.advice.five_values import ValueTold
from bot.advice.situated import Situated
from bot.rules.model.answers import Answer
from bot.rules.model.book import AnswerKey
from bot.rules.model.content import Booklet, Form, Source
from bot.rules.model.ids import Outcome
from bot.words.phrases import capital

Certainty = Literal["certain", "likely", "guess"]
Action = Literal[
    "chapter", "why_not", "chairs", "order", "kind", "how", "papers", "overrule", "continue",
    "change",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rules:
    """Whose rules these are, as a ``sentence`` and as a ``line`` for a note; ``fired``: the ids of
    the rules that hold, whatever is still open."""

    pack: str
    title: str
    version: str
    sentence: str
    line: str
    fired: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Possible:
    """An outcome that is still possible, by its term, and its share (0 to 1) of what is left."""

    outcome: Outcome
    name: str
    share: float


@dataclass(frozen=True, slots=True)
class Fallback:
    """What to do for the time being, or ``after`` the first thing has been done."""

    headline: str
    after: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """What is advised for one piece of the project; ``possible``: the likeliest first.

    ``cell``, its ``name`` and those of its ``part`` and ``group`` are empty for the whole.
    ``headline``: what to do, with the term. ``duties``: the points that the law asks for there.
    """

    cell: str
    name: str
    part: str
    possible: tuple[Possible, ...]
    certainty: Certainty
    form: Form | None
    headline: str = ""
    at_least: bool = False
    fallback: Fallback | None = None
    is_main: bool = False
    group: str = ""
    duties: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """The likeliest outcome."""
        return self.possible[0].outcome

    @property
    def term(self) -> str:
        """The likeliest outcome, by its term."""
        return self.possible[0].name

    @property
    def others(self) -> tuple[str, ...]:
        """The terms of what else is possible."""
        return tuple(other.name for other in self.possible[1:])


@dataclass(frozen=True, slots=True)
class Track:
    """What another advice of the pack says: a track beside the main advice, certain by itself.

    ``id``: its decision. ``named``: whether the pack gives it a ``name`` of its own. ``because``:
    the reason of the rule that certainly decides; else empty.
    """

    id: str
    name: str
    named: bool
    piece: Piece
    because: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """What to mind, what to ``do`` about it and at which ``moment``; a ``duty`` is of the law.

    ``there``: the names of the pieces that it is about, where that is not the main one; of a duty,
    also where some groups do not have it. ``apology``: with what a letter begins because of it.
    """

    id: str
    text: str
    do: str = ""
    moment: str = ""
    duty: bool = False
    serious: bool = False
    urgent: bool = False
    there: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    apology: str = ""


@dataclass(frozen=True, slots=True)
class Informed:
    """Who hears it, at which ``moment``, and what to say then."""

    id: str
    who: str
    moment: str
    text: str

    @property
    def line(self) -> str:
        """All of it in one line: "Eerst: het personeel. Zij horen het van de wethouder."."""
        who = f"{capital(self.moment)}: {self.who}" if self.moment else self.who
        return f"{who.rstrip('.')}. {self.text}".strip()


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Other answers with which the advice is another: in words, and as ``answers`` to try it.

    ``name``: the other outcome by its term; ``deed``: what would then be done. ``maybe``: something
    is assumed besides. ``at_once``: it is what would come later anyway.
    """

    outcome: Outcome
    name: str
    deed: str
    changes: str
    maybe: bool = False
    at_once: bool = False
    answers: Mapping[AnswerKey, Answer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """The form that was chosen instead of the advice, and why."""

    form: Form
    reason: str


@dataclass(frozen=True, slots=True)
class ChapterLink:
    """A chapter of first aid that fits, and where the booklet of 2017 has it."""

    slug: str
    title: str
    booklet: Booklet | None = None


@dataclass(frozen=True, slots=True)
class Alike:
    """A worked case of the pack with this advice, and what a simple tool would have said."""

    title: str
    description: str
    simple_says: str


@dataclass(frozen=True, slots=True)
class Still:
    """What is still asked: about how many ``questions``, how many of them can change the form, and
    how many others can add a duty. ``unseen``: on which serious points still hang."""

    questions: int = 0
    form: int = 0
    duty: int = 0
    unseen: tuple[ToAsk, ...] = ()
    differs: tuple[ToAsk, ...] = ()
    """What is asked next of each piece, as its answer differs."""

    @property
    def can_tip(self) -> bool:
        """Whether the form may still change, or a serious point was not looked at."""
        return bool(self.form or self.unseen)


@dataclass(frozen=True, slots=True)
class Card:
    """An advice in words. ``ask_first``: too little is known for any form; ask this instead."""

    rules: Rules
    pieces: tuple[Piece, ...]
    tracks: tuple[Track, ...]
    """What is advised beside it, each on a track of its own."""
    track: str
    """What the main advice is called beside the others; empty without another track."""
    is_provisional: bool
    """Whether there are questions that the person may still answer."""
    rest_is_fixed: bool
    """Whether the advice is about one part, and the rest of the project lies fixed."""
    reasons: tuple[str, ...]
    because: str
    """The reason that the deciding rule itself gives; empty while another may still decide."""
    gap: str
    """Why these rules say nothing here, where that is known and no form fits."""
    points: tuple[Point, ...]
    """What to mind, the most pressing first."""
    order: tuple[Informed, ...]
    """Who hears it when, the first first."""
    on_leak: tuple[str, ...]
    """What to do when it leaks out before everybody heard it."""
    still: Still
    """What is still asked; nothing when the advice is complete."""
    steps: tuple[str, ...]
    """What to do this week; while the form may change or a serious point was not looked at,
    only what presses and what to find out."""
    presses: str
    """What to do before anything else; empty when nothing presses."""
    ask_first: tuple[ToAsk, ...]
    open: tuple[ToAsk, ...]
    """What was not known and could still settle the advice, what settles most first."""
    homework: tuple[ToAsk, ...]
    """Everything that was not known or skipped, in the order of the pack."""
    what_ifs: tuple[WhatIf, ...]
    """The nearest changes, the nearest first."""
    tip: WhatIf | None
    """The change that is told with the advice."""
    hinge: WhatIf | None
    """For an advice that is not certain: what settles the first open question on another form."""
    unshaken: bool
    """Whether no change of answers, facts apart, gives another outcome."""
    answers: tuple[Told, ...]
    empty_chairs: tuple[str, ...]
    """Who is not at the table yet, in the words of the answers."""
    chapters: tuple[ChapterLink, ...]
    sources: tuple[Source, ...]
    alike: tuple[Alike, ...]
    actions: tuple[Action, ...]
    outcomes: tuple[tuple[str, Outcome], ...] = ()
    """What each piece, and each other advice (``@besluit``), came to: by this it is frozen."""
    choice: Choice | None = None
    counted: tuple[str, ...] = ()
    """The points, where these rules count any, and from how many on what follows."""
    situated: Situated | None = None
    """What kind of project it is, where that is known."""
    values: tuple[ValueTold, ...] = ()
    """The five values; none where these rules say nothing of them."""
    clash: str = ""
    """Where two of those values clash."""
    assumed: tuple[str, ...] = ()
    """What was taken for true though nobody said it, and can change the advice: that the project is
    one piece."""

    @property
    def main(self) -> Piece:
        """The piece that stands first: the one with the most influence to give."""
        return next(piece for piece in self.pieces if piece.is_main)

    @property
    def form(self) -> Form | None:
        """The form that is advised for the main piece."""
        return self.main.form

    @property
    def followed(self) -> Form | None:
        """The form that was chosen, or else the one that is advised; none while it is too early to
        say."""
        if self.choice is not None:
            return self.choice.form
        return None if self.ask_first else self.form

    @property
    def promising(self) -> Form | None:
        """The form whose promise may be made already."""
        return None if self.must_wait else self.followed

    @property
    def is_certain(self) -> bool:
        """Whether every piece is settled."""
        return all(piece.certainty == "certain" for piece in self.pieces)

    @property
    def must_wait(self) -> bool:
        """Whether nothing may be done yet that can't be undone."""
        return self.is_provisional and self.still.can_tip

    @property
    def duties(self) -> tuple[Point, ...]:
        """The points that the law asks for."""
        return tuple(point for point in self.points if point.duty)
