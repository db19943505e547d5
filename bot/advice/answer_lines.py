"""Answers and questions of a project in words, for an overview, a card and a note."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.advice import wording
from bot.rules.model.answers import Answer, Status
from bot.rules.model.book import AnswerBook, AnswerKey, split_key
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of
from bot.words.names import answer_told, label, piece_name, sentence, topic


@dataclass(frozen=True, slots=True)
class Told:
    """An answer: ``text`` beside its question, ``line`` on its own; ``piece``: what it is about."""

    key: AnswerKey
    question: str
    piece: str
    text: str
    line: str
    status: Status


@dataclass(frozen=True, slots=True)
class ToAsk:
    """A question in a few words (``name``) and in full, who knows the answer, and how to look."""

    key: AnswerKey
    name: str
    text: str
    whom: str
    how: str


def told_answers(
    pack: Pack, book: AnswerBook, differs: Collection[AnswerKey] = ()
) -> tuple[Told, ...]:
    """Everything that was answered, in the order of the pack; ``differs``: the questions of which
    the answer is that it differs by piece."""
    every = in_pack_order(pack, book)
    return tuple(
        _differing(key, question)
        if key in differs and answer.status != "given" and question.per
        else _told(pack, key, question, answer)
        for key, question, answer in every
    )


def _differing(key: AnswerKey, question: Question) -> Told:
    text = wording.DIFFERS[question.per or ""]
    line = f"{topic(question)}: {text}"
    return Told(key, question.name, "", text, line, "given")


def _told(pack: Pack, key: AnswerKey, question: Question, answer: Answer) -> Told:
    piece, short = piece_name(pack, key), label(question, answer)
    text = short if kind_of(question).is_free else sentence(question, answer) or short
    line = answer_told(question, answer, piece)
    return Told(key, question.name, piece, text, line, answer.status)


def to_ask(key: AnswerKey, question: Question) -> ToAsk:
    """A question to find out."""
    how = question.how_to_find_out
    return ToAsk(key, question.name, question.text, question.ask_whom, how)


def in_pack_order(pack: Pack, book: AnswerBook) -> Iterable[tuple[AnswerKey, Question, Answer]]:
    """The answers to questions that the pack has, in the order of the pack."""
    for question in pack.questions:
        for key in sorted(book.answers):
            if split_key(key)[0] == question.id:
                yield key, question, book.answers[key]
