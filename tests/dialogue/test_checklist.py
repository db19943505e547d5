"""Several questions on one screen ("Wat speelt er?"): ticks, and nothing for true in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.in_todays_names import moved_focus
from bot.dialogue.look import look
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
from tests.dialogue.small import NOW, PACK, Talker, told
from tests.shelf import DAY

TICKED = {"sfeer": Checklist(), "mist": Checklist("Mist nog:")}
SPLIT = replace(
    PACK,
    questions=tuple(replace(one, checklist=TICKED.get(one.id)) for one in PACK.questions),
)
NONE, READY, APART = (
    "Laat dit open",
    "Klaar, laat de rest open",
    "Vraag ze een voor een",
)


def at_the_list() -> Talker:
    """Past the first advice, where what only warns is asked."""
    talker = Talker(Shelf({"klein": compile_pack(SPLIT, DAY)}, "klein"))
    return talker.begin("De gemeente", "Niets")


def test_what_only_warns_stands_on_one_screen() -> None:
    """Each question is named, and its options stand without it; "nothing" is one to tick."""
    *_, say = at_the_list().said
    assert "Hoe is de sfeer?" in say.text
    assert "Wie hoor je nog niet?" in say.text
    assert "Tik aan wat klopt. De rest blijft open." in say.text
    assert [button.label for button in say.buttons if button.ticks] == [
        "Rustig",
        "Boos",
        "Mist nog: kinderen",
        "Mist nog: drukke mensen",
        "Mist nog: ondernemers",
        "Mist nog: niemand",
    ]


def test_what_has_no_tick_stays_open() -> None:
    """Nobody said that it is quiet, or that nobody is missing; that is told."""
    talker = at_the_list()
    said = talker.tap(NONE)
    assert "Open gelaten: " in said
    assert (talker.answers["sfeer"], talker.answers["mist"]) == ("skipped", "skipped")
    assert talker.said[-1].shape == "advice"


def test_that_nothing_is_the_matter_is_ticked() -> None:
    """In words of its own, for each question; it is no "for now" that more may come beside."""
    talker = at_the_list()
    talker.tap("Mist nog: niemand")
    assert talker.answers == {"wie": "wij", "ruimte": "niets", "mist": "niemand"}
    talker.tap("Rustig")
    assert (talker.answers["sfeer"], talker.answers["mist"]) == ("rustig", "niemand")


def test_the_last_tick_that_fits_ends_the_screen() -> None:
    """No "klaar" is wanted where nothing can be added; with "terug" the ticks are there again."""
    talker = at_the_list()
    talker.tap("Mist nog: niemand")
    assert READY in talker.labels
    talker.tap("Rustig")
    assert talker.replies[0] == Chosen("Rustig, Mist nog: niemand")
    assert READY not in talker.labels


def test_somebody_missing_leaves_room_for_more() -> None:
    """Of a multiple choice another may come, so that the screen stays."""
    talker = at_the_list()
    talker.tap("Rustig")
    talker.tap("Mist nog: kinderen")
    assert READY in talker.labels


def test_nobody_and_somebody_missing_do_not_stand_together() -> None:
    """An option that goes with no other gives way, and takes the others away."""
    talker = at_the_list()
    talker.tap("Mist nog: niemand")
    talker.tap("Mist nog: kinderen")
    assert talker.answers["mist"] == "jeugd"
    assert "✓ Mist nog: niemand" not in talker.labels
    talker.tap("Mist nog: niemand")
    assert talker.answers["mist"] == "niemand"
    assert "✓ Mist nog: kinderen" not in talker.labels


RESTED = {"sfeer": Checklist("", "rustig"), "mist": Checklist("Mist nog:", "niemand")}
NOTHING = "Verder speelt er niets"


def at_the_list_with_a_rest() -> Talker:
    """Where the pack says what it means that nothing is the matter."""
    split = tuple(replace(one, checklist=RESTED.get(one.id)) for one in PACK.questions)
    pack = replace(PACK, questions=split)
    talker = Talker(Shelf({"klein": compile_pack(pack, DAY)}, "klein"))
    return talker.begin("De gemeente", "Niets")


def test_that_nothing_else_is_the_matter_is_one_tick() -> None:
    """It is a tick of its own, for each question without one; what it means is said back."""
    talker = at_the_list_with_a_rest()
    assert [name for name in talker.labels if name in ("Rustig", "Mist nog: niemand")] == []
    talker.tap("Mist nog: kinderen")
    said = talker.tap(NOTHING)
    assert "Ik noteer: De sfeer is rustig." in said
    assert (talker.answers["sfeer"], talker.answers["mist"]) == ("rustig", "jeugd")


def test_without_that_tick_the_rest_stays_open() -> None:
    """Nobody said that nothing is the matter."""
    talker = at_the_list_with_a_rest()
    talker.tap("Mist nog: kinderen")
    assert "Open gelaten: " in talker.tap(READY)
    assert (talker.answers["sfeer"], talker.answers["mist"]) == ("skipped", "jeugd")


def test_a_page_sends_that_nothing_else_is_the_matter_with_the_ticks() -> None:
    """As one of the boxes."""
    talker = at_the_list_with_a_rest()
    buttons = dict(talker.state.screen)
    talker.do(Ticked((buttons["Boos"], buttons[NOTHING])))
    assert (talker.answers["sfeer"], talker.answers["mist"]) == ("boos", "niemand")


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
    assert (talker.answers["mist"], talker.answers["sfeer"]) == ("jeugd,zaak", "skipped")


@pytest.mark.parametrize("text", ["2, 3", "boos en mist nog: kinderen"])
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
    assert (talker.answers["sfeer"], talker.answers["mist"]) == ("skipped", "jeugd")


def test_who_does_not_know_all_is_asked_one_by_one() -> None:
    """What has a tick stays; what has none comes with its own "weet ik niet"."""
    talker = at_the_list()
    talker.tap("Mist nog: kinderen")
    talker.tap(APART)
    assert talker.state.focus.asked == "sfeer"
    talker.tap("Weet ik niet")
    assert talker.answers["sfeer"] == "unknown"
    assert talker.answers["mist"] == "jeugd"


def with_three_moods() -> Talker:
    """At the list, with one more answer to the question that has one."""
    more = tuple(
        replace(one, options=(*one.options, Option("bang", "Bang", "Mensen zijn bang.")))
        if one.id == "sfeer"
        else one
        for one in SPLIT.questions
    )
    talker = Talker(Shelf({"klein": compile_pack(replace(SPLIT, questions=more), DAY)}, "klein"))
    return talker.begin("De gemeente", "Niets")


def test_a_second_tick_comes_in_the_place_of_the_first() -> None:
    """Of a question with one answer, by a button and by a typed number; it is not asked again."""
    talker = with_three_moods()
    talker.tap("Boos")
    talker.tap("Bang")
    assert talker.answers["sfeer"] == "bang"
    assert "✓ Bang" in talker.labels
    assert "✓ Boos" not in talker.labels
    talker.say("2")
    assert "✓ Boos" in talker.labels
    talker.tap(READY)
    assert (talker.answers["sfeer"], talker.answers["mist"]) == ("boos", "skipped")
    assert talker.said[-1].shape == "advice"


def test_a_second_tick_taken_away_leaves_nothing() -> None:
    """The first does not come back."""
    talker = with_three_moods()
    talker.tap("Boos")
    talker.tap("Bang")
    talker.tap("✓ Bang")
    assert "sfeer" not in talker.answers


@pytest.mark.parametrize("before", [(), ("Rustig",)])
@pytest.mark.parametrize("is_typed", [True, False])
def test_two_answers_sent_at_once_are_asked_back(before: tuple[str, ...], is_typed: bool) -> None:
    """Which came last can't be seen, so neither counts, and not what had a tick before either."""
    talker = with_three_moods()
    for label in before:
        talker.tap(label)
    datas = dict(talker.state.screen)
    if is_typed:
        said = talker.say("boos, bang, mist nog: kinderen")
    else:
        boxes = (datas["Boos"], datas["Bang"], datas["Mist nog: kinderen"])
        said = talker.do(Ticked(boxes))
    assert "Bij één vraag koos je meer dan één antwoord." in said
    assert "sfeer" not in talker.answers
    assert talker.state.focus.asked == "sfeer"
    assert talker.answers["mist"] == "jeugd"


def test_what_a_page_sends_comes_in_the_place_of_what_had_a_tick() -> None:
    """After "terug" the boxes are empty, and one is ticked anew."""
    talker = with_three_moods()
    talker.tap("Boos")
    talker.do(Ticked((dict(talker.state.screen)["Bang"],)))
    assert talker.answers["sfeer"] == "bang"


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
    """ "Laat dit open" of before answers nothing later."""
    talker = at_the_list()
    old = dict(talker.state.screen)
    talker.tap(APART)
    before = talker.answers
    talker.do(Tapped(old[NONE]))
    assert talker.answers == before


def test_the_old_end_of_a_list_is_no_answer_to_its_question() -> None:
    """ "Verder speelt er niets" does not answer what is asked by itself now."""
    talker = at_the_list_with_a_rest()
    old = dict(talker.state.screen)
    talker.tap(APART)
    before = talker.answers
    talker.do(Tapped(old[NOTHING]))
    assert talker.answers == before
    assert talker.state.focus.asked == "sfeer"


def test_what_can_change_the_form_stands_there_too() -> None:
    """Each answer is given on purpose, and what has no tick decides nothing."""
    rows = (Row("r0", Is("sfeer", frozenset({"boos"})), "samen", "Zo."),)
    first = SPLIT.decisions[0]
    assert isinstance(first.logic, Table)
    table = Table((*rows, *first.logic.rows))
    compiled = compile_pack(replace(SPLIT, decisions=(replace(first, logic=table),)), DAY)
    book = AnswerBook({"wie": chosen("wij"), "ruimte": chosen("niets")})
    ask = next_ask(compiled, book)
    assert ask is not None
    assert ask.question == "sfeer"
    assert on_one_screen(compiled, book, ask) == ("sfeer", "mist")


def test_a_missing_tick_never_decides_the_form() -> None:
    """Where the mood decides, the advice stays as uncertain as it was, and says both forms."""
    rows = (Row("r0", Is("sfeer", frozenset({"boos"})), "samen", "Zo."),)
    first = SPLIT.decisions[0]
    assert isinstance(first.logic, Table)
    table = Table((*rows, *first.logic.rows))
    pack = replace(SPLIT, decisions=(replace(first, logic=table), *SPLIT.decisions[1:]))
    talker = Talker(Shelf({"klein": compile_pack(pack, DAY)}, "klein"))
    talker.begin("De gemeente", "Niets")
    before = look(talker.shelf, talker.state, NOW)
    talker.tap(NONE)
    after = look(talker.shelf, talker.state, NOW)
    assert before is not None
    assert after is not None
    assert before.card.main.others
    assert after.card.main.others == before.card.main.others


def test_a_pack_without_it_asks_as_before() -> None:
    """One by one."""
    talker = Talker().begin("De gemeente", "Niets")
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
