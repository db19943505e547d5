"""What is said to a question about a project: the first sentence that holds, with what is known."""

from __future__ import annotations

from bot.advice.to_question import meant, said
from bot.rules.model.conditions import ALWAYS, Condition, Is
from bot.rules.model.line import Line
from bot.rules.model.project_question import ProjectQuestion

DECIDED = Is("fase", frozenset({"besloten"}))
PROMISE = ProjectQuestion(
    "beloven",
    "Mag ik iets beloven?",
    "toezeggen",
    core=(
        Line("Alleen wat er staat.", DECIDED),
        Line("Nee: {wie} beslist{op_dag}."),
        Line("Nee."),
    ),
    beside=(Line("Zoek het op.", DECIDED), Line("Zeg wanneer zij het horen.")),
)
NOBODY = {"wie": None, "op_dag": ""}


def nothing(condition: Condition) -> bool:
    return condition == ALWAYS


def decided(condition: Condition) -> bool:
    return condition in (ALWAYS, DECIDED)


def told(holds: object, known: dict[str, str | None]) -> list[str]:
    check = decided if holds is decided else nothing
    return [line.text for line in said(PROMISE, "", check, known)]


def test_the_first_that_holds_is_the_answer_and_of_the_rest_all_that_hold() -> None:
    assert told(decided, NOBODY) == [
        "Alleen wat er staat.",
        "Zoek het op.",
        "Zeg wanneer zij het horen.",
    ]


def test_what_is_known_stands_in_its_place() -> None:
    known = {"wie": "de raad", "op_dag": " op 2 februari 2027"}
    assert told(nothing, known)[0] == "Nee: de raad beslist op 2 februari 2027."


def test_a_sentence_about_what_nobody_told_is_not_said() -> None:
    assert told(nothing, NOBODY)[0] == "Nee."


def test_a_question_for_this_kind_of_project_goes_before_the_one_for_all() -> None:
    staff = ProjectQuestion("collegas", "En bij collega’s?", "toezeggen", kinds=("personeel",))
    questions = (PROMISE, staff)
    assert meant(questions, "toezeggen", ("personeel_werkplek", "personeel")) is staff
    assert meant(questions, "toezeggen", ("straat",)) is PROMISE
    assert meant((staff,), "toezeggen", ()) is None
    assert meant(questions, "dwingen", ("personeel",)) is None
