"""How it went, weeks after an advice: wanted, asked once in three taps, and kept after those."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from bot.dialogue.messages import (
    Due,
    Event,
    Happening,
    HowItWent,
    Noted,
    Reply,
    Said,
    Say,
    Started,
    Tapped,
)
from bot.dialogue.places import wording
from bot.dialogue.places.aftermath import MOST
from bot.dialogue.state_versions import from_json, to_json
from bot.dialogue.step import new_state, step
from bot.dialogue.turn import Shelf

from .test_situations import shelf

NOON = datetime(2026, 11, 30, 12, tzinfo=timezone.utc)
WEEKS = timedelta(weeks=6)


class Official:
    """Somebody who taps and types, also weeks later; the state is kept as a storage does."""

    def __init__(self) -> None:
        self.state, self.now, self.turns = new_state(shelf()), NOON, 0
        self.replies: tuple[Reply, ...] = ()
        self.shelf: Shelf = shelf()
        self.do(Started())

    def do(self, what: Happening) -> str:
        """Let something happen; all that is said."""
        self.turns += 1
        event = Event(what, self.now, f"{self.turns:024x}")
        state, self.replies = step(self.shelf, self.state, event)
        self.state = from_json(to_json(state))
        return "\n".join(one.text for one in self.replies if isinstance(one, Say))

    def tap(self, label: str) -> str:
        """Tap a button of the last messages."""
        says = [one for one in self.replies if isinstance(one, Say)]
        buttons = [button for say in says for button in say.buttons]
        return self.do(Tapped(next(b.data for b in buttons if b.label == label)))

    def kept(self) -> list[Reply]:
        """What is kept of the last turn, and said to nobody."""
        return [one for one in self.replies if isinstance(one, HowItWent | Noted)]


def who_wants_it() -> Official:
    """A person with an advice who wants to be asked, six weeks later."""
    person = Official()
    for label in ("Advies voor mijn project", "Ja", "Nee", "Maak een stuk", "Maak een notitie"):
        person.tap(label)
    person.tap(wording.BTN_ASK_LATER)
    person.now += WEEKS
    return person


def test_it_is_asked_only_of_who_wants_it_and_only_when_it_is_time() -> None:
    person = who_wants_it()
    assert person.state.ask_on == date(2027, 1, 11)
    person.now -= timedelta(days=1)
    assert wording.WENT_FORM not in person.do(Started())
    person.now += timedelta(days=1)
    assert wording.WENT_FORM in person.do(Started())
    assert wording.WENT_FORM not in person.do(Started())


def test_who_wants_it_not_after_all_is_never_asked() -> None:
    person = who_wants_it()
    person.now -= WEEKS
    person.do(Said("/overzicht"))
    person = Official()
    for label in ("Advies voor mijn project", "Ja", "Nee", "Maak een stuk", "Maak een notitie"):
        person.tap(label)
    person.tap(wording.BTN_ASK_LATER)
    person.tap(wording.BTN_ASK_NOT)
    person.now += WEEKS
    assert person.state.ask_on is None
    assert wording.WENT_FORM not in person.do(Started())


def test_a_channel_that_sends_of_itself_asks_the_same() -> None:
    person = who_wants_it()
    assert wording.WENT_FORM in person.do(Due())
    assert person.state.ask_on is None


def test_three_taps_tell_the_form_whether_again_and_a_lesson() -> None:
    person = who_wants_it()
    person.do(Due())
    assert wording.WENT_AGAIN in person.tap("coproduceren")
    assert wording.LESSON_WHICH in person.tap("Ja")
    assert person.kept() == []
    assert wording.WENT_DONE in person.tap("Eerder beginnen")
    went, lesson = person.kept()
    assert isinstance(went, HowItWent)
    assert (went.form, went.again) == ("samen", "weer_ja")
    assert lesson == Noted("les_geteld", "samen: Eerder beginnen")


def test_a_typed_lesson_is_masked_cut_and_kept_after_a_yes() -> None:
    person = who_wants_it()
    person.do(Due())
    person.tap("coproduceren")
    person.tap("Nee")
    told = person.do(Said("begin eerder, bel 06-12345678 " + "x" * 300))
    assert "12345678" not in told
    assert person.kept() == []
    person.tap(wording.LESSON_KEEP)
    _, lesson = person.kept()
    assert isinstance(lesson, Noted)
    assert lesson.kind == "les"
    assert len(lesson.text) <= MOST
    assert "12345678" not in lesson.text


def test_a_lesson_that_is_taken_back_is_not_kept() -> None:
    person = who_wants_it()
    person.do(Due())
    person.tap("coproduceren")
    person.tap("Nee")
    person.do(Said("begin eerder"))
    person.tap(wording.LESSON_DROP)
    assert [type(one) for one in person.kept()] == [HowItWent]


def test_nothing_chosen_yet_keeps_nothing() -> None:
    person = who_wants_it()
    person.do(Due())
    assert wording.WENT_LEFT in person.tap(wording.WENT_NOTHING)
    assert person.kept() == []


def test_what_many_told_stands_with_how_to_go_about_it() -> None:
    person = who_wants_it()
    person.shelf = replace(shelf(), tried={("situaties", "samen"): (6, 5)})
    person.do(Said("/advies"))
    told = person.tap("Zo pak je het aan")
    assert "6 keer coproduceren gekozen. 5 zouden het weer doen." in told
