"""A question is answered first; what leans on an answer; what is out of scope; two misses."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.dialogue import wording
from bot.dialogue.messages import Say
from bot.dialogue.places import wording as sentences
from bot.dialogue.speech import ENGLISH
from bot.language.plain.plain import PlainUnderstander
from tests.driver import Driver, driver_in

TERM = "Moeten we voor 2027 een participatieverordening hebben?"
MAIL = f"Beste collega,\n\n1. {TERM}\n2. Hoe laat gaat het zwembad open?\n\nGroet,\nJan"


@pytest.fixture
def driver(tmp_path: Path) -> Driver:
    driver = driver_in(tmp_path, PlainUnderstander(ready=True))
    driver.begin()
    return driver


def texts(driver: Driver, text: str) -> list[str]:
    return [reply.text for reply in driver.line(text) if isinstance(reply, Say)]


def interviewed(driver: Driver) -> str:
    """Inside the interview; the question that is open."""
    driver.choose("Advies voor mijn project")
    return texts(driver, f"[{driver.screen[0].label}]")[-1]


def misses(driver: Driver) -> bool:
    """Whether a human is offered after this text."""
    return sentences.NOT_UNDERSTOOD_TWICE in texts(driver, "xqzt vbnm")


def notes(driver: Driver) -> list[tuple[str, str, str]]:
    return [(note.kind, note.about, note.text) for _, note in driver.conversation.notes()]


# --- mails ------------------------------------------------------------------------------------


def test_every_question_of_a_mail_is_answered_numbered(driver: Driver) -> None:
    """In its order; what is not known is said, with whom to ask."""
    first, second = texts(driver, MAIL)
    assert first.startswith(f"**1. {TERM}**")
    assert "Gemeentewet, artikel 150" in first
    assert second.startswith("**2. Hoe laat gaat het zwembad open?**\nDaarop heb ik geen antwoord.")
    assert "griffier" in second


def test_of_several_questions_each_says_as_which_it_was_read(driver: Driver) -> None:
    """An answer to another question than was asked must be seen at once."""
    asked = "1. deadline participatieverordening?\n2. Hoe laat gaat het zwembad open?"
    first, _ = texts(driver, f"Beste collega,\n\n{asked}\n\nGroet,\nJan")
    told = wording.FAQ_READ_AS.format(question=TERM)
    assert first.startswith(f"**1. Deadline participatieverordening?**\n{told}\n")
    assert told not in texts(driver, MAIL)[0]


def test_a_mail_in_the_interview_leaves_the_question_where_it_was(driver: Driver) -> None:
    """It is answered first, and then the same question comes again."""
    asked = interviewed(driver)
    assert texts(driver, MAIL)[-1] == asked


def test_in_the_talk_what_has_no_answer_is_one_line(driver: Driver) -> None:
    """It names what was not answered, and whom to ask; what has an answer comes first."""
    first, missed = texts(
        driver, f"{TERM} Hoe laat gaat het zwembad open? Hoeveel kost een kaartje?"
    )
    assert "Gemeentewet, artikel 150" in first
    assert "“Hoe laat gaat het zwembad open” en “Hoeveel kost een kaartje”" in missed
    assert "griffier" in missed


def test_first_aid_comes_before_what_has_no_answer(driver: Driver) -> None:
    """Who stands before a furious hall tomorrow is helped, and not told what is not known."""
    text = "hoi. morgenavond inloop 19.30 in de zaal. ze zijn woest, alle bomen weg. wat doe ik"
    told = "\n".join(texts(driver, text))
    assert "Morgen, begin 19:30" in told
    assert sentences.NO_ANSWER not in told


@pytest.mark.parametrize(
    "scrap",
    [
        "Is al aangenomen bij de grote begroting.",
        "Moet 22 april langs de beide raden.",
        "Waarin dan???",
        "Weet jij n goed antwoord.",
        "Hoe kunnen ze dan ooit een taart bakken.",
    ],
)
def test_what_only_looks_like_a_question_is_not_told_to_have_no_answer(
    driver: Driver, scrap: str
) -> None:
    """A scrap, or a question to nobody."""
    told = texts(driver, f"{TERM} {scrap}")
    assert "Gemeentewet, artikel 150" in told[0]
    assert all(scrap.rstrip(".?") not in text for text in told)
    assert all(
        sentences.NO_ANSWER not in text for text in texts(driver, f"Zo is het hier. {scrap}")
    )


# --- what the rules say now -------------------------------------------------------------------


def test_what_people_may_do_is_told_from_the_rules_as_they_stand(driver: Driver) -> None:
    """What is still possible and on what it hangs; then the interview goes on."""
    asked = interviewed(driver)
    told, again = texts(driver, "mogen ze nu meebeslissen of niet")
    assert told.startswith("Dat staat nog niet vast.")
    assert "Dat hangt nog af van" in told
    assert again == asked


def test_without_a_project_it_is_no_question_about_the_rules(driver: Driver) -> None:
    """Nothing is known yet."""
    told = texts(driver, "mogen bewoners nu meebeslissen")
    assert not any(text.startswith("Dat staat nog niet vast") for text in told)


@pytest.mark.parametrize("plea", ["snap ik niet", "leg uit", "wat bedoel je", "uitleg graag"])
def test_a_plea_for_an_explanation_is_no_answer(driver: Driver, plea: str) -> None:
    """The question is explained, and comes again."""
    asked = interviewed(driver)
    explained, again = texts(driver, plea)
    assert again == asked
    assert len(explained) > 20
    assert wording.NOT_UNDERSTOOD not in explained


def test_a_question_can_be_asked_inside_the_interview(driver: Driver) -> None:
    """ "Ik heb een vraag" is no answer, and there is a way back."""
    interviewed(driver)
    assert texts(driver, "ik heb een vraag") == [wording.ASK_ME]
    texts(driver, f"[{driver.screen[0].label}]")
    texts(driver, f"[{driver.screen[0].label}]")
    assert wording.ON_WITH_QUESTIONS in [button.label for button in driver.screen]


# --- what leans on the answer just before -----------------------------------------------------


def answered(driver: Driver) -> None:
    """The term was asked, and answered."""
    assert "Gemeentewet" in texts(driver, f"Beste,\n{TERM}\nGroet, Jan")[0]


@pytest.mark.parametrize(
    "text", ["waar staat dat?", "geef me een link", "bron?", "welk artikel is dat"]
)
def test_where_an_answer_stands_is_told_with_links(driver: Driver, text: str) -> None:
    """Of the answer that was given just before."""
    answered(driver)
    assert "https://wetten.overheid.nl" in texts(driver, text)[0]


def test_a_next_question_leans_on_the_answer(driver: Driver) -> None:
    """It is asked back which one is meant."""
    answered(driver)
    assert texts(driver, "en als we te laat zijn met de verordening?") == [wording.FOUND]
    assert driver.screen[0].label == "Wat gebeurt er als onze verordening te laat is?"


def test_only_the_answer_just_before_is_leaned_on(driver: Driver) -> None:
    """After something else it means nothing."""
    answered(driver)
    driver.line("[Advies voor mijn project]") if "Advies voor mijn project" in [
        button.label for button in driver.screen
    ] else texts(driver, "/nieuw")
    assert not any("wetten.overheid.nl" in text for text in texts(driver, "waar staat dat?"))


def test_a_complaint_is_counted_for_its_answer(driver: Driver) -> None:
    """And nothing of the text is kept, unless somebody types it on purpose."""
    answered(driver)
    assert sentences.NO_HELP in texts(driver, "daar heb ik niks aan")[0]
    assert driver.conversation.counts() == {("helpt_niet", "verordening_2027"): 1}
    assert notes(driver) == []
    driver.choose(sentences.TELL_MISSING)
    texts(driver, "ik mis de datum, bel me op 06-12345678")
    assert notes(driver) == [
        ("ontbreekt", "verordening_2027", "ik mis de datum, bel me op [telefoonnummer]")
    ]


# --- what was not understood ------------------------------------------------------------------


def test_after_two_misses_a_human_is_offered(driver: Driver) -> None:
    """In a row: what was understood in between starts it anew."""
    assert not misses(driver)
    assert misses(driver)
    assert [button.label for button in driver.screen]
    driver.line("hoi")
    assert not misses(driver)


def test_what_was_not_understood_is_kept_after_a_yes_alone(driver: Driver) -> None:
    """And goes with everything else of this person."""
    misses(driver)
    misses(driver)
    assert notes(driver) == []
    driver.choose_old(sentences.TELL_UNHEARD)
    driver.say("mijn vraag ging over bijen")
    assert notes(driver) == [("niet_begrepen", "", "mijn vraag ging over bijen")]
    driver.say("/verwijder")
    driver.choose(wording.FORGET_YES)
    assert notes(driver) == []


def test_a_prompt_for_the_editor_can_be_left(driver: Driver) -> None:
    """ "Laat maar" is not kept."""
    misses(driver)
    misses(driver)
    driver.choose_old(sentences.TELL_UNHEARD)
    driver.say("laat maar")
    assert notes(driver) == []


# --- out of scope, English, personal ----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("hoe vraag ik een uitkering aan", "werk en inkomen"),
        ("wanneer wordt het grofvuil opgehaald", "klantcontactcentrum"),
        ("ik kan niet inloggen op mijn laptop", "helpdesk ICT"),
        ("hoeveel vakantiedagen heb ik nog", "personeelszaken"),
        ("mijn buurman wil een echtscheiding", "Juridisch Loket"),
    ],
)
def test_out_of_scope_says_where_to_go(driver: Driver, text: str, where: str) -> None:
    """By its kind, and what this bot can do."""
    told = texts(driver, text)[0]
    assert told.startswith(sentences.NOT_MINE)
    assert where in told
    assert sentences.MINE in told


def test_english_gets_one_english_sentence(driver: Driver) -> None:
    """And Dutch with a loan word gets none."""
    assert texts(driver, "what can the residents decide")[0] == ENGLISH
    assert ENGLISH not in texts(driver, "het project heeft geen support")


def test_what_points_to_a_person_is_warned_for_and_not_kept(driver: Driver) -> None:
    """Also where a text is kept: the name of a project."""
    interviewed(driver)
    driver.say("/naam")
    told = texts(driver, "bel jan 06-12345678")
    assert told[0] == sentences.PERSONAL_TYPED.format(kinds="een telefoonnummer")
    assert "06-12345678" not in "".join(told)
    assert sentences.PERSONAL_TYPED.format(kinds="een adres") not in texts(
        driver, "de Lindestraat 12 tot 40"
    )
