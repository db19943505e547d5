"""First aid for an evening: what to say, a plan by the clock from now, and when to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.rules.model.conditions import Condition
from bot.rules.model.pack import Pack
from bot.rules.model.situation import Evening, EveningKind
from bot.rules.query import Status

StatusOf: TypeAlias = Callable[[Condition], Status]
STEP = 5
"""Times are rounded to so many minutes."""
HURRY = 0.5
"""With less than this part of the time that is asked for, what can be spared is left out."""
CALLS = -60
"""Without a meeting what is done so many minutes before one, or earlier, is still of use."""
NO_MEETING = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Planned:
    """Something to do, and when."""

    when: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Tonight:
    """What to say, by kind, and the plan from now on. ``start``: when the meeting begins."""

    start: datetime | None
    plan: tuple[Planned, ...]
    texts: Mapping[EveningKind, tuple[str, ...]]

    def said(self, kind: EveningKind) -> tuple[str, ...]:
        """What there is to say of this kind."""
        return self.texts.get(kind, ())


def tonight(
    pack: Pack,
    status: StatusOf,
    now: datetime,
    start: datetime | None,
    opening: tuple[str, ...] = (),
    never: tuple[str, ...] = (),
) -> Tonight:
    """What first aid says at ``now`` of a meeting at ``start``; None: there is no meeting.

    ``opening`` and ``never``: what the kind of project adds.
    """
    told = [(one, text) for one in pack.evening if (text := _told(one, status))]
    texts: dict[EveningKind, tuple[str, ...]] = {}
    for one, text in told:
        texts[one.kind] = (*texts.get(one.kind, ()), text)
    texts["opening"] = (*texts.get("opening", ()), *opening)
    texts["never"] = (*texts.get("never", ()), *never)
    planned = [(one, text) for one, text in told if one.kind == "plan"]
    return Tonight(start, tuple(_plan(planned, now, start)), texts)


def _told(one: Evening, status: StatusOf) -> str:
    """A line where it holds; where nobody knows, in quotes after the question that goes first."""
    now = status(one.line.when)
    if now == "holds":
        return one.line.text
    asks = now == "open" and one.unless_known
    return f"{one.unless_known} “{one.line.text}”" if asks else ""


def _plan(
    lines: Iterable[tuple[Evening, str]], now: datetime, start: datetime | None
) -> Iterable[Planned]:
    """Every line at its time; before the start scaled to the time that is left."""
    lines = sorted(lines, key=lambda line: line[0].at)
    if start is None:
        lines = [line for line in lines if line[0].at <= CALLS and not line[0].spare]
        start = now + NO_MEETING
    left = (start - now) / timedelta(minutes=1)
    asked = -min((one.at for one, _ in lines), default=0)
    scale = min(1.0, left / asked) if asked else 1.0
    for one, text in lines:
        if one.at < 0 and (left <= 0 or (one.spare and scale < HURRY)):
            continue
        yield Planned(
            _rounded(start + timedelta(minutes=one.at * (scale if one.at < 0 else 1))), text
        )


def _rounded(when: datetime) -> datetime:
    minutes = round(when.minute / STEP) * STEP
    return when.replace(minute=0, second=0, microsecond=0) + timedelta(minutes=minutes)
