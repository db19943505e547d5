"""What kind of project it is (a situation), the evening itself, and the five values: as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Literal

from bot.rules.model.conditions import ALWAYS, Condition
from bot.rules.model.content import Method
from bot.rules.model.line import Line

Moment = Literal["tonight", "week", "before", "after"]
"""When a step is done: tonight, this week, before the decision, after it."""


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """An answer to the first question of a situation: what to do then (``text``), and what it
    answers of the pack's own questions (``sets``: question id -> values)."""

    label: str
    text: str = ""
    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FirstQuestion:
    """What to ask in the first minute; without ``answers`` it is for the person to find out."""

    text: str
    why: str = ""
    answers: tuple[FirstAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class Hour:
    """Who hears it at which ``time`` of one day, and what to say then."""

    time: str
    line: Line
    say: str = ""


@dataclass(frozen=True, slots=True)
class Practice:
    """What happened somewhere, as a source tells it."""

    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """A kind of project, with what is special about it and what to do, by moment.

    ``cues``: what people say of such a project. It is offered unless ``when`` is denied. ``of``:
    the kind that this is a narrower one of, from which it has what it does not say itself.

    In its world (``bot.rules.world``) ``words`` take the place of words of the pack; what has an
    id or a role of ``without`` is not there; and with ``methods`` only those are.
    """

    id: str
    name: str
    when: Condition = ALWAYS
    cues: tuple[str, ...] = ()
    first: FirstQuestion | None = None
    special: tuple[Line, ...] = ()
    order: tuple[Hour, ...] = ()
    on_leak: str = ""
    steps: Mapping[Moment, tuple[Line, ...]] = field(default_factory=dict)
    promise: tuple[Line, ...] = ()
    opening: tuple[Line, ...] = ()
    never: tuple[Line, ...] = ()
    council: tuple[Line, ...] = ()
    good: Practice | None = None
    bad: Practice | None = None
    sources: tuple[str, ...] = ()
    of: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    methods: tuple[Method, ...] = ()
    not_about: tuple[str, ...] = ()
    """Subjects of questions whose answers are about other law than that of this kind."""

    @property
    def lines(self) -> Iterator[Line]:
        """Every sentence of it that may be bound to a condition."""
        yield from (hour.line for hour in self.order)
        for lines in (*self.steps.values(), self.special, self.promise, self.opening):
            yield from lines
        yield from (*self.never, *self.council)


def narrowed(kinds: Iterable[Situation]) -> tuple[Situation, ...]:
    """The kinds, each narrower one with what it takes from the kind that it is one of."""
    every = tuple(kinds)
    wide = {one.id: one for one in every}
    return tuple(_narrowed(wide[one.of], one) if one.of in wide else one for one in every)


def _narrowed(wide: Situation, one: Situation) -> Situation:
    """What is not said, is taken; of the steps those of each moment. By the cues of the wide kind
    that one is heard."""
    own = {each.name for each in fields(one) if getattr(one, each.name)} - {"when", "steps"}
    own.add("cues")
    taken = {each.name: getattr(one, each.name) for each in fields(one) if each.name in own}
    when = wide.when if one.when == ALWAYS else one.when
    steps = {moment: one.steps.get(moment) or lines for moment, lines in wide.steps.items()}
    return replace(wide, **taken, when=when, steps=steps)


VALUES = ("inclusie", "invloed", "eigenaarschap", "deliberatie", "legitimiteit")
CLASH = "botsing"
"""What stands in the place of a value where two of them clash."""

EveningKind = Literal["opening", "plan", "role", "safe", "stop", "objection", "never", "morning"]


@dataclass(frozen=True, slots=True)
class Evening:
    """A line of first aid: what to say and do when people are angry or a meeting is near.

    ``at``: minutes from the start of the meeting, for a line of the plan. ``spare``: left out when
    little time is left. ``unless_known``: the question that goes before it while nobody knows
    whether it holds.
    """

    id: str
    kind: EveningKind
    line: Line
    at: int = 0
    spare: bool = False
    unless_known: str = ""


@dataclass(frozen=True, slots=True)
class ValueLine:
    """What answers say of one of the five values (``value``; ``clash``: where two of them clash).
    Of those that hold the first counts."""

    id: str
    value: str
    line: Line
    is_good: bool = False


@dataclass(frozen=True, slots=True)
class Denial:
    """Words that no sentence may hold where ``when`` holds, because they contradict it."""

    id: str
    when: Condition
    words: tuple[str, ...]
    why: str
