"""What stands before every page: headers, limits, kind errors, and nothing in a log."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import httpx
import pytest

from bot.channels import serving
from bot.channels.web import guard
from bot.channels.web.run import Look
from bot.rules.model.pack import Pack
from bot.storage.errors import StorageError
from tests.channels.web.browsing import FORM, Person
from tests.channels.web.conftest import OWNER, House, ShelfOn, house_in

PAGE = {"Accept": "text/html"}


def test_every_answer_keeps_a_browser_safe(house: House, person: Person) -> None:
    """Pages, files, errors and redirects; nothing inline stands in a page."""
    person.answer(2)
    client = house.browser()
    for path in ("/", "/static/pagina.css", "/bestaat-niet", "/wis", "/sw.js"):
        answer = client.get(path, headers=PAGE)
        assert answer.headers["content-security-policy"] == guard.POLICY
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "server" not in answer.headers
        assert "style=" not in answer.text.split("</head>")[-1] or path.startswith("/static")
    assert "<script>" not in person.page.html
    assert " onclick" not in person.page.html


def test_the_cookie_says_nothing_and_only_the_server_reads_it(house: House) -> None:
    """One cookie, that scripts can't see and other sites don't send."""
    cookies = house.browser().get("/", headers=PAGE).headers.get_list("set-cookie")
    assert len(cookies) == 1
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(cookies[0].split("; "))


def test_a_cookie_that_was_made_up_is_a_new_visitor(house: House, person: Person) -> None:
    """Also one that was changed a little."""
    person.answer(2)
    own = person.client.cookies["gesprek"]
    for made_up in (own[:-1] + ("0" if own[-1] != "0" else "1"), "x.1.e.y", "x", own + ".z"):
        other = Person(house.browser())
        other.client.cookies.set("gesprek", made_up, domain="localhost.local")
        assert "Advies voor mijn project" in other.open().answers


def test_errors_are_kind_and_in_dutch(house: House) -> None:
    """For a person a page, for a program a problem (RFC 9457)."""
    client = house.browser()
    page = client.get("/bestaat-niet", headers=PAGE)
    assert page.status_code == 404
    assert "Deze pagina is er niet" in page.text
    problem = client.get("/bestaat-niet", headers={"Accept": "application/json"})
    assert problem.headers["content-type"] == "application/problem+json"
    assert problem.json()["status"] == 404
    assert problem.json()["title"] == "Deze pagina is er niet"
    assert client.put("/", headers=PAGE).status_code == 405


def test_too_much_and_nonsense_are_refused(house: House, person: Person) -> None:
    """A form of a megabyte, no form at all, signs that are no text, a thousand fields."""
    person.open()
    post = person.client.post
    assert post("/beurt", content=b"tekst=" + b"x" * 100_000, headers=FORM).status_code == 413
    assert post("/beurt", json={"tekst": "x"}).status_code == 415
    assert post("/beurt", content=b"\xff\xfe=1", headers=FORM).status_code == 400
    many = "&".join(f"vink={number}" for number in range(1000))
    assert post("/beurt", content=many, headers=FORM).status_code == 400
    assert "Advies voor mijn project" in person.open().answers


def test_headers_that_are_too_long_or_too_slow_are_cut_off(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line is closed, and others are served meanwhile."""
    monkeypatch.setattr(serving, "HEADERS_TIME", 0.2)
    with socket.create_connection(("127.0.0.1", house.port), 10) as slow:
        slow.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Lang: ")
        assert house.browser().get("/", headers=PAGE).status_code == 200
        slow.settimeout(5)
        assert slow.recv(1) == b""
    with socket.create_connection(("127.0.0.1", house.port), 10) as long:
        long.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Lang: " + b"x" * 40_000 + b"\r\n\r\n")
        assert b" 431 " in long.recv(200)


def test_a_form_that_drips_in_is_let_go(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """After its time it gets an answer, whatever is still to come."""
    monkeypatch.setattr("bot.channels.body.BODY_TIME", 0.2)
    with socket.create_connection(("127.0.0.1", house.port), 10) as slow:
        head = b"POST /beurt HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900\r\n"
        slow.sendall(head + b"Content-Type: application/x-www-form-urlencoded\r\n\r\ntekst=")
        slow.settimeout(5)
        assert b" 408 " in slow.recv(200)


def test_another_name_for_this_computer_is_refused(house: House) -> None:
    """A site that lets its name point here gets no page (DNS rebinding)."""
    answer = house.browser().get("/", headers=PAGE | {"Host": "kwaad.example"})
    assert answer.status_code == 421


@pytest.fixture
def slow_house(tmp_path: Path, packs: Mapping[str, Pack], shelf: ShelfOn) -> Iterator[House]:
    """A page that takes five requests a minute."""
    with house_in(tmp_path, packs, shelf, Look(OWNER, per_minute=5)) as house:
        yield house


def test_one_address_has_a_pace(slow_house: House) -> None:
    """Then it is asked to wait; what was said is not lost."""
    client = slow_house.browser()
    codes = [client.get("/", headers=PAGE).status_code for _ in range(8)]
    assert codes == [200] * 5 + [429] * 3


def test_a_proxy_is_believed_only_when_it_is_named(house: House) -> None:
    """Nobody gets a pace of their own, or a page over TLS, by saying so."""
    said = {"X-Forwarded-For": "1.2.3.4", "X-Forwarded-Proto": "https"}
    answer = house.browser().get("/", headers=PAGE | said)
    assert "strict-transport-security" not in answer.headers
    assert "Secure" not in answer.headers["set-cookie"]


def test_a_storage_that_is_away_is_told_and_nothing_is_lost(
    house: House, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """503 while it lasts; then the same form counts."""
    person.answer(1)
    action, fields = person.fields(person.page.answers[0])
    with monkeypatch.context() as away:

        def gone(*_: object) -> None:
            raise StorageError("weg")

        away.setattr(house.conversation._store, "load", gone)
        answer = person.client.post(action, data=dict(fields), headers=PAGE)
        assert answer.status_code == 503
        assert "Wat je al zei, is bewaard" in answer.text
    person.post(action, fields)
    assert person.open().title


def test_no_log_and_no_error_holds_what_was_typed(
    house: House, person: Person, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Also when something breaks in the middle of it."""
    sentence = "paarse olifanten dansen"

    def broken(_self: object, text: str, *_: object) -> None:
        raise ValueError(f"kan {text} niet aan")

    with caplog.at_level(logging.DEBUG):
        person.open()
        monkeypatch.setattr(type(house.conversation._understander), "understand", broken)
        form = next(form for form in person.page.forms if "tekst" in form.texts)
        answer = person.client.post(
            form.action, data=dict([*form.hidden, ("tekst", sentence)]), headers=PAGE
        )
    assert answer.status_code == 500
    assert sentence not in answer.text
    assert sentence not in caplog.text
    assert "ValueError at" in caplog.text


def test_files_may_be_kept_for_ever_and_pages_never(house: House, person: Person) -> None:
    """A file's address changes with the file."""
    page = person.open()
    sheet = next(part for part in page.html.split('"') if part.startswith("/static/pagina.css"))
    client = house.browser()
    assert "immutable" in client.get(sheet).headers["cache-control"]
    assert client.get("/static/pagina.css").headers["cache-control"] == "no-cache"
    assert client.get("/static/../site.py").status_code == 404
    assert client.get("/", headers=PAGE).headers["cache-control"] == "no-store"


def test_before_anything_is_chosen_little_comes_over_the_line(house: House, person: Person) -> None:
    """The first page with all that it needs stays below 150 kB, gzipped as it is sent."""
    page = person.open()
    files = {part for part in page.html.split('"') if part.startswith("/static/")}
    sizes = []
    for file in (*files, "/sw.js"):
        with house.browser().stream("GET", file, headers={"Accept-Encoding": "gzip"}) as answer:
            sizes.append(sum(map(len, answer.iter_raw())))
    assert len(sizes) >= 6
    assert sum(sizes) + len(page.html.encode()) < 150_000


def test_time_is_left_for_others(house: House) -> None:
    """Requests of many at once are all answered."""
    begun = time.monotonic()
    with httpx.Client(base_url=house.address) as client:
        assert all(client.get("/", headers=PAGE).status_code == 200 for _ in range(30))
    assert time.monotonic() > begun
