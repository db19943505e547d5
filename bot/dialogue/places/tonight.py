"""First aid: a meeting within a day, or angry people now. The words and the plan come first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.advice.evening import StatusOf, Tonight, tonight
from bot.dialogue import commands, wording
from bot.dialogue.messages import Button
from bot.dialogue.places import wording as said
from bot.dialogue.turn import Turn
from bot.rules.model.book import AnswerBook, cell_answers
from bot.rules.model.conditions import Condition
from bot.rules.model.situation import EveningKind
from bot.rules.query import Status, saying_status
from bot.words.soon import Soon

USUAL = 19 * 60 + 30
"""When an evening begins when nobody says so, in minutes after midnight."""
STARTS = (18 * 60 + 30, 19 * 60, 19 * 60 + 30, 20 * 60, 20 * 60 + 30)
LATE = timedelta(minutes=30)
QUARTER = 15
CHAPTERS = ("boze_bewoners", "pers_belt", "te_veel_beloofd")
SHORT = 3
"""How many of what comes next are told to who saw the plan before."""


def help_now(turn: Turn) -> Turn:
    """Angry people, and nothing known of a meeting."""
    return begin(turn, Soon(meeting=False))


def in_anger(turn: Turn) -> Turn:
    """Anger, and nothing that is near: the words to begin with, and no plan by the clock."""
    told = _tonight(turn, None)
    if not told.plan:
        return _shown(turn, None)
    return turn.say(_opening(told), *_ways(turn, told))


def begin(turn: Turn, near: Soon) -> Turn:
    """What is near: the words and the plan at once; to who had them already what comes next."""
    if not turn.pack.evening:
        return _shown(turn, None)
    if is_known(turn, near):
        return again(turn)
    start = _start(turn.at, near)
    return _shown(turn.with_state(replace(turn.state, tonight=_mark(turn, start))), start)


def is_known(turn: Turn, near: Soon) -> bool:
    """Whether the plan for what is near was given already."""
    kept, mark = turn.state.tonight, _mark(turn, _start(turn.at, near))
    return kept == mark or (kept[:10] == mark[:10] and not near.meeting)


def _mark(turn: Turn, start: datetime | None) -> str:
    """What is remembered of a plan: when it begins, or else its day."""
    return start.isoformat() if start else turn.at.date().isoformat()


def at_time(turn: Turn, argument: str) -> Turn:
    """It begins at another time: minutes after midnight, with a + for tomorrow."""
    minutes = argument.rstrip("+")
    if not minutes.isdecimal():
        return ask_time(turn)
    return begin(turn, Soon(meeting=True, days=argument.endswith("+"), clock=int(minutes)))


def ask_time(turn: Turn) -> Turn:
    """When it begins, tonight or tomorrow."""
    buttons = [turn.command(_clock(start), commands.STARTS_AT, str(start)) for start in STARTS]
    buttons.append(turn.command(said.TOMORROW_EVENING, commands.STARTS_AT, f"{USUAL}+"))
    return turn.say(said.WHEN_STARTS, *buttons)


def again(turn: Turn) -> Turn:
    """Who asks again gets what comes next, and not the same once more."""
    told = _tonight(turn, _kept(turn))
    coming = [one for one in told.plan if one.when >= turn.at][:SHORT]
    lines = [f"{one.when:%H:%M}  {one.text}" for one in coming] or list(told.said("morning"))
    return turn.say("\n".join((said.TONIGHT_NEXT, *lines)), *_ways(turn, told))


def _kept(turn: Turn) -> datetime | None:
    kept = turn.state.tonight
    return datetime.fromisoformat(kept) if "T" in kept else None


def _shown(turn: Turn, start: datetime | None) -> Turn:
    told = _tonight(turn, start)
    if not told.plan:
        return turn.say(wording.FIRST_AID).say(wording.FIRST_AID_NEXT, *_ways(turn, told))
    turn = turn.say("\n".join((_opening(told), *_own(turn), "", *_plan(turn, told))))
    rules: tuple[tuple[str, EveningKind], ...] = (
        (said.TONIGHT_ROLES, "role"),
        (said.TONIGHT_SAFE, "safe"),
        (said.TONIGHT_STOP, "stop"),
        (said.TONIGHT_OBJECTION, "objection"),
        (said.TONIGHT_NEVER, "never"),
        (said.TONIGHT_MORNING, "morning"),
    )
    blocks = [f"{head} {' '.join(lines)}" for head, kind in rules if (lines := told.said(kind))]
    return turn.say("\n\n".join(blocks), *_ways(turn, told))


def _opening(told: Tonight) -> str:
    return "\n".join((said.TONIGHT_OPENING, *(_quoted(line) for line in told.said("opening"))))


def _quoted(line: str) -> str:
    """A line in quotes, unless its end stands in quotes already."""
    return line if line.endswith("”") else f"“{line}”"


def _plan(turn: Turn, told: Tonight) -> Iterable[str]:
    if told.start is None:
        yield said.TONIGHT_NOW
    else:
        day = said.TONIGHT_AT if told.start.date() == turn.at.date() else said.TOMORROW_AT
        yield day.format(time=f"{told.start:%H:%M}")
    yield from (f"{one.when:%H:%M}  {one.text}" for one in told.plan)


def _ways(turn: Turn, told: Tonight) -> Iterable[Button]:
    """Another time, the chapters, and the questions afterwards."""
    if told.plan:
        label = said.OTHER_TIME if told.start else said.HAVE_MEETING
        yield turn.command(label, commands.STARTS_AT)
    slugs = CHAPTERS[:1] if told.plan else CHAPTERS
    for slug in slugs:
        if chapter := turn.pack.chapter(slug):
            yield turn.command(chapter.title, commands.CHAPTER, slug)
    yield turn.command(wording.CHAPTERS_MORE, commands.CHAPTERS)
    if turn.is_advised:
        yield turn.command(wording.BTN_TO_ADVICE, commands.ADVICE)
    else:
        yield turn.command(wording.TO_INTERVIEW, commands.INTERVIEW)


def _own(turn: Turn) -> Iterable[str]:
    """What this kind of project asks for on the evening itself."""
    kind = turn.card.situated if turn.state.project else None
    yield from (f"• {step}" for step in (kind.steps["tonight"] if kind else ()))


def _tonight(turn: Turn, start: datetime | None) -> Tonight:
    project = turn.state.project
    kind = turn.card.situated if project and project.situation else None
    opening, never = (kind.opening, kind.never) if kind else ((), ())
    return tonight(turn.pack, _status(turn), turn.at, start, opening, never)


def _status(turn: Turn) -> StatusOf:
    project = turn.state.project
    book = project.book if project else AnswerBook()
    answers = cell_answers(turn.pack, book, book.cells[0])

    def status(condition: Condition) -> Status:
        return saying_status(turn.compiled, answers, condition)

    return status


def _start(now: datetime, near: Soon) -> datetime | None:
    """When it begins; an evening whose usual hour is past begins soon."""
    if not near.meeting:
        return None
    if near.hours is not None:
        return _to_quarter(now + timedelta(hours=near.hours))
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    clock = USUAL if near.clock is None else near.clock
    start = midnight + timedelta(days=near.days, minutes=clock)
    if start > now or near.clock is not None:
        return start
    return _to_quarter(now + LATE)


def _to_quarter(when: datetime) -> datetime:
    minutes = round(when.minute / QUARTER) * QUARTER
    return when.replace(minute=0, second=0, microsecond=0) + timedelta(minutes=minutes)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
