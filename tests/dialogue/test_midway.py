"""Questions in the middle of a talk about a project: an answer, or one honest line; no menu."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone

import pytest

from bot.dialogue import commands
from bot.dialogue.answering import likely_one
from bot.dialogue.focus import Advice, KeepLine
from bot.dialogue.messages import Candidate, Event, Reply, Said, Say, Tapped, Understanding
from bot.dialogue.places import wording as sentences
from bot.dialogue.state import State
from bot.dialogue.step import new_state, step
from bot.dialogue.turn import Shelf
from bot.language.mail.questions import read

NOW = datetime(2026, 11, 30, 9, tzinfo=timezone.utc)


def begun(shelf: Shelf, kind: str | None = None) -> State:
    """A project of which one thing was told, with its provisional advice on the screen."""
    told = Understanding("beschrijving", sure=True, answers=(("wie_begint", ("gemeente",)),))
    event = Event(Said("het is ons eigen plan", told), NOW, "1" * 24)
    state, replies = step(shelf, new_state(shelf), event)
    yes = [one for one in replies if isinstance(one, Say) and one.buttons][-1].buttons[0]
    state, _ = step(shelf, state, Event(Tapped(yes.data), NOW, "2" * 24))
    assert state.project is not None
    project = replace(state.project, situation=kind) if kind else state.project
    return replace(state.with_project(project), focus=Advice())


def heard(*faqs: tuple[str, float], sure: str = "") -> Understanding:
    found = tuple(Candidate("vraag", id, share) for id, share in faqs)
    first = sure or faqs[0][0]
    return Understanding("vraag", first, 0.5, found, sure=bool(sure), faqs=found)


def said(
    shelf: Shelf, state: State, text: str, understood: Understanding, *, asks: bool = True
) -> tuple[State, list[str]]:
    event = Event(Said(text, understood, asks=asks), NOW, "3" * 24)
    after, replies = step(shelf, state, event)
    return after, texts(replies)


def texts(replies: tuple[Reply, ...]) -> list[str]:
    return [one.text for one in replies if isinstance(one, Say)]


def test_what_is_likely_enough_is_answered(shelf: Shelf) -> None:
    """Also where the model is not sure of it."""
    understood = heard(("red_ik_het", 0.45), ("planning", 0.2))
    _, shown = said(shelf, begun(shelf), "red ik dat nog", understood)
    assert any("**Red ik het nog op tijd?**" in text for text in shown)


def test_what_has_no_answer_is_said_in_one_line_and_without_a_menu(shelf: Shelf) -> None:
    """Not three questions that have little to do with it."""
    understood = heard(("planning", 0.1), ("moment", 0.1))
    _, shown = said(shelf, begun(shelf), "kan de vijver ook paars", understood)
    assert shown[0].startswith(sentences.NO_ANSWER)
    assert not any("Bedoel je dit" in text for text in shown)


def test_what_is_told_beside_a_question_is_offered_to_be_kept(shelf: Shelf) -> None:
    text = (
        "de burgemeester beloofde in januari eerst met de straat te praten en het besluit "
        "ligt er op 18 december. red ik dat nog"
    )
    understood = heard(("red_ik_het", 0.9))
    after, shown = said(shelf, begun(shelf), text, understood)
    assert any("Red ik het nog op tijd?" in one for one in shown)
    assert isinstance(after.focus, KeepLine)
    assert "red ik dat nog" not in after.focus.text


def test_no_answer_about_law_of_another_world(shelf: Shelf) -> None:
    """A question about a permit for building is not answered for a feast."""
    understood = heard(("vergunning_nee", 0.95), sure="vergunning_nee")
    state = begun(shelf, "evenement")
    _, shown = said(shelf, state, "mogen we de vergunning weigeren", understood)
    assert not any("Awb, artikelen 4:5" in text for text in shown)
    assert "‘Omgevingswet’" in shown[0]


@pytest.mark.parametrize(
    ("text", "share", "is_answered"),
    [
        ("hoe voorkomen we weer te laat nee", 0.45, False),
        ("hoe voorkomen we weer te laat nee", 0.95, True),
        ("wat gebeurt er als de verordening te laat is", 0.45, True),
    ],
)
def test_an_answer_about_law_wants_its_words(
    shelf: Shelf, text: str, share: float, is_answered: bool
) -> None:
    """Or a model that is nearly sure: a wrong article is worse than "that I don't know"."""
    faqs = heard(("verordening_te_laat", share), ("planning", 0.05)).faqs
    pack = shelf.pack(shelf.default).pack
    found = likely_one(pack, text, faqs, frozenset(), asks=True)
    assert (found is not None) is is_answered


def test_other_law_takes_nothing_from_the_share_of_the_others(shelf: Shelf) -> None:
    pack = shelf.pack(shelf.default).pack
    asked = "wie organiseert dit eigenlijk bij een plan van een ander"
    faqs = (Candidate("vraag", "wie_organiseert", 0.5), Candidate("vraag", "wie_nodigt_uit", 0.3))
    assert likely_one(pack, asked, faqs, frozenset(), asks=True) == pack.faq("wie_organiseert")
    shut = frozenset(("Omgevingswet",))
    assert likely_one(pack, asked, faqs, shut, asks=True) == pack.faq("wie_nodigt_uit")


@pytest.mark.parametrize(
    "text",
    [
        "nu hebben ze zelf een plan ingediend",
        "heb 4 uur per week hiervoor",
        "krijg steeds klachten van bewoners",
        "is al besloten in november",
    ],
)
def test_a_statement_is_no_question(text: str) -> None:
    """Though its first word could begin one."""
    assert read(text).questions == ()


@pytest.mark.parametrize("text", ["heb je een idee", "krijg ik dat nog rond", "is dat nu nodig"])
def test_a_question_without_its_mark_is_one(text: str) -> None:
    assert [one.text for one in read(text).questions] == [text]


def test_a_command_stays_a_command(shelf: Shelf) -> None:
    told = Understanding("opdracht", commands.OVERVIEW.name, 0.95, sure=True)
    _, shown = said(shelf, begun(shelf), "laat zien wat ik zei", told, asks=False)
    assert not any(text.startswith(sentences.NO_ANSWER) for text in shown)
