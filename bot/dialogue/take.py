"""What may be taken along from a project without a turn: its papers, and its days. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.advice.slot_lines import Line, lines_of
from bot.dialogue import commands, way
from bot.dialogue.messages import Calendar, Document
from bot.dialogue.places import dates, own_lines, papers
from bot.dialogue.state import State
from bot.dialogue.turn import Shelf, Turn

NOTE = commands.NOTE.name
"""What the note is called among the papers."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to take along: papers by id and name, and of the dates that were kept the days
    (when, what, by which law) and what is too late."""

    papers: tuple[tuple[str, str], ...]
    days: tuple[Line, ...]
    late: tuple[Line, ...]
    has_words: bool
    """Whether there are words of the person that answers came from."""


def offered(shelf: Shelf, state: State, at: datetime) -> Offered | None:
    """What there is to take along; None without a project."""
    turn = _turn(shelf, state, at)
    if turn is None:
        return None
    facts = papers.facts(turn)
    named = tuple((kind.id, kind.name) for kind in turn.pack.papers)
    days, late = (lines_of(facts, name) or () for name in ("planning", "te_laat"))
    return Offered(named, days, late, bool(turn.project.words))


def paper(
    shelf: Shelf, state: State, at: datetime, *, id: str, with_words: bool = False
) -> Document | None:
    """A paper by its id, or the note (``with_words``: with those of the person); None: no such."""
    turn = _turn(shelf, state, at)
    if turn is None:
        return None
    if id == NOTE:
        return papers.made_note(turn, with_words=with_words)
    kind = turn.pack.paper(id)
    return papers.made(turn, kind, own_lines.at_hand(turn)) if kind else None


def calendar(shelf: Shelf, state: State, at: datetime) -> Calendar | None:
    """The days to come that follow from the dates that were kept; None when there are none."""
    turn = _turn(shelf, state, at)
    return dates.calendar_of(turn, turn.project.plan) if turn else None


def _turn(shelf: Shelf, state: State, at: datetime) -> Turn | None:
    return way.begun(Turn(shelf, state, at, "")) if state.project else None
