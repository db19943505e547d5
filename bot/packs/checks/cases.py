"""Checks the worked cases of a pack: that their answers and expected outcomes can exist."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.packs import wording
from bot.packs.answers import RawAnswerError, answer_from_raw, check_division, check_piece
from bot.packs.errors import INPUT, OUTCOME, Place, Report, did_you_mean
from bot.packs.names import Names, maps, whole
from bot.packs.text.source import List, Map
from bot.rules.model.book import GROUP, PART, AnswerBook, split_key
from bot.rules.model.questions.question import Question

SOME_DAY = date(2000, 1, 1)
"""Whether an answer can be read does not hang on the day; a day it takes."""


def check_cases(root: Map, names: Names, questions: Mapping[str, Question], report: Report) -> None:
    """Report every answer or outcome in a worked case that this pack does not know."""
    outcomes = _advised(root, names)
    for item in whole(root, "voorbeelden"):
        parts, groups = tuple(item.get("onderdelen", ())), tuple(item.get("groepen", ()))
        for key, division, pieces in (("onderdelen", PART, parts), ("groepen", GROUP, groups)):
            known = names.divisions.get(division)
            if known is not None or division not in names.divisions:
                check_division(division, pieces, known, item.at(key), report)
        _check_answers(item, names, questions, parts, groups, report)
        cells = [cell.name for cell in AnswerBook({}, parts, groups).cells]
        _check_expected(item, cells, outcomes, report)


def _advised(root: Map, names: Names) -> set[str] | None:
    """Every outcome that an advice can have; None when that is not certain."""
    outcomes: set[str] = set()
    for advice in maps(root, "adviezen"):
        if advice.broken:
            return None
        to = names.decisions.get(advice["besluit"])
        if to is None or to.values is None:
            return None
        outcomes |= set(to.values)
    return outcomes


def _check_answers(
    item: Map, names: Names, questions: Mapping[str, Question],
    parts: tuple[str, ...], groups: tuple[str, ...], report: Report,
) -> None:  # fmt: skip
    answers: Map = item["antwoorden"]
    for key, raw in answers.items():
        place = answers.at(key)
        name, piece = split_key(key)
        if name not in names.questions:
            right = did_you_mean(name, names.questions)
            report.add(place, wording.NO_QUESTION.format(name=name), right, about=(INPUT, name))
        elif name in questions:
            check_piece(questions[name].per, name, piece, parts, groups, place, report)
            try:
                answer_from_raw(questions[name], raw, SOME_DAY)
            except RawAnswerError as error:
                absent = (INPUT, name, error.value) if error.value else ()
                report.add(place, error.wrong, error.right, about=absent)


def _check_expected(item: Map, cells: list[str], outcomes: set[str] | None, report: Report) -> None:
    for key in ("verwacht", "mag_ook"):
        raw = item.get(key)
        if isinstance(raw, Map):
            for cell, value in raw.items():
                place = raw.at(cell)
                if cell not in cells:
                    wrong = wording.NO_CELL.format(cell=cell)
                    report.add(
                        place, wrong, did_you_mean(cell, filter(None, cells)) or wording.ONE_OUTCOME
                    )
                _check_outcomes(value, place, outcomes, report)
            missing = [cell for cell in cells if cell and cell not in raw]
            if key == "verwacht" and missing:
                wrong = wording.NO_OUTCOME_OF.format(cell=missing[0])
                report.add(raw.place, wrong, wording.OUTCOME_FOR_EACH)
        elif raw is not None:
            _check_outcomes(raw, item.at(key), outcomes, report)
            if cells != [""]:
                wrong = wording.ONE_OUTCOME_FOR_PIECES
                report.add(item.at(key), wrong, f"{{{cells[0]}: …}}")


def _check_outcomes(raw: Any, place: Place, outcomes: set[str] | None, report: Report) -> None:
    for value in raw if isinstance(raw, List) else [raw]:
        if outcomes is not None and value not in outcomes:
            wrong = wording.NO_ADVISED_OUTCOME.format(value=value)
            right = did_you_mean(str(value), outcomes)
            report.add(place, wrong, right, about=(OUTCOME, str(value)))
