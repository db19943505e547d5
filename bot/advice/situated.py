"""What kind of project it is, in words: of a situation only what holds for these answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.rules.diagram.compile import Compiled
from bot.rules.model.book import GROUP, AnswerBook, Cell, cell_answers
from bot.rules.model.conditions import Condition
from bot.rules.model.content import Source
from bot.rules.model.line import Holds, Line, first_said, said
from bot.rules.model.pack import Pack
from bot.rules.model.situation import FirstQuestion, Hour, Moment, Practice, Situation
from bot.rules.query import saying_status

RESIDENT = "bewoner"
"""Whom a letter greets, where a kind of project has no other word for it."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Who hears it at which ``time`` of the day, and what to say then."""

    time: str
    who: str
    say: str = ""


@dataclass(frozen=True, slots=True)
class Situated:
    """A situation with the sentences that are said here. ``steps``: what to do, by moment.
    ``greeted``: whom a letter greets; empty where that is a resident."""

    id: str
    name: str
    first: FirstQuestion | None = None
    special: tuple[str, ...] = ()
    hours: tuple[Heard, ...] = ()
    on_leak: str = ""
    steps: Mapping[Moment, tuple[str, ...]] = field(default_factory=dict)
    promise: str = ""
    opening: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    council: tuple[str, ...] = ()
    good: Practice | None = None
    bad: Practice | None = None
    sources: tuple[Source, ...] = ()
    greeted: str = ""


def certainly(compiled: Compiled, book: AnswerBook, cell: Cell) -> Holds:
    """Tells of a condition whether it certainly holds for this piece of the project."""
    answers = cell_answers(compiled.pack, book, cell)

    def holds(condition: Condition) -> bool:
        return saying_status(compiled, answers, condition) == "holds"

    return holds


def situated(
    pack: Pack, situation: Situation, form: str, groups: tuple[str, ...], holds: Holds
) -> Situated:
    """A situation with this form as the advice, for a project that has these groups."""

    def told(lines: Iterable[Line]) -> tuple[str, ...]:
        return tuple(_told(pack, line, groups) for line in _meant(lines, groups, form, holds))

    return Situated(
        situation.id,
        situation.name,
        situation.first,
        told(situation.special),
        tuple(_heard(hour) for hour in situation.order if hour.line.fits(form, holds)),
        situation.on_leak,
        {moment: told(lines) for moment, lines in situation.steps.items()},
        first_said(situation.promise, form, holds),
        told(situation.opening),
        told(situation.never),
        told(situation.council),
        situation.good,
        situation.bad,
        tuple(_sources(pack, situation, form, holds)),
        situation.words.get(RESIDENT, ""),
    )


def _meant(
    lines: Iterable[Line], groups: tuple[str, ...], form: str, holds: Holds
) -> Iterable[Line]:
    """The lines that are said; in a project with groups none for a group that it does not have."""
    return (x for x in said(lines, form, holds) if not x.group or not groups or x.group in groups)


def _told(pack: Pack, line: Line, groups: tuple[str, ...]) -> str:
    """A line; one for a group of a divided project names that group."""
    division = pack.division(GROUP)
    if not line.group or not groups or division is None:
        return line.text
    label = next(option.label for option in division.options if option.id == line.group)
    return f"{label}: {line.text}"


def _heard(hour: Hour) -> Heard:
    return Heard(hour.time, hour.line.text, hour.say)


def _sources(pack: Pack, situation: Situation, form: str, holds: Holds) -> Iterable[Source]:
    """Where what is said was read, each once."""
    lines = [line for line in situation.lines if line.fits(form, holds)]
    practices = [one.sources for one in (situation.good, situation.bad) if one]
    named = (
        *situation.sources,
        *(id for line in lines for id in line.sources),
        *sum(practices, ()),
    )
    for id in dict.fromkeys(named):
        if source := pack.source(id):
            yield source
