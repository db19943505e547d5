"""A conversation over our double with the real language worker: it starts with a free text."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest

from bot import bootstrap, settings
from bot.channels.telegram.run import run_polling
from bot.language.model.training import ensure_world
from bot.language.rasa.understander import RasaUnderstander
from bot.packs.danger import DOUBT, load_guards, load_literal
from tests.channels.telegram.double import Double
from tests.channels.telegram.killing import Record, Screen
from tests.channels.telegram.on_air import QUICK, running
from tests.channels.telegram.phones import DoublePhone
from tests.channels.telegram.test_telegram_conversations import Visitor

pytestmark = pytest.mark.rasa
FIRST = "Bewoners van de Kerkstraat willen zelf een speeltuin beheren, de wethouder is voor"


@pytest.fixture(scope="module")
def rasa() -> Iterator[RasaUnderstander]:
    """The understanding that people get."""
    own = settings.read({})
    ensure_world(settings.ROOT, print)
    packs = bootstrap.advising_packs(own)
    doubts = load_guards(settings.ROOT, own.knowledge, pytest.fail, DOUBT)
    literal = load_literal(settings.ROOT)
    understander = RasaUnderstander(
        packs, settings.ROOT, own.models, timeout=30.0, doubts=doubts, literal=literal
    )
    try:
        assert understander.wait(1800), understander.status()
        yield understander
    finally:
        understander.close()


@pytest.fixture
def person(
    rasa: RasaUnderstander, double: Double, records: Callable[[int], Record]
) -> Iterator[Visitor]:
    """Somebody before the whole bot."""
    conversation = bootstrap.build_conversation(settings.read(os.environ), understander=rasa)
    phone = DoublePhone(double, 8101)
    try:
        with running(run_polling, conversation, phone.token, base_url=phone.url, tuning=QUICK):
            yield Visitor(phone, records(phone.person))
    finally:
        conversation._store.close()


def _to_the_advice(person: Visitor, new: list[Screen]) -> Screen:
    for _ in range(40):
        if "Dit is een advies" in new[-1].text:
            return new[-1]
        labels = [label for label, _ in new[-1].buttons]
        done = [label for label in labels if label.startswith("Klaar")]
        new = person.taps((done or labels)[0]) or person.phone.screen()[-1:]  # a tick says nothing
    raise AssertionError("no advice after forty taps")


def test_a_first_message_in_own_words_leads_to_an_advice(person: Visitor, double: Double) -> None:
    """It is understood, said back, confirmed, not asked again, and an advice follows."""
    said = person.says(FIRST)
    assert "Dit begrijp ik" in said[-1].text
    assert "Inwoners begonnen dit plan" in said[-1].text
    assert double.made("sendChatAction")
    advice = _to_the_advice(person, person.taps("Klopt"))
    asked = "\n".join(message.text for message in person.phone.screen())
    assert "Van wie is dit plan" not in asked
    assert "<b>" in advice.text
