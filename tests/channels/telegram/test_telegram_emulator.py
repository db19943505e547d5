"""Whole conversations against the independent emulator (npm ``telegram-test-api``).

What it lacks is tried on our own double, in ``test_telegram_double.py``; what it does otherwise
than Telegram is put right in ``tests/emulator/start.js``, which says what.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from bot.channels.telegram.run import run_polling
from bot.dialogue.messages import Said, Started, Tapped
from tests.channels.telegram.echo import Echo
from tests.channels.telegram.emulator.telegram_emulator import Emulator, Person
from tests.channels.telegram.on_air import QUICK, running

pytestmark = pytest.mark.node
NUMBERS = itertools.count(5001)


@pytest.fixture
def person(emulator: Emulator) -> Person:
    return emulator.person(next(NUMBERS))


@pytest.fixture
def talking(emulator: Emulator, echo: Echo) -> Iterator[Echo]:
    with running(run_polling, echo, emulator.token, base_url=emulator.url, tuning=QUICK):
        yield echo


def test_a_conversation(person: Person, talking: Echo) -> None:
    """A deep link, a tap that collapses the question, a text, a command."""
    person.type("/start passende-samenwerking")
    question = person.expect()[0]
    assert question.text.startswith("<b>Kleur</b> &amp; smaak")
    assert [button["text"] for button in question.buttons] == ["Rood", "Blauw", "Meer"]

    person.tap(question, "Rood")
    assert person.expect()[0].text == "Je koos k:rood."
    collapsed = person.screen()[0]
    assert collapsed.text == "Kleur &amp; smaak &lt;?&gt; passende-samenwerking\n\n✓ Rood"

    person.type("Bewoners willen een speeltuin & een <hek>")
    assert person.expect()[0].text == "Je zei: Bewoners willen een speeltuin &amp; een &lt;hek&gt;"
    person.type("/terug")
    assert person.expect()[0].text == "Je zei: /terug"
    assert [what for _, what in talking.handled] == [
        Started("passende-samenwerking"),
        Tapped("k:rood"),
        Said("Bewoners willen een speeltuin & een <hek>"),
        Said("/terug"),
    ]


def test_long_texts(person: Person, talking: Echo) -> None:
    """What is too long for one message comes in pieces, buttons under the last."""
    person.type("lang")
    parts = person.expect(3)
    assert [bool(part.buttons) for part in parts] == [False, False, True]
    assert sum(part.text.count("woord") for part in parts) == 12 * 120


def test_people_do_not_mix(emulator: Emulator, talking: Echo) -> None:
    """Ten people at once, each in order."""
    people = [emulator.person(next(NUMBERS)) for _ in range(10)]
    for number in range(3):
        for one in people:
            one.type(f"{one.number}: {number}")
    for one in people:
        texts = [shown.text for shown in one.expect(3, timeout=20)]
        assert texts == [f"Je zei: {one.number}: {number}" for number in range(3)]


def test_what_came_while_the_bot_was_away(emulator: Emulator, person: Person, echo: Echo) -> None:
    """Is answered when it is back; what was answered before is not repeated."""
    with running(run_polling, echo, emulator.token, base_url=emulator.url, tuning=QUICK):
        person.type("een")
        person.expect()
    person.type("twee")
    with running(run_polling, echo, emulator.token, base_url=emulator.url, tuning=QUICK):
        assert person.expect()[0].text == "Je zei: twee"
    assert len(person.screen()) == 2
