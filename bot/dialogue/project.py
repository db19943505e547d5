"""The project at hand: made, answered, taken back and divided. Nothing here is on a screen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile
from types import MappingProxyType

from bot.advice.answer_lines import Told, told_answers
from bot.dialogue import commands, wording
from bot.dialogue.also_told import also_told, kept
from bot.dialogue.focus import Checklist, Divide, Question
from bot.dialogue.in_todays_names import moved_focus, moved_project
from bot.dialogue.state import Project, Undo
from bot.dialogue.turn import Turn
from bot.rules.ask import next_ask, on_one_screen, tick_screens
from bot.rules.model.answers import Answer
from bot.rules.model.book import (
    GROUP,
    PART,
    AnswerBook,
    AnswerKey,
    answer_key,
    cell_answers,
    split_key,
)
from bot.rules.model.ids import QuestionId
from bot.rules.model.pack import Division, Pack
from bot.rules.purpose import coming, purposes
from bot.rules.query import applies, division_applies
from bot.rules.todays_names import Moved, Today
from bot.words.phrases import both

MAX_PROJECTS = 10
TURNS_TO_UNDO = 10
"""For so many turns after beginning again the old answers are kept."""


# --- projects -------------------------------------------------------------------------------


def ensured(turn: Turn) -> Turn:
    """The turn with a project at hand, made when there was none and there are not too many."""
    return turn if turn.state.project else made(turn)


def made(turn: Turn) -> Turn:
    """The turn with a fresh project at hand; with too many, a message instead."""
    count = len(turn.state.projects)
    if count >= MAX_PROJECTS:
        return turn.say(wording.TOO_MANY_PROJECTS.format(limit=MAX_PROJECTS))
    pack = turn.shelf.pack(turn.state.pack).pack
    name = wording.PROJECT_NAME.format(number=count + 1)
    return turn.with_project(Project(_fresh_id(turn), name, pack.id, pack.version))


def _fresh_id(turn: Turn) -> str:
    taken = {project.id for project in turn.state.projects}
    for start in range(0, len(turn.id) - 5):
        if (id := turn.id[start : start + 6]) not in taken:
            return id
    raise ValueError("the event's id is too short to name a project")


def restart(turn: Turn) -> Turn:
    """Begin the project at hand again; its answers can be brought back for some turns."""
    old = turn.state.project
    if old is None:
        return turn.onward()
    fresh = Project(old.id, old.name, old.pack, old.version, named=old.named)
    turn = turn.with_project(fresh)
    if not old.order:
        return turn.notice(wording.RESTARTED).onward()
    turn = turn.with_state(replace(turn.state, undo=Undo(old, TURNS_TO_UNDO)))
    undo = turn.command(wording.UNDO, commands.UNDO)
    return turn.say(wording.RESTARTED_UNDO, undo, shape="notice").onward()


def undone(turn: Turn) -> Turn | None:
    """The project as it was before it was begun again; None when there is nothing to undo.

    What was answered since is kept in the same way.
    """
    undo = turn.state.undo
    if undo is None:
        return None
    now = turn.state.find(undo.project.id)
    back = Undo(now, TURNS_TO_UNDO) if now and now.order else None
    turn = turn.with_state(replace(turn.state, undo=back))
    return turn.with_project(undo.project).notice(wording.UNDONE).onward()


def deeper(turn: Turn) -> Turn:
    """Ask on, beyond what can change the advice."""
    return turn.with_project(replace(turn.project, deeper=True)).onward()


def after_pack_change(turn: Turn) -> Turn:
    """Keep every answer that still means something, and say what has to be asked again."""
    project, focus = turn.state.project, turn.state.focus
    if focus.keys_of:  # another pack may change by itself
        turn = turn.focus(moved_focus(focus, Today(turn.shelf.pack(focus.keys_of).pack)))
    if project is None or project.version == turn.pack.version:
        return turn
    today = Today(turn.pack)
    now, moved = moved_project(project, today)
    turn = turn.with_project(now)
    if not focus.keys_of:
        turn = turn.focus(moved_focus(focus, today))
    if not project.book.answers:
        return turn
    return turn.notice("\n".join((wording.PACK_CHANGED, *_told(turn, moved))))


def _told(turn: Turn, moved: Moved) -> Iterator[str]:
    """What was let go, and what is asked again."""
    yield from (wording.LET_GO.format(why=one.why) for one in moved.dropped)
    divisions = (turn.pack.division(id) for id in moved.undivided)
    again = [turn.listed(moved.again), *(one.text.rstrip("?") for one in divisions if one)]
    if told := ", ".join(filter(None, again)):
        yield wording.ASK_AGAIN.format(list=told)


def likened(turn: Turn, situation: str) -> Turn:
    """The turn with this kind of project; empty for none of them."""
    return turn.with_project(replace(turn.project, situation=situation))


# --- answers --------------------------------------------------------------------------------


def keep(
    turn: Turn,
    answers: Iterable[tuple[AnswerKey, Answer]],
    words: Mapping[AnswerKey, str] = MappingProxyType({}),
) -> Turn:
    """Keep answers, with the ``words`` that they came from, and say which earlier ones stopped or
    began to count again."""
    before = turn.project
    book, order, said = before.book, before.order, dict(before.words)
    for key, answer in answers:
        book = book.with_answer(key, answer)
        order = (*(k for k in order if k != key), key)
        said[key] = words.get(key, "")
    kept = {key: one for key, one in said.items() if one}
    turn = turn.with_project(
        replace(before.with_book(book, order, kept), version=turn.pack.version)
    )
    return _say_what_counts(turn, before.book, book)


def without(turn: Turn, key: AnswerKey) -> Turn:
    """The answer to this is let go of."""
    project = turn.project
    order = tuple(one for one in project.order if one != key)
    return turn.with_project(project.with_book(project.book.without((key,)), order))


def _say_what_counts(turn: Turn, before: AnswerBook, after: AnswerBook) -> Turn:
    old, new = not_counting(turn, before), not_counting(turn, after)
    gone = [key for key in before.answers if key in new and key not in old]
    dropped = turn.listed(gone)
    returned = turn.listed(key for key in before.answers if key in old and key not in new)
    if dropped:
        turn = _words_kept(turn.notice(wording.DROPPED.format(list=dropped)), gone)
    if returned:
        turn = turn.notice(wording.RETURNED.format(list=returned))
    return turn


def _words_kept(turn: Turn, keys: Iterable[AnswerKey]) -> Turn:
    """What was said of questions that are not asked any more is kept for the papers."""
    words = turn.project.words
    said = also_told("", (words[key] for key in keys if key in words))
    if not said or not turn.pack.own_topics:
        return turn
    listed = ", ".join(wording.QUOTED.format(words=one) for one in said)
    return kept(turn.notice(wording.WORDS_KEPT.format(list=listed)), said)


def not_counting(turn: Turn, book: AnswerBook) -> frozenset[AnswerKey]:
    """The keys of answers whose question does not apply in any cell."""
    counting: set[AnswerKey] = set()
    for cell in book.cells:
        answers = cell_answers(turn.pack, book, cell)
        for question in turn.pack.questions:
            if question.id in answers and applies(turn.compiled, answers, question.id) != "no":
                counting |= {question.id, answer_key(question, cell)}
    return frozenset(book.answers) - counting


def given_answers(turn: Turn) -> Sequence[Told]:
    """What was answered and counts, in the order of the pack; not what nobody knows or skipped."""
    aside = not_counting(turn, turn.project.book)
    told = told_answers(turn.pack, turn.project.book)
    return [one for one in told if one.status == "given" and one.key not in aside]


def taken_back(turn: Turn) -> Turn:
    """The last answer is taken back, and its question comes again."""
    project = turn.state.project
    if project is None or not project.order:
        return turn.notice(wording.NOT_FIRST).again()
    key = project.order[-1]
    if (screen := _ticked_last(turn)) is not None:
        return screen
    if division := turn.pack.division(key):
        return divided_anew(turn, division)
    left = project.with_book(project.book.without((key,)), project.order[:-1])
    return turn.with_project(left).goto(Question(key))


def _ticked_last(turn: Turn) -> Turn | None:
    """The screen of ticks as it was left, when that was answered last; else None."""
    project = turn.project
    last = tuple(takewhile(partial(_may_be_ticked, turn), reversed(project.order)))
    counts = () if project.apart else range(len(last), 1, -1)
    together = next(filter(None, (_together(turn, last[:count]) for count in counts)), ())
    if not together:
        return None
    keys = set(together)
    book = project.book.without(keys)
    ticks = tuple(ticks_of(turn.pack, project.book, together))
    left = project.with_book(book, tuple(key for key in project.order if key not in keys))
    # What was confirmed there is a guess again: only what was asked apart stands in the order.
    guessed = tuple(id for id in project.divided if id in project.guessed or id not in left.order)
    return turn.with_project(replace(left, guessed=guessed)).goto(Checklist(together, ticks))


def _together(turn: Turn, keys: Sequence[AnswerKey]) -> tuple[AnswerKey, ...]:
    """These questions in the order of their screen; none when they did not stand on one."""
    book = turn.project.book.without(keys)
    ask = next_ask(turn.compiled, book)
    together = on_one_screen(turn.compiled, book, ask) if ask else ()
    return together if set(together) == set(keys) else ()


def _asked(key: AnswerKey) -> QuestionId:
    return split_key(key)[0]


def _may_be_ticked(turn: Turn, key: AnswerKey) -> bool:
    question = turn.pack.find_question(split_key(key)[0])
    return question is not None and question.checklist is not None


def ticks_of(pack: Pack, book: AnswerBook, keys: Iterable[AnswerKey]) -> Iterator[str]:
    """What has a tick on a screen with these questions, by ``question/option``."""
    for key in keys:
        question, answer = pack.question(key), book.answers.get(key)
        rest = question.checklist.otherwise if question.checklist else ""
        values = answer.values - {rest} if answer else frozenset[str]()
        yield from (f"{key}/{o.id}" for o in question.options if o.id in values)


def to_come(turn: Turn) -> int:
    """About how many questions are still asked of the project at hand."""
    return sum(1 for _ in _left(turn))


def is_for(turn: Turn, key: AnswerKey) -> tuple[str, ...]:
    """What the answer to a question, or dividing the project, is for, as sentences; the weightiest
    first."""
    found = purposes(turn.compiled, turn.project.book, key)
    return tuple(wording.PURPOSES[each] for each in found)


def is_for_briefly(turn: Turn, key: AnswerKey) -> str:
    """The weightiest of it, once an advice was given; before that every question decides."""
    return is_for(turn, key)[0] if turn.project.given else ""


def progress(turn: Turn, keys: Collection[AnswerKey]) -> str:
    """About how many screens are left, with the one of these questions; what is ticked on one
    screen counts once."""
    left = [key for key in _left(turn) if key not in keys]
    ticked = () if turn.project.apart else [key for key in left if _may_be_ticked(turn, key)]
    count = 1 + len(left) - len(ticked) + len(tick_screens(turn.compiled, map(_asked, ticked)))
    return wording.PROGRESS.format(count=count) if count > 1 else wording.PROGRESS_LAST


def _left(turn: Turn) -> Iterator[AnswerKey]:
    """The keys that are still asked about the project at hand when the likeliest is answered."""
    project = turn.project
    left = coming(turn.compiled, project.book, project.divided, project.differs)
    return (key for _, key in left)


# --- one piece or several -------------------------------------------------------------------


MOST_PIECES = {PART: 3, GROUP: 2}
"""So many pieces of a kind may be picked where the pack says nothing of it."""


def has_rest(division: Division) -> bool:
    """Whether everybody else is a piece too."""
    return any(option.rest for option in division.options)


def most_pieces(division: Division) -> int:
    """How many pieces may be picked."""
    return (division.most or MOST_PIECES.get(division.id, 2)) - has_rest(division)


def division_holds(turn: Turn, division: Division) -> bool:
    """Whether this way of dividing applies to the project."""
    book = turn.project.book
    views = (cell_answers(turn.pack, book, cell) for cell in book.cells)
    return any(division_applies(turn.compiled, view, division.id) == "yes" for view in views)


def divided(
    turn: Turn, division: Division, picked: Sequence[str], *, is_guess: bool = False
) -> Turn:
    """The project falls apart into these pieces; one means that the others are fixed. With
    ``is_guess`` the person did not know."""
    project = turn.project
    pieces = tuple(
        option.id for option in division.options if option.id in picked or (picked and option.rest)
    )
    again, per = _asked_again(turn, division, pieces), _per_piece(turn, division)
    book = _in_pieces(project.book.without(again), division, pieces)
    order = (*(key for key in project.order if key not in again), division.id)
    done = (*project.divided, division.id)
    guessed = (*project.guessed, division.id) if is_guess else project.guessed
    others = tuple(id for id in project.differs if id not in per)
    differs = (*others, *(sorted(again) if pieces else ()))
    project = replace(
        project.with_book(book, order), divided=done, guessed=guessed, differs=differs
    )
    turn = turn.with_project(project).onward()
    if not pieces:
        return turn
    labels = [option.label.lower() for option in division.options if option.id in pieces]
    told = wording.DIVIDED if len(pieces) > 1 else wording.DIVIDED_ONE
    return turn.notice(told.format(parts=both(labels)))


def _asked_again(turn: Turn, division: Division, pieces: Sequence[str]) -> set[str]:
    """The questions that are asked for each piece, or of the whole when there are none: those of
    which was said that they differ, or else what was said of the whole."""
    per = _per_piece(turn, division)
    told = per & set(turn.project.differs)
    return told or (per & set(turn.project.book.answers) if pieces else set())


def divided_anew(turn: Turn, division: Division) -> Turn:
    """Ask about the pieces once more; what was said of single pieces goes."""
    project = turn.project
    per = _per_piece(turn, division)
    gone = [key for key in project.book.answers if "@" in key and split_key(key)[0] in per]
    book = _in_pieces(project.book.without(gone), division, ())
    order = tuple(key for key in project.order if key not in (*gone, division.id))
    left, guessed = (
        tuple(id for id in ids if id != division.id) for ids in (project.divided, project.guessed)
    )
    differs = tuple(id for id in project.differs if id not in per)
    project = replace(
        project.with_book(book, order), divided=left, guessed=guessed, differs=differs
    )
    return turn.with_project(project).goto(Divide(division.id))


def _per_piece(turn: Turn, division: Division) -> set[str]:
    return {question.id for question in turn.pack.questions if question.per == division.id}


def _in_pieces(book: AnswerBook, division: Division, pieces: tuple[str, ...]) -> AnswerBook:
    if division.id == PART:
        return replace(book, parts=pieces)
    return replace(book, groups=pieces)
