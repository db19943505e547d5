"""A tapped button: checked against the state, so that an old one does no harm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.dialogue import button_data, commands, focus, wording
from bot.dialogue.button_data import AnswerTap, CommandTap
from bot.dialogue.handlers import old_button, run
from bot.dialogue.messages import Chosen, Say
from bot.dialogue.places import here
from bot.dialogue.places import wording as sentences
from bot.dialogue.places.asking import OWN_VALUES
from bot.dialogue.places.place import Place
from bot.dialogue.places.question import QuestionPlace
from bot.dialogue.project import after_pack_change
from bot.dialogue.turn import Next, Turn
from bot.rules.model.book import split_key
from bot.rules.model.questions.question import Question
from bot.words.names import label


def tapped(turn: Turn, data: str, *, typed: bool = False) -> Turn:
    """A button was tapped, or its number or words were typed."""
    turn, known = _at_project(turn, data)
    read = button_data.read(turn.pack, data) if known else None
    if isinstance(read, AnswerTap):
        return _answer(turn, read, typed)
    if isinstance(read, CommandTap):
        return _command(turn, read, data, typed)
    return old_button(turn)


def ticked(turn: Turn, datas: Sequence[str], *, typed: bool = False) -> Turn:
    """Several buttons of one message were ticked (or their numbers ``typed``), and the person was
    done: one after the other as if tapped, until no more may be chosen, and then "klaar"."""
    screen = {data: label for label, data in turn.state.screen}
    if all(data in screen for data in datas):
        done = here(turn).at_once([_value(turn, data) for data in datas])
        if done is not None:
            return _named(done, [screen[data] for data in datas], typed=typed)
    told: list[str] = []
    for data in datas:
        told.append(screen.get(data, ""))
        if _value(turn, data) in here(turn).chosen:
            continue
        turn = tapped(turn, data, typed=True)
        if not _may_go_on(turn):
            break
    turn = _named(turn, told, typed=typed)
    return here(turn).choose(button_data.READY_VALUE) if datas and _may_go_on(turn) else turn


def _named(turn: Turn, told: Sequence[str], *, typed: bool) -> Turn:
    """The turn that says first what was ticked."""
    named = ("; " if typed else ", ").join(filter(None, told))
    shown = Say(wording.NOTED.format(label=named), shape="notice") if typed else Chosen(named)
    return replace(turn, replies=(shown, *turn.replies)) if named else turn


def only_ticks(turn: Turn, data: str) -> bool:
    """Whether a tap on this button sets a tick, or takes one away."""
    return here(turn).ticks(_value(turn, data))


def _value(turn: Turn, data: str) -> str:
    """What a button chooses; empty when it chooses nothing."""
    read = button_data.read(turn.pack, data)
    if isinstance(read, AnswerTap):
        return here(turn).value(read.key, read.option)
    return read.argument.rpartition("/")[2] if read else ""


def _may_go_on(turn: Turn) -> bool:
    """Whether something was picked, and more may be."""
    return turn.next in (None, Next.SHOW) and bool(here(turn).chosen)


def _at_project(turn: Turn, data: str) -> tuple[Turn, bool]:
    """The turn with the button's project at hand, and whether that project still exists."""
    fields = data.split(":")
    wanted = fields[1] if len(fields) > 1 else ""
    if wanted in (button_data.NO_PROJECT, turn.state.current):
        return turn, True
    project = turn.state.find(wanted)
    if project is None:
        return turn, False
    if turn.is_busy and project.pack != turn.pack.id:
        turn = turn.focus(focus.Resume())  # what was asked is no question of that project
    turn = turn.with_state(replace(turn.state, current=wanted))
    if fields[0] == "a":
        turn = turn.notice(wording.SWITCHED.format(name=project.name))
    return after_pack_change(turn), True


def _answer(turn: Turn, answer: AnswerTap, typed: bool) -> Turn:
    question = turn.pack.find_question(split_key(answer.key)[0])
    told = _label(question, answer.option) if question else ""
    if question is None or not told or not turn.state.project:
        return old_button(turn)
    is_asked = here(turn).asks(answer.key)
    if not is_asked and answer.key in turn.project.book.answers:
        return _already(turn, question, answer)
    place = here(turn) if is_asked else QuestionPlace(turn, focus.Question(answer.key))
    value = place.value(answer.key, answer.option)
    if typed:
        return place.choose(value)
    return _filled(replace(place, turn=_shown(turn, place, value, told)).choose(value))


def _filled(turn: Turn) -> Turn:
    """The turn after a tap: with the last tick that a screen has room for, that is done."""
    place = here(turn)
    if not (turn.is_ticked and place.is_full):
        return turn
    done = replace(turn, is_ticked=False).reply(Chosen(place.ticked))
    return replace(place, turn=done).choose(button_data.READY_VALUE)


def _shown(turn: Turn, place: Place[Any], value: str, told: str) -> Turn:
    """What was tapped is shown on its message: by a tick, or by all that was chosen."""
    if place.ticks(value):
        return replace(turn, is_ticked=True)
    return turn.reply(Chosen(place.ticked if value == button_data.READY_VALUE else told))


def _label(question: Question, value: str) -> str:
    """How a value is called; empty when the question does not have it."""
    labels = {option.id: option.label for option in question.options}
    for option in question.options:
        for then, told in option.at_once.labels if option.at_once else ():
            labels[f"{option.id}{button_data.AT_ONCE}{then}"] = told
    if value == button_data.DIFFERENT_VALUE and question.per:
        return wording.DIVIDE_EACH[question.per]
    if value == button_data.SAME_VALUE and question.per:
        return wording.SAME_AS_BEFORE
    labels[button_data.ONE_PIECE_VALUE] = sentences.CHECKLIST_ONE_PIECE
    return OWN_VALUES.get(value) or labels.get(value, "")


def _already(turn: Turn, question: Question, answer: AnswerTap) -> Turn:
    told = label(question, turn.project.book.answers[answer.key]).lower()
    key = button_data.key_argument(turn.pack, answer.key)
    return turn.say(
        wording.ALREADY_ANSWERED.format(label=told),
        turn.command(wording.CHANGE_IT, commands.CHANGE, key),
        turn.command(wording.LEAVE_IT, commands.CONTINUE),
        shape="question",
    )


def _command(turn: Turn, read: CommandTap, data: str, typed: bool) -> Turn:
    if read.command.collapses and not typed:
        if only_ticks(turn, data):
            return run(replace(turn, is_ticked=True), read.command, read.argument)
        shown = next((text for text, sent in turn.state.screen if sent == data), "")
        if _value(turn, data) == button_data.READY_VALUE:
            shown = here(turn).ticked or shown
        turn = turn.reply(Chosen(shown)) if shown else turn
    return run(turn, read.command, read.argument)
