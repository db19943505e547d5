"""Several questions on one screen ("Wat speelt er?"): ticks, and nothing for true in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.in_todays_names import moved_focus
from bot.dialogue.messages import Chosen, Say, Tapped, Ticked
from bot.dialogue.turn import Shelf
from bot.rules.ask import next_ask, on_one_screen
from bot.rules.diagram.compile import compile_pack
from bot.rules.model.answers import chosen
from bot.rules.model.book import AnswerBook
from bot.rules.model.conditions import Is
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.questions.question import Checklist, Option
from bot.rules.todays_names import Today
from tests.dialogue.small import PACK, Talker, told
from tests.shelf import DAY

TICKED = {"sfeer": Checklist("rustig"), "mist": Checklist("niemand", "Mist nog:")}
SPLIT = replace(
    PACK,
    questions=tuple(replace(one, checklist=TICKED.get(one.id)) for one in PACK.questions),
)
MORE, NONE, READY, APART = (
    "Verder: nog ongeveer 2 vragen",
    "Niets hiervan speelt",
    "Klaar, de rest speelt niet",
    "Ik weet niet alles",
)


def at_the_list() -> Talker:
    """Past the first advice, where what only warns is asked."""
    talker = Talker(Shelf({"klein": compile_pack(SPLIT, DAY)}, "klein"))
    return talker.begin("De gemeente", "Niets", MORE)


def test_what_only_warns_stands_on_one_screen() -> None:
    """Each question is named, and its options stand without it; "no" is no tick."""
    (say,) = at_the_list().said
    assert "Hoe is de sfeer?" in say.text
    assert "Wie hoor je nog niet?" in say.text
    assert "Wat je niet aantikt, speelt niet." in say.text
    assert [button.label for button in say.buttons if button.ticks] == [
        "Boos",
        "Mist nog: kinderen",
        "Mist nog: drukke mensen",
        "Mist nog: ondernemers",
    ]


def test_what_has_no_tick_is_said_back() -> None:
    """The button says what it means, and the answers are told in words."""
    talker = at_the_list()
    assert talker.labels[4] == NONE
    said = talker.tap(NONE)
    assert "Niet aangetikt, dus ik noteer: De sfeer is rustig." in said
    assert talker.answers["sfeer"] == "rustig"
    assert talker.answers["mist"] == "niemand"
    assert talker.said[-1].shape == "advice"


def test_ticks_change_the_message_and_count_with_the_rest() -> None:
    """What is ticked is kept at once, should the person leave; the rest only at the end."""
    talker = at_the_list()
    talker.tap("Mist nog: kinderen")
    (say,) = talker.replies
    assert isinstance(say, Say)
    assert say.instead
    assert talker.answers["mist"] == "jeugd"
    assert "sfeer" not in talker.answers
    talker.tap("Mist nog: ondernemers")
    talker.tap(READY)
    assert talker.replies[0] == Chosen("Mist nog: kinderen, Mist nog: ondernemers")
    assert (talker.answers["mist"], talker.answers["sfeer"]) == ("jeugd,zaak", "rustig")


@pytest.mark.parametrize("text", ["1, 2", "boos en mist nog: kinderen"])
def test_several_are_typed_at_once(text: str) -> None:
    """And are then done, like every list."""
    talker = at_the_list()
    talker.say(text)
    assert (talker.answers["sfeer"], talker.answers["mist"]) == ("boos", "jeugd")
    assert talker.said[-1].shape == "advice"


def test_a_page_sends_them_at_once() -> None:
    """As one answer."""
    talker = at_the_list()
    datas = tuple(data for label, data in talker.state.screen if "kinderen" in label)
    talker.do(Ticked(datas))
    assert (talker.answers["sfeer"], talker.answers["mist"]) == ("rustig", "jeugd")


def test_who_does_not_know_all_is_asked_one_by_one() -> None:
    """What has a tick stays; what has none comes with its own "weet ik niet"."""
    talker = at_the_list()
    talker.tap("Mist nog: kinderen")
    talker.tap(APART)
    assert talker.state.focus.asked == "sfeer"
    talker.tap("Weet ik niet")
    assert talker.answers["sfeer"] == "unknown"
    assert talker.answers["mist"] == "jeugd"


def test_two_ticks_at_a_question_with_one_answer_are_asked_back() -> None:
    """Neither is let go in silence."""
    more = tuple(
        replace(one, options=(*one.options, Option("bang", "Bang", "Mensen zijn bang.")))
        if one.id == "sfeer"
        else one
        for one in SPLIT.questions
    )
    pack = replace(SPLIT, questions=more)
    talker = Talker(Shelf({"klein": compile_pack(pack, DAY)}, "klein"))
    talker.begin("De gemeente", "Niets", MORE, "Boos", "Bang")
    assert "sfeer" not in talker.answers
    assert "Bij één vraag koos je meer dan één antwoord." in talker.tap(READY)
    assert talker.state.focus.asked == "sfeer"
    assert talker.answers["mist"] == "niemand"


def test_a_typed_text_ticks_nothing_in_silence() -> None:
    """It is said back as everywhere, and what was ticked stays."""
    talker = at_the_list()
    talker.tap("Mist nog: kinderen")
    said = talker.say("de buurt is boos", told("de buurt is boos", sfeer="boos: is boos"))
    assert "Mensen zijn boos." in said
    assert talker.answers["mist"] == "jeugd"


def test_back_goes_to_the_list_as_it_was_left() -> None:
    """With its ticks; a tick is taken away first."""
    talker = at_the_list()
    talker.tap("Boos")
    talker.tap(READY)
    talker.say("/terug")
    assert "✓ Boos" in talker.labels
    assert "mist" not in talker.answers
    talker.say("/terug")
    assert "Boos" in talker.labels
    talker.say("/terug")
    assert talker.state.focus.asked == "ruimte"


def test_why_and_skipping() -> None:
    """Every question is explained; what is skipped stays open, and that is said."""
    talker = at_the_list()
    assert "Wie hoor je nog niet?" in talker.say("/waarom")
    talker.say("/overslaan")
    assert (talker.answers["sfeer"], talker.answers["mist"]) == ("skipped", "skipped")


def test_an_old_button_ends_no_other_screen() -> None:
    """ "Niets hiervan speelt" of before answers nothing later."""
    talker = at_the_list()
    old = dict(talker.state.screen)
    talker.tap(APART)
    before = talker.answers
    talker.do(Tapped(old[NONE]))
    assert talker.answers == before


def test_what_can_change_the_form_is_asked_by_itself() -> None:
    """Then there is one left, and one is no list."""
    rows = (Row("r0", Is("sfeer", frozenset({"boos"})), "samen", "Zo."),)
    first = SPLIT.decisions[0]
    assert isinstance(first.logic, Table)
    table = Table((*rows, *first.logic.rows))
    compiled = compile_pack(replace(SPLIT, decisions=(replace(first, logic=table),)), DAY)
    book = AnswerBook({"wie": chosen("wij"), "ruimte": chosen("niets")})
    ask = next_ask(compiled, book)
    assert ask is not None
    assert ask.question == "sfeer"
    assert on_one_screen(compiled, book, ask) == ()


def test_a_pack_without_it_asks_as_before() -> None:
    """One by one."""
    talker = Talker().begin("De gemeente", "Niets", MORE)
    assert talker.state.focus.asked == "sfeer"


def test_it_goes_on_under_other_names() -> None:
    """A pack that renames a question or an option keeps the screen, with its ticks."""
    later = tuple(
        replace(one, id="toon", formerly=("sfeer",)) if one.id == "sfeer" else one
        for one in SPLIT.questions
    )
    talker = at_the_list()
    talker.tap("Boos")
    moved = moved_focus(talker.state.focus, Today(replace(SPLIT, questions=later)))
    assert (moved.first, moved.picked) == ("toon", ("toon/boos",))
