"""A talk is carried to the page and away from it."""

from __future__ import annotations

import re

from bot.dialogue.messages import Said, Say, Started, Tapped
from tests.channels.web.browsing import Person
from tests.channels.web.conftest import House

PAGE = {"Accept": "text/html"}
CODE = re.compile(r"ga-[A-Za-z0-9_-]{24}")


def code_of_telegram(house: House) -> str:
    """Somebody on Telegram has one answer, and asks for a code."""
    talk = house.conversation

    def do(update: str, what: Started | Said | Tapped) -> list[Say]:
        key = talk.handle("telegram", "7", update, what)
        says = [out.reply for out in talk.outgoing(key) if isinstance(out.reply, Say)]
        for out in talk.outgoing(key):
            talk.sent(out.id)
        return says

    do("1", Started())
    first = do("2", Said("/advies"))[-1]
    do("3", Tapped(first.buttons[0].data))
    found = CODE.search(do("4", Said("/meenemen"))[-1].text)
    assert found
    return found[0]


def test_looking_at_the_link_uses_nothing_up(house: House, person: Person) -> None:
    """A preview fetches it, and tells nobody whether it works; then a press of the button counts,
    once."""
    link = f"/meenemen/{code_of_telegram(house)}"
    preview = house.browser()
    for _ in range(3):
        answer = preview.get(link, headers=PAGE)
        assert answer.status_code == 200
        assert 'content="noindex' in answer.text
    wrong = preview.get("/meenemen/ga-" + "A" * 24, headers=PAGE)
    assert wrong.status_code == 200, "who guesses learns nothing"
    assert preview.get("/meenemen/x", headers=PAGE).status_code == 404
    person.open(link)
    page = person.press("Ga hier verder")
    assert "Je gesprek staat nu ook hier." in page.words
    assert len([a for a in page.answers if a.startswith("Verander je antwoord")]) == 1
    later = house.person()
    later.open(link)
    assert "Deze code werkt hier niet." in later.press("Ga hier verder").words


def test_an_open_talk_on_a_shared_computer_is_not_taken_over_in_silence(
    house: House, person: Person
) -> None:
    """It is asked; a no leaves it."""
    person.answer(3)
    before = [a for a in person.page.answers if a.startswith("Verander je antwoord")]
    person.open(f"/meenemen/{code_of_telegram(house)}")
    page = person.press("Ga hier verder")
    assert "Hier staat al een gesprek" in page.words
    person.press("Nee, laat dit staan")
    now = [a for a in person.page.answers if a.startswith("Verander je antwoord")]
    assert now == before


def test_from_the_page_a_code_goes_to_telegram(house: House, person: Person) -> None:
    """By the button beside the talk; as a command while the bot's name is not known."""
    known = [a for a in person.answer(3).answers if a.startswith("Verander je antwoord")]
    page = person.press("Ga verder op een ander scherm")
    found = re.search(r"/start (ga-[A-Za-z0-9_-]{24})", page.words)
    assert found
    house.conversation.handle("telegram", "8", "1", Started(found[1]))
    glance = house.conversation.glance("telegram", "8")
    assert glance
    assert len(glance.answers) == len(known)
