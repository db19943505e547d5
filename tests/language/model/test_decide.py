"""From a ranking to what may be acted upon."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.language.model.decide import decide
from bot.language.model.examples import lesson
from bot.language.model.parsed import Found, Parsed
from bot.language.understand import Context
from bot.rules.model.content import DatedText, Faq
from bot.rules.model.pack import Pack


def test_a_sure_faq(toy: Pack) -> None:
    """A high share with a clear second may be acted upon."""
    parsed = Parsed((("vraag.ladder", 0.95), ("buiten_bereik", 0.05)))
    understood = decide("wat is de ladder", parsed, Context(toy), lesson([toy]))
    assert (understood.kind, understood.id, understood.sure) == ("vraag", "ladder", True)


def test_less_than_nine_in_ten_is_asked(toy: Pack) -> None:
    """Writers who were left out of the training were misread twice as often between .8 and .9."""
    parsed = Parsed((("vraag.ladder", 0.8), ("opdracht.hulp", 0.2)))
    understood = decide("de ladder", parsed, Context(toy), lesson([toy]))
    assert (understood.kind, understood.id, understood.sure) == ("vraag", "ladder", False)


def test_a_description_without_a_fact_is_asked_about(toy: Pack) -> None:
    """It may be a question that was told as a situation; nothing is sure of it."""
    parsed = Parsed((("beschrijving", 0.6), ("vraag.ladder", 0.3), ("opdracht.hulp", 0.1)))
    understood = decide("wij zitten hier met een trapje", parsed, Context(toy), lesson([toy]))
    assert not understood.sure
    assert [one.id for one in understood.candidates][:1] == ["ladder"]


def test_close_seconds_are_asked_with_at_most_three(toy: Pack) -> None:
    """Two that are close are both offered, and nothing is assumed."""
    labels = ("vraag.ladder", "opdracht.hulp", "opdracht.waarom", "opdracht.mens")
    parsed = Parsed(tuple((label, 0.25) for label in labels))
    understood = decide("help eens", parsed, Context(toy), lesson([toy]))
    assert not understood.sure
    assert not understood.answers
    assert 2 <= len(understood.candidates) <= 3


def test_out_of_scope_is_unknown(toy: Pack) -> None:
    """What the bot is not about stays unknown, without candidates."""
    parsed = Parsed((("buiten_bereik", 0.7), ("vraag.ladder", 0.2)))
    understood = decide("grofvuil", parsed, Context(toy), lesson([toy]))
    assert (understood.kind, understood.candidates) == ("onbekend", ())


def test_the_question_at_hand_goes_first(toy: Pack) -> None:
    """The same ranking is an answer when its question was asked, and in doubt when not."""
    parsed = Parsed(
        (("antwoord.wie.gemeente", 0.3), ("opdracht.hulp", 0.28), ("antwoord.sfeer.boos", 0.2))
    )
    asked = decide("wij", parsed, Context(toy, "wie"), lesson([toy]))
    assert (asked.id, asked.sure) == ("wie.gemeente", True)
    assert asked.answers == (("wie", ("gemeente",)),)
    assert not decide("wij", parsed, Context(toy), lesson([toy])).sure


def test_labels_of_another_pack_do_not_count(toy: Pack) -> None:
    """An answer that this pack does not have is never given."""
    parsed = Parsed((("antwoord.ander.optie", 0.9), ("vraag.ladder", 0.1)))
    assert decide("wat is de ladder", parsed, Context(toy), lesson([toy])).id == "ladder"


def test_two_answers_make_a_description(toy: Pack) -> None:
    """Several answers in one text are a description, and each is told."""
    text = "de buurt kwam ermee, en ze zijn woest"
    parsed = Parsed(
        (("beschrijving", 0.5), ("antwoord.sfeer.boos", 0.2)),
        (Found("antwoord.wie.inwoners", 0.99, 0, 19), Found("antwoord.sfeer.boos", 0.96, 21, 37)),
    )
    understood = decide(text, parsed, Context(toy), lesson([toy]))
    assert understood.kind == "beschrijving"
    assert dict(understood.answers) == {"wie": ("inwoners",), "sfeer": ("boos",)}


def test_a_denial_fills_nothing(toy: Pack) -> None:
    """ "Niet boos" is not read as boos; an answer that people say with "niet" still is."""
    text = "de buurt kwam ermee en ze zijn niet boos"
    boos = Found("antwoord.sfeer.boos", 0.99, 23, 40)
    rustig = Found("antwoord.sfeer.rustig", 0.96, 23, 40)
    ranking = (("beschrijving", 0.6),)
    read = decide(text, Parsed(ranking, (boos,)), Context(toy), lesson([toy]))
    assert read.answers == ()
    read = decide(text, Parsed(ranking, (boos, rustig)), Context(toy), lesson([toy]))
    assert read.answers == (("sfeer", ("rustig",)),)


@pytest.mark.parametrize(
    "text",
    [
        "dat de buurt kwaad en boos is, is echt niet waar",
        "dat de buurt kwaad en boos is, is onzin",
        "iedereen is kwaad en boos, behalve de buurt hier",
        "van een buurt die kwaad is, is geen sprake van",
        "ik heb nooit gezegd dat de buurt kwaad en boos is",
    ],
)
def test_what_its_sentence_says_is_not_so_fills_nothing(toy: Pack, text: str) -> None:
    """Wherever in the sentence that stands; in another sentence it changes nothing."""
    parsed = Parsed((("beschrijving", 0.9),), (Found("antwoord.sfeer.boos", 0.99, 0, len(text)),))
    assert decide(text, parsed, Context(toy), lesson([toy])).answers == ()
    apart = "de buurt is kwaad en boos op ons allemaal. dat het klaar is, is onzin"
    parsed = replace(parsed, found=(Found("antwoord.sfeer.boos", 0.99, 0, 42),))
    assert dict(decide(apart, parsed, Context(toy), lesson([toy])).answers) == {"sfeer": ("boos",)}


def test_an_answer_whose_own_words_are_denied_is_asked_back(toy: Pack) -> None:
    """ "Niet zo boos" may look like boos to the model; it is never taken for it in silence."""
    parsed = Parsed(
        (("antwoord.sfeer.boos", 0.9), ("antwoord.sfeer.rustig", 0.1)),
        (Found("antwoord.sfeer.boos", 0.99, 0, 21),),
    )
    boos = replace(toy.questions[1].options[1], examples=("ze zijn boos", "ze pikken het niet"))
    sfeer = replace(toy.questions[1], options=(toy.questions[1].options[0], boos))
    pack = replace(toy, questions=(toy.questions[0], sfeer, *toy.questions[2:]))
    for question in ("sfeer", None):
        read = decide("ze zijn niet zo boos", parsed, Context(pack, question), lesson([pack]))
        assert (read.answers, read.sure) == ((), False)
    said = decide("ze pikken dit niet", parsed, Context(pack, "sfeer"), lesson([pack]))
    assert (said.id, said.sure) == ("sfeer.boos", True)


def test_two_options_that_are_close_fill_nothing(toy: Pack) -> None:
    """When two options of one question are both likely, neither is filled in."""
    found = (Found("antwoord.sfeer.boos", 0.99, 0, 9), Found("antwoord.sfeer.rustig", 0.97, 0, 9))
    read = decide(
        "zo gaat dat hier nu", Parsed((("beschrijving", 0.9),), found), Context(toy), lesson([toy])
    )
    assert read.answers == ()


def test_a_wish_is_the_command_and_a_question_the_faq(toy: Pack) -> None:
    """ "Ik wil eerste hulp" opens it, even when the FAQ about it scores higher."""
    pack = replace(toy, faqs=(Faq("ehbo_wat", "Wat is EHBO?", (DatedText("Hulp."),), ("ehbo",)),))
    parsed = Parsed((("vraag.ehbo_wat", 0.5), ("opdracht.ehbo", 0.4)))
    wish = decide("graag de eerste hulp", parsed, Context(pack), lesson([pack]))
    assert (wish.kind, wish.id, wish.sure) == ("opdracht", "ehbo", True)
    asked = decide("wat is dat, eerste hulp?", parsed, Context(pack), lesson([pack]))
    assert (asked.kind, asked.id) == ("vraag", "ehbo_wat")


def test_taking_something_back_is_no_answer_to_the_next_question(toy: Pack) -> None:
    """ "Nee, niet op ons" asks to go back; where "nee" can be the answer, it still is."""
    text = "nee, niet op ons, op de aannemer"
    parsed = Parsed(
        (("antwoord.wie.gemeente", 0.5),), (Found("antwoord.wie.gemeente", 0.9, 0, 32),)
    )
    read = decide(text, parsed, Context(toy, "wie"), lesson([toy]))
    assert ([one.id for one in read.candidates], read.sure) == (["terug", "verander"], False)
    assert read.answers == ()
    assert decide(text, parsed, Context(toy), lesson([toy])).id == "nee"
    ranking = (("opdracht.nee", 0.9),)
    assert decide(text, Parsed(ranking), Context(toy, "klaar"), lesson([toy])).id != "terug"


def test_taking_back_with_the_right_answer_is_that_answer(toy: Pack) -> None:
    """ "Nee, niet wij, de buurt kwam ermee" holds the answer itself."""
    text = "nee, niet wij, de buurt kwam ermee"
    parsed = Parsed((("beschrijving", 0.6),), (Found("antwoord.wie.inwoners", 0.99, 15, 34),))
    read = decide(text, parsed, Context(toy, "wie"), lesson([toy]))
    assert read.answers == (("wie", ("inwoners",)),)


def test_a_condition_is_no_answer(toy: Pack) -> None:
    """ "Het moet wel …" may mean an answer, so it is offered and never taken."""
    parsed = Parsed(
        (("antwoord.sfeer.rustig", 0.9),), (Found("antwoord.sfeer.rustig", 0.9, 0, 27),)
    )
    read = decide("het moet wel rustig blijven", parsed, Context(toy, "sfeer"), lesson([toy]))
    assert (read.answers, read.sure) == ((), False)
    assert [one.id for one in read.candidates] == ["sfeer.rustig"]


def test_signs_alone_are_unknown(toy: Pack) -> None:
    """A text without a letter means nothing, whatever the model thinks."""
    parsed = Parsed((("opdracht.ja", 0.9),))
    assert decide("😀 …", parsed, Context(toy), lesson([toy])).kind == "onbekend"


def test_the_words_of_a_surer_answer_tell_no_second_one(toy: Pack) -> None:
    """Another answer in the same words must be very sure; elsewhere in the text less will do."""
    text = "de buurt kwam met dit plan en ze zijn woedend"
    wie = Found("antwoord.wie.inwoners", 0.99, 0, 26)
    for start, answered in ((0, False), (30, True)):
        boos = Found("antwoord.sfeer.boos", 0.96, start, start + 15)
        late = Found("antwoord.klaar.ja", 1.0, 27, 29)
        parsed = Parsed((("beschrijving", 0.9),), (late, wie, boos))
        read = decide(text, parsed, Context(toy), lesson([toy]))
        assert ("sfeer" in dict(read.answers)) == answered


def test_too_few_words_tell_nothing_that_nobody_asked(toy: Pack) -> None:
    """ "Op de buurt" says next to nothing by itself, however sure the model is of it."""
    for text, answered in (("op de buurt", False), ("de buurt kwam ermee", True)):
        wie = Found("antwoord.wie.inwoners", 0.99, 0, len(text))
        read = decide(text, Parsed((("beschrijving", 0.9),), (wie,)), Context(toy), lesson([toy]))
        assert bool(read.answers) == answered
