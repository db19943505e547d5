"""Sentences, words, official words and figures: the measures by themselves."""

import pytest

from bot.workbench.taal.jargon import ABBREVIATIONS, JARGON, abbreviations_in, jargon_in
from bot.workbench.taal.measures import flesch_douma, forms_of_address, passives, sentence_lengths
from bot.workbench.taal.text import plain, sentences, words

EASY = "Bel drie bewoners. Vraag wat zij willen. Schrijf het op. Laat het aan de wethouder zien."
HARD = (
    "Ingevolge de participatieverordening dient voorafgaand aan de besluitvorming inzichtelijk "
    "gemaakt te worden welke belanghebbenden geraadpleegd zijn omtrent de uitgangspunten."
)


def test_markdown_is_taken_off_and_a_paragraph_becomes_one_line():
    body = "# Kop\nEen **vette** zin\ndie doorloopt.\n\n- punt [een](https://x.nl)\n- punt `twee`"
    assert plain(body) == ["Kop", "Een vette zin die doorloopt.", "punt een", "punt"]


def test_a_line_and_a_full_stop_end_a_sentence_but_a_date_does_not():
    body = "Dat mag. Vanaf 1 januari 2027 niet meer.\n\n- Bel eerst\n- Schrijf dan"
    assert sentences(body) == [
        "Dat mag.",
        "Vanaf 1 januari 2027 niet meer.",
        "Bel eerst",
        "Schrijf dan",
    ]


def test_a_number_is_no_word_and_a_hyphen_joins():
    assert words("De 3 auto's van wijk-teams, één!") == ["De", "auto's", "van", "wijk-teams", "één"]


def test_addresses_commands_and_placeholders_are_not_read():
    assert plain(
        "Typ /verwijder of ga naar https://x.nl/a. {naam} leest uitdaagrecht.nl niet."
    ) == ["Typ  of ga naar   leest  niet."]


def test_easy_scores_above_sixty_and_official_below_thirty():
    assert flesch_douma(EASY) > 90
    assert flesch_douma(HARD) < 30


def test_nothing_scores_as_easy():
    assert flesch_douma("") == 100.0


def test_sentence_lengths_name_the_sentence():
    assert sentence_lengths("Kom maar. Wij zijn er al.") == [
        (2, "Kom maar."),
        (4, "Wij zijn er al."),
    ]


def test_there_are_at_least_sixty_official_words_each_with_another():
    assert len(JARGON) >= 60
    assert all(plain_word and plain_word != word for word, plain_word in JARGON.items())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Derhalve ga je door.", ["derhalve"]),
        ("Dit is conform het besluit.", ["conform"]),
        ("De geldende regels.", ["geldend"]),
        ("Welke vorm past?", []),
        ("De vorm, welke past.", ["welke"]),
        ("Een inzakelijk woord met tenzijn.", []),
    ],
)
def test_official_words_are_found_as_whole_words(text, found):
    assert [word for word, _ in jargon_in(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Neem bijv. de raad.", ["bijv."]),
        ("Zie art. 150.", ["art."]),
        ("Dit is kunst en art. Daarna komt meer.", []),
        ("Vraag het o.a. aan de griffier.", ["o.a."]),
        ("Kijk op overheid.nl. Daar staat het.", []),
    ],
)
def test_abbreviations_are_found(text, found):
    assert [short for short, _ in abbreviations_in(text)] == found
    assert all(ABBREVIATIONS[short] for short in found)


def test_u_is_noticed_but_not_inside_quotes():
    assert forms_of_address("Zet uw naam erbij.") == (True, False)
    assert forms_of_address("Zeg: “wij horen u”. Dat helpt je.") == (False, True)


def test_a_passive_is_hinted_at():
    assert passives("Het plan wordt door de raad vastgesteld.") != []
    assert passives("De raad stelt het plan vast. Het wordt laat.") == []
