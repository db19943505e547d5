"""What is set aside of a mail, and what stays."""

from __future__ import annotations

import pytest

from bot.language.mail.layout import laid_out
from bot.language.mail.markup import MOST, plain

QUESTION = "Moet de raad dit vaststellen?"


@pytest.mark.parametrize(
    "salutation",
    [
        "Beste helpdesk,",
        "Geachte heer De Vries,",
        "Hoi",
        "L.S.,",
        "Goedemiddag allemaal,",
        "Dag Jan!",
    ],
)
@pytest.mark.parametrize("between", ["\n\n", "\n", " "])
def test_a_salutation_is_set_aside(salutation: str, between: str) -> None:
    """On a line of its own, or before the first sentence."""
    if between == " " and salutation == "Hoi":
        return  # without a sign or a line end it is the beginning of a sentence
    assert laid_out(f"{salutation}{between}{QUESTION}").body == QUESTION


@pytest.mark.parametrize(
    "end",
    [
        "\n\nMet vriendelijke groet,\nJan\n06-12345678",
        " Met vriendelijke groet, Jan",
        "\nmvg\nJan",
        "\nGroetjes Jan",
        "\n\nAlvast bedankt,\n\nHartelijke groeten,\nJan de Vries",
        "\nHoogachtend,\n\nnamens het team",
        "\n--\nJan de Vries, gemeente Voorbeeld",
        "\nVerzonden vanaf mijn iPhone",
    ],
)
def test_an_end_is_set_aside(end: str) -> None:
    """With all that stands below it: a name, a function, a number."""
    letter = laid_out(QUESTION + end)
    assert letter.body == QUESTION
    assert letter.is_mail


def test_a_thank_you_and_an_afterthought_end_nothing() -> None:
    """What comes after "alvast bedankt" or as a PS still counts."""
    text = "Mag dit?\nAlvast bedankt.\nEn mag dat?\nGroet, Jan\nPS: wie beslist er?"
    assert laid_out(text).body == "Mag dit?\nEn mag dat?\nwie beslist er?"


@pytest.mark.parametrize(
    "below",
    [
        "> Mag het groen weg?\n> Groet",
        "Van: Piet <piet@voorbeeld.nl>\nVerzonden: dinsdag\nAan: Jan\nOnderwerp: groen\n\nMag het?",
        "-----Oorspronkelijk bericht-----\nMag het groen weg?",
        "Op di 12 mei 2026 om 09:14 schreef Piet <piet@voorbeeld.nl>:\nMag het groen weg?",
        "________________________________\nMag het groen weg?",
        "From: Piet\nSent: Tuesday\nTo: Jan\nSubject: green\n\nMay it go?",
    ],
)
def test_an_earlier_mail_is_set_aside(below: str) -> None:
    """Quoted, or below a header."""
    own = "We willen bomen kappen in het park bij de school en de buurt weet het nog niet."
    assert laid_out(f"{own}\n\n{below}").body == own


def test_a_mail_that_is_only_sent_on_means_the_earlier_one() -> None:
    """ "Zie onder" asks nothing."""
    letter = laid_out(
        f"Zie onder.\n\nVan: Piet\nVerzonden: dinsdag\n\nBeste Jan,\n{QUESTION}\nPiet"
    )
    assert letter.earlier.startswith(QUESTION)


def test_headers_above_are_set_aside() -> None:
    """Copied along with the mail."""
    assert laid_out(f"Van: Piet\nAan: Jan\nOnderwerp: vraag\n\n{QUESTION}").body == QUESTION


def test_lines_that_were_broken_off_are_one_again() -> None:
    """Items of a list and paragraphs stay apart."""
    long = "Wij gaan in het voorjaar de straat opnieuw inrichten en"
    assert laid_out(f"{long}\nwillen weten wat mag.\n1. dit\n2. dat").body == (
        f"{long} willen weten wat mag.\n1. dit\n2. dat"
    )


def test_html_is_read_as_a_person_sees_it() -> None:
    """Without style, scripts and what was quoted; items of a list keep their numbers."""
    html = (
        "<html><head><style>p{}</style></head><body><p>Beste&nbsp;Jan,</p><script>x()</script>"
        "<p>Mag\ndit?</p><ol><li>ja</li><li>nee</li></ol><blockquote>oud</blockquote></body></html>"
    )
    lines = [line for line in plain(html).split("\n") if line.strip()]
    assert lines == ["Beste Jan,", "Mag dit?", "1. ja", "2. nee"]


@pytest.mark.parametrize("html", ["<p>", "<div" * 50_000, "<p>" * 70_000, "<p>a" + "&#x" * 60_000])
def test_html_without_end_is_bounded(html: str) -> None:
    """What is broken or endless comes to something, and to no more than was allowed."""
    assert len(plain(html + "x" * MOST)) <= 2 * MOST
