"""What the bot knows: the answers to change, the projects to switch to, the data to delete."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from bot.dialogue import tap, wording
from bot.dialogue.advice_text import answer_lines
from bot.dialogue.interview import division_holds, not_counting, proceed
from bot.dialogue.messages import Button, Forgotten
from bot.dialogue.state import Focus, State
from bot.dialogue.turn import Turn, shorten
from bot.rules.model.answers import PART, AnswerBook, split_key
from bot.rules.model.pack import Division
from bot.rules.model.questions.registry import is_valid
from bot.words import dates
from bot.words.phrases import both


def overview(turn: Turn) -> Turn:
    """All answers of the project at hand, each with a button to change it."""
    if not turn.state.project or not turn.project.book.answers:
        return turn.say(wording.OVERVIEW_EMPTY, *_others(turn))
    project = turn.project
    out = not_counting(turn, project.book)
    lines = [wording.OVERVIEW_HEAD.format(name=project.name)]
    buttons: list[Button] = []
    for key, line in answer_lines(turn.pack, project.book):
        if key not in out:
            lines.append(f"• {line}")
            buttons.append(
                turn.command(turn.short(key), "wijzig", tap.key_argument(turn.pack, key))
            )
    for division in _divisions_asked(turn):
        lines.append(f"• {_pieces_line(turn, division)}")
        buttons.append(turn.command(wording.DIVIDE_BUTTON[division.id], "herdeel", division.id))
    if out:
        names = turn.listed(key for key in project.order if key in out)
        lines.append(wording.OVERVIEW_NOT_COUNTING.format(list=names))
    lines += ["", wording.OVERVIEW_TAP]
    buttons.append(turn.command(wording.CONTINUE, "verder"))
    buttons.append(turn.command(wording.NAME_BUTTON, "naam"))
    buttons += _others(turn)
    return turn.say("\n".join(lines), *buttons)


def _divisions_asked(turn: Turn) -> Iterable[Division]:
    """The ways of dividing that were asked about and that apply, in the order of the pack."""
    asked = (one for one in turn.pack.divisions if one.id in turn.project.divided)
    return (one for one in asked if division_holds(turn, one))


def _pieces_line(turn: Turn, division: Division) -> str:
    book = turn.project.book
    picked = book.parts if division.id == PART else book.groups
    if not picked:
        return wording.DIVIDE_SAME[division.id]
    names = both([option.label.lower() for option in division.options if option.id in picked])
    told = wording.DIVIDED_LINE[division.id] if len(picked) > 1 else wording.DIVIDED_ONLY
    return told.format(parts=names)


def _others(turn: Turn) -> list[Button]:
    return [
        Button(
            shorten(wording.OTHER_PROJECT.format(name=project.name)),
            tap.command_data(project.id, "wissel"),
        )
        for project in turn.state.projects
        if project.id != turn.state.current
    ]


def switch(turn: Turn, id: str) -> Turn:
    """Go on with another project."""
    project = turn.state.find(id)
    if project is None:
        return turn.say(wording.OLD_BUTTON, shape="notice")
    turn = turn.with_state(replace(turn.state, current=id))
    return proceed(turn.say(wording.SWITCHED.format(name=project.name), shape="notice"))


def restart(turn: Turn) -> Turn:
    """Forget the answers of the project at hand and begin it again."""
    if turn.state.project:
        fresh = replace(
            turn.project,
            book=AnswerBook(),
            order=(),
            divided=(),
            overruled=None,
            given=None,
            deeper=False,
        )
        turn = turn.with_project(fresh).say(wording.RESTARTED, shape="notice")
    return proceed(turn)


def offer_resume(turn: Turn) -> Turn:
    """Say where the person was, what is known, and ask: go on or begin again?"""
    project = turn.project
    lines = [wording.RESUME.format(name=project.name)]
    lines += [f"• {line}" for _, line in list(answer_lines(turn.pack, project.book))[:6]]
    if turn.state.touched and turn.at - turn.state.touched >= timedelta(hours=1):
        lines.append(wording.RESUME_AGE.format(age=dates.age(turn.at - turn.state.touched)))
    lines.append(wording.RESUME_ASK)
    return turn.focus(Focus("resume")).say(
        "\n".join(lines),
        turn.command(wording.CONTINUE, "verder"),
        turn.command(wording.RESTART, "opnieuw"),
        turn.command(wording.NEW_PROJECT, "nieuw"),
    )


def after_pack_change(turn: Turn) -> Turn:
    """Keep every answer that still exists, and say what has to be asked again."""
    project = turn.state.project
    if project is None or project.version == turn.pack.version:
        return turn
    known = {question.id: question for question in turn.pack.questions}
    gone = [
        key
        for key, answer in project.book.answers.items()
        if (question := known.get(split_key(key)[0])) is None or not is_valid(question, answer)
    ]
    book = project.book.without(gone)
    order = tuple(key for key in project.order if key not in gone)
    turn = turn.with_project(
        replace(project, book=book, order=order, version=turn.pack.version, pack=turn.pack.id)
    )
    if not project.book.answers:
        return turn
    focus = turn.state.focus
    if focus.key and split_key(focus.key)[0] not in known:
        turn = turn.focus(Focus("resume"))
    lines = [wording.PACK_CHANGED]
    again = turn.listed(key for key in gone if split_key(key)[0] in known)
    if again:
        lines.append(wording.ASK_AGAIN.format(list=again))
    return turn.say("\n".join(lines), shape="notice")


# --- what is kept, and deleting it ----------------------------------------------------------


def my_data(turn: Turn) -> Turn:
    """What is kept of this person."""
    projects = len(turn.state.projects)
    answers = sum(len(project.book.answers) for project in turn.state.projects)
    text = wording.MY_DATA.format(
        projects="1 project" if projects == 1 else f"{projects} projecten",
        answers="1 antwoord" if answers == 1 else f"{answers} antwoorden",
        days=turn.shelf.retention_days,
    )
    return turn.say(
        text, turn.command(wording.FORGET_YES, "wis"), turn.command(wording.FORGET_NO, "verder")
    )


def ask_forget(turn: Turn) -> Turn:
    """Ask for a yes before everything is deleted."""
    return turn.focus(Focus("forget")).say(
        wording.FORGET_ASK,
        turn.command(wording.FORGET_YES, "wis"),
        turn.command(wording.FORGET_NO, "bewaar"),
    )


def forget(turn: Turn) -> Turn:
    """Delete everything."""
    turn = turn.with_state(State(pack=turn.shelf.default))
    return turn.say(wording.FORGOTTEN).reply(Forgotten())
