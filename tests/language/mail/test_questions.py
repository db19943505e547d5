"""The questions of a message: found, in order, and each with what it asks."""

from __future__ import annotations

import pytest

from bot.language.mail.questions import MOST, read


def asked(text: str) -> list[str]:
    return [question.bare for question in read(text).questions]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Ik vraag me af of we dat moeten doen.", "of we dat moeten doen?"),
        ("Wij vragen ons af hoe lang dit duurt.", "hoe lang dit duurt?"),
        ("Graag hoor ik wie er beslist.", "wie er beslist?"),
        ("Kunt u aangeven wanneer de termijn begint?", "wanneer de termijn begint?"),
        ("Kun je mij vertellen of de raad dit vaststelt?", "of de raad dit vaststelt?"),
        ("We zouden graag willen weten welke regels gelden.", "welke regels gelden?"),
        ("Ik ben benieuwd of er een model is.", "of er een model is?"),
        ("Het is ons niet duidelijk of inspraak moet.", "of inspraak moet?"),
        ("Weten jullie wie dit betaalt?", "wie dit betaalt?"),
        ("Wij vernemen graag welke gevolgen dat heeft.", "welke gevolgen dat heeft?"),
        ("Mijn teamleider vraagt ook of wij verzekerd zijn.", "of wij verzekerd zijn?"),
        ("Ten tweede of dat zonder loting mag.", "of dat zonder loting mag?"),
        ("Mag een kern van ons formaat\n(21.000 mensen) dat zelf?",
         "Mag een kern van ons formaat (21.000 mensen) dat zelf?"),
        ("Mijn vraag is: mag de raad dit weigeren?", "mag de raad dit weigeren?"),
        ("Ten tweede: hoe lang duurt een burgerberaad?", "hoe lang duurt een burgerberaad?"),
        ("moeten wij een verordening hebben", "moeten wij een verordening hebben?"),
        ("de ontwikkelaar vraagt subsidie, mag dat zomaar?",
         "de ontwikkelaar vraagt subsidie, mag dat zomaar?"),
    ],
)  # fmt: skip
def test_a_question_is_found_in_every_shape(text: str, bare: str) -> None:
    """With a sign, indirect, behind a lead; what is asked is left."""
    assert asked(text) == [bare]


@pytest.mark.parametrize(
    "text",
    [
        "Kunt u mij hierbij helpen?",
        "Kun jij onderstaande vragen beantwoorden?",
        "Hoe gaat het met je?",
        "Ik hoor graag van u.",
        "Graag uw reactie.",
        "Wij hebben een aantal vragen over het groen.",
        "Wij richten de straat opnieuw in.",
        "De buurt is boos en de raad besluit in juni.",
    ],
)
def test_what_asks_nothing_is_no_question(text: str) -> None:
    """Politeness, an announcement, a statement."""
    assert asked(text) == []


@pytest.mark.parametrize("mark", ["1. {}\n2. {}", "1) {}\n2) {}", "- {}\n- {}", "• {}\n• {}",
                                  "a. {}\nb. {}", "Vraag 1: {}\nVraag 2: {}"])  # fmt: skip
def test_a_list_of_questions_is_a_question_each(mark: str) -> None:
    """Also an item that says only what it is about."""
    text = "Wij hebben twee vragen:\n" + mark.format(
        "de termijn voor zienswijzen", "Mag de raad dit?"
    )
    assert asked(text) == ["de termijn voor zienswijzen?", "Mag de raad dit?"]


def test_a_list_that_asks_nothing_is_told() -> None:
    """Nobody announced questions."""
    message = read("Dit speelt er:\n1. de buurt is boos\n2. er is weinig tijd")
    assert message.questions == ()
    assert message.told == "Dit speelt er:\nde buurt is boos\ner is weinig tijd"


def test_two_questions_in_one_sentence_are_two() -> None:
    """Only where both say something of their own."""
    assert asked("Moeten we een verordening hebben en wat als dat niet lukt?") == [
        "Moeten we een verordening hebben?",
        "Wat als dat niet lukt?",
    ]
    assert asked("Hoe en wanneer begint het?") == ["Hoe en wanneer begint het?"]
    assert asked("Wie mag er meedoen en wie niet?") == ["Wie mag er meedoen en wie niet?"]


def test_a_question_that_leans_belongs_to_what_was_said_before() -> None:
    """ "Klopt dat?" asks what the sentence before it says."""
    only = read("De raad moet zeventig procent steun hebben. Klopt dat?").questions
    assert [one.text for one in only] == ["De raad moet zeventig procent steun hebben. Klopt dat?"]
    assert asked("Mag de raad dit weigeren? Zo ja, hoe dan?") == ["Mag de raad dit weigeren?"]
    assert len(asked("Mag de raad dit weigeren? Zo nee, wie betaalt dan de schade?")) == 2


def test_facts_and_questions_of_one_message_are_both_kept() -> None:
    """What is told is no question, and what is asked is not told."""
    message = read("We gaan de straat openbreken. Bewoners zijn boos. Moeten we nu inspraak geven?")
    assert message.told == "We gaan de straat openbreken.\nBewoners zijn boos."
    assert message.questions[0].before == "Bewoners zijn boos."


def test_abbreviations_end_no_sentence() -> None:
    """Nor does the number of an article."""
    assert asked("Geldt art. 150 Gemeentewet o.a. voor ons?") == [
        "Geldt art. 150 Gemeentewet o.a. voor ons?"
    ]


def test_there_is_an_end_to_questions() -> None:
    """Nobody makes the model read for minutes."""
    assert len(asked("Mag de raad dit nu? " * 400)) == MOST


def test_what_is_told_before_a_question_in_one_sentence_is_told() -> None:
    """And the question is a question; a condition belongs to it."""
    told = "bewoners willen zelf het groen doen en vragen het geld"
    message = read(f"{told}, moeten we dat geven")
    assert message.told == told
    assert [one.text for one in message.questions] == ["moeten we dat geven"]
    whole = "als de raad op die avond iets anders kiest, wat moet ik dan doen"
    assert [one.text for one in read(whole).questions] == [whole]


def test_what_hangs_on_the_first_half_is_asked_with_it() -> None:
    """ "Wat hangt daaraan" says nothing alone; "hoe gaat dat" neither; "dit jaar" is a time."""
    assert asked("Is er een potje, en wat voor eisen hangen daaraan?") == [
        "Is er een potje, en wat voor eisen hangen daaraan?"
    ]
    assert asked("Zij wil een voorstel doen aan de raad. Weten jullie hoe dat gaat?") == [
        "Zij wil een voorstel doen aan de raad?"
    ]
    assert asked("Mag inspraak in juli?\nWanneer is de kermis dit jaar?") == [
        "Mag inspraak in juli?",
        "Wanneer is de kermis dit jaar?",
    ]


def test_in_a_list_too_only_what_asks_is_a_question() -> None:
    """What is told before it in one item is told."""
    text = "Twee vragen:\n1. Een man van elders wil graag reageren, mag hij dat?\n2. Tot wanneer?"
    assert asked(text)[:1] == ["mag hij dat?"]


def test_formal_ways_to_ask_are_heard() -> None:
    """Two in one sentence, also with a semicolon between them; a request to be told something."""
    assert asked("Graag verneem ik wie hier beslist en of wij een zienswijze kunnen geven.") == [
        "wie hier beslist?",
        "Of wij een zienswijze kunnen geven?",
    ]
    assert asked("Mag de raad dit; en wie betaalt de bus?") == [
        "Mag de raad dit?",
        "wie betaalt de bus?",
    ]
    assert asked("Wij verzoeken u ons te berichten of inspraak verplicht is.") == [
        "of inspraak verplicht is?"
    ]
    assert asked("Bij ons leeft de vraag of een motie bindt.") == ["of een motie bindt?"]
    assert not asked("Collega's, kunnen jullie deze oppakken?")


def test_a_question_in_a_table_stands_apart_from_its_number() -> None:
    """As a mail program sends it."""
    row = "<tr><td>Vraag 1</td><td>Mag de raad dit weigeren?</td></tr>"
    assert asked(f"<html><table>{row}</table></html>") == ["Mag de raad dit weigeren?"]


def test_what_is_listed_after_a_request_is_a_question_each() -> None:
    """ "Graag uw antwoord op:" announces, and asks nothing itself."""
    text = "Graag uw antwoord op:\n- de manier waarop je dat meet;\n- het aantal avonden."
    assert asked(text) == ["de manier waarop je dat meet?", "het aantal avonden?"]


@pytest.mark.parametrize("own", ["Zie onder, en: mag de raad nee zeggen?", ""])
def test_a_mail_that_points_down_asks_what_stands_below_too(own: str) -> None:
    """Quoted with signs, or sent on."""
    text = f"Hoi,\n\n{own}\n\nGroet, Bo\n\n> Van: Ali\n> Aan: Bo\n>\n> Hoe lang duurt dat?"
    mine = ["mag de raad nee zeggen?"] if own else []
    assert asked(text)[-1] == "Hoe lang duurt dat?"
    assert len(asked(text)) == len(mine) + 1


def test_what_is_quoted_stays_set_aside_where_nobody_points_there() -> None:
    """An answer to an earlier mail asks its own questions only."""
    own = "Dank. Mag de raad nu ook nog nee zeggen, of is het dan te laat voor hem?"
    assert asked(f"{own}\n\n> Hoe lang duurt dat?") == [own.removeprefix("Dank. ")]
