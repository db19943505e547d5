"""The interview: which question comes, how it is shown, and what an answer does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.dialogue import advising, unknowns, wording
from bot.dialogue.messages import Button
from bot.dialogue.state import Focus, Project
from bot.dialogue.turn import Turn
from bot.rules.ask import Ask, deeper, next_ask, remaining
from bot.rules.model.answers import (
    GROUP,
    PART,
    SKIPPED,
    UNKNOWN,
    Answer,
    AnswerBook,
    AnswerKey,
    answer_key,
    cell_answers,
    chosen,
    split_key,
)
from bot.rules.model.pack import Division
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of
from bot.rules.query import applies, division_applies
from bot.words.phrases import both

UNKNOWN_VALUE, NONE_VALUE, READY_VALUE = "_weet_niet", "_geen", "_klaar"
SAME_VALUE, DIFFERENT_VALUE, REST_FIXED_VALUE = "_gelijk", "_verschilt", "_rest_vast"
MAX_PROJECTS = 10
MOST_PIECES = {PART: 3, GROUP: 2}


# --- projects -------------------------------------------------------------------------------


def ensure_project(turn: Turn) -> Turn:
    """A turn that has a project at hand, made when there was none."""
    return turn if turn.state.project else new_project(turn)


def new_project(turn: Turn) -> Turn:
    """A fresh project at hand; with too many, a message instead."""
    count = len(turn.state.projects)
    if count >= MAX_PROJECTS:
        return turn.say(wording.TOO_MANY_PROJECTS.format(limit=MAX_PROJECTS))
    compiled = turn.shelf.pack(turn.state.pack)
    project = Project(
        id=_fresh_id(turn),
        name=wording.PROJECT_NAME.format(number=count + 1),
        pack=compiled.pack.id,
        version=compiled.pack.version,
    )
    return turn.with_project(project)


def _fresh_id(turn: Turn) -> str:
    taken = {project.id for project in turn.state.projects}
    for start in range(0, len(turn.id) - 5):
        if (id := turn.id[start : start + 6]) not in taken:
            return id
    raise ValueError("the event's id is too short to name a project")


# --- asking ---------------------------------------------------------------------------------


def proceed(turn: Turn) -> Turn:
    """Ask what still matters, or give the advice when all is settled."""
    turn = ensure_project(turn)
    if not turn.state.project:
        return turn
    found = next_ask(turn.compiled, turn.project.book)
    if division := _open_division(turn, found):
        return ask_division(turn, division)
    if found is None and turn.project.deeper:
        found = deeper(turn.compiled, turn.project.book)
    if found is None:
        return advising.give(turn)
    return ask(turn, answer_key(turn.pack.question(found.question), found.cell))


def ask(turn: Turn, key: AnswerKey, *, lead: str = "") -> Turn:
    """Put a question on the screen."""
    question = turn.question(key)
    text = "\n".join(line for line in (lead, _progress(turn), _body(turn, key)) if line)
    turn = turn.focus(Focus("question", key=key))
    return turn.say(text, *_buttons(turn, key, question), shape="question", key=key)


def again(turn: Turn) -> Turn:
    """The question at hand once more, after something in between; or the doors."""
    focus = turn.state.focus
    if focus.kind == "question":
        return ask(turn, focus.key) if not focus.chosen else _ask_more(turn, focus)
    if focus.kind == "divide":
        division = turn.pack.division(focus.key)
        if division is None:
            return proceed(turn)
        if focus.chosen:
            return _ask_pieces(turn, division, focus.chosen)
        return ask_division(turn, division)
    return turn


def _progress(turn: Turn, more: int = 0) -> str:
    """Which question this is, of how many; ``more`` are asked before the rest."""
    done = len(turn.project.order)
    total = done + more + max(1, remaining(turn.compiled, turn.project.book))
    return wording.PROGRESS.format(number=done + 1, total=total)


def _body(turn: Turn, key: AnswerKey) -> str:
    piece = turn.piece_label(key)
    about = wording.ABOUT_PART.format(part=piece.lower()) if piece else ""
    question = turn.question(key)
    how = kind_of(question).how_to_answer(question)
    return "\n".join(line for line in (about, question.text, how) if line)


def _buttons(turn: Turn, key: AnswerKey, question: Question) -> Iterable[Button]:
    for option in question.options:
        yield turn.answer(key, option)
    if kind_of(question).is_set and not any(option.alone for option in question.options):
        yield turn.answer_value(key, NONE_VALUE, wording.NONE)
    yield turn.answer_value(key, UNKNOWN_VALUE, wording.UNKNOWN)
    yield turn.command(wording.WHY, "waarom")
    if turn.project.order:
        yield turn.command(wording.BACK, "terug")


# --- answering ------------------------------------------------------------------------------


def choose(turn: Turn, key: AnswerKey, value: str) -> Turn:
    """The person chose this value for this question, by tap or by text."""
    question = turn.question(key)
    if value == UNKNOWN_VALUE:
        turn = keep(_homework(turn, question), ((key, UNKNOWN),))
        return unknowns.offer(turn) if unknowns.are_many(turn) else proceed(turn)
    if kind_of(question).is_set:
        return _choose_more(turn, key, value)
    return settle(turn, key, chosen(value))


def skip(turn: Turn, key: AnswerKey) -> Turn:
    """The person skips this question."""
    return settle(turn, key, SKIPPED)


def settle(turn: Turn, key: AnswerKey, answer: Answer) -> Turn:
    """Keep an answer and go on."""
    return proceed(keep(turn, ((key, answer),)))


def keep(turn: Turn, answers: Iterable[tuple[AnswerKey, Answer]]) -> Turn:
    """Keep answers, and say which earlier ones stopped or began to count again."""
    turn = ensure_project(turn)
    before = turn.project
    book, order = before.book, before.order
    for key, answer in answers:
        book = book.with_answer(key, answer)
        order = (*(k for k in order if k != key), key)
    turn = turn.with_project(replace(before, book=book, order=order, version=turn.pack.version))
    return _say_what_counts(turn, before.book, book)


def _say_what_counts(turn: Turn, before: AnswerBook, after: AnswerBook) -> Turn:
    old, new = not_counting(turn, before), not_counting(turn, after)
    dropped = turn.listed(key for key in before.answers if key in new and key not in old)
    returned = turn.listed(key for key in before.answers if key in old and key not in new)
    if dropped:
        turn = turn.say(wording.DROPPED.format(list=dropped), shape="notice")
    if returned:
        turn = turn.say(wording.RETURNED.format(list=returned), shape="notice")
    return turn


def not_counting(turn: Turn, book: AnswerBook) -> frozenset[AnswerKey]:
    """The keys of answers whose question does not apply in any cell."""
    counting: set[AnswerKey] = set()
    for cell in book.cells:
        answers = cell_answers(turn.pack, book, cell)
        for question in turn.pack.questions:
            if question.id in answers and applies(turn.compiled, answers, question.id) != "no":
                counting |= {question.id, answer_key(question, cell)}
    return frozenset(book.answers) - counting


def _choose_more(turn: Turn, key: AnswerKey, value: str) -> Turn:
    focus = turn.state.focus
    so_far = focus.chosen if focus.kind == "question" and focus.key == key else ()
    question = turn.question(key)
    if value in (NONE_VALUE, READY_VALUE):
        return settle(turn, key, Answer(values=frozenset(so_far)))
    alone = {option.id for option in question.options if option.alone}
    if value in alone:
        return settle(turn, key, chosen(value))
    so_far = tuple(dict.fromkeys((*so_far, value)))
    if len(so_far) == len(question.options) - len(alone):
        return settle(turn, key, Answer(values=frozenset(so_far)))
    rest = frozenset(o.id for o in question.options) - {*so_far, *alone}
    partly = Answer(values=frozenset(so_far), maybe=rest)  # kept, should the person leave now
    return _ask_more(keep(turn, ((key, partly),)), Focus("question", key=key, chosen=so_far))


def add(turn: Turn, key: AnswerKey, values: Iterable[str]) -> Turn:
    """Add several answers to a multiple choice, and ask for more."""
    *before, last = values
    so_far = turn.state.focus.chosen
    focus = Focus("question", key=key, chosen=tuple(dict.fromkeys((*so_far, *before))))
    return _choose_more(turn.focus(focus), key, last)


def _ask_more(turn: Turn, focus: Focus) -> Turn:
    question = turn.question(focus.key)
    told = [option.label for option in question.options if option.id in focus.chosen]
    left = [o for o in question.options if o.id not in focus.chosen and not o.alone]
    buttons = [turn.answer(focus.key, option) for option in left]
    buttons.append(turn.answer_value(focus.key, READY_VALUE, wording.READY))
    text = wording.NOTED_MORE.format(label=", ".join(told))
    return turn.focus(focus).say(text, *buttons, shape="question", key=focus.key)


def _homework(turn: Turn, question: Question) -> Turn:
    whom = question.ask_whom
    text = wording.HOMEWORK.format(whom=whom) if whom else wording.HOMEWORK_PLAIN
    return turn.say(text, shape="notice")


def back(turn: Turn) -> Turn:
    """Take the last answer back and ask its question again."""
    if not turn.state.project or not turn.project.order:
        return again(turn.say(wording.NOT_FIRST, shape="notice"))
    project = turn.project
    key = project.order[-1]
    if division := turn.pack.division(key):
        return divide_again(turn, division)
    book = project.book.without((key,))
    return ask(turn.with_project(replace(project, book=book, order=project.order[:-1])), key)


# --- one piece or several -------------------------------------------------------------------


def _open_division(turn: Turn, found: Ask | None) -> Division | None:
    """The division to ask about: just before the first question that is asked per piece of it."""
    per = turn.pack.question(found.question).per if found else None
    division = turn.pack.division(per) if per else None
    if division is None or division.id in turn.project.divided:
        return None
    return division if division_holds(turn, division) else None


def division_holds(turn: Turn, division: Division) -> bool:
    """Whether this way of dividing applies to the project."""
    book = turn.project.book
    views = (cell_answers(turn.pack, book, cell) for cell in book.cells)
    return any(division_applies(turn.compiled, view, division.id) == "yes" for view in views)


def ask_division(turn: Turn, division: Division) -> Turn:
    """Ask whether the project is one piece."""
    lines = (_progress(turn, 1), division.text, division.explanation)
    text = "\n".join(line for line in lines if line)
    turn = turn.focus(Focus("divide", key=division.id))
    return turn.say(
        text,
        turn.command(wording.DIVIDE_SAME[division.id], "deel", SAME_VALUE),
        turn.command(wording.DIVIDE_DIFFERENT[division.id], "deel", DIFFERENT_VALUE),
        turn.command(wording.UNKNOWN, "deel", UNKNOWN_VALUE),
        turn.command(wording.WHY, "waarom"),
        shape="question",
        key=division.id,
    )


def divide(turn: Turn, division: Division, value: str) -> Turn:
    """The person says whether, and into which pieces, the project falls apart."""
    focus = turn.state.focus
    picked = focus.chosen if focus.kind == "divide" and focus.key == division.id else ()
    if value in (SAME_VALUE, UNKNOWN_VALUE):
        return proceed(_divided(turn, division, ()))
    if value in (READY_VALUE, REST_FIXED_VALUE):
        return pick_pieces(turn, division, picked, rest_fixed=value == REST_FIXED_VALUE)
    if len(division.options) == MOST_PIECES.get(division.id):
        return proceed(_divided(turn, division, tuple(o.id for o in division.options)))
    if value != DIFFERENT_VALUE:
        picked = tuple(dict.fromkeys((*picked, value)))
        if len(picked) == min(MOST_PIECES.get(division.id, 2), len(division.options)):
            return proceed(_divided(turn, division, picked))
    return _ask_pieces(turn, division, picked)


def pick_pieces(
    turn: Turn, division: Division, picked: Sequence[str], *, rest_fixed: bool = False
) -> Turn:
    """These pieces are looked at apart; with one, it matters what the others are."""
    if len(picked) == 1 and not rest_fixed:
        return _ask_rest(turn, division, picked[0])
    return proceed(_divided(turn, division, picked))


def divide_again(turn: Turn, division: Division) -> Turn:
    """Ask about the pieces once more; what was said of single pieces goes."""
    project = turn.project
    per = {question.id for question in turn.pack.questions if question.per == division.id}
    gone = [key for key in project.book.answers if "@" in key and split_key(key)[0] in per]
    book = project.book.without(gone)
    book = replace(book, parts=()) if division.id == PART else replace(book, groups=())
    left = [one for one in project.order if one not in (*gone, division.id)]
    divided = [one for one in project.divided if one != division.id]
    project = replace(project, book=book, order=tuple(left), divided=tuple(divided))
    return ask_division(turn.with_project(project), division)


def _ask_pieces(turn: Turn, division: Division, picked: tuple[str, ...]) -> Turn:
    turn = turn.focus(Focus("divide", key=division.id, chosen=picked))
    left = [option for option in division.options if option.id not in picked]
    buttons = [turn.command(option.label, "deel", option.id) for option in left]
    if picked:
        buttons.append(turn.command(wording.READY, "deel", READY_VALUE))
        names = ", ".join(o.label for o in division.options if o.id in picked)
        text = wording.NOTED_MORE.format(label=names)
    else:
        text = wording.DIVIDE_WHICH.format(limit=MOST_PIECES.get(division.id, 2))
    return turn.say(text, *buttons, shape="question", key=division.id)


def _ask_rest(turn: Turn, division: Division, piece: str) -> Turn:
    """One piece was picked: are the others fixed, or like it?"""
    turn = turn.focus(Focus("divide", key=division.id, chosen=(piece,)))
    return turn.say(
        wording.DIVIDE_REST,
        turn.command(wording.REST_FIXED, "deel", REST_FIXED_VALUE),
        turn.command(wording.REST_SAME, "deel", SAME_VALUE),
        shape="question",
        key=division.id,
    )


def _divided(turn: Turn, division: Division, picked: Sequence[str]) -> Turn:
    """The project falls apart into these pieces; one means that the others are fixed."""
    project = turn.project
    pieces = tuple(o.id for o in division.options if o.id in picked)
    book = project.book
    again = {q.id for q in turn.pack.questions if q.per == division.id} if pieces else set()
    if pieces:  # what was said of the whole is asked again for each piece
        book = book.without(again)
        book = replace(book, parts=pieces) if division.id == PART else replace(book, groups=pieces)
    order = (*(key for key in project.order if key not in again), division.id)
    divided = (*project.divided, division.id)
    turn = turn.with_project(replace(project, book=book, order=order, divided=divided))
    turn = turn.focus(Focus("question"))
    if not pieces:
        return turn
    labels = [o.label.lower() for o in division.options if o.id in pieces]
    told = wording.DIVIDED if len(pieces) > 1 else wording.DIVIDED_ONE
    return turn.say(told.format(parts=both(labels)), shape="notice")
