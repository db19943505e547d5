"""The one namer: an outcome, a piece and an answer are called the same wherever they are told."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bot.rules.model.answers import UNKNOWN, Answer, chosen, number
from bot.rules.model.book import Cell
from bot.rules.model.content import Form
from bot.rules.model.decisions.rooms import Result
from bot.rules.model.ids import MORE_THAN_ONE, NO_RULE
from bot.rules.model.pack import Division, Pack
from bot.rules.model.questions.question import Option, Question
from bot.words import names

CALM = Question(
    "rustig", "Is het rustig in de buurt?", "yesno", short="Rustig?", per="onderdeel",
    options=(Option("ja", "Ja", "Het is rustig."), Option("nee", "Nee", "Mensen zijn boos.")),
)  # fmt: skip
HOUSES = Question("huizen", "Hoeveel huizen?", "number", short="Aantal huizen", unit="huizen")
MISSED = Question(
    "mist", "Wie mis je?", "multi",
    options=(Option("jong", "Jongeren"), Option("oud", "Ouderen", "Ouderen doen niet mee.")),
)  # fmt: skip
PACK = Pack(
    "p", "P", "0" * 12,
    questions=(CALM, HOUSES, MISSED),
    decisions=(),
    advices=(),
    divisions=(
        Division("onderdeel", "Delen?", (Option("of", "Of het komt"), Option("hoe", "Hoe"))),
        Division("groep", "Groepen?", (Option("geraakt", "Wie ernaast woont"),)),
    ),
    forms=(
        Form("samen", "maak het samen", "coproduceren"),
        Form("wacht", "Vraag eerst om ruimte", "eerst ruimte", kind="first"),
        Form("vraag", "laat inwoners adviseren", "adviseren"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("outcome", "said", "compared", "tested"),
    [
        ("samen", "coproduceren", "coproduceren", "coproduceren"),
        ("niet_doen", "niet doen", "niet doen", "niet doen"),
        (NO_RULE, "geen regel die past", "geen advies", "geen regel klopt"),
        (MORE_THAN_ONE, "twee regels die elkaar tegenspreken", "twee adviezen tegelijk",
         "meer regels kloppen"),
        (frozenset(("samen", "niet_doen")), *["coproduceren en niet doen"] * 3),
        (frozenset[str](), "niets", "niets", "niets"),
    ],
)  # fmt: skip
def test_an_outcome_has_one_name(outcome: Result, said: str, compared: str, tested: str) -> None:
    """Its term, or its id as words; where there is none, it reads as the sentence asks."""
    assert names.outcome_name(PACK, outcome) == said
    assert names.outcome_name(PACK, outcome, names.COMPARED) == compared
    assert names.outcome_name(PACK, outcome, names.TESTED) == tested


def test_what_is_then_done_names_the_term_once() -> None:
    """In brackets, unless the verb phrase has it already, or it is only what comes first."""
    told = [names.deed(PACK, id) for id in ("samen", "vraag", "wacht", "niet_doen")]
    assert told == [
        "maak het samen (coproduceren)", "laat inwoners adviseren", "vraag eerst om ruimte",
        "niet doen",
    ]  # fmt: skip


def test_a_piece_is_called_by_its_label() -> None:
    """A part, a group in it, and the question that is asked of a part."""
    assert names.cell_name(PACK, Cell("hoe", "geraakt")) == "Hoe, Wie ernaast woont"
    assert names.cell_name(PACK, Cell()) == ""
    assert names.piece_name(PACK, "rustig@of") == "Of het komt"
    assert names.question_name(PACK, "rustig@of") == "Rustig? (of het komt)"
    assert names.question_name(PACK, "huizen") == "Aantal huizen"
    assert [names.topic(one) for one in PACK.questions] == ["Rustig", "Aantal huizen", "Wie mis je"]


@pytest.mark.parametrize(
    ("question", "answer", "sentence", "label", "told"),
    [
        (CALM, chosen("nee"), "Mensen zijn boos.", "Nee", "Mensen zijn boos (hoe)."),
        (CALM, chosen("ja", "nee"), "Ja of Nee", "Ja of Nee", "Ja of Nee (hoe)."),
        (CALM, UNKNOWN, "", "weet ik niet", "Rustig (hoe): weet ik niet"),
        (HOUSES, number(Fraction(3), Fraction(5)), "Aantal huizen 3 tot 5 huizen",
         "3 tot 5 huizen", "Aantal huizen 3 tot 5 huizen (hoe)."),
        (MISSED, chosen("oud", "jong"), "Jongeren Ouderen doen niet mee.", "Jongeren, Ouderen",
         "Jongeren Ouderen doen niet mee (hoe)."),
        (MISSED, Answer(), "", "niets hiervan", "Wie mis je (hoe): niets hiervan"),
    ],
)  # fmt: skip
def test_an_answer_is_a_sentence_or_a_few_words(
    question: Question, answer: Answer, sentence: str, label: str, told: str
) -> None:
    """The sentence of the pack; without one the question and what was chosen."""
    assert names.sentence(question, answer) == sentence
    assert names.label(question, answer) == label
    assert names.answer_told(question, answer, "Hoe") == told
