"""A conversation goes on after the questions, options and forms of its pack got other names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from bot.dialogue import commands
from bot.dialogue.button_data import command_data
from bot.dialogue.commands import Command
from bot.dialogue.focus import Confirm, Divide, Focus, Lens, Others, Overrule, Question, Resume
from bot.dialogue.messages import Button, Event, Happening, Said, Say, Tapped
from bot.dialogue.state import Given, Overruled, Project, State
from bot.dialogue.state_versions import from_json, to_json
from bot.dialogue.step import step
from bot.dialogue.turn import Shelf, Turn
from bot.dialogue.way import begun
from bot.packs.load import load_pack
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.model.answers import Answer, chosen, number
from bot.rules.model.book import AnswerBook, AnswerKey

NAMED = Path(__file__).parents[1] / "rules" / "vernoemd"
DAY = date(2026, 11, 24)
START = datetime(2026, 11, 24, 9, 0, tzinfo=timezone.utc)

ON = Tapped(command_data("p1", commands.CONTINUE))


def compiled(name: str) -> Compiled:
    return compile_pack(load_pack(NAMED / name), DAY)


@pytest.fixture(scope="module")
def before() -> Shelf:
    """The bot of before."""
    return Shelf({"vernoemd": compiled("eerst")}, "vernoemd")


@pytest.fixture(scope="module")
def after() -> Shelf:
    """The bot of today, with the same pack in other names."""
    return Shelf({"vernoemd": compiled("nu")}, "vernoemd")


class Person:
    """Somebody in a conversation that is saved between two turns."""

    def __init__(self, shelf: Shelf, state: State) -> None:
        self.shelf, self.state = shelf, state
        self.turns = 0
        self.said: list[Say] = []

    def do(self, what: Happening) -> str:
        """One turn; all that is said."""
        self.turns += 1
        at = START + timedelta(minutes=self.turns)
        state = from_json(to_json(self.state))
        self.state, replies = step(self.shelf, state, Event(what, at, f"{self.turns:032x}"))
        self.said = [one for one in replies if isinstance(one, Say)]
        return "\n".join(one.text for one in self.said)

    def button(self, label: str) -> Button:
        """A button that was just shown."""
        return next(b for one in self.said for b in one.buttons if b.label == label)

    def tap(self, label: str) -> str:
        """Tap a button that was just shown."""
        return self.do(Tapped(self.button(label).data))

    @property
    def project(self) -> Project:
        """The project at hand."""
        assert self.state.project is not None
        return self.state.project


def project_of(shelf: Shelf, answers: dict[AnswerKey, Answer], **more: object) -> Project:
    """A project of before with these answers."""
    parts = more.pop("parts", ())
    version = shelf.pack("vernoemd").pack.version
    book = AnswerBook(answers, parts)  # type: ignore[arg-type]
    project = Project("p1", "Project 1", "vernoemd", version, book, tuple(answers))
    return replace(project, **more)  # type: ignore[arg-type]


def state_of(project: Project, focus: Focus) -> State:
    """A conversation of before that waits for this."""
    return State("vernoemd", (project,), project.id, focus, START, greeted=True)


def test_a_tap_on_a_question_with_another_name_counts(before: Shelf, after: Shelf) -> None:
    """The question stood on the screen with its old id; its button still says what it said."""
    state = state_of(project_of(before, {"doel": chosen("kennis")}), Question("ruimte"))
    person = Person(before, state)
    person.do(Said("?"))
    person.shelf = after
    said = person.tap("Veel")
    assert "De vragen zijn intussen aangepast." in said
    assert "opnieuw" not in said
    assert dict(person.project.book.answers) == {
        "nodig": chosen("beeld"),
        "te_kiezen": chosen("iets"),
    }
    assert person.project.order == ("nodig", "te_kiezen")
    assert person.project.version == after.pack("vernoemd").pack.version


def test_a_typed_answer_counts_for_the_question_that_stood_there(
    before: Shelf, after: Shelf
) -> None:
    """The number of a button, typed."""
    state = state_of(project_of(before, {"doel": chosen("kennis")}), Question("ruimte"))
    person = Person(before, state)
    person.do(Said("?"))
    person.shelf = after
    person.do(Said("1"))
    assert person.project.book.answers["te_kiezen"] == chosen("niets")


def test_ticks_that_were_made_stay(after: Shelf, before: Shelf) -> None:
    """Half of a multiple choice was chosen."""
    half = Answer(chosen("hinder").values, frozenset(("geluid", "geld")))
    project = project_of(before, {"gevolgen": half})
    person = Person(after, state_of(project, Question("gevolgen", ("hinder",))))
    person.do(Said("?"))
    assert isinstance(person.state.focus, Question)
    assert person.state.focus.chosen == ("last",)


def test_what_is_asked_again_and_what_was_let_go_is_said_once(before: Shelf, after: Shelf) -> None:
    """In the words of today; the next turn is silent about it."""
    answers = {"doel": chosen("maken"), "weer": chosen("ja"), "bestuur": chosen("zwijgt")}
    project = project_of(before, answers | {"aantal": number(3)})
    person = Person(after, state_of(project, Resume()))
    said = person.do(ON)
    assert "Een antwoord van eerder gebruik ik niet meer. Het weer maakt niet uit." in said
    assert "Een antwoord van eerder gebruik ik niet meer. Een bestuur zegt altijd iets." in said
    assert "Dit vraag ik opnieuw: Wat doet het bestuur, Wat heb je nodig." in said
    assert dict(person.project.book.answers) == {"mensen": number(3)}
    assert "intussen" not in person.do(Said("?"))


def test_a_divided_project_stays_divided(before: Shelf, after: Shelf) -> None:
    """Its pieces, what was said of each, and the question about one of them."""
    answers = {"ruimte@hoe": chosen("niets"), "doel": chosen("kennis")}
    project = project_of(
        before, answers, parts=("hoe", "beheer"), divided=("onderdeel",),
        order=("doel", "onderdeel", "ruimte@hoe"),
    )  # fmt: skip
    person = Person(after, state_of(project, Question("ruimte@beheer")))
    said = person.do(Said("?"))
    assert "opnieuw" not in said
    assert person.state.focus == Question("te_kiezen@beheer")
    assert person.project.book.parts == ("inhoud", "beheer")
    assert person.project.order == ("nodig", "onderdeel", "te_kiezen@inhoud")
    assert person.project.divided == ("onderdeel",)


def test_pieces_that_are_gone_are_asked_again(before: Shelf, after: Shelf) -> None:
    """In the words of the division itself."""
    answers = {"ruimte@tuin": chosen("niets"), "doel": chosen("kennis")}
    project = project_of(before, answers, parts=("tuin", "beheer"), divided=("onderdeel",))
    person = Person(after, state_of(project, Resume()))
    said = person.do(ON)
    assert "Dit vraag ik opnieuw: Valt er iets te kiezen, Ligt alles even vast." in said
    assert person.project.divided == ()


def test_an_advice_that_was_given_and_one_that_was_overruled_keep_their_forms(
    before: Shelf, after: Shelf
) -> None:
    """The same form under another name is no other advice."""
    answers = {
        "doel": chosen("kennis"), "ruimte": chosen("niets"), "gevolgen": chosen(),
        "bestuur": chosen("weegt"), "mandaat": chosen("akkoord"), "aantal": number(3),
    }  # fmt: skip
    given = Given(before.pack("vernoemd").pack.version, START, (("", "informeren"),))
    project = project_of(
        before,
        answers,
        given=given,
        overruled=Overruled("informeren", "Het kan niet anders."),
        divided=("onderdeel",),
    )
    person = Person(after, state_of(project, Resume()))
    said = person.do(ON)
    assert person.project.overruled == Overruled("vertellen", "Het kan niet anders.")
    assert person.project.given is not None
    assert person.project.given.outcomes == (("", "vertellen"),)
    assert "Mijn advies: **vertel wat er komt" in said
    assert "eerder was het advies" not in said


@pytest.mark.parametrize(
    ("waits", "old", "now"),
    [
        (Resume(), (commands.CHOOSE, "informeren"), Overrule("vertellen")),
        (Divide("onderdeel"), (commands.DIVIDE, "hoe"), Divide("onderdeel", ("inhoud",))),
    ],
)
def test_an_old_button_of_a_form_or_a_piece_means_what_it_said(
    before: Shelf, after: Shelf, waits: Focus, old: tuple[Command, str], now: Focus
) -> None:
    """It stood on the screen before the names changed."""
    state = state_of(project_of(before, {"doel": chosen("kennis")}), waits)
    person = Person(after, state)
    person.do(Tapped(command_data("p1", *old)))
    assert person.state.focus == now


CASES: list[tuple[Focus, Focus]] = [
    (Divide("onderdeel", ("hoe",)), Divide("onderdeel", ("inhoud",))),
    (Overrule("informeren"), Overrule("vertellen")),
    (
        Confirm((("doel", chosen("kennis")), ("aantal", number(3)))),
        Confirm((("nodig", chosen("beeld")), ("mensen", number(3)))),
    ),
    (
        Lens("inwoner", "doel", ("ruimte@hoe",), (("mandaat", chosen("tegen")),)),
        Lens("inwoner", "nodig", ("te_kiezen@inhoud",), (("mandaat", chosen("nee")),)),
    ),
    (Question("weer"), Resume()),
]


@pytest.mark.parametrize(("was", "now"), CASES)
def test_whatever_is_waited_for_goes_along(
    was: Focus, now: Focus, before: Shelf, after: Shelf
) -> None:
    """A question that is gone leads to "verder of opnieuw?"."""
    state = state_of(project_of(before, {"doel": chosen("kennis")}), was)
    assert begun(Turn(after, state, START, "0" * 32)).state.focus == now


def test_another_pack_beside_it_may_be_renamed_too(before: Shelf, after: Shelf) -> None:
    """What it asked stays asked; the own project is of another pack."""
    own = compiled("eerst")
    pack = replace(own.pack, id="eigen")
    shelf = Shelf({"eigen": replace(own, pack=pack), **after.packs}, "eigen")
    project = replace(project_of(before, {"doel": chosen("kennis")}), pack="eigen")
    there = Others("vernoemd", "p1", "doel", (), (("ruimte", chosen("veel")),))
    person = Person(shelf, replace(state_of(project, there), pack="eigen"))
    person.do(Said("?"))
    focus = person.state.focus
    assert isinstance(focus, Others)
    assert (focus.key, focus.seen) == ("nodig", (("te_kiezen", chosen("iets")),))
    assert dict(person.project.book.answers) == {"doel": chosen("kennis")}


def test_a_project_further_down_goes_along_when_it_is_taken_up(before: Shelf, after: Shelf) -> None:
    """By a button of it that is still on the screen; and by undoing a restart."""
    first = project_of(before, {"doel": chosen("kennis")})
    second = replace(project_of(after, {"nodig": chosen("steun")}), id="p2", name="Project 2")
    state = State("vernoemd", (first, second), "p2", Resume(), START, greeted=True)
    person = Person(after, state)
    person.do(Tapped("a:p1:ruimte:veel"))
    assert person.project.id == "p1"
    assert dict(person.project.book.answers) == {
        "nodig": chosen("beeld"),
        "te_kiezen": chosen("iets"),
    }
