"""Other eyes: the judgements answered again as a resident, the council, the board, a business."""

from __future__ import annotations

from dataclasses import replace

from bot.advice.advice import advise
from bot.dialogue import others, wording
from bot.dialogue.interview import UNKNOWN_VALUE, keep, proceed
from bot.dialogue.state import Focus
from bot.dialogue.turn import Turn
from bot.rules.model.answers import (
    UNKNOWN,
    Answer,
    AnswerBook,
    AnswerKey,
    cell_answers,
    chosen,
    split_key,
)
from bot.rules.model.questions.registry import kind_of
from bot.rules.query import possible
from bot.words.names import label, outcome_name

MOST_QUESTIONS = 3


def choose_eyes(turn: Turn) -> Turn:
    """Ask through whose eyes to look, or with whose rules."""
    elsewhere = [turn.command(wording.OTHERS, "andere")] if others.exist(turn) else []
    if not _judgements(turn):
        return turn.say(wording.LENS_NOTHING, *elsewhere)
    buttons = [turn.command(name, "ogen", eyes) for eyes, name in wording.EYES_BUTTONS.items()]
    return turn.say(wording.LENS_CHOOSE, *buttons, *elsewhere)


def start(turn: Turn, eyes: str) -> Turn:
    """Begin to answer the judgements through these eyes."""
    if eyes not in wording.EYES:
        return choose_eyes(turn)
    queue = tuple(_judgements(turn))
    if not queue:
        return turn.say(wording.LENS_NOTHING)
    return _ask(turn, Focus("lens", key=queue[0], queue=queue[1:], eyes=eyes))


def answer(turn: Turn, value: str) -> Turn:
    """One answer through these eyes; then the next question, or the comparison."""
    focus = turn.state.focus
    seen = UNKNOWN if value == UNKNOWN_VALUE else chosen(value)
    pending = (*focus.pending, (focus.key, seen))
    focus = replace(focus, pending=pending)
    if focus.queue:
        return _ask(turn, replace(focus, key=focus.queue[0], queue=focus.queue[1:]))
    return _compare(turn, replace(focus, key=""))


def again(turn: Turn) -> Turn:
    """The same question through the same eyes once more; the comparison when all are answered."""
    focus = turn.state.focus
    return _ask(turn, focus) if focus.key else _compare(turn, focus)


def back(turn: Turn) -> Turn:
    """The question before this one, through the same eyes; before the first, away from it."""
    focus = turn.state.focus
    if not focus.pending:
        return choose_eyes(turn.focus(Focus("advice")))
    *kept, (key, _) = focus.pending
    queue = (focus.key, *focus.queue) if focus.key else focus.queue
    return _ask(turn, replace(focus, key=key, queue=queue, pending=tuple(kept)))


def take_over(turn: Turn) -> Turn:
    """Take the other answers over as one's own."""
    pending = turn.state.focus.pending
    given = [(key, answer) for key, answer in pending if answer.status == "given"]
    return proceed(keep(turn.focus(Focus("advice")), given))


def _judgements(turn: Turn) -> list[AnswerKey]:
    """The judgements that were answered, those that tip the advice first."""
    book = turn.project.book
    keys = [
        key
        for key, answer in book.answers.items()
        if answer.status == "given"
        and turn.question(key).nature == "judgement"
        and kind_of(turn.question(key)).is_single
    ]
    return sorted(keys, key=lambda key: not _tips(turn, book, key))[:MOST_QUESTIONS]


def _tips(turn: Turn, book: AnswerBook, key: AnswerKey) -> bool:
    free = book.with_answer(key, UNKNOWN)
    decision = turn.pack.advices[0].decision
    return any(
        len(possible(turn.compiled, cell_answers(turn.pack, free, cell), decision)) > 1
        for cell in free.cells
    )


def _ask(turn: Turn, focus: Focus) -> Turn:
    question = turn.question(focus.key)
    lead = wording.LENS_ASK.format(eyes=wording.EYES[focus.eyes])
    buttons = [turn.answer(focus.key, option) for option in question.options]
    buttons.append(turn.answer_value(focus.key, UNKNOWN_VALUE, wording.UNKNOWN))
    turn = turn.focus(focus)
    return turn.say(f"{lead}\n{question.text}", *buttons, shape="question", key=focus.key)


def _compare(turn: Turn, focus: Focus) -> Turn:
    project = turn.project
    book = project.book
    for key, answer in focus.pending:
        if answer.status == "given":
            book = book.with_answer(key, answer)
    now, then = advise(turn.compiled, project.book), advise(turn.compiled, book)
    eyes = wording.EYES[focus.eyes]
    names = [outcome_name(turn.pack, advice.main.outcome) for advice in (now, then)]
    turn = turn.focus(focus)
    outcomes = [[cell.outcome for cell in advice.cells] for advice in (now, then)]
    if outcomes[0] == outcomes[1]:
        text = wording.LENS_SAME.format(eyes=eyes, form=names[0])
    else:
        text = wording.LENS_DIFFERENT.format(eyes=eyes, form=names[1], now=names[0])
    lines = [text, *_points(turn, focus, project.book), wording.LENS_END]
    return turn.say(
        "\n\n".join(lines),
        turn.command(wording.WHAT_IF_TAKE, "bril_over"),
        turn.command(wording.LEAVE_IT, "advies"),
    )


def _points(turn: Turn, focus: Focus, book: AnswerBook) -> list[str]:
    differing: list[str] = []
    for key, seen in focus.pending:
        if seen.status == "given" and seen != book.answers.get(key, Answer()):
            question = turn.pack.question(split_key(key)[0])
            differing.append(f"{turn.short(key).rstrip('?')}: {label(question, seen).lower()}")
    return [wording.LENS_POINTS.format(changes="; ".join(differing))] if differing else []
