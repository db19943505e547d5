"""A conversation in the names of today's pack: its project, what it waits for, and old buttons."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from bot.dialogue.focus import Focus, Seen, Words
from bot.dialogue.state import Given, Overruled, Project
from bot.rules.model.book import AnswerBook, AnswerKey, split_key
from bot.rules.todays_names import Moved, Today


def moved_project(project: Project, today: Today) -> tuple[Project, Moved]:
    """A project with its book, its order, its pieces and its forms as they are called today."""
    moved = today.moved(project.book)
    now = replace(
        project,
        book=moved.book,
        words=_words(project.words, today, moved.book),
        order=today.order(project.order, moved),
        divided=tuple(id for id in project.divided if id not in moved.undivided),
        guessed=tuple(id for id in project.guessed if id not in moved.undivided),
        differs=tuple(dict.fromkeys(map(today.key, project.differs))),
        overruled=_overruled(project.overruled, today),
        given=_given(project.given, today),
        first=_given(project.first, today),
        version=today.pack.version,
        pack=today.pack.id,
    )
    return now, moved


def _words(words: Words, today: Today, book: AnswerBook) -> Words:
    """The words of the answers that are left."""
    now = ((today.key(key), said) for key, said in words.items())
    return {key: said for key, said in now if key in book.answers}


def _overruled(chosen: Overruled | None, today: Today) -> Overruled | None:
    return chosen and replace(chosen, form=today.form(chosen.form))


def _given(given: Given | None, today: Today) -> Given | None:
    """What was advised stays what it was, in other names."""
    if given is None:
        return None
    outcomes = tuple((today.cell(cell), today.form(form)) for cell, form in given.outcomes)
    return replace(given, outcomes=outcomes)


def moved_focus(focus: Focus, today: Today) -> Focus:
    """What is waited for, as it is called today; what is gone keeps its name, and is not there."""
    changes: dict[str, Any] = {}
    for field in focus.__struct_fields__:
        value = getattr(focus, field)
        if field == "key":
            changes[field] = today.key(value)
        elif field in ("queue", "keys"):
            changes[field] = tuple(map(today.key, value))
        elif field == "chosen":
            changes[field] = tuple(_chosen(focus.asked, each, today) for each in value)
        elif field in ("seen", "pending"):
            changes[field] = _seen(value, today)
        elif field == "words":
            changes[field] = {today.key(key): said for key, said in value.items()}
        elif field == "form":
            changes[field] = today.form(value)
    return msgspec.structs.replace(focus, **changes)


def _chosen(key: AnswerKey, option: str, today: Today) -> str:
    """An option of the question, or a piece of the division, that is asked; where several are
    asked it says of which question it is one."""
    if not key:
        was, _, value = option.partition("/")
        return f"{today.key(was)}/{today.value(was, value)}"
    if today.pack.division(key) is not None:
        return today.piece(key, option) or option
    return today.value(split_key(key)[0], option)


def _seen(pairs: Seen, today: Today) -> Seen:
    now: list[tuple[AnswerKey, Any]] = []
    for old, answer in pairs:
        key = today.key(old)
        question = today.pack.find_question(split_key(key)[0])
        was = split_key(old)[0]
        now.append((key, (question and today.answer(was, question, answer)) or answer))
    return tuple(now)
