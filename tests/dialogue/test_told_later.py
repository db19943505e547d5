"""What is told in the middle of a talk: received, kept after a yes, and no fact by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.focus import Confirm, KeepLine, Liken
from bot.dialogue.messages import Candidate, Said, Understanding
from bot.dialogue.places import wording as sentences
from bot.dialogue.turn import Shelf
from bot.packs.danger import ELSEWHERE, load_guards
from bot.settings import ROOT

from .small import told
from .test_lens import Person

LINE = "de bakker en de kaasboer staan dan al in barneveld"


def guessed(*answers: tuple[str, float], faqs: tuple[tuple[str, float], ...] = ()) -> Understanding:
    """Nothing sure was understood; this it may be."""
    found = tuple(Candidate("antwoord", id, share) for id, share in answers)
    asked = tuple(Candidate("vraag", id, share) for id, share in faqs)
    first = (*found, *asked)[0]
    return Understanding(first.kind, first.id, first.confidence, (*found, *asked), faqs=asked)


@pytest.fixture
def person(shelf: Shelf) -> Person:
    """Somebody who began with a project, and has a question on the screen."""
    someone = Person(shelf)
    someone.tap("Advies")
    someone.tap("Van ons, de gemeente")
    return someone


def lines(person: Person) -> list[str]:
    """What is kept for the papers."""
    assert person.state.project is not None
    return [line for _, line in person.state.project.told]


def answers(person: Person) -> set[str]:
    """The questions that have an answer."""
    assert person.state.project is not None
    return set(person.state.project.book.answers)


def test_what_may_mean_something_is_kept_with_one_tap(person: Person) -> None:
    """No list of things that have little to do with it; then the question comes again."""
    asked = person.state.focus.asked
    screen = person.do(Said(LINE, guessed(("wie_mist.ondernemers", 0.4))))
    assert f"“{LINE}”" in screen.text
    person.tap("Ja, onthoud het")
    assert lines(person) == ["De bakker en de kaasboer staan dan al in barneveld."]
    assert answers(person) == {"wie_begint"}
    assert person.state.focus.asked == asked


def test_an_answer_that_it_may_be_counts_when_it_is_chosen_and_the_words_stay(
    person: Person,
) -> None:
    """With the words as its evidence, and kept for the papers too."""
    person.do(Said(LINE, guessed(("voorgeschiedenis.beloofd", 0.4))))
    label = next(one for one, data in person.state.screen if ":zet:" in data)
    person.tap(label)
    assert "voorgeschiedenis" in answers(person)
    assert person.state.project is not None
    assert person.state.project.words["voorgeschiedenis"] == LINE
    assert lines(person) == ["De bakker en de kaasboer staan dan al in barneveld."]


def test_a_question_that_it_seems_to_ask_is_answered_when_it_is_chosen(person: Person) -> None:
    """What tells of others is no question, however sure a model is."""
    sure = Understanding(
        "vraag", "zelf_jurist", 0.95, sure=True, faqs=(Candidate("vraag", "zelf_jurist", 0.9),)
    )
    person.do(Said("de jurist kijkt nog naar de oude rechten", sure))
    assert isinstance(person.state.focus, KeepLine)
    person.tap("Wanneer moet ik de jurist erbij halen?")
    assert any("**Wanneer moet ik de jurist erbij halen?**" in say.text for say in person.said)
    assert lines(person) == ["De jurist kijkt nog naar de oude rechten."]


def test_what_was_told_just_before_is_not_lost(person: Person) -> None:
    """Who types on without a yes or no is asked about both."""
    person.do(Said(LINE, guessed(("wie_mist.ondernemers", 0.1))))
    more = "de marktmeester gaat in juni met pensioen hoor"
    screen = person.do(Said(more, guessed(("wie_mist.ondernemers", 0.1))))
    assert f"“{LINE}. {more}”" in screen.text


def test_the_words_of_an_answer_that_was_wrong_are_offered(person: Person) -> None:
    """They were told, whatever they mean."""
    read = told(LINE, wie_beslist=f"raad: {LINE}")
    person.do(Said(LINE, read))
    assert isinstance(person.state.focus, Confirm)
    person.tap("Eén ding klopt niet")
    assert isinstance(person.state.focus, KeepLine)
    assert person.state.focus.text == LINE


@pytest.mark.parametrize(
    ("text", "is_elsewhere"),
    [
        ("een collega mailde de verkeerde excel aan alle bewoners", False),
        ("het salaris van de beheerder kan er niet meer af", False),
        ("mijn laptop doet het niet en start ook niet op", True),
        ("ik kan niet inloggen op de laptop van het werk", True),
        ("wachtwoord vergeten", True),
    ],
)
def test_a_desk_elsewhere_is_for_who_needs_something(
    shelf: Shelf, text: str, is_elsewhere: bool
) -> None:
    """A sentence about what others did belongs to the project, whatever thing it names."""
    desks = load_guards(ROOT, ROOT / "knowledge", lambda line: None, ELSEWHERE)
    person = Person(replace(shelf, elsewhere=desks))
    person.tap("Advies")
    person.tap("Van ons, de gemeente")
    person.do(Said(text, Understanding()))
    assert any(sentences.NOT_MINE in say.text for say in person.said) is is_elsewhere


@pytest.mark.parametrize(
    ("text", "command", "is_kept"),
    [
        ("mijn collega van communicatie wordt contactpersoon", "mens", True),
        ("de voorzitter wil er in mei mee stoppen", "stoppen", True),
        ("ik wil een mens spreken over dit plan", "mens", False),
    ],
)
def test_what_others_do_is_no_command(
    person: Person, text: str, command: str, is_kept: bool
) -> None:
    """However sure a model is that it is one."""
    person.do(Said(text, Understanding("opdracht", command, 0.95, sure=True)))
    assert isinstance(person.state.focus, KeepLine) is is_kept


# --- another kind of project ----------------------------------------------------------------


def test_a_kind_that_is_denied_is_left_out_of_what_awaits_a_yes(shelf: Shelf) -> None:
    """And the kind that is told instead takes its place."""
    person = Person(shelf)
    text = "wij gaan het zwembad sluiten"
    screen = person.do(Said(text, told(text, wie_begint=f"gemeente: {text}")))
    assert "Het lijkt op: " in screen.text
    screen = person.do(Said("nee het gaat niet over een zwembad sluiten", Understanding()))
    assert "Het lijkt op: " not in screen.text
    assert isinstance(person.state.focus, Confirm)
    screen = person.do(Said("een hondenveldje", Understanding()))
    assert "Het lijkt op: Honden" in screen.text


def test_a_kind_that_was_confirmed_is_put_right_later(person: Person) -> None:
    """At once where the right one is told, else from the list."""
    person.do(Said("het is een azc", Understanding()))
    person.tap("Klopt")
    assert person.state.project is not None
    assert person.state.project.situation
    before = person.state.project.situation
    screen = person.do(Said("het gaat niet om een azc maar om een hondenveld", Understanding()))
    assert "Het lijkt op: Honden" in screen.text
    assert person.state.project.situation == before
    person.tap("Klopt")
    assert person.state.project.situation != before
    person.do(Said("nee dit gaat niet over honden", Understanding()))
    assert isinstance(person.state.focus, Liken)
    assert not any("Honden" in label for label, _ in person.state.screen[:1])


@pytest.mark.parametrize(
    "text", ["ander soort project", "het is een ander soort project dan je denkt"]
)
def test_another_kind_can_be_asked_for_in_words(person: Person, text: str) -> None:
    """It begins no new project, whatever a model makes of it."""
    person.do(Said(text, Understanding("opdracht", "nieuw", 0.95, sure=True)))
    assert person.state.project is not None
    assert "wie_begint" in person.state.project.book.answers
    assert isinstance(person.state.focus, Liken)


@pytest.mark.parametrize(
    ("text", "is_kind"),
    [
        ("de bibliotheek wil wel helpen, twee ochtenden per week", False),
        ("de bibliotheek houdt haar uren, dat is afgesproken", False),
        ("het gaat om de bibliotheek die sluit", True),
        ("bibliotheek", True),
    ],
)
def test_a_kind_is_heard_later_where_a_text_says_what_the_project_is(
    person: Person, text: str, is_kind: bool
) -> None:
    """Who only names a library along the way has no project about one."""
    screen = person.do(Said(text, Understanding()))
    assert ("Het lijkt op: Bibliotheek" in screen.text) is is_kind
