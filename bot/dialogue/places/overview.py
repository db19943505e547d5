"""What the bot knows of a project: the answers to change, and the projects to switch to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.advice.answer_lines import told_answers
from bot.dialogue import button_data, commands, wording
from bot.dialogue.hearing import with_words
from bot.dialogue.messages import Button
from bot.dialogue.project import division_holds, not_counting
from bot.dialogue.turn import Turn, shorten
from bot.rules.model.book import PART
from bot.rules.model.pack import Division
from bot.words.phrases import both


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as a ``line``, with the ``button`` that changes it, and the ``words`` of the person
    that it came from (empty: it was chosen)."""

    line: str
    button: Button
    words: str = ""


def overview(turn: Turn) -> Turn:
    """All answers of the project at hand, each with a button to change it."""
    project = turn.state.project
    if not project or not (project.book.answers or project.situation):
        return turn.say(wording.OVERVIEW_EMPTY, *_others(turn))
    out = not_counting(turn, project.book)
    known = tuple(to_change(turn))
    lines = [wording.OVERVIEW_HEAD.format(name=project.name)]
    lines += [f"• {with_words(each.line, each.words)}" for each in known]
    buttons = [each.button for each in known]
    if out:
        names = turn.listed(key for key in project.order if key in out)
        lines.append(wording.OVERVIEW_NOT_COUNTING.format(list=names))
    lines += ["", wording.OVERVIEW_TAP]
    buttons.append(turn.command(wording.CONTINUE, commands.CONTINUE))
    buttons.append(turn.command(wording.NAME_BUTTON, commands.NAME))
    buttons += _others(turn)
    return turn.say("\n".join(lines), *buttons)


def to_change(turn: Turn) -> Iterable[Answered]:
    """The kind of project, the answers that count and the pieces, each with the button that changes
    it."""
    words = turn.project.words
    out = not_counting(turn, turn.project.book)
    if kind := turn.pack.situation(turn.project.situation):
        other = turn.command(wording.OVERVIEW_KIND_BUTTON, commands.LIKEN_PAGE, "0")
        yield Answered(wording.OVERVIEW_KIND.format(name=kind.name), other)
    for told in told_answers(turn.pack, turn.project.book, turn.project.differs):
        if told.key not in out:
            argument = button_data.key_argument(turn.pack, told.key)
            change = turn.command(turn.short(told.key), commands.CHANGE, argument)
            yield Answered(told.line, change, words.get(told.key, ""))
    for division in _divisions_asked(turn):
        label = wording.DIVIDE_BUTTON[division.id]
        again = turn.command(label, commands.DIVIDE_AGAIN, division.id)
        yield Answered(_pieces_line(turn, division), again)


def _divisions_asked(turn: Turn) -> Iterable[Division]:
    """The ways of dividing that were asked about and that apply, in the order of the pack."""
    asked = (division for division in turn.pack.divisions if division.id in turn.project.divided)
    return (division for division in asked if division_holds(turn, division))


def _pieces_line(turn: Turn, division: Division) -> str:
    book = turn.project.book
    picked = book.parts if division.id == PART else book.groups
    if not picked:
        same = wording.DIVIDE_SAME[division.id]
        is_guess = division.id in turn.project.guessed
        return wording.DIVIDE_GUESSED.format(same=same) if is_guess else same
    names = both([option.label.lower() for option in division.options if option.id in picked])
    told = wording.DIVIDED_LINE[division.id] if len(picked) > 1 else wording.DIVIDED_ONLY
    return told.format(parts=names)


def _others(turn: Turn) -> list[Button]:
    return [
        Button(
            shorten(wording.OTHER_PROJECT.format(name=project.name)),
            button_data.command_data(project.id, commands.SWITCH),
        )
        for project in turn.state.projects
        if project.id != turn.state.current
    ]


def switched(turn: Turn) -> Turn:
    """Go on with the project at hand, which was another one before."""
    told = wording.SWITCHED.format(name=turn.project.name)
    return turn.notice(told).onward()
