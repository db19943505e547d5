"""The dates of a project in the talk: asked once, by choice, and kept only after a yes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timezone

import pytest

from bot.advice.plan import Plan
from bot.dialogue import commands
from bot.dialogue.button_data import command_data
from bot.dialogue.commands import Command
from bot.dialogue.focus import Dates
from bot.dialogue.messages import Calendar, Document, Event, Happening, Reply, Said, Say, Tapped
from bot.dialogue.places import wording
from bot.dialogue.state import Project, State
from bot.dialogue.state_versions import from_json, to_json
from bot.dialogue.step import step
from bot.dialogue.turn import Shelf
from bot.rules.model.answers import chosen
from bot.rules.model.book import AnswerBook

NOW = datetime(2026, 11, 24, 9, tzinfo=timezone.utc)
ANSWERS = {"wie_begint": "gemeente", "instrument": "omgevingsplan", "te_kiezen": "veel"}


class Person:
    """Somebody with a project, who types and taps; the state is kept as a storage does."""

    def __init__(self, shelf: Shelf, **answers: str) -> None:
        self.shelf = shelf
        pack = shelf.pack(shelf.default).pack
        given = {**ANSWERS, **answers}
        book = AnswerBook({name: chosen(value) for name, value in given.items()})
        project = Project("a1b2c3", "Project 1", pack.id, pack.version, book, tuple(ANSWERS))
        self.state = State(pack.id, (project,), "a1b2c3", greeted=True)
        self.turns = 0
        self.replies: Sequence[Reply] = ()

    def do(self, what: Happening) -> str:
        self.turns += 1
        state, self.replies = step(self.shelf, self.state, Event(what, NOW, f"{self.turns:024x}"))
        self.state = from_json(to_json(state))
        return "\n".join(reply.text for reply in self.replies if isinstance(reply, Say))

    def says(self, *texts: str) -> str:
        return [self.do(Said(text)) for text in texts][-1]

    def gives(self, command: Command) -> str:
        return self.do(Tapped(command_data(self.state.current, command, "")))

    def tap(self, label: str) -> str:
        says = [reply for reply in self.replies if isinstance(reply, Say)]
        buttons = [button for say in says for button in say.buttons]
        return self.do(Tapped(next(button.data for button in buttons if button.label == label)))

    @property
    def labels(self) -> list[str]:
        says = [reply for reply in self.replies if isinstance(reply, Say)]
        return [button.label for say in says for button in say.buttons]

    @property
    def plan(self) -> Plan:
        """What is kept of the dates."""
        assert self.state.project is not None
        return self.state.project.plan


@pytest.fixture
def person(shelf: Shelf) -> Person:
    return Person(shelf)


@pytest.fixture
def asked(person: Person) -> Person:
    """Who wants the dates to be worked out."""
    person.gives(commands.PAPERS)
    person.tap("Reken de data uit")
    return person


@pytest.fixture
def listed(asked: Person) -> Person:
    """Who told them all."""
    asked.says("Het plein", "Markt", "24 juni 2027", "sla over", "4 maart 2027")
    return asked


# --- asked once, by choice --------------------------------------------------------------------


def test_dates_stand_behind_a_named_button_beside_the_papers(person: Person) -> None:
    person.gives(commands.PAPERS)
    assert "Reken de data uit" in person.labels
    assert person.plan == Plan()


def test_it_is_said_what_for_and_that_nothing_is_kept_without_a_yes(asked: Person) -> None:
    text = "\n".join(reply.text for reply in asked.replies if isinstance(reply, Say))
    assert "Ik bewaar dit alleen als je straks ja zegt." in text
    assert "Waar gaat het over, in één zin? Noem geen mensen." in text


def test_what_it_is_about_where_who_decides_and_the_meeting_are_asked(asked: Person) -> None:
    """Then what follows stands on the screen, and the question whether it may be kept."""
    assert "Om welke plek" in asked.says("Het plein")
    assert "beslist de raad" in asked.says("Markt")
    assert "beslist het college" in asked.says("24 juni 2027")
    assert "volgende bijeenkomst" in asked.says("sla over")
    text = asked.says("4 maart 2027")
    assert "**Data voor Het plein**" in text
    assert "**uiterlijk 13 mei 2027**: Voorstel naar het college (planning)." in text
    assert "**14 april 2027**: Laatste dag voor zienswijzen (wet: Awb 3:16)." in text
    assert "geen juridisch advies" in text
    assert "Mag ik deze data bewaren" in text


def test_everything_may_be_left_out(asked: Person) -> None:
    """By button, by word, or because it is not known."""
    asked.tap("Sla over")
    text = asked.says("weet ik niet", "nee", "geen idee", "overslaan")
    assert "Geef minstens één dag." in text
    assert "Ja, bewaar ze" not in asked.labels


def test_one_more_day_is_asked_where_a_term_needs_it(listed: Person) -> None:
    """And the list comes again, with what follows from it."""
    listed.tap("Ook: het ontwerp ter inzage")
    text = listed.says("22 maart 2027")
    assert "**3 mei 2027**: Laatste dag voor zienswijzen" in text
    assert "2 mei 2027 is een vrije dag (zondag), dus het wordt de werkdag erna." in text


# --- what can't be ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("31 februari 2027", "31 februari bestaat niet"),
        ("1 mei 2020", "1 mei 2020 is al geweest"),
        ("juni 2027", "Ik heb één dag nodig, en geen ‘juni 2027’"),
        ("als het klaar is", "Welke dag bedoel je?"),
    ],
)
def test_a_day_that_can_not_be_is_asked_again_kindly(asked: Person, text: str, told: str) -> None:
    answer = asked.says("Het plein", "Markt", text)
    assert told in answer
    assert answer.endswith("Typ een dag, bijvoorbeeld 24 juni 2027.")
    assert isinstance(asked.state.focus, Dates)
    assert asked.state.focus.plan.days == ()


def test_a_decision_before_its_meeting_is_told(asked: Person) -> None:
    text = asked.says("Het plein", "Markt", "24 juni 2027", "sla over", "1 juli 2027")
    assert "1 juli 2027 past niet bij het besluit van de raad: dat is op 24 juni 2027." in text
    assert "volgende bijeenkomst" in text


def test_what_is_over_and_may_be_is_taken(listed: Person) -> None:
    """A publication was perhaps last week."""
    listed.tap("Ook: het ontwerp ter inzage")
    assert "**Dit kan niet meer op tijd**" in listed.says("1 oktober 2026")


@pytest.mark.parametrize(
    "text",
    [
        "speeltuin van mevrouw Jansen",
        "plan van fam. De Vries",
        "bel 06 12345678",
        "mail j.jansen@voorbeeld.nl",
        "huis op 1234 AB 12",
    ],
)
def test_what_points_to_a_person_is_refused(asked: Person, text: str) -> None:
    """Of what it is about and of the place; it is asked again, and kept nowhere."""
    assert "gegevens van een persoon" in asked.says(text)
    assert text not in to_json(asked.state)
    assert "gegevens van een persoon" in asked.says("Het plein", text)
    assert text not in to_json(asked.state)


def test_what_was_typed_holds_no_markup(asked: Person) -> None:
    asked.says("# Het **plein** | {titel}.", "Markt")
    assert isinstance(asked.state.focus, Dates)
    assert asked.state.focus.plan.subject == "Het plein titel"


# --- kept with a yes, and gone ----------------------------------------------------------------


def test_with_a_yes_it_is_kept_with_the_project(listed: Person) -> None:
    listed.tap("Ja, bewaar ze")
    days = (("raad", date(2027, 6, 24)), ("bijeenkomst", date(2027, 3, 4)))
    assert listed.plan == Plan("Het plein", "Markt", days)
    assert "Ook bewaar ik de data" in listed.says("/gegevens")


@pytest.mark.parametrize("way", ["Nee, bewaar ze niet", "Terug naar het advies"])
def test_without_a_yes_nothing_of_it_stays(listed: Person, way: str) -> None:
    listed.tap(way)
    assert listed.plan == Plan()
    assert "Markt" not in to_json(listed.state)
    assert "Ook bewaar ik de data" not in listed.says("/gegevens")


def test_kept_dates_are_shown_again_changed_and_wiped(listed: Person) -> None:
    listed.tap("Ja, bewaar ze")
    listed.tap("Maak een stuk")
    assert "Data voor Het plein" in listed.tap("Reken de data uit")
    listed.tap("Wis deze data")
    assert listed.plan == Plan()


def test_with_verwijder_they_go(listed: Person) -> None:
    listed.tap("Ja, bewaar ze")
    listed.says("/verwijder")
    listed.tap("Ja, wis alles")
    assert "Markt" not in to_json(listed.state)


# --- into a calendar and into papers ----------------------------------------------------------


def test_the_days_to_come_go_into_a_calendar(listed: Person) -> None:
    """Also before they are kept; then that is asked again."""
    listed.tap("Zet ze in mijn agenda")
    (calendar,) = (reply for reply in listed.replies if isinstance(reply, Calendar))
    assert calendar.name == "data-project-1"
    assert calendar.made == NOW
    titles = [entry.title for entry in calendar.entries]
    assert "Project 1: Laatste dag voor zienswijzen" in titles
    assert [entry.day for entry in calendar.entries] == sorted(e.day for e in calendar.entries)
    assert min(entry.day for entry in calendar.entries) >= NOW.date()
    assert "Ja, bewaar ze" in listed.labels


def test_a_paper_is_made_with_the_dates(listed: Person) -> None:
    """A document with a name of its own, under what the project is about."""
    listed.tap("Ja, bewaar ze")
    listed.tap("Maak een stuk")
    listed.tap("Raadsinformatiebrief")
    listed.tap(wording.OWN_WITHOUT)
    (document,) = (reply for reply in listed.replies if isinstance(reply, Document))
    assert document.name == "stuk-raadsinformatiebrief-project-1"
    assert document.markdown.startswith("# Het plein\n\n**Concept: Raadsinformatiebrief**\n")
    assert "| 24 juni 2027 | Het besluit van de raad |  |" in document.markdown
    assert "| planning |" not in document.markdown  # our own rules of thumb are no news for it
    assert not document.wide


def test_the_running_order_lies_on_its_side(person: Person) -> None:
    person.gives(commands.PAPERS)
    person.tap("Draaiboek van de bijeenkomst")
    person.tap(wording.OWN_WITHOUT)
    (document,) = (reply for reply in person.replies if isinstance(reply, Document))
    assert document.wide


def test_the_note_stands_among_the_papers(person: Person) -> None:
    person.gives(commands.PAPERS)
    person.tap("Maak een notitie")
    (document,) = (reply for reply in person.replies if isinstance(reply, Document))
    assert document.name == "notitie-project-1"


def test_an_advice_has_at_most_seven_buttons(person: Person) -> None:
    """Papers in the place of the note."""
    person.gives(commands.ADVICE_NOW)
    person.gives(commands.ENOUGH)
    assert "Maak een stuk" in person.labels
    assert "Maak een notitie" not in person.labels
    assert len(person.labels) <= 7
