"""What each command does: one literal table from its record to its handler."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Generic, TypeAlias, TypeVar

from bot.dialogue import arguments, commands, danger, focus, project, questions, wording
from bot.dialogue.arguments import Stale
from bot.dialogue.commands import Command
from bot.dialogue.hearing import line
from bot.dialogue.places import (
    advice,
    aftermath,
    at,
    carry,
    dates,
    faq,
    first_aid,
    forget,
    heard_days,
    here,
    lens,
    liken,
    name,
    overrule,
    overview,
    own_lines,
    papers,
    pick,
    restart,
    show,
    tell,
    tonight,
)
from bot.dialogue.places import wording as sentences
from bot.dialogue.places.advice import AdvicePlace
from bot.dialogue.places.aftermath import LessonPlace, WentPlace
from bot.dialogue.places.checklist import ChecklistPlace
from bot.dialogue.places.clash import ClashPlace
from bot.dialogue.places.confirm import ConfirmPlace
from bot.dialogue.places.destroys import Destroys
from bot.dialogue.places.divide import DividePlace
from bot.dialogue.places.forget import ForgetPlace
from bot.dialogue.places.keep_line import KeepLinePlace
from bot.dialogue.places.lens import LensPlace
from bot.dialogue.places.others import OthersPlace
from bot.dialogue.places.overrule import OverrulePlace
from bot.dialogue.places.place import Place
from bot.dialogue.places.restart import RestartPlace
from bot.dialogue.turn import Turn
from bot.rules.model.answers import chosen
from bot.rules.model.book import AnswerKey
from bot.rules.model.content import Faq
from bot.words.evidence import MOST

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class With(Generic[A]):
    """A handler with what reads its argument."""

    read: Callable[[Turn, str], A]
    do: Callable[[Turn, A], Turn]


Handler: TypeAlias = Callable[[Turn], Turn] | With[Any]
P = TypeVar("P", bound=Place[Any])


def run(turn: Turn, command: Command, argument: str = "") -> Turn:
    """What this command does."""
    if command.project == "made":
        turn = project.ensured(turn)
        if not turn.state.project:
            return turn
    if command.project == "at_hand" and not turn.state.project:
        return turn.goto(focus.Doors())
    handler = HANDLERS[command]
    try:
        if isinstance(handler, With):
            return handler.do(turn, handler.read(turn, argument))
        return handler(turn)
    except Stale:
        return turn.notice(wording.OLD_BUTTON).again()


def old_button(turn: Turn) -> Turn:
    """What a button is about is gone: say so, and go on."""
    turn = turn.notice(wording.OLD_BUTTON)
    return turn.again() if turn.is_busy else here(turn).leave()


def _only(turn: Turn, place: type[P]) -> P:
    """This place. Raises Stale when the conversation is elsewhere."""
    now = at(turn, place)
    if now is None:
        raise Stale
    return now


def _agreed(turn: Turn, place: type[Destroys[Any]], ask: focus.Focus) -> Turn:
    """Destroy what is asked about; the button of an earlier question asks again."""
    now = at(turn, place)
    return now.agreed() if now else turn.goto(ask)


# --- anywhere -------------------------------------------------------------------------------


def _greet(turn: Turn, pack: str) -> Turn:
    if pack:
        return pick.by_name(turn, pack)
    if turn.state.project and turn.project.order:
        return turn.goto(focus.Resume())
    return turn.goto(focus.Doors())


def _stop(turn: Turn) -> Turn:
    """Until later; in the middle of the questions the advice can be had as it stands."""
    kept = any(project.order for project in turn.state.projects)
    is_asking = turn.is_busy and turn.state.project and turn.project.book.answers
    now = [turn.command(wording.ADVICE_NOW, commands.ADVICE_NOW)] if is_asking else []
    ways = (*now, *aftermath.offer(turn))
    return turn.focus(focus.Doors()).say(wording.STOPPED if kept else wording.STOPPED_EMPTY, *ways)


def _told(text: str) -> Callable[[Turn], Turn]:
    """A handler that tells this, and goes back to what was asked."""
    return lambda turn: turn.say(text).again()


def _noticed(text: str) -> Callable[[Turn], Turn]:
    """A handler that tells this in passing, and goes back to what was asked."""
    return lambda turn: turn.notice(text).again()


def _later(turn: Turn) -> Turn:
    told = wording.LATER.format(days=turn.shelf.retention_days)
    return turn.notice(told).again()


# --- projects -------------------------------------------------------------------------------


def _interview(turn: Turn) -> Turn:
    if turn.state.project and turn.project.order:
        return turn.goto(focus.Resume())
    return turn.notice(wording.WELCOME_TO_INTERVIEW).onward()


def _new(turn: Turn) -> Turn:
    before = turn.state.project
    if before and not before.order:
        return turn.onward()
    turn = project.made(turn)
    if turn.state.project is before:
        return turn
    return (turn.notice(wording.NEW_STARTED) if before else turn).onward()


# --- in the interview -----------------------------------------------------------------------


def _undo(turn: Turn) -> Turn:
    """What was begun again comes back; else the last answer is taken back, and that is said."""
    if (undone := project.undone(turn)) is not None:
        return undone
    is_back = turn.state.project and turn.project.order
    return here(turn.notice(sentences.ONE_BACK) if is_back else turn).back()


def _change(turn: Turn) -> Turn:
    """The answers, to change one; a sentence that it was chosen for is kept."""
    place = at(turn, KeepLinePlace)
    return overview.overview(place.held() if place else turn)


def _faq(turn: Turn, asked: Faq | None) -> Turn:
    """The answer; a sentence that it was chosen for is kept with it."""
    place = at(turn, KeepLinePlace)
    if place and asked and place.offers(asked):
        return place.beside(asked)
    return faq.answer_faq(turn, asked)


def _put(turn: Turn, option: tuple[AnswerKey, str]) -> Turn:
    """An answer to a question that is not at hand ("bedoel je dit?" – yes)."""
    key, value = option
    told = line(turn, key, chosen(value), {}).rstrip(".")
    noted = turn.notice(wording.NOTED.format(label=told))
    if place := at(noted, KeepLinePlace):
        return place.meant(key, chosen(value)).onward()
    return project.keep(noted, ((key, chosen(value)),)).onward()


def _how_long(turn: Turn) -> Turn:
    """How many questions are still to come, and that the advice need not wait for them."""
    left = max(1, project.to_come(turn))
    text = wording.HOW_LONG_ONE if left == 1 else wording.HOW_LONG.format(count=left)
    return turn.notice(text).again()


def _divide(turn: Turn, value: str) -> Turn:
    return _only(turn, DividePlace).choose(value)


def _checked(turn: Turn, value: str) -> Turn:
    return _only(turn, ChecklistPlace).choose(value)


def _wrong(turn: Turn) -> Turn:
    place = at(turn, ConfirmPlace)
    return place.no() if place else turn.onward()


def _other_kind(turn: Turn) -> Turn:
    place = at(turn, ConfirmPlace)
    return place.drop_kind() if place else turn.goto(focus.Liken())


def _keep_nothing(turn: Turn) -> Turn:
    place = at(turn, ConfirmPlace)
    return place.keep_nothing() if place else turn.onward()


def _not_this(turn: Turn, key: AnswerKey) -> Turn:
    place = at(turn, ConfirmPlace)
    return place.put_right(key) if place else turn.onward()


# --- the advice -----------------------------------------------------------------------------


def _advice(turn: Turn) -> Turn:
    """The advice: now, when the questions are on the screen or it stood there already."""
    if turn.state.project is None or not turn.project.order:
        return _interview(turn)
    if turn.state.focus.is_interview:
        return advice.in_passing(turn).again()
    return turn.goto(focus.Advice()) if here(turn).advises else turn.onward()


def _advice_now(turn: Turn) -> Turn:
    if turn.state.project is None or not turn.project.book.answers:
        return turn.notice(wording.ADVICE_NEEDS).onward()
    return turn.goto(focus.Advice())


def _enough(turn: Turn) -> Turn:
    """No more questions: what the advice offers; the advice itself when it is not on the screen."""
    if at(turn, AdvicePlace):
        return advice.menu(turn)
    return advice.enough(turn) if turn.is_advised else _advice_now(turn)


def _went(turn: Turn, value: str) -> Turn:
    """How it went: a form, whether again, or a lesson."""
    place = at(turn, WentPlace) or at(turn, LessonPlace)
    return place.choose(value) if place else old_button(turn)


def _says(turn: Turn, told: tuple[str, str]) -> Turn:
    place = at(turn, OthersPlace)
    return place.choose(told[1]) if place and place.takes(*told) else old_button(turn)


HANDLERS: Mapping[Command, Handler] = MappingProxyType(
    {
        commands.GREET: With(arguments.words, _greet),
        commands.TROUBLE: tonight.help_now,
        commands.STARTS_AT: With(arguments.words, tonight.at_time),
        commands.INTERVIEW: _interview,
        commands.ASK_ME: lambda turn: turn.goto(focus.Faq()),
        commands.PRIVACY: _told(wording.PRIVACY.format(most=MOST, days=tell.DAYS)),
        commands.HELP: _told(commands.help_text()),
        commands.HUMAN: first_aid.human,
        commands.THANK: _noticed(wording.THANKED),
        commands.STOP: _stop,
        commands.YES: lambda turn: here(turn).yes(),
        commands.NO: lambda turn: here(turn).no(),
        commands.CONTINUE: lambda turn: here(turn).leave(),
        commands.HERE: Turn.again,
        commands.NONE_OF_THESE: Turn.again,
        commands.IN_DANGER: With(arguments.danger, danger.confirmed),
        commands.SAFE: danger.safe,
        commands.CHAPTERS: With(arguments.page, first_aid.chapters),
        commands.CHAPTER: With(arguments.chapter, first_aid.chapter),
        commands.READ_ON: With(arguments.chapter, first_aid.whole_chapter),
        commands.FAQ: With(arguments.faq, _faq),
        commands.SUBJECT: With(arguments.faq, faq.by_subject),
        commands.HELPS: With(arguments.faq, questions.helped),
        commands.HELPS_NOT: With(arguments.faq, questions.no_help),
        commands.ASK_LATER: With(arguments.words, aftermath.want),
        commands.WENT: With(arguments.words, _went),
        commands.TELL: With(arguments.words, tell.tell),
        commands.NEW: _new,
        commands.NAME: With(arguments.words, name.name_it),
        commands.RESTART: restart.restart,
        commands.START_OVER: lambda turn: _agreed(turn, RestartPlace, focus.Restart()),
        commands.UNDO: _undo,
        commands.OVERVIEW: overview.overview,
        commands.CHANGE_ANSWER: _change,
        commands.CHANGE: With(arguments.key, lambda turn, key: turn.goto(focus.Question(key))),
        commands.DIVIDE_AGAIN: With(arguments.division, project.divided_anew),
        commands.SWITCH: overview.switched,
        commands.MY_DATA: forget.my_data,
        commands.DELETE: lambda turn: turn.goto(focus.Forget()),
        commands.FORGET: lambda turn: _agreed(turn, ForgetPlace, focus.Forget()),
        commands.KEEP: forget.keep_all,
        commands.CARRY: carry.offer,
        commands.BRING: lambda turn: carry.refused(turn).again(),
        commands.BACK: lambda turn: here(turn).back(),
        commands.WHY: lambda turn: here(turn).why(),
        commands.SKIP: lambda turn: here(turn).skip(),
        commands.UNKNOWN: lambda turn: here(turn).unknown(),
        commands.PUT: With(arguments.option, _put),
        commands.DIVIDE: With(arguments.words, _divide),
        commands.CHECKED: With(arguments.words, _checked),
        commands.DEEPER: project.deeper,
        commands.HOW_LONG: _how_long,
        commands.LATER: _later,
        commands.RIGHT: lambda turn: here(turn).yes(),
        commands.WRONG: _wrong,
        commands.NOT_THIS: With(arguments.key, _not_this),
        commands.NEVER_MIND: Turn.onward,
        commands.OTHER_KIND: _other_kind,
        commands.KEEP_NOTHING: _keep_nothing,
        commands.LIKEN: With(arguments.words, liken.like),
        commands.LIKEN_PAGE: With(arguments.page, lambda turn, page: turn.goto(focus.Liken(page))),
        commands.KIND: With(arguments.words, liken.about),
        commands.FIRST: With(arguments.words, liken.first_answer),
        commands.HOW: liken.how,
        commands.EARLIER: lambda turn: _only(turn, ClashPlace).earlier(),
        commands.LATEST: lambda turn: _only(turn, ClashPlace).latest(),
        commands.ADVICE: _advice,
        commands.ADVICE_NOW: _advice_now,
        commands.ENOUGH: _enough,
        commands.WHY_NOT: advice.explain,
        commands.WHAT_IF: With(arguments.change, advice.what_if),
        commands.TAKE_OVER: With(arguments.shown_change, advice.take_over),
        commands.CHAIRS: advice.chairs,
        commands.ORDER: advice.order,
        commands.PAPERS: papers.menu,
        commands.PAPER: With(arguments.paper, own_lines.paper),
        commands.DROP_TOLD: own_lines.dropped,
        commands.TICK_TOLD: With(arguments.page, own_lines.ticked),
        commands.DATES: dates.show,
        commands.TELL_DATES: dates.begin,
        commands.MOMENT: With(arguments.moment, dates.ask),
        commands.AGENDA: dates.agenda,
        commands.KEEP_DAYS: own_lines.with_days,
        commands.WRONG_DAYS: heard_days.which_wrong,
        commands.DROP_DAY: With(arguments.words, heard_days.drop),
        commands.DROP_DAYS: heard_days.dropped,
        commands.NOTE: papers.note,
        commands.PICTURE: show.picture,
        commands.NOTE_WORDS: lambda turn: papers.note(turn, with_words=True),
        commands.LENS: With(arguments.words, lens.start),
        commands.EYES: With(arguments.words, lens.start),
        commands.TAKE_EYES: lambda turn: _only(turn, LensPlace).take_over(),
        commands.OTHER_FORM: overrule.choose_form,
        commands.CHOOSE_OTHERWISE: overrule.choose_form,
        commands.CHOOSE: With(arguments.form, overrule.choose_form),
        commands.NO_REASON: lambda turn: _only(turn, OverrulePlace).done(),
        commands.PACKS: With(arguments.words, pick.by_name),
        commands.USE: With(arguments.words, pick.use),
        commands.OTHERS: With(arguments.words, pick.beside_by_name),
        commands.BESIDE: With(arguments.words, pick.lay_beside),
        commands.SAYS: With(arguments.told, _says),
    }
)
