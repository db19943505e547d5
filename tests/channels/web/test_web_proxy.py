"""Behind a proxy with TLS: one page, or two replicas on one PostgreSQL."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pytest

from bot.channels.web.run import Look
from bot.rules.model.pack import Pack
from tests.channels.web.browsing import FORM, Person
from tests.channels.web.conftest import OWNER, ShelfOn, house_in
from tests.channels.web.serving import PUBLIC, Serving, through
from tests.channels.web.test_web_talk import known
from tests.driver import settings_in
from tests.storage.helpers import Server

PAGE = {"Accept": "text/html"}
SECRET = "b" * 44


def test_behind_tls_the_cookie_is_secure(
    tmp_path: Path, packs: Mapping[str, Pack], shelf: ShelfOn
) -> None:
    """Through a proxy that is named, the browser sends it over TLS only and no other site sets it;
    the whole talk goes by it."""
    look = Look(OWNER, per_minute=100_000)
    with house_in(tmp_path, packs, shelf, look, proxies=("127.0.0.1",)) as house:
        client = through(house.port)
        house.clients.append(client)
        answer = client.get("/", headers=PAGE)
        cookie = answer.headers["set-cookie"]
        assert cookie.startswith("__Host-gesprek=")
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=lax"} <= set(cookie.split("; "))
        assert "strict-transport-security" in answer.headers
        person = Person(client)
        person.answer(2)
        assert known(person) == 2
        person.open("/advies")
        assert f'value="{PUBLIC}/kijk/' in person.press("Maak een link om te lezen").html


def test_each_who_comes_by_a_proxy_has_a_pace(
    tmp_path: Path, packs: Mapping[str, Pack], shelf: ShelfOn
) -> None:
    """Of the address that the proxy names, not of the proxy."""
    look = Look(OWNER, per_minute=3)
    with house_in(tmp_path, packs, shelf, look, proxies=("127.0.0.1",)) as house:
        near = house.browser()
        codes = [
            near.get("/", headers=PAGE | {"X-Forwarded-For": f"192.0.2.{place}"}).status_code
            for place in (1, 1, 1, 1, 2)
        ]
    assert codes == [200, 200, 200, 429, 200]


@pytest.mark.postgres
@pytest.mark.slow
def test_two_replicas_are_one_page(tmp_path: Path, server: Server) -> None:
    """Every request goes to the other process: the talk, its screen, its link and its end are those
    of one page, and a form that comes to both counts once."""
    settings = replace(settings_in(tmp_path), database=server.blank("replicas"))
    more = {
        "SAMENWERKWIJZER_GEHEIM": SECRET,
        "SAMENWERKWIJZER_PROXIES": "127.0.0.1",
        "SAMENWERKWIJZER_ADRES": PUBLIC,
    }
    with ExitStack() as stack:
        ports = []
        for name in ("een", "twee"):
            own = replace(settings, data=tmp_path / name)
            serving = Serving(own, more)
            stack.callback(serving.stop)
            ports.append(serving.port)
        person = Person(stack.enter_context(through(*ports)))
        person.answer(5)
        before = known(person)
        assert before >= 3
        assert len({person.open().words for _ in range(4)}) == 1
        action, fields = person.fields(person.page.answers[0])
        sent = [
            person.client.post(action, content=urlencode(fields), headers=FORM) for _ in range(3)
        ]
        assert [answer.status_code for answer in sent] == [200] * 3
        assert known(person) == before + 1
        person.open("/advies")
        page = person.press("Maak een link om te lezen").html
        link = next(part for part in page.split('"') if part.startswith(f"{PUBLIC}/kijk/"))
        stranger = stack.enter_context(through(*ports))
        assert [stranger.get(link, headers=PAGE).status_code for _ in range(2)] == [200] * 2
        person.open("/wis")
        person.press("Ja, wis alles")
        assert [stranger.get(link, headers=PAGE).status_code for _ in range(2)] == [410] * 2
        assert known(person) == 0
