"""Answers in the names of an earlier version of a pack go on in the names of today."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.packs.load import load_pack
from bot.rules.model.answers import SKIPPED, UNKNOWN, Answer, chosen, number
from bot.rules.model.book import AnswerBook
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Option, Question
from bot.rules.todays_names import Today

NAMED = Path(__file__).parent / "vernoemd"


@pytest.fixture(scope="module")
def now() -> Pack:
    """The pack with other names."""
    return load_pack(NAMED / "nu")


@pytest.fixture(scope="module")
def today(now: Pack) -> Today:
    """What its old names are today."""
    return Today(now)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # a question and its options are called otherwise
        ({"doel": chosen("kennis")}, {"nodig": chosen("beeld")}),
        ({"doel": chosen("kennis", "draagvlak")}, {"nodig": chosen("beeld", "steun")}),
        ({"aantal": number(20, 50)}, {"mensen": number(20, 50)}),
        ({"doel": UNKNOWN}, {"nodig": UNKNOWN}),
        ({"doel": SKIPPED}, {"nodig": SKIPPED}),
        # it keeps its id, or an option does
        ({"ruimte": chosen("niets")}, {"te_kiezen": chosen("niets")}),
        ({"bestuur": chosen("volgt")}, {"bestuur": chosen("volgt")}),
        # two options are one now
        ({"ruimte": chosen("paar")}, {"te_kiezen": chosen("iets")}),
        ({"ruimte": chosen("paar", "veel")}, {"te_kiezen": chosen("iets")}),
        ({"gevolgen": chosen("hinder", "geluid")}, {"gevolgen": chosen("last")}),
        ({"gevolgen": Answer(chosen("hinder").values, chosen("geluid").values)},
         {"gevolgen": chosen("last")}),
        ({"gevolgen": chosen()}, {"gevolgen": chosen()}),
        # a choice became yes or no
        ({"mandaat": chosen("akkoord")}, {"mandaat": chosen("ja")}),
        ({"mandaat": chosen("tegen")}, {"mandaat": chosen("nee")}),
        # two questions are one now, with the same answer
        ({"ruimte": chosen("paar"), "speelruimte": chosen("veel")}, {"te_kiezen": chosen("iets")}),
        ({"ruimte": chosen("paar"), "speelruimte": UNKNOWN}, {"te_kiezen": chosen("iets")}),
    ],
)  # fmt: skip
def test_an_answer_goes_on(
    today: Today, before: dict[str, Answer], after: dict[str, Answer]
) -> None:
    """And nothing has to be asked again."""
    moved = today.moved(AnswerBook(before))
    assert dict(moved.book.answers) == after
    assert (moved.again, moved.dropped, moved.undivided) == ((), (), ())


@pytest.mark.parametrize(
    ("before", "again"),
    [
        ({"doel": chosen("maken")}, "nodig"),
        ({"doel": chosen("maken", "kennis")}, "nodig"),
        ({"ruimte": chosen("niets"), "speelruimte": chosen("veel")}, "te_kiezen"),
        ({"ruimte": chosen("dat_kent_niemand")}, "te_kiezen"),
        ({"doel": number(3)}, "nodig"),
    ],
)
def test_what_was_split_or_contradicts_is_asked_again(
    today: Today, before: dict[str, Answer], again: str
) -> None:
    """An old option that can mean two, two answers that do not go together, or no answer at all."""
    moved = today.moved(AnswerBook(before))
    assert dict(moved.book.answers) == {}
    assert moved.again == (again,)


def test_what_was_dropped_is_let_go_with_the_reason_of_the_pack(today: Today) -> None:
    """A whole question; an option of a choice, which is asked again; one tick of several."""
    before = {
        "weer": chosen("ja"),
        "bestuur": chosen("zwijgt"),
        "gevolgen": chosen("hinder", "geld"),
    }
    moved = today.moved(AnswerBook(before))
    assert dict(moved.book.answers) == {"gevolgen": chosen("last")}
    assert moved.again == ("bestuur",)
    assert [one.why for one in moved.dropped] == [
        "Het weer maakt niet uit.", "Een bestuur zegt altijd iets.", "Geld is geen gevolg.",
    ]  # fmt: skip


def test_only_what_was_answered_is_told(today: Today) -> None:
    """Of what the pack dropped."""
    moved = today.moved(AnswerBook({"bestuur": chosen("weegt"), "gevolgen": chosen("hinder")}))
    assert moved.dropped == ()


def test_only_a_dropped_tick_leaves_nothing(today: Today) -> None:
    """Then it is asked again: that nothing holds was never said."""
    assert today.moved(AnswerBook({"gevolgen": chosen("geld")})).again == ("gevolgen",)


def test_the_pieces_of_a_project_go_along(today: Today) -> None:
    """The pieces themselves, and the answers of each of them, in the order of answering."""
    book = AnswerBook(
        {"ruimte@hoe": chosen("veel"), "ruimte@beheer": chosen("niets"), "doel": chosen("kennis")},
        parts=("hoe", "beheer"),
    )
    moved = today.moved(book)
    assert moved.book.parts == ("inhoud", "beheer")
    assert dict(moved.book.answers) == {
        "te_kiezen@inhoud": chosen("iets"),
        "te_kiezen@beheer": chosen("niets"),
        "nodig": chosen("beeld"),
    }
    order = ("doel", "onderdeel", "ruimte@beheer", "ruimte@hoe")
    assert today.order(order, moved) == (
        "nodig", "onderdeel", "te_kiezen@beheer", "te_kiezen@inhoud",
    )  # fmt: skip
    assert today.cell("hoe") == "inhoud"


def test_pieces_that_are_not_the_same_are_asked_again(today: Today) -> None:
    """The project is in one piece until then."""
    book = AnswerBook(
        {"ruimte@tuin": chosen("veel"), "ruimte@beheer": chosen("niets"), "doel": chosen("kennis")},
        parts=("tuin", "beheer"),
    )
    moved = today.moved(book)
    assert moved.book == AnswerBook({"nodig": chosen("beeld")})
    assert (moved.again, moved.undivided) == (("te_kiezen",), ("onderdeel",))
    assert today.order(("onderdeel", "ruimte@tuin", "doel"), moved) == ("nodig",)


def test_translating_twice_is_translating_once(today: Today) -> None:
    """What is in the names of today stays as it is."""
    once = today.moved(
        AnswerBook({"doel": chosen("kennis"), "ruimte@hoe": chosen("veel")}, parts=("hoe",))
    )
    twice = today.moved(once.book)
    assert twice.book == once.book
    assert (twice.again, twice.dropped, twice.undivided) == ((), (), ())


def test_single_names(today: Today) -> None:
    """A key, an option and a form; what is unknown or was split stays as it is."""
    assert today.key("ruimte@hoe") == "te_kiezen@inhoud"
    assert today.key("weer") == "weer"
    assert today.value("doel", "kennis") == "beeld"
    assert today.value("doel", "maken") == "maken"
    assert today.value("bestuur", "volgt") == "volgt"
    assert today.form("informeren") == "vertellen"
    assert today.form("samen") == "samen"
    assert today.form("dromen") == "dromen"


def test_under_its_old_name_a_question_may_have_meant_the_opposite(now: Pack) -> None:
    """Yes to "is it safe" is no to "is there a risk"; what was said to the new one stays."""
    risk = Question(
        "risico", "Is er een risico?", "yesno", formerly=("gerust",),
        options=(Option("ja", "Ja", formerly=("nee",)), Option("nee", "Nee", formerly=("ja",))),
    )  # fmt: skip
    today = Today(replace(now, questions=(risk,)))
    moved = today.moved(AnswerBook({"gerust": chosen("ja")}))
    assert dict(moved.book.answers) == {"risico": chosen("nee")}
    assert today.moved(moved.book).book == moved.book
    assert today.value("gerust", "nee") == "ja"
