"""The places: one for every record of what is waited for, and nobody else asks which it is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import get_args

import pytest

from bot.dialogue import focus as at
from bot.dialogue.messages import Said, Tapped, Understanding
from bot.dialogue.places import PLACES, here
from bot.dialogue.places.place import Place
from bot.dialogue.state import State
from bot.dialogue.step import question_at_hand
from bot.dialogue.turn import Shelf, Turn
from bot.rules.model.answers import chosen
from bot.settings import ROOT

from .test_lens import Person, at_the_advice

NOW = datetime(2026, 11, 24, 9, tzinfo=timezone.utc)
DIALOGUE = ROOT / "bot" / "dialogue"
RECORDS = {record.__name__ for record in get_args(at.Focus)}
PENDING = (("wie_begint", chosen("gemeente")),)


def test_every_record_has_a_place() -> None:
    """And every place a record."""
    assert set(PLACES) == set(get_args(at.Focus))
    assert len(set(PLACES.values())) == len(PLACES)


@pytest.mark.parametrize(
    ("focus", "asked", "pack"),
    [
        (at.Question("te_kiezen@hoe"), "te_kiezen", "passende_samenwerking"),
        (at.Divide("onderdeel"), "onderdeel", "passende_samenwerking"),
        (at.Lens("raad", "nodig"), "nodig", "passende_samenwerking"),
        (at.Lens("raad"), None, "passende_samenwerking"),
        (at.Others("raalte", "p", "schaal"), "schaal", "raalte"),
        (at.Others("raalte", "p"), None, "passende_samenwerking"),
        (at.Confirm(PENDING), None, "passende_samenwerking"),
        (at.Advice(), None, "passende_samenwerking"),
    ],
    ids=repr,
)
def test_a_place_says_what_a_text_answers(focus: at.Focus, asked: str | None, pack: str) -> None:
    """The question for the understanding, and whose question it is."""
    state = State("passende_samenwerking", focus=focus)
    assert (question_at_hand(state), state.pack_at_hand) == (asked, pack)


WAITING: tuple[at.Focus, ...] = (
    at.Question("te_kiezen"),
    at.Divide("onderdeel"),
    at.Checklist(("voorgeschiedenis", "wie_mist"), ("wie_mist/taal",)),
    at.Pause(),
    at.Confirm(PENDING),
    at.Lens("raad", "te_kiezen"),
    at.Lens("raad"),
)
RESTING: tuple[at.Focus, ...] = (
    at.Doors(),
    at.Pick(),
    at.Forget(),
    at.Restart(),
    at.Advice(),
    at.Faq(),
    at.Resume(),
)


def said_at(shelf: Shelf, focus: at.Focus, text: str, command: str) -> list[str]:
    """What is said to a command by someone with an advice who stands here."""
    person = at_the_advice(shelf)
    meant = Understanding("opdracht", command, 1.0, sure=True)
    person.state = person.state.focused(focus)
    person.do(Said(text, meant))
    return [say.text for say in person.said]


@pytest.mark.parametrize("focus", WAITING, ids=repr)
def test_what_is_asked_comes_again_after_something_in_between(
    shelf: Shelf, focus: at.Focus
) -> None:
    """Once, as it was."""
    notice, *again = said_at(shelf, focus, "dankjewel hoor", "bedankt")
    assert notice.startswith("Graag gedaan")
    person = at_the_advice(shelf)
    shown = here(turn_of(shelf, person.state.focused(focus))).show()
    assert again == [reply.text for reply in shown.replies]


@pytest.mark.parametrize("focus", RESTING, ids=repr)
def test_nothing_comes_again_where_nothing_is_asked(shelf: Shelf, focus: at.Focus) -> None:
    """What was said is enough."""
    (notice,) = said_at(shelf, focus, "dankjewel hoor", "bedankt")
    assert notice.startswith("Graag gedaan")


@pytest.mark.parametrize("focus", [*WAITING, *RESTING, at.Name()], ids=repr)
@pytest.mark.parametrize(
    "command", ["ja", "nee", "terug", "waarom", "overslaan", "weet_niet", "verder"]
)
def test_every_place_has_an_answer(shelf: Shelf, focus: at.Focus, command: str) -> None:
    """To yes, no, back, why, skip, "weet ik niet" and on: never silence."""
    assert said_at(shelf, focus, "zeg eens iets anders", command)


def turn_of(shelf: Shelf, state: State) -> Turn:
    """A turn of this state."""
    return Turn(shelf, state, NOW, "0123456789ab")


def test_a_project_with_other_rules_is_not_asked_the_question_of_this_one(shelf: Shelf) -> None:
    """A button of the other project, while this one is asked something that it does not have."""
    person = Person(shelf)
    person.tap("Advies voor mijn project")
    person.tap("Van ons, de gemeente")
    other = person.state.current
    person.do(Said("/pakket amersfoort"))
    person.do(Tapped("c:0:advies_vraag"))
    assert person.state.focus.is_busy
    for _ in range(2):
        person.do(Tapped(f"c:{other}:weet_niet"))
        assert (person.state.current, person.state.focus.is_busy) == (other, False)
        person.do(Tapped(f"c:{other}:verder"))
        assert person.said[-1].shape == "question"
        person.do(Said("/pakket amersfoort"))


def test_an_old_button_moves_no_answer_to_another_project(shelf: Shelf) -> None:
    """It goes back to its own project and says so; what comes next is about that one."""
    person = Person(shelf)
    person.tap("Advies voor mijn project")
    old = next(b.data for b in person.said[-1].buttons if b.label.startswith("Van inwoners"))
    person.tap("Van ons, de gemeente")
    first = person.state.project
    person.do(Said("/nieuw"))
    person.tap("Van ons, de gemeente")
    second = person.state.project
    assert first
    assert second
    person.do(Tapped(old))
    assert any("We gaan verder met" in said.text for said in person.said)
    assert (person.state.project, person.state.find(second.id)) == (first, second)
    person.tap("Laat zo")
    person.tap("Een paar dingen")
    assert person.state.find(second.id) == second
    assert person.state.project
    assert person.state.project.id == first.id
    assert set(person.state.project.book.answers) == {"wie_begint", "te_kiezen"}


GONE: tuple[at.Focus, ...] = (
    at.Question("bestaat_niet"),
    at.Divide("bestaat_niet"),
    at.Lens("raad", "bestaat_niet"),
    at.Others("amersfoort", "a1b2c3", "bestaat_niet"),
    at.Confirm((("bestaat_niet", chosen("ja")),)),
)


@pytest.mark.parametrize("focus", GONE, ids=repr)
@pytest.mark.parametrize("text", ["/weet_niet", "/waarom", "/terug", "/overslaan", "ja", "3"])
def test_who_was_asked_what_is_gone_is_asked_to_go_on(
    shelf: Shelf, focus: at.Focus, text: str
) -> None:
    """A saved state may hold a question of other rules: no turn fails on it."""
    person = at_the_advice(shelf)
    person.state = person.state.focused(focus)
    assert person.do(Said(text)).text
    assert person.state.focus != focus


# --- nobody else asks which place it is ---------------------------------------------------------


def kind_tests(path: Path) -> Iterator[str]:
    """Where a module asks which record it has: by ``.kind``, ``type(…) is`` or isinstance."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and ast.unparse(node).endswith("focus.kind"):
            yield f"{path.name}:{node.lineno}"
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "isinstance":
            names = {n.attr for n in ast.walk(node.args[1]) if isinstance(n, ast.Attribute)}
            names |= {n.id for n in ast.walk(node.args[1]) if isinstance(n, ast.Name)}
            places = {place.__name__ for place in PLACES.values()}
            if names & (RECORDS - {"Question"} | places) or "focus" in ast.unparse(node.args[0]):
                yield f"{path.name}:{node.lineno}"


def test_no_kind_of_place_is_tested_outside_the_places() -> None:
    """Anywhere in the chat."""
    inside = {DIALOGUE / "places", DIALOGUE / "focus.py"}
    rooms = [ROOT / "bot" / room for room in ("dialogue", "language", "channels", "entry")]
    modules = [path for room in rooms for path in sorted(room.rglob("*.py"))]
    tests = [
        place
        for path in [*modules, ROOT / "bot" / "conversation.py"]
        if not inside & {path, *path.parents}
        for place in kind_tests(path)
    ]
    assert tests == []


def test_a_test_of_the_kind_is_found(tmp_path: Path) -> None:
    """Each way to write one."""
    module = tmp_path / "er_naast.py"
    for line in (
        'state.focus.kind == "question"',
        "isinstance(state.focus, at.Lens)",
        "isinstance(now, Confirm)",
        "isinstance(here(turn), LensPlace)",
    ):
        module.write_text(line, "utf-8")
        assert list(kind_tests(module)) == ["er_naast.py:1"]


def test_the_way_is_the_only_one_that_shows_what_comes_next() -> None:
    """Elsewhere ``show`` is not called: a handler says where to go."""
    calls = [
        path.relative_to(DIALOGUE).as_posix()
        for path in sorted(DIALOGUE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", "") == "show"
        and "super()" not in ast.unparse(node.func)
    ]
    assert set(calls) == {"way.py"}


def test_a_place_that_says_nothing_of_its_own_has_the_defaults(shelf: Shelf) -> None:
    """What every screen can be asked has an answer in one place."""
    person = at_the_advice(shelf)
    turn = turn_of(shelf, person.state)
    place: Place[at.Doors] = Place(turn, at.Doors())
    assert place.question is None
    assert place.hear("iets", Understanding()) is None
    assert place.read(Understanding()) is None
    assert place.show() is turn
