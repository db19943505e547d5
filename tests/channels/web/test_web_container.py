"""What a container starts: the page, and Telegram beside it when there is a token."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.health import SIGNS
from bot.packs.errors import Report
from bot.packs.text.source import read_document
from bot.settings import ROOT
from tests.channels.telegram import double as doubles
from tests.channels.telegram.double import TOKEN
from tests.channels.web.browsing import Person
from tests.channels.web.serving import Serving
from tests.channels.web.test_web_talk import known
from tests.driver import settings_in

SET_BY_THE_IMAGE = {"SAMENWERKWIJZER_DATA", "SAMENWERKWIJZER_TAAL"}
FOR_TESTS = {"TELEGRAM_BASE_URL"}


@contextmanager
def started(folder: Path, more: Mapping[str, str]) -> Iterator[Person]:
    """The command with this environment, and a visitor of its page."""
    serving = Serving(settings_in(folder), more)
    try:
        with httpx.Client(base_url=serving.address, follow_redirects=True, timeout=30) as client:
            yield Person(client)
    finally:
        serving.stop()


@pytest.fixture
def service() -> Mapping[str, Any]:
    """The one service of the compose file."""
    compose: Any = read_document(ROOT / "docker-compose.yml", Report())
    found: Mapping[str, Any] = compose["services"]["bot"]
    return found


@pytest.mark.slow
def test_with_a_token_telegram_is_beside_the_page(tmp_path: Path) -> None:
    """One process answers both."""
    with doubles.running() as double:
        more = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_BASE_URL": double.url}
        with started(tmp_path, more) as person:
            double.type(7, "/start")
            double.wait_for(lambda: double.chat(7), 60)
            person.answer(2)
            assert known(person) == 2


@pytest.mark.slow
@pytest.mark.parametrize("token", ["", "1:fout"])
def test_without_a_good_token_the_page_is_there(tmp_path: Path, token: str) -> None:
    """Telegram is left alone, or its refusal is told to who runs the bot; the page goes on."""
    with doubles.running() as double:
        more = {"TELEGRAM_TOKEN": token, "TELEGRAM_BASE_URL": double.url}
        with started(tmp_path, more) as person:
            if token:
                double.wait_for(lambda: "token" in (tmp_path / SIGNS).read_text("utf-8"), 60)
            person.answer(2)
            assert known(person) == 2
            assert not double.calls


def test_compose_hands_on_every_setting(service: Mapping[str, Any]) -> None:
    """But those that the image itself sets; none must be there."""
    table = (ROOT / "docs/settings.md").read_text("utf-8")
    settings = set(re.findall(r"^\| `([A-Z_]+)`", table, re.MULTILINE))
    assert set(service["environment"]) == settings - SET_BY_THE_IMAGE - FOR_TESTS
    assert set(service["environment"].values()) == {None}
