"""A tapped button: checked against the state, so that an old one does no harm."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import commands, interview, lens, tap, wording
from bot.dialogue.messages import Chosen
from bot.dialogue.tap import AnswerTap, CommandTap
from bot.dialogue.turn import Turn
from bot.rules.model.answers import split_key
from bot.rules.model.questions.question import Question
from bot.words.names import label

_COLLAPSES = frozenset(
    {"deel", "klopt", "niet_dit", "laat_maar", "ogen", "kies", "wis", "bewaar"}
) | {
    "gebruik",
    "zou",
    "zegt",
}
_OWN_VALUES = {
    interview.UNKNOWN_VALUE: wording.UNKNOWN,
    interview.NONE_VALUE: wording.NONE,
    interview.READY_VALUE: wording.READY,
}


def tapped(turn: Turn, data: str, *, typed: bool = False) -> Turn:
    """A button was tapped, or its number or words were typed."""
    turn, known = _at_project(turn, data)
    found = tap.read(turn.pack, data) if known else None
    if isinstance(found, AnswerTap):
        return _answer(turn, found, typed)
    if isinstance(found, CommandTap):
        return _command(turn, found, data, typed)
    return _old(turn)


def _at_project(turn: Turn, data: str) -> tuple[Turn, bool]:
    """The turn with the button's project at hand, and whether that project still exists."""
    fields = data.split(":")
    id = fields[1] if len(fields) > 1 else ""
    if id in (tap.NO_PROJECT, turn.state.current):
        return turn, True
    project = turn.state.find(id)
    if project is None:
        return turn, False
    turn = turn.with_state(replace(turn.state, current=id))
    if fields[0] == "a":
        turn = turn.say(wording.SWITCHED.format(name=project.name), shape="notice")
    return turn, True


def _old(turn: Turn) -> Turn:
    turn = turn.say(wording.OLD_BUTTON, shape="notice")
    if turn.state.focus.kind in ("question", "divide", "confirm"):
        return commands.again_or_doors(turn)
    return commands.run(turn, "verder") or turn


def _answer(turn: Turn, found: AnswerTap, typed: bool) -> Turn:
    question = turn.pack.find_question(split_key(found.key)[0])
    if question is None or not _has(question, found.option) or not turn.state.project:
        return _old(turn)
    focus = turn.state.focus
    if focus.kind == "lens" and focus.key == found.key:
        return lens.answer(_collapse(turn, question, found.option, typed), found.option)
    asked = focus.kind == "question" and focus.key == found.key
    if not asked and found.key in turn.project.book.answers:
        return _already(turn, question, found)
    turn = _collapse(turn, question, found.option, typed)
    return interview.choose(turn, found.key, found.option)


def _has(question: Question, value: str) -> bool:
    return value in _OWN_VALUES or any(option.id == value for option in question.options)


def _already(turn: Turn, question: Question, found: AnswerTap) -> Turn:
    told = label(question, turn.project.book.answers[found.key]).lower()
    return turn.say(
        wording.ALREADY_ANSWERED.format(label=told),
        turn.command(wording.CHANGE_IT, "wijzig", tap.key_argument(turn.pack, found.key)),
        turn.command(wording.LEAVE_IT, "verder"),
        shape="question",
    )


def _collapse(turn: Turn, question: Question, value: str, typed: bool) -> Turn:
    if typed:
        return turn
    told = _OWN_VALUES.get(value) or next(o.label for o in question.options if o.id == value)
    return turn.reply(Chosen(told))


def _command(turn: Turn, found: CommandTap, data: str, typed: bool) -> Turn:
    if found.name in _COLLAPSES and not typed:
        shown = next((text for text, sent in turn.state.screen if sent == data), "")
        turn = turn.reply(Chosen(shown)) if shown else turn
    done = commands.run(turn, found.name, found.argument)
    return done if done is not None else _old(turn)
