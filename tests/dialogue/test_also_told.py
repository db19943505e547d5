"""What a text tells of questions that are not asked of this project: nothing of it gets lost."""

from __future__ import annotations

from bot.dialogue.focus import Confirm, KeepLine
from bot.dialogue.messages import Said, Tapped, Understanding
from bot.dialogue.turn import Shelf

from .small import told
from .test_lens import Person

STORY = "bewoners willen een tuin, het college beslist in maart"


def said(text: str, understanding: Understanding) -> Said:
    """This was typed, and understood so."""
    return Said(text, understanding)


def kept(person: Person) -> list[str]:
    """The sentences that are kept for the papers."""
    assert person.state.project is not None
    return [line for _, line in person.state.project.told]


def test_who_decides_is_kept_where_residents_began(shelf: Shelf) -> None:
    """It is no question there, so that it is told beside the answers and kept with their yes."""
    person = Person(shelf)
    read = told(
        STORY,
        wie_begint="inwoners: bewoners willen een tuin",
        wie_beslist="college: het college beslist in maart",
    )
    screen = person.do(said(STORY, read)).text
    assert "• Inwoners begonnen dit plan. (“bewoners willen een tuin”)" in screen
    assert "Ook gehoord: “het college beslist in maart”." in screen
    assert "Het college beslist." not in screen
    person.tap("Klopt")
    assert kept(person) == ["Bewoners willen een tuin.", "Het college beslist in maart."]
    assert person.state.project is not None
    assert "wie_beslist" not in person.state.project.book.answers


def test_what_an_answer_came_from_is_kept_for_the_papers(shelf: Shelf) -> None:
    """A letter has to say what it is about, also where that was heard as an answer; a clause that
    nobody read is shown, and kept with the same yes. A question is not."""
    person = Person(shelf)
    text = "bewoners willen een tuin, de grond is van de kerk. kan ik dat weigeren?"
    screen = person.do(said(text, told(text, wie_begint="inwoners: bewoners willen een tuin")))
    assert "Ook gehoord: “de grond is van de kerk”." in screen.text
    person.tap("Klopt")
    assert kept(person) == ["Bewoners willen een tuin.", "De grond is van de kerk."]


def test_what_stands_in_the_words_of_an_answer_is_not_told_twice(shelf: Shelf) -> None:
    """Two things were read in one sentence, and one of them is asked."""
    person = Person(shelf)
    text = "bewoners willen een tuin en de raad vindt het prima"
    read = told(text, wie_begint=f"inwoners: {text}", wie_beslist="raad: de raad vindt het prima")
    assert "Ook gehoord" not in person.do(said(text, read)).text


def test_one_sentence_about_it_later_is_offered_to_be_kept(shelf: Shelf) -> None:
    """In the middle of the questions; it is not passed over in silence."""
    person = Person(shelf)
    person.tap("Advies")
    person.tap("Van inwoners: zij willen het zelf doen")
    text = "het college beslist in maart"
    person.do(said(text, told(text, wie_beslist=f"college: {text}")))
    assert isinstance(person.state.focus, KeepLine)
    person.tap("Ja, onthoud het")
    assert kept(person) == ["Het college beslist in maart."]


def test_the_words_of_an_answer_that_no_longer_counts_are_kept(shelf: Shelf) -> None:
    """Who decides was told first, and that residents began only after it."""
    person = Person(shelf)
    text = "het college beslist in maart, mensen maken zich zorgen"
    read = told(
        text, wie_beslist="college: het college beslist in maart", spanning="bezorgd: mensen maken"
    )
    person.do(said(text, read))
    assert isinstance(person.state.focus, Confirm)
    person.tap("Klopt")
    person.tap("Van inwoners: zij willen het zelf doen")
    assert "Ik hoorde wel: “het college beslist in maart”. Dat bewaar ik voor je stukken." in [
        say.text for say in person.said
    ]
    assert "Het college beslist in maart." in kept(person)


def test_what_a_button_said_has_no_words_to_keep(shelf: Shelf) -> None:
    """It may count again, and is in nobody's words."""
    person = Person(shelf)
    for label in ("Advies", "Van ons, de gemeente", "Bijna alles"):
        person.tap(label)
    changes = [one.data for one in person.do(Said("/overzicht")).buttons]
    person.do(Tapped(next(data for data in changes if data.endswith("wijzig:wie_begint"))))
    person.tap("Van inwoners: zij willen het zelf doen")
    assert "Dit telt nu niet meer mee: Wat kan er nog anders." in person.said[0].text
    assert kept(person) == []


def test_with_one_answer_that_decides_nothing_it_waits_for_a_yes(shelf: Shelf) -> None:
    """Nothing is kept in silence beside what is only noted."""
    person = Person(shelf)
    person.tap("Advies")
    person.tap("Van inwoners: zij willen het zelf doen")
    text = "de jeugd zie ik nog niet, het college beslist in maart"
    read = told(
        text,
        wie_mist="jongeren: de jeugd zie ik nog niet",
        wie_beslist="college: het college beslist in maart",
    )
    assert "Ook gehoord" in person.do(said(text, read)).text
    assert kept(person) == []


def test_what_stands_beside_a_clash_comes_after_the_choice(shelf: Shelf) -> None:
    """A correction often tells more than what it corrects: that gets lost no more than the rest."""
    person = Person(shelf)
    person.do(said("wij doen dit", told("wij doen dit", wie_begint="gemeente: wij doen dit")))
    person.tap("Klopt")
    text = "bewoners vroegen erom, er is 40.000 euro voor borden"
    person.do(said(text, told(text, wie_begint="inwoners: bewoners vroegen erom")))
    assert "40.000 euro voor borden" in person.tap("Van inwoners").text
    person.tap("Klopt")
    assert "Er is 40.000 euro voor borden." in kept(person)
