"""Kill the page's server at random moments: no acknowledged answer is lost, none counts twice."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from threading import Timer
from urllib.parse import urlencode

import httpx
import pytest

from bot.bootstrap import build_secret, build_store
from bot.dialogue import state_versions
from bot.settings import Settings
from bot.storage.keys import conversation_key, open_text
from tests.amounts import times
from tests.channels.web.browsing import FORM, Page, Person
from tests.channels.web.serving import Serving
from tests.driver import settings_in
from tests.storage.helpers import Server

KILLS = times(10, 100)


def answers(settings: Settings, person: Person) -> dict[str, object]:
    """The answers that are kept of a visitor."""
    name = person.client.cookies["gesprek"].split(".")[0]
    store = build_store(settings)
    secret = build_secret(settings)
    saved = store.load(conversation_key(secret, "web", name))
    store.close()
    state = state_versions.from_json(open_text(secret, saved.state)) if saved else None
    return dict(state.project.book.answers) if state and state.project else {}


TOGETHER = {"voorgeschiedenis", "wie_mist"}
"""What one turn answers on one screen; every other turn answers one question."""


def survive(settings: Settings, kills: int) -> None:
    """Answer under fire: a form that got no answer is sent again, the same one."""
    chance, serving = Random(16), Serving(settings)
    try:
        with httpx.Client(base_url=serving.address, follow_redirects=True, timeout=30) as client:
            person = Person(client)
            person.answer(0)
            counted = 0
            for _ in range(kills):
                before = answers(settings, person)
                action, fields = _choice(person)
                _killed_in(serving, person, action, fields, chance)
                assert before.items() <= answers(settings, person).items()
                serving.start()
                person.post(action, fields)
                after = answers(settings, person)
                assert before.items() <= after.items()
                new = after.keys() - before.keys()
                assert len(new) <= 1 or new == TOGETHER
                counted += len(after) > len(before)
                again = answers(settings, person)
                person.post(action, fields)
                assert answers(settings, person) == again, "a form that comes twice counts once"
                if _is_done(person):
                    client.cookies.clear()
                    person.answer(0)
            assert counted >= kills // 3
    finally:
        serving.kill()


def _choice(person: Person) -> tuple[str, list[tuple[str, str]]]:
    """The first thing that can be chosen, as a form."""
    page = person.open()
    ticks = next((form for form in page.forms if form.ticks), None)
    if ticks is not None:
        return ticks.action, [*ticks.hidden, ("vink", ticks.ticks[0][1])]
    return person.fields(page.answers[0])


def _killed_in(
    serving: Serving,
    person: Person,
    action: str,
    fields: list[tuple[str, str]],
    chance: Random,
) -> None:
    """Send a form, and kill the server in the middle of it, or a little later."""
    kill = Timer(chance.random() * 0.03, serving.kill)
    kill.start()
    with suppress(httpx.TransportError):
        person.client.post(action, content=urlencode(fields), headers=FORM)
    kill.join()


def _is_done(person: Person) -> bool:
    """Whether a complete advice stands on the screen."""
    page: Page = person.open()
    return "bericht--advice" in page.html and not any(
        "Dit is genoeg" in each for each in page.answers
    )


@pytest.mark.slow
@pytest.mark.timeout(times(900, 0))
def test_killed_at_random_moments_nothing_is_lost(tmp_path: Path) -> None:
    """On SQLite."""
    survive(settings_in(tmp_path), KILLS)


@pytest.mark.postgres
@pytest.mark.slow
@pytest.mark.timeout(times(900, 0))
def test_killed_with_postgresql_nothing_is_lost(tmp_path: Path, server: Server) -> None:
    """On PostgreSQL."""
    survive(replace(settings_in(tmp_path), database=server.blank("pagina")), KILLS)
