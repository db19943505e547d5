"""A channel that can send of itself asks how it went, once; one that is fetched waits."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.dialogue.messages import Said, Say, Started, Tapped
from bot.dialogue.places.wording import BTN_ASK_LATER, WENT_FORM
from bot.language.plain.plain import PlainUnderstander
from tests.driver import Driver, driver_in

TO_AN_ADVICE = (
    "Advies voor mijn project",
    "Van ons, de gemeente",
    "Een paar dingen",
    "Hulp bij een lastige keuze",
    "We wegen mee en leggen uit",
    "Dit is genoeg",
)


@pytest.fixture
def driver(tmp_path: Path) -> Driver:
    """Somebody who wants to be asked, six weeks later."""
    person = driver_in(tmp_path, PlainUnderstander())
    person.begin()
    for label in TO_AN_ADVICE:
        person.choose(label)
    person.say("/stop")
    person.choose(BTN_ASK_LATER)
    return person


def test_it_is_asked_once_and_to_the_address_of_then(driver: Driver) -> None:
    talk = driver.conversation
    assert talk.ask_due(at=driver.now + timedelta(weeks=5)) == 0
    driver.wait(timedelta(weeks=6))
    assert (talk.ask_due(at=driver.now), talk.ask_due(at=driver.now)) == (1, 0)
    sent = talk.outgoing()
    assert [out.address for out in sent] == [driver.person] * len(sent)
    assert any(isinstance(out.reply, Say) and out.reply.text == WENT_FORM for out in sent)
    talk._store.close()


def test_of_a_page_nobody_is_asked_before_they_come_back(driver: Driver) -> None:
    talk, labels = driver.conversation, iter(range(99))

    def tap(label: str) -> None:
        says = [reply for reply in talk.screen("web", "wieke") if isinstance(reply, Say)]
        data = next(b.data for say in says for b in say.buttons if b.label == label)
        what = Tapped(data)
        talk.handle("web", "wieke", f"u{next(labels)}", what, at=driver.now, fetched=True)

    for label in TO_AN_ADVICE:
        tap(label)
    talk.handle("web", "wieke", "stop", Said("/stop"), at=driver.now, fetched=True)
    tap(BTN_ASK_LATER)
    driver.wait(timedelta(weeks=6))
    assert talk.ask_due(at=driver.now) == 1  # the other one, who can be sent something
    talk.handle("web", "wieke", "back", Started(), at=driver.now, fetched=True)
    shown = [reply.text for reply in talk.screen("web", "wieke") if isinstance(reply, Say)]
    assert WENT_FORM in shown
    talk._store.close()
