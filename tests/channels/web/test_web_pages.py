"""The pages beside the talk: the advice and its link, chapters, questions, a mail, and the small
print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timezone
from pathlib import Path

import pytest

from bot.advice.note import step_lines
from bot.channels.web.advice import LINK_DAYS
from bot.channels.web.assets import STATIC, THEME
from bot.channels.web.theme import theme_faults
from bot.channels.web.visit import SHARED_MINUTES
from bot.dialogue import state_versions
from bot.dialogue.places import tell
from bot.rules.model.content import Source
from bot.rules.model.pack import Pack
from bot.words import evidence
from tests.channels.web.browsing import Person
from tests.channels.web.conftest import House

PAGE = {"Accept": "text/html"}


def link_of(person: Person) -> str:
    """The link that was just made, without its host."""
    made = re.search(r'value="https://hulp\.voorbeeld\.nl(/kijk/[^"]+)"', person.page.html)
    assert made
    return made[1]


# --- the advice -----------------------------------------------------------------------------------


def test_without_a_talk_there_is_no_advice_yet(person: Person) -> None:
    """It says how to get one."""
    assert "Er is nog geen advies" in person.open("/advies").words


def test_the_advice_says_what_the_card_says(house: House, person: Person) -> None:
    """The form, the reasons, the duties, what would change it, and by which rules."""
    person.answer(9)
    page = person.open("/advies")
    look = house.conversation.look("web", _person(house, person), whole=True)
    assert look is not None
    words = " ".join(page.words.split())
    assert look.card.main.headline.lower() in words.lower()
    for text in (*look.card.reasons, *(point.text for point in look.card.points)):
        assert " ".join(text.split()) in words
    assert look.card.rules.version in words
    assert look.why_not
    assert "Dit is een advies. Jullie beslissen." in words


def _person(house: House, person: Person) -> str:
    return person.client.cookies["gesprek"].split(".")[0]


def test_a_colleague_reads_the_advice_by_a_link(house: House, person: Person) -> None:
    """Without a cookie, nothing to change, and for no search engine."""
    person.answer(6)
    person.open("/advies")
    person.press("Maak een link om te lezen")
    link = link_of(person)
    answer = house.browser().get(link, headers=PAGE)
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
    assert "noindex" in answer.headers["x-robots-tag"]
    assert 'method="post"' not in answer.text
    assert _person(house, person) not in answer.text


def test_a_link_ends(house: House, person: Person) -> None:
    """After its days, when it is taken back, and with the talk."""
    person.answer(6)
    links = []
    for _ in range(2):
        person.open("/advies")
        person.press("Maak een link om te lezen")
        links.append(link_of(person))
    assert links[0] != links[1]
    assert "Alle links zijn ingetrokken" not in person.page.words
    person.press("Trek alle links in")
    assert "Alle links zijn ingetrokken" in person.page.words
    stranger = house.browser()
    for link in (*links, "/kijk/geraden"):
        answer = stranger.get(link, headers=PAGE)
        assert answer.status_code == 410
        assert "Deze link werkt niet meer" in answer.text
    person.open("/advies")
    person.press("Maak een link om te lezen")
    link = link_of(person)
    assert stranger.get(link, headers=PAGE).status_code == 200
    person.open("/wis")
    person.press("Ja, wis alles")
    assert stranger.get(link, headers=PAGE).status_code == 410
    assert LINK_DAYS > 0


def test_no_link_is_made_of_what_cannot_be_looked_at(
    house: House, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link that nobody was shown would work for weeks."""
    person.answer(6)
    person.open("/advies")
    action, fields = person.fields("Maak een link om te lezen")
    made: list[object] = []
    share = house.conversation._store.share
    monkeypatch.setattr(house.conversation._store, "share", lambda *a: made.append(a) or share(*a))
    with monkeypatch.context() as newer:
        version = state_versions.VERSION
        newer.setattr(state_versions, "VERSION", version - 1)
        answer = person.client.post(action, data=dict(fields), headers=PAGE)
    assert answer.status_code == 404
    assert made == []
    person.post(action, fields)
    assert len(made) == 1


def test_this_week_has_the_steps_of_the_note(house: House, person: Person) -> None:
    """Those of the kind of project among them; and of the form that one chose oneself."""
    person.answer(0)
    for _ in range(60):
        if "bericht--advice" in person.page.html and "Dit is genoeg" not in " ".join(
            person.page.answers
        ):
            break
        press = person.tick if person.page.ticks else person.press
        press((person.page.ticks or person.page.answers)[0])
    look = house.conversation.look("web", _person(house, person), whole=True)
    assert look is not None
    words = " ".join(person.open("/advies").words.split())
    assert look.card.form is not None
    assert step_lines(look.card)
    for step in step_lines(look.card):
        assert " ".join(step.split()) in words


def test_a_day_begins_at_midnight_where_the_office_is(house: House, person: Person) -> None:
    """Half past midnight in Amsterdam is a new day there, also while it is not yet in London."""
    person.answer(6)
    moment = datetime(2026, 6, 30, 22, 30, tzinfo=timezone.utc)
    house.site.clock = moment.timestamp
    assert house.site.now().date() == date(2026, 7, 1)
    assert "1 juli 2026" in person.client.get("/advies/notitie.md").text


def test_the_desk_says_how_the_understanding_is_doing(house: House, person: Person) -> None:
    """Who gets no answer while the model is not there must know why."""
    status = house.conversation.status()
    assert status in person.open("/beantwoord").words
    page = person.press("Zoek de antwoorden", ("mail", "Wie betaalt de qqq en de zzz?"))
    assert page.words.count(status) == 2


def test_what_would_change_it_is_said_once(house: House, person: Person) -> None:
    """What several advices would follow from stands before all of them, each as a sentence."""
    person.answer(9)
    page = person.open("/advies")
    look = house.conversation.look("web", _person(house, person), whole=True)
    assert look is not None
    told = [" ".join(what.deed.split()) for what in look.card.what_ifs]
    lines = re.findall(r"<li>([^<]+)\. Dan(?: misschien)?: ([^<]+)</li>", page.html)
    assert len({changes for changes, _ in lines}) == len(lines) > 0
    assert sum(deeds.count("; of: ") + 1 for _, deeds in lines) == len(told)


# --- chapters and questions -----------------------------------------------------------------------


def test_every_chapter_and_every_answer_has_an_address(house: House) -> None:
    """With a heading, its words and its sources; the lists lead to each."""
    pack, client = house.pack, house.browser()
    chapters = client.get("/ehbo", headers=PAGE).text
    for chapter in pack.chapters:
        assert f'href="/ehbo/{chapter.slug}"' in chapters
        assert client.get(f"/ehbo/{chapter.slug}", headers=PAGE).status_code == 200
    questions = client.get("/vragen", headers=PAGE).text
    for faq in pack.faqs:
        assert f'href="/vragen/{faq.id}"' in questions
    for faq in pack.faqs[::12]:
        page = client.get(f"/vragen/{faq.id}", headers=PAGE)
        assert page.status_code == 200
        assert all(f'href="{s.url}"' in page.text for s in _sources(pack, faq.sources))
    assert client.get("/vragen/bestaat-niet", headers=PAGE).status_code == 404
    assert client.get("/ehbo/bestaat-niet", headers=PAGE).status_code == 404


def test_a_chapter_leads_to_the_chapters_that_it_names(person: Person, house: House) -> None:
    """By their titles, as the text has them; every chapter names one."""
    titles = {f"/ehbo/{chapter.slug}": chapter.title for chapter in house.pack.chapters}
    for address in titles:
        named = [link for link in person.open(address).links if link[1] in titles]
        assert named, address
        assert all(titles[to] == text for text, to in named)


def _sources(pack: Pack, ids: Sequence[str]) -> list[Source]:
    found = (pack.source(id) for id in ids)
    return [source for source in found if source and source.url and "&" not in source.url]


def test_search_works_as_a_form(person: Person) -> None:
    """It finds both kinds, and says so when it finds nothing."""
    page = person.open("/vragen?zoek=boze+bewoners")
    assert any(address.startswith(("/ehbo/", "/vragen/")) for _, address in page.links)
    assert "Gevonden bij" in page.words
    assert "Niets gevonden" in person.open("/ehbo?zoek=xqzwvk").words


def test_what_was_looked_for_is_shown_as_text(person: Person) -> None:
    """Nobody puts a script in somebody else's page."""
    page = person.open("/vragen?zoek=<script>alert(1)</script>")
    assert "<script>alert" not in page.html


# --- a mail ---------------------------------------------------------------------------------------

MAIL = """Beste mensen,

Wij willen in onze straat een speelplek maken. Moet de gemeente inwoners altijd laten meepraten?
En wie betaalt de krijtjes voor de paarse olifanten?

Met vriendelijke groet,
Jan Jansen, 06-12345678
"""


def test_a_mail_is_answered_and_not_kept(house: House, person: Person) -> None:
    """Each question, with a draft to edit; nothing of it is in a file."""
    person.open("/beantwoord")
    page = person.press("Zoek de antwoorden", ("mail", MAIL))
    assert "gevonden" in page.words
    assert 'id="concept"' in page.html
    assert "06-12345678" not in page.html
    held = b"".join(p.read_bytes() for p in house.folder.rglob("*") if p.is_file())
    assert b"olifanten" not in held
    assert house.kept() == 0


@pytest.mark.parametrize(
    "mail", ["", "   ", "<html><body><p>Hallo</p></body></html>", "x" * 200_000]
)
def test_any_mail_is_answered_and_is_no_error(person: Person, mail: str) -> None:
    """Empty, HTML, English or very long."""
    person.open("/beantwoord")
    page = person.press("Zoek de antwoorden", ("mail", mail))
    assert "Een mail beantwoord" in page.title


@pytest.mark.parametrize(("signs", "is_told"), [(199_000, False), (201_000, True)])
def test_of_a_mail_that_is_cut_that_is_told(person: Person, signs: int, is_told: bool) -> None:
    """Who gets no answer to its last question must know that it was not read."""
    person.open("/beantwoord")
    page = person.press("Zoek de antwoorden", ("mail", "Dag. " * (signs // 5)))
    assert ("Ik las alleen het begin" in page.words) is is_told


# --- the small print ------------------------------------------------------------------------------


def test_the_privacy_page_says_what_is_kept(person: Person) -> None:
    """With the lengths and the days by which the house itself goes."""
    words = " ".join(person.open("/privacy").words.split())
    for told in (
        f"hoogstens {evidence.MOST} tekens",
        f"Dan bewaar ik dat {tell.DAYS} dagen: hoogstens {tell.MOST} tekens",
        f"De link werkt {LINK_DAYS} dagen",
        f"Na {30} dagen stilte",
        f"na {SHARED_MINUTES} minuten",
    ):
        assert told in words


def test_the_statements_say_whom_to_turn_to(house: House) -> None:
    """The owner's own contact, where it was set."""
    client = house.browser()
    for path in ("/privacy", "/toegankelijkheid"):
        page = client.get(path, headers=PAGE).text
        assert "de gemeente Voorbeeld" in page
        assert 'href="mailto:post@voorbeeld.nl"' in page


def test_security_txt_is_there_only_with_a_contact(house: House) -> None:
    """RFC 9116: a contact and a day in the future, at most a year away."""
    from dataclasses import replace

    client = house.browser()
    assert client.get("/.well-known/security.txt").status_code == 404
    house.site.owner = replace(house.site.owner, security="mailto:lek@voorbeeld.nl")
    text = client.get("/.well-known/security.txt").text
    fields = dict(line.split(": ", 1) for line in text.splitlines())
    assert fields["Contact"] == "mailto:lek@voorbeeld.nl"
    until = datetime.fromisoformat(fields["Expires"].replace("Z", "+00:00"))
    assert 0 < (until - datetime.now(timezone.utc)).days < 366


def test_a_municipality_replaces_the_theme_by_one_file(tmp_path: Path) -> None:
    """Only that file is another. What it leaves out stays; without dark colours the dark stays."""
    from bot.channels.web.assets import THEME, Assets

    own = tmp_path / "ons.css"
    own.write_text(":root { --kleur-merk: #006633; }", encoding="utf-8")
    plain, ours = Assets(), Assets(own)
    sheet = ours.file(THEME).plain
    assert sheet.startswith(plain.file(THEME).plain)
    assert sheet.endswith(
        b"@media not (prefers-color-scheme: dark) {\n" + own.read_bytes() + b"\n}\n"
    )
    own.write_text("@media (prefers-color-scheme: dark) { :root { --kleur-merk: #9d9; } }", "utf-8")
    assert Assets(own).file(THEME).plain.endswith(b"\n" + own.read_bytes())
    assert ours.address(THEME) != plain.address(THEME)
    assert ours.address("pagina.css") == plain.address("pagina.css")


@pytest.mark.parametrize(
    ("css", "told"),
    [
        (":root {\n  --kleur-merkk: #063;\n}", "2: --kleur-merkk ken ik niet"),
        (":root {\n  --kleur-merkk: #063;\n}", "Bedoelde je --kleur-merk?"),
        (":root {\n  --leter: Arial;\n}", "2: --leter ken ik niet"),
        (":root {\n  --kleur-merk #063;\n}", "2: achter --kleur-merk ontbreekt een dubbele punt"),
        ("/* een\n regel */ :root {\n --kleur-merk: #063;", "2: deze { wordt nergens gesloten"),
        (":root { --kleur-merk: #063; } }", "1: deze } hoort bij geen {"),
    ],
)
def test_what_a_theme_says_in_vain_is_told(tmp_path: Path, css: str, told: str) -> None:
    """With its line: a browser would pass over it in silence."""
    own = tmp_path / "ons.css"
    own.write_text(css, "utf-8")
    faults = list(theme_faults(own))
    assert any(told in fault for fault in faults), faults
    assert all(fault.startswith(f"{own}:") for fault in faults)


def test_of_a_theme_that_works_nothing_is_told(tmp_path: Path) -> None:
    """Ours, and one with a variable of its own, used and in a comment."""
    own = tmp_path / "ons.css"
    own.write_text("/* --kleur-x { */ a { --huis: #063; --kleur-merk: var(--huis, red); }", "utf-8")
    assert list(theme_faults(own)) == list(theme_faults(STATIC / THEME)) == []


def test_the_components_are_those_that_were_copied() -> None:
    """By their hash; and every class of them that a page names is there."""
    import hashlib

    from bot.channels.web.assets import STATIC

    for line in (STATIC / "nlds.sha256").read_text().splitlines():
        digest, name = line.split()
        assert hashlib.sha256((STATIC / name).read_bytes()).hexdigest() == digest
    sheet = (STATIC / "nlds.css").read_text("utf-8")
    pages = "".join(p.read_text("utf-8") for p in (STATIC.parent / "templates").iterdir())
    named = set(re.findall(r"\b(?:nl|utrecht)-[a-z]+(?:-[a-z]+)*(?:--[a-z0-9-]+)?", pages))
    assert {name for name in named if f".{name}" not in sheet} == set()
