"""What a text says literally is proposed with its words; what it only seems to say is not.

The model in these tests says nothing, or is sure of the worst answer.
"""

from __future__ import annotations

import pytest
import yaml

from bot.dialogue.messages import Understanding
from bot.language.model.examples import lesson
from bot.language.model.parsed import Found, Parsed
from bot.language.reading import understood
from bot.language.understand import Context
from bot.packs.danger import DOUBT, LITERAL, load_guards, load_literal
from bot.settings import ROOT
from tests import shelf

DOUBTS = load_guards(ROOT, ROOT / "knowledge", pytest.fail, DOUBT)
ROWS = (ROOT / "tests" / "language" / "guards" / "feiten.tsv").read_text("utf-8").splitlines()
"""A sentence, a tab, and the answer that it is; with a - for one that it only seems to be."""
TOLD = [tuple(row.split("\t")) for row in ROWS]
PACK = shelf.packs()[shelf.DEFAULT]
LESSON = lesson([PACK], DOUBTS, load_literal(ROOT))


def told(text: str, *found: Found, asked: str | None = None) -> Understanding:
    """What is understood of a text, with what a model finds in it."""
    parsed = Parsed((("beschrijving", 1.0),), found)
    return understood(text, Context(PACK, asked), lambda said: parsed, LESSON)


def facts(text: str, *found: Found) -> set[str]:
    """Every answer that is read."""
    return {f"{name}.{value}" for name, values in told(text, *found).answers for value in values}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("besluit vd raad volgt in juni", "wie_beslist.raad"),
        ("B&W heeft het 12 jan besloten", "wie_beslist.college"),
        ("B&W heeft het 12 jan besloten", "fase.besloten"),
        ("vergunning geeft de burgemeester", "wie_beslist.burgemeester"),
        ("de directie tekent volgende week", "wie_beslist.organisatie"),
        ("het is er al door", "fase.besloten"),
        ("het ontwerp ligt ter inzage", "fase.ontwerp"),
        ("kan niks meer aan veranderd worden", "te_kiezen.niets"),
        ("hoogstens nog de kleur van de stenen", "te_kiezen.paar"),
        ("hoe de hal eruit komt te zien is nog open", "te_kiezen.paar"),
        ("alles ligt nog open", "te_kiezen.alles"),
        ("bewoners kwamen ermee", "wie_begint.inwoners"),
        ("plan is van de ontwikkelaar", "wie_begint.derde"),
        ("woningcorporatie wil drie flats slopen", "wie_begint.derde"),
        ("in opdracht van het college", "wie_begint.gemeente"),
        ("vorige keer trok niemand zich er iets van aan", "voorgeschiedenis.genegeerd"),
        ("beloofd door de vorige wethouder", "voorgeschiedenis.beloofd"),
        ("we zien nooit jongeren op een avond", "wie_mist.jongeren"),
        ("er zaten alleen grijze haren in de zaal", "wie_mist.jongeren"),
        ("ze moesten het uit de krant halen", "voorgeschiedenis.te_laat"),
    ],
)
def test_what_is_said_literally_is_read_without_a_model(text: str, fact: str) -> None:
    """In many voices, without a subject, with abbreviations."""
    assert fact in facts(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("het is nog niet besloten door het college", "fase.besloten"),
        ("als de raad heeft besloten gaan we verder", "fase.besloten"),
        ("ik hoorde dat het college heeft besloten", "fase.besloten"),
        ("heeft de raad al iets besloten?", "fase.besloten"),
        ("er is niets beloofd aan de buurt", "voorgeschiedenis.beloofd"),
        ("het hoeft niet naar de raad", "wie_beslist.raad"),
        ("de planning staat vast", "fase.besloten"),
        ("college wil wel", "wie_begint.gemeente"),
        ("wij gaan daar niet over", "wie_begint.gemeente"),
        ("jongeren missen we niet", "wie_mist.jongeren"),
    ],
)
def test_what_is_denied_asked_supposed_or_passed_on_is_not(text: str, fact: str) -> None:
    """Nor what only looks like it."""
    assert fact not in facts(text)


@pytest.mark.parametrize(("text", "fact"), [row for row in TOLD if row[1][0] != "-"])
def test_what_people_plainly_say_is_read(text: str, fact: str) -> None:
    """In the word orders of Dutch, of every body, with abbreviations."""
    assert fact in facts(text)


@pytest.mark.parametrize(("text", "fact"), [row for row in TOLD if row[1][0] == "-"])
def test_what_only_seems_so_is_not(text: str, fact: str) -> None:
    """Denied, asked, passed on, advised, an opinion, a wish later in the text."""
    assert fact[1:] not in facts(text)


def test_the_table_is_large_enough() -> None:
    """Of both."""
    assert sum(fact[0] == "-" for _, fact in TOLD) >= 60
    assert sum(fact[0] != "-" for _, fact in TOLD) >= 60


def test_what_is_open_goes_before_what_is_fixed() -> None:
    """A part that is fixed leaves the rest to choose."""
    said = facts("daar is geen keus in. waar de bomen komen kan nog schuiven")
    assert "te_kiezen.paar" in said
    assert "te_kiezen.niets" not in said


def test_two_answers_that_cannot_both_be_so_are_none() -> None:
    """The question is asked."""
    said = facts("het college stelt de regels vast en de raad beslist over het geld")
    assert not {one for one in said if one.startswith("wie_beslist.")}


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("we zijn er bijna, voor 11 jan ligt t ter inzage", "ligt t ter inzage", "fase.besloten"),
        ("vorig jaar ging t mis met het vuur", "ging t mis", "voorgeschiedenis.mislukt"),
        ("het plein wordt autovrij en dat staat vast", "dat staat vast", "te_kiezen.niets"),
        (
            "hij doet zelf de participatie zegt hij",
            "doet zelf de participatie",
            "raadslijst.participatie",
        ),
    ],
)
def test_a_model_that_hears_too_much_is_not_followed(text: str, words: str, label: str) -> None:
    """What the text excludes, or says no word of, does not count however sure the model is."""
    start = text.index(words)
    found = Found(f"antwoord.{label}", 0.99, start, start + len(words))
    assert label not in facts(text, found)


def test_every_fact_has_its_own_words() -> None:
    """And what could not be placed is told."""
    heard = told("gemeente sluit de balie, de raad beslist in mei, er zit een bakker naast")
    words = {name: one.words for name, one in heard.evidence}
    assert words["wie_begint"] == "gemeente sluit de balie"
    assert words["wie_beslist"] == "de raad beslist in mei"
    assert heard.unplaced == ("er zit een bakker naast",)


def test_the_question_at_hand_keeps_its_answer() -> None:
    """One reading: what is said literally of another question is read beside it."""
    text = "de gemeente begon dit zelf, en de raad beslist in mei"
    found = Found("antwoord.wie_begint.gemeente", 0.99, 0, 26)
    heard = dict(told(text, found, asked="wie_begint").answers)
    assert heard["wie_begint"] == ("gemeente",)
    assert heard["wie_beslist"] == ("raad",)


def test_every_name_in_the_table_is_an_answer_of_the_pack() -> None:
    """Of the phrases, of what excludes an answer, and of what an answer gives way to."""
    table = load_literal(ROOT)
    known = {f"{one.id}.{option.id}" for one in PACK.questions for option in one.options}
    asked = {one.id for one in PACK.questions}
    assert set(table.said.kinds) | set(table.out.kinds) <= known
    assert set(table.anchors.kinds) <= known | asked
    assert frozenset().union(*table.yields.values()) <= known
    assert frozenset().union(*table.stays.values()) <= set(DOUBTS.kinds)


def test_what_speaks_for_itself_gets_no_meaning_of_the_question_at_hand() -> None:
    """Who decides, said while it is asked who began: the model's guess at the question goes."""
    guess = Parsed((("antwoord.wie_begint.gemeente", 0.3), ("vraag.planning", 0.1)), ())
    text = "het advies komt in maart, de burgemeester beslist in april"
    context = Context(PACK, "wie_begint")
    answers = understood(text, context, lambda said: guess, LESSON).answers
    assert answers == (("wie_beslist", ("burgemeester",)),)


def test_no_small_word_alone_is_a_fact() -> None:
    """Where all but one word of a phrase may lack, "pas" alone would be one."""
    table = yaml.safe_load((ROOT / LITERAL).read_text("utf-8"))
    phrases = [str(text) for kind in table["soorten"] for text in kind.get("zinnen", ())]
    needed = {text: [w for w in text.split() if w[0] not in "(!^~.*,$"] for text in phrases}
    alone = [text for text, words in needed.items() if len(words) < 2 and "(" in text]
    assert [text for text in alone if any(len(w) < 6 for w in needed[text][0].split("/"))] == []
