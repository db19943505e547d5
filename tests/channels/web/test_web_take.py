"""What is taken along from the advice: papers, days for a calendar, and one's own words, which stay
at home unless one says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from bot.dialogue.messages import Understanding
from bot.language.plain.plain import PlainUnderstander
from bot.language.understand import Context
from bot.rules.model.pack import Pack
from bot.words.evidence import evidence
from tests.channels.web.browsing import Person
from tests.channels.web.conftest import House, ShelfOn, house_in

PAGE = {"Accept": "text/html"}
STORY = "de buurt van het kwartelpark begon zelf"
SHOWN = f"uit: “{STORY}”"


class Reads(PlainUnderstander):
    """Reads one answer in the story, as the model would."""

    def understand(self, text: str, context: Context) -> Understanding:
        """The whole story says who began."""
        if text != STORY:
            return super().understand(text, context)
        shown = (("wie_begint", evidence(text)),)
        answers = (("wie_begint", ("inwoners",)),)
        return Understanding("beschrijving", "", 0.9, (), answers, sure=True, evidence=shown)


@pytest.fixture
def house(tmp_path: Path, packs: Mapping[str, Pack], shelf: ShelfOn) -> Iterator[House]:
    """A page that reads the story."""
    with house_in(tmp_path, packs, shelf, understander=Reads()) as house:
        yield house


@pytest.fixture
def teller(house: House) -> Person:
    """Somebody who told the story and said that it was understood."""
    person = house.person()
    person.answer(0)
    person.type(STORY)
    person.press("Klopt")
    return person


# --- papers ---------------------------------------------------------------------------------------


def test_every_paper_can_be_taken_along(house: House, person: Person) -> None:
    """For Word and as text, each with what is known; what is no paper is not there."""
    person.answer(5)
    page = person.open("/advies")
    kinds = house.pack.papers
    assert len(kinds) == 10
    for kind in kinds:
        assert kind.name in page.words
    papers = [address for _, address in page.links if re.match(r"/advies/.+\.(docx|md)$", address)]
    assert len(papers) == 2 * (len(kinds) + 1)
    for address in papers:
        answer = person.client.get(address)
        assert "attachment" in answer.headers["content-disposition"]
        if address.endswith("docx"):
            assert answer.content[:2] == b"PK"
        else:
            assert answer.text.startswith("# ")
    for wrong in ("/advies/notitie.exe", "/advies/bestaat_niet.md", "/advies/..%2Fx.md"):
        assert person.client.get(wrong).status_code == 404
    assert house.browser().get(papers[0]).status_code == 404, "of nobody else"


# --- dates ----------------------------------------------------------------------------------------


def test_dates_are_asked_in_the_talk_and_kept_only_after_a_yes(person: Person) -> None:
    """From the page of the advice; then they stand there, and go into a calendar."""
    person.answer(9)
    person.open("/advies")
    assert person.client.get("/advies/data.ics").status_code == 404
    person.press("Reken de data uit")
    assert "Ik bewaar dit alleen als je straks ja zegt." in person.page.words
    person.type("de speelplek aan de Beekweg")
    person.type("de Beekweg")
    while "Typ een dag" in person.page.words:
        person.type("24 juni 2027")
    assert "De data voor je agenda" not in person.open("/advies").words
    person.open()
    person.press("Ja…")
    page = person.open("/advies")
    assert "Uiterlijk 3 juni 2027: Uitnodigen." in " ".join(page.words.split())
    assert "de speelplek aan de Beekweg" in person.client.get("/advies/participatieplan.md").text
    ics = person.client.get("/advies/data.ics")
    assert ics.headers["content-type"].startswith("text/calendar")
    assert "DTSTART;VALUE=DATE:20270603" in ics.text


# --- one's own words ------------------------------------------------------------------------------


def test_beside_the_talk_stand_the_words_that_an_answer_came_from(teller: Person) -> None:
    """Of an answer that was chosen there are none."""
    assert SHOWN in teller.page.words
    teller.press(teller.page.answers[0])
    assert teller.open().words.count("uit: “") == 1


def test_a_colleague_sees_ones_words_only_when_one_says_so(house: House, teller: Person) -> None:
    """The link says it by itself: nobody makes more of the one without."""
    stranger, seen = house.browser(), []
    for ticks in ((), (("woorden", "ja"),)):
        teller.open("/advies")
        teller.press("Maak een link om te lezen", *ticks)
        made = re.search(r'value="https://hulp\.voorbeeld\.nl(/kijk/[^"]+)"', teller.page.html)
        assert made
        seen.append(stranger.get(made[1], headers=PAGE).text)
        assert STORY not in stranger.get(f"{made[1]}?woorden=ja", headers=PAGE).text or ticks
    assert STORY not in seen[0]
    assert SHOWN in seen[1]


def test_the_note_has_ones_words_only_when_one_says_so(teller: Person) -> None:
    """Two links, each with its name."""
    assert "Notitie met je eigen woorden" in teller.open("/advies").words
    assert STORY not in teller.client.get("/advies/notitie.md").text
    assert STORY in teller.client.get("/advies/notitie.md?woorden=ja").text
