"""The dates of a project: told once by who wants that, counted, and kept only after a yes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.advice.due_lines import due_day, due_label, due_notes, missed_by_law
from bot.advice.heard import OPEN, each
from bot.advice.plan import Due, Plan, dues, to_tell, too_early
from bot.dialogue import commands
from bot.dialogue import focus as at
from bot.dialogue import wording as general
from bot.dialogue.messages import Button, Calendar, Entry, Understanding
from bot.dialogue.places import wording
from bot.dialogue.places.heard_days import deciders
from bot.dialogue.places.in_time import told_line
from bot.dialogue.places.place import Place
from bot.dialogue.turn import Turn
from bot.rules.model.terms import Moment
from bot.words import dates
from bot.words.dates import Days, NoDay
from bot.words.persons import is_called, personal
from bot.words.told_days import told_days

MAX_TOLD = 120
"""Characters of what it is about, and of the place."""
MOST_MOMENTS = 3
"""How many more moments are offered at a time."""
_MARKUP = re.compile(r"[*_#|<>`\[\]{}~]")


SHORT = 5
"""A text of so many words with a day in it is that day, whatever sign is behind it."""


class DatesPlace(Place[at.Dates]):
    """Something of the dates is asked, or what follows from them is on the screen."""

    knows_commands = True
    refuses_persons = True

    def show(self) -> Turn:
        """What is asked; with nothing left, what follows."""
        if self.at.asks == wording.ABOUT:
            return self._ask(wording.ASK_ABOUT)
        if self.at.asks == wording.WHERE:
            return self._ask(wording.ASK_WHERE)
        if (moment := self._moment) is not None:
            how = wording.A_DAY_AND_WHO if moment.id == OPEN else wording.A_DAY
            return self._ask(f"{moment.question}\n{how}")
        return self._listed()

    def _ask(self, text: str) -> Turn:
        return self.turn.say(text, self.turn.command(wording.SKIP, commands.SKIP))

    @property
    def _moment(self) -> Moment | None:
        """The moment that is asked."""
        return self.turn.pack.moment(self.at.asks)

    @property
    def is_there(self) -> bool:
        """Whether the pack still has the moment that is asked."""
        return self.at.asks in ("", wording.ABOUT, wording.WHERE) or self._moment is not None

    # --- what is told

    def hear(self, text: str, understanding: Understanding) -> Turn | None:
        """This is what it is about, where, or when; no question is any of these."""
        is_question = self.turn.asks and (len(text.split()) > SHORT or self._one_in(text) is None)
        if not self.at.asks or not text or is_question:
            return None
        moment = self._moment
        return self._words(text) if moment is None else self._day(moment, text)

    def _words(self, text: str) -> Turn:
        """In one line, without persons; asked again when there is one in it."""
        if personal(text) or is_called(text):
            return self.turn.notice(wording.PERSONAL).again()
        told = " ".join(_MARKUP.sub(" ", text).split())[:MAX_TOLD].rstrip(" .")
        if not told:
            return self.turn.notice(wording.EMPTY).again()
        plan = self.at.plan
        about = self.at.asks == wording.ABOUT
        return self._next(replace(plan, subject=told) if about else replace(plan, place=told))

    def _day(self, moment: Moment, text: str) -> Turn:
        """One day that can be meant; asked again when it can't."""
        if moment.id == OPEN and (named := self._by_who_decides(text)) is not None:
            return named
        try:
            days = dates.read(text, self.turn.at.date(), past=moment.past)
        except NoDay as error:
            return self.turn.notice(str(error)).again()
        days = days or self._one_in(text)
        if days is None:
            return self.turn.notice(wording.NO_DAY).again()
        if days.first != days.last:
            return self.turn.notice(wording.ONE_DAY.format(days=dates.days_in_words(days))).again()
        return self._held(moment, days.first)

    def _one_in(self, text: str) -> Days | None:
        """The one day that stands in a text, however it is written: "vr 18 dec"."""
        told = told_days(text.rstrip(" ?"), self.turn.pack.moments, self.turn.at.date())
        is_one = len(told) == 1 and told[0].exact and not told[0].is_over
        return told[0].days if is_one and told[0].moment in ("", self.at.asks) else None

    def _by_who_decides(self, text: str) -> Turn | None:
        """The day of whoever a text names as who decides; None when it names nobody."""
        pack = self.turn.pack
        says = wording.DECIDES.format(text=text)
        for told in told_days(says, pack.moments, self.turn.at.date()):
            moment = pack.moment(told.moment)
            is_one = moment is not None and moment.role == "decision" and told.exact
            if moment is not None and is_one and not told.is_over:
                return self._held(moment, told.days.first)
        return None

    def _held(self, moment: Moment, day: date) -> Turn:
        """Keep a day, unless it clashes with one that was told before."""
        plan = self.at.plan
        other = too_early(self.turn.pack, plan, moment, day)
        told = plan.day(other.id) if other else None
        if other is not None and told is not None:
            words = wording.TOO_EARLY.format(
                day=dates.in_words(day), other=other.name, told=dates.in_words(told)
            )
            return self.turn.notice(words).again()
        kept = {**dict(plan.days), moment.id: day}
        return self._next(replace(plan, days=tuple(kept.items())))

    def _next(self, plan: Plan) -> Turn:
        """To what is asked after this, in the first round; else to what follows."""
        order = _round(self.turn, self.at.plan)
        place = order.index(self.at.asks) + 1 if self.at.asks in order else len(order)
        asks = next(iter(order[place:]), "")
        return self.turn.goto(at.Dates(asks, plan))

    # --- what may be said instead

    def skip(self) -> Turn:
        """This is not told."""
        return self._next(self.at.plan) if self.at.asks else self.turn.again()

    unknown = skip

    def yes(self) -> Turn:
        """Keep the dates with the project."""
        if self.at.asks:
            return self.turn.again()
        turn = self.turn.with_project(replace(self.turn.project, plan=self.at.plan))
        return turn.say(wording.KEPT, *_onward(turn))

    def no(self) -> Turn:
        """This is not told; of the list: nothing of it is kept."""
        if self.at.asks:
            return self.skip()
        turn = self.turn.with_project(replace(self.turn.project, plan=Plan()))
        return turn.focus(at.Advice()).say(wording.NOT_KEPT, *_onward(turn))

    def back(self) -> Turn:
        """To the advice."""
        return self.turn.goto(at.Advice())

    leave = back

    # --- what follows

    def _listed(self) -> Turn:
        turn, plan = self.turn, self.at.plan
        every = _dues(turn, plan)
        lines = list(_lines(turn, every, plan))
        is_kept = plan == turn.project.plan
        ask = [] if is_kept or plan.is_empty else ["", wording.KEEP_ASK]
        text = "\n".join([*lines, *ask])
        return turn.say(text, *self._offers(is_kept=is_kept, is_ahead=bool(_ahead(every))))

    def _offers(self, *, is_kept: bool, is_ahead: bool) -> Iterator[Button]:
        turn, plan = self.turn, self.at.plan
        yield from _keeping(turn, plan)
        if is_ahead:
            yield turn.command(wording.BTN_AGENDA, commands.AGENDA)
        if not is_kept:
            missing = _missing(turn, plan)[:MOST_MOMENTS]
            for moment in missing:
                label = wording.ANOTHER_DAY.format(name=moment.name)
                yield turn.command(label, commands.MOMENT, moment.id)
        if is_kept:
            yield turn.command(wording.CHANGE_DATES, commands.TELL_DATES)
            yield turn.command(wording.WIPE, commands.NO)
        yield turn.command(general.BTN_TO_ADVICE, commands.ADVICE)


def show(turn: Turn) -> Turn:
    """What follows from the dates that are kept; without any, they are asked."""
    plan = turn.project.plan
    return begin(turn) if plan.is_empty else turn.goto(at.Dates("", plan))


def begin(turn: Turn) -> Turn:
    """Ask for the dates, the first time or again."""
    plan = turn.project.plan
    return turn.notice(wording.ASK_FIRST).goto(at.Dates(_round(turn, plan)[0], plan))


def ask(turn: Turn, moment: Moment) -> Turn:
    """Ask for the day of one more moment."""
    return turn.goto(at.Dates(moment.id, _at_hand(turn)))


def agenda(turn: Turn) -> Turn:
    """The days to come, as a file for one's own calendar."""
    plan = _at_hand(turn)
    calendar = calendar_of(turn, plan)
    if calendar is None:
        return turn.notice(wording.NO_AGENDA).again()
    turn = turn.reply(calendar)
    keep = tuple(_keeping(turn, plan))
    return turn.say(wording.KEEP_ASK if keep else wording.AFTER_AGENDA, *keep, *_onward(turn))


def calendar_of(turn: Turn, plan: Plan) -> Calendar | None:
    """The days to come that follow from these dates; None when there are none."""
    title = turn.project.name
    entries = tuple(
        Entry(due.day, f"{title}: {due.name}", f"{due.text} ({due_label(due)})")
        for due in _ahead(_dues(turn, plan))
    )
    name = f"data-{title.lower().replace(' ', '-')}"
    return Calendar(name, entries, turn.at, wording.AGENDA_CAPTION) if entries else None


def _at_hand(turn: Turn) -> Plan:
    """The dates on the screen, or else those that are kept."""
    focus = turn.state.focus
    return focus.plan if isinstance(focus, at.Dates) else turn.project.plan


def _round(turn: Turn, plan: Plan) -> list[str]:
    """What is asked the first time, in order: a project that has a name says what it is about, and
    only the decisions that this project has are asked."""
    about = [] if turn.project.named else [wording.ABOUT]
    pack = turn.pack
    every = [moment for moment in pack.moments if moment.role == "decision"]
    decided = deciders(turn, plan) or [moment for moment in every if moment.id == OPEN]
    always = [moment for moment in pack.moments if moment.always and moment.role != "decision"]
    return [*about, wording.WHERE, *(moment.id for moment in (*decided, *always))]


def _keeping(turn: Turn, plan: Plan) -> Iterator[Button]:
    """To keep the dates that are at hand, or not; nothing where they are kept already."""
    if not plan.is_empty and plan != turn.project.plan:
        yield turn.command(wording.KEEP_YES, commands.YES)
        yield turn.command(wording.KEEP_NO, commands.NO)


def _onward(turn: Turn) -> Iterable[Button]:
    yield turn.command(general.BTN_PAPERS, commands.PAPERS)
    yield turn.command(general.BTN_TO_ADVICE, commands.ADVICE)


def _dues(turn: Turn, plan: Plan) -> tuple[Due, ...]:
    kind = turn.project.situation or ""
    return dues(turn.compiled, turn.project.book, plan, turn.at.date(), kind)


def _missing(turn: Turn, plan: Plan) -> list[Moment]:
    """The days that would tell more; of the decisions only those that this project has."""
    known = deciders(turn, plan)
    kind = turn.project.situation or ""
    every = to_tell(turn.compiled, turn.project.book, plan, kind)
    return [one for one in every if one in known or not known or one.role != "decision"]


def _ahead(every: Iterable[Due]) -> list[Due]:
    return [due for due in every if not due.is_over]


def _lines(turn: Turn, every: Sequence[Due], plan: Plan) -> Iterator[str]:
    """What is too late first: that asks for something else today."""
    subject = plan.subject
    yield wording.LIST_HEAD.format(subject=subject) if subject else wording.LIST_HEAD_BARE
    if not every and not plan.days:
        yield wording.NOTHING_YET
        return
    late = [due for due in every if due.is_over]
    by_law = list(filter(missed_by_law, late))
    for head, some in (
        (wording.LATE_HEAD, by_law),
        (wording.NOW_HEAD, [due for due in late if due not in by_law]),
    ):
        if some:
            yield head
            yield from map(_late, some)
            yield ""
    today = turn.at.date()
    lines = [(due.day, _line(due)) for due in _ahead(every)]
    told = (one for one in each(turn.pack, plan) if one[2] >= today)
    lines += [(day, told_line(dates.in_words(day), name, more)) for _, name, day, more in told]
    yield from (line for _, line in sorted(lines, key=lambda one: one[0]))
    yield ""
    yield wording.NOT_LAW_ADVICE


def _late(due: Due) -> str:
    then = due.then or wording.OVER
    if not missed_by_law(due):
        return wording.NOW_LINE.format(name=due.name, then=then)
    return wording.LATE_LINE.format(name=due.name, day=due_day(due), then=then)


def _line(due: Due) -> str:
    text = f"{due.text} {due_notes(due)}".rstrip()
    return wording.LINE.format(day=due_day(due), name=due.name, label=due_label(due), text=text)
