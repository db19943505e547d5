"""Answers as people write them in a file: raw values to ``Answer`` and ``AnswerBook``.

Used for the worked cases of a pack and for the answer files of the command line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from bot.packs import wording
from bot.packs.errors import INPUT, Place, Report, did_you_mean, listed
from bot.packs.format.structure import shown
from bot.packs.text.source import List, Map, parse, read_text, shown_path
from bot.rules.model.answers import SKIPPED, UNKNOWN, Answer
from bot.rules.model.book import GROUP, PART, AnswerBook, split_key
from bot.rules.model.ids import YES
from bot.rules.model.pack import Pack, WorkedCase
from bot.rules.model.questions.kind import NOTHING, NotAnAnswer
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of
from bot.rules.todays_names import Today

UNKNOWN_WORD, SKIPPED_WORD = "weet_ik_niet", "overgeslagen"
_MOST = {PART: 3, GROUP: 2}


class RawAnswerError(ValueError):
    """A raw value that is no answer to this question; says what would be right, and which
    ``value`` it is that the question does not have."""

    def __init__(self, wrong: str, right: str = "", value: str = "") -> None:
        super().__init__(f"{wrong}. {right}")
        self.wrong, self.right, self.value = wrong, right, value


NOWHERE = Place("", 1)


@dataclass(frozen=True, slots=True)
class AnswerSet:
    """One set of raw answers from a file, with the places for messages."""

    answers: Mapping[str, Any]
    id: str = ""
    parts: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    place: Place = NOWHERE
    places: Mapping[str, Place] = field(default_factory=dict)


def answer_from_raw(question: Question, raw: Any, on: date | None = None) -> Answer:
    """The answer that a raw value means, read on a day: a text, a number, or a list of them.

    A list is the chosen options of a multiple choice, and "one of these" for a choice.
    Raises RawAnswerError.
    """
    values = list(raw) if isinstance(raw, list | tuple) else [raw]
    if values == [UNKNOWN_WORD]:
        return UNKNOWN
    if values == [SKIPPED_WORD]:
        return SKIPPED
    try:
        return kind_of(question).read(question, values, on)
    except NotAnAnswer as error:
        raise _told(error) from None


def _told(error: NotAnAnswer) -> RawAnswerError:
    """What is wrong with a raw value, and what would be right."""
    subject, known = error.subject, error.known
    wrong = error.wrong if subject is NOTHING else f"{shown(subject)} {error.wrong}"
    if not known:
        return RawAnswerError(wrong, error.right)
    if isinstance(subject, bool):
        meant = wording.DID_YOU_MEAN.format(value="ja" if subject else "nee")
        return RawAnswerError(wrong, meant if YES in known else listed(known))
    right = did_you_mean(str(subject), [*known, UNKNOWN_WORD])
    return RawAnswerError(wrong, right, str(subject))


def book_of_case(pack: Pack, case: WorkedCase, on: date | None = None) -> AnswerBook:
    """The answers of a worked case, read on a day. The loader has checked that they fit."""
    answers = {
        key: answer_from_raw(pack.question(split_key(key)[0]), raw, on)
        for key, raw in case.answers.items()
    }
    return AnswerBook(answers, case.parts, case.groups)


def book_of_set(pack: Pack, given: AnswerSet, on: date | None = None) -> AnswerBook:
    """The answers of one set from a file, read on a day. Raises PackError with everything that
    does not fit."""
    report, today = Report(), Today(pack)
    _check_pieces(pack, given, report)
    answers: dict[str, Answer] = {}
    questions = {question.id: question for question in pack.questions}
    for key, raw in given.answers.items():
        place = given.places.get(key, given.place)
        name, piece = split_key(key)
        if name not in questions:
            now = [question.id for question in today.questions(name)]
            wrong = _named_now(name, now) or wording.NO_QUESTION.format(name=name)
            report.add(place, wrong, "" if now else did_you_mean(name, questions))
            continue
        check_piece(questions[name].per, name, piece, given.parts, given.groups, place, report)
        try:
            answers[key] = answer_from_raw(questions[name], raw, on)
        except RawAnswerError as error:
            now = [value for value in [today.value(name, error.value)] if value != error.value]
            wrong = _named_now(error.value, now) or error.wrong
            report.add(place, wrong, "" if now else error.right)
    report.raise_if_any()
    return AnswerBook(answers, given.parts, given.groups)


def _named_now(old: str, now: list[str]) -> str:
    """That something is called otherwise now; empty when it is not."""
    return wording.NAMED_NOW.format(old=old, now=listed(now)) if now else ""


def _check_pieces(pack: Pack, given: AnswerSet, report: Report) -> None:
    for division, pieces in ((PART, given.parts), (GROUP, given.groups)):
        divided, today = pack.division(division), Today(pack)
        options = None if divided is None else [option.id for option in divided.options]
        new = {piece: today.piece(division, piece) or piece for piece in pieces}
        for old, now in new.items():
            if old != now:
                report.add(given.place, _named_now(old, [now]))
        same = tuple(piece for piece in pieces if new[piece] == piece)
        check_division(division, same, options, given.place, report)


def check_division(
    division: str,
    pieces: tuple[str, ...],
    known: Iterable[str] | None,
    place: Place,
    report: Report,
) -> None:
    """Report parts or groups that the pack does not have, or too many of them."""
    if pieces and known is None:
        report.add(place, wording.NO_DIVISION.format(division=division), wording.WITHOUT_PIECES)
        return
    if len(pieces) > _MOST[division]:
        report.add(
            place, wording.MANY_PIECES.format(count=len(pieces)), f"hoogstens {_MOST[division]}"
        )
    options = list(known or ())
    for piece in pieces:
        if piece not in options:
            report.add(
                place,
                wording.NO_PIECE.format(piece=piece, division=division),
                did_you_mean(piece, options),
            )


def check_piece(
    per: str | None, question: str, piece: str | None,
    parts: tuple[str, ...], groups: tuple[str, ...], place: Place, report: Report,
) -> None:  # fmt: skip
    """Report ``vraag@deel`` where the question is not asked per part, or the part is not there."""
    if piece is None:
        return
    if per is None:
        wrong = wording.NOT_BY_PIECE.format(question=question)
        report.add(
            place,
            wrong,
            wording.WITHOUT_AT.format(question=question),
            about=(INPUT, question, "per"),
        )
        return
    pieces = parts if per == PART else groups
    if piece not in pieces:
        wrong = wording.PIECE_NOT_HERE.format(piece=piece)
        report.add(place, wrong, did_you_mean(piece, pieces) or _division_line(per, piece))


# --- answer files -----------------------------------------------------------------------------


def read_answers(source: Path | str) -> list[AnswerSet]:
    """The sets of answers in a file (a Path) or a text: documents, or a list, or one mapping.

    Each is ``{id?, onderdelen?, groepen?, antwoorden: {...}}``, or only the answers themselves.
    Raises PackError.
    """
    report = Report()
    text = read_text(source, report) if isinstance(source, Path) else source
    file = shown_path(source) if isinstance(source, Path) else "antwoorden"
    documents = None if text is None else parse(text, file, report)
    sets: list[AnswerSet] = []
    for document in documents or ():
        for item in document if isinstance(document, List) else [document]:
            if isinstance(item, Map):
                sets.append(_answer_set(item, report))
            elif item is not None:
                right = "antwoorden: {vraag: waarde}"
                report.add(Place(file, 1), wording.STANDS_HERE.format(value=shown(item)), right)
    if not sets and not report.problems:
        report.add(Place(file, 1), wording.NO_ANSWERS, "antwoorden: {vraag: waarde}")
    report.raise_if_any()
    return sets


_SET_KEYS = ("id", "onderdelen", "groepen", "antwoorden")


def _answer_set(item: Map, report: Report) -> AnswerSet:
    if "antwoorden" not in item:
        return AnswerSet(dict(item), place=item.place, places=item.places)
    answers = item["antwoorden"]
    if not isinstance(answers, Map):
        report.add(
            item.at("antwoorden"),
            wording.STANDS_HERE.format(value=shown(answers)),
            "{vraag: waarde}",
        )
        answers = Map(item.place)
    for key in item:
        if key not in _SET_KEYS:
            wrong = wording.UNKNOWN_KEY.format(key=key)
            report.add(item.at(key), wrong, did_you_mean(key, _SET_KEYS))
    return AnswerSet(
        dict(answers), str(item.get("id", "")), _pieces(item, "onderdelen", report),
        _pieces(item, "groepen", report), item.place, answers.places,
    )  # fmt: skip


def _pieces(item: Map, key: str, report: Report) -> tuple[str, ...]:
    raw = item.get(key, ())
    if not isinstance(raw, list | tuple) or not all(isinstance(piece, str) for piece in raw):
        report.add(
            item.at(key),
            wording.STANDS_HERE.format(value=shown(raw)),
            wording.LIST_OF_NAMES.format(key=key),
        )
        return ()
    return tuple(raw)


def _division_line(per: str, piece: str) -> str:
    key = {PART: "onderdelen", GROUP: "groepen"}.get(per, "onderdelen")
    return wording.ADD_PIECE.format(key=key, piece=piece)
