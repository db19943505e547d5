"""Understanding without a model."""

from __future__ import annotations

import pytest

from bot.language.plain.plain import PlainUnderstander, at_hand, holding
from bot.language.understand import Context
from bot.rules.model.pack import Pack
from tests.shelf import DEFAULT, packs


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2", "inwoners"),
        ("de tweede", "inwoners"),
        ("b", "inwoners"),
        ("optie 3", "samen"),
        ("nr 1", "gemeente"),
        ("de laatste", "samen"),
        ("ik denk 1", "gemeente"),
        ("De gemeente!", "gemeente"),
        ("de gemeentte", "gemeente"),
        ("wij zelf", "gemeente"),
    ],
)
def test_an_option_by_place_or_label(toy: Pack, text: str, value: str) -> None:
    """A number, a letter, a rank, a label and a label with a typing error choose an option."""
    known = at_hand(text, Context(toy, "wie"))
    assert known is not None
    assert known.sure
    assert known.answers == (("wie", (value,)),)


@pytest.mark.parametrize(("text", "value"), [("ja", "ja"), ("Klopt.", "ja"), ("nee hoor", "nee")])
def test_yes_and_no_answer_a_yes_no_question(toy: Pack, text: str, value: str) -> None:
    """With a yes/no question at hand, yes and no are its answers."""
    known = at_hand(text, Context(toy, "klaar"))
    assert known is not None
    assert known.id == f"klaar.{value}"


def test_yes_without_a_question_is_a_command(toy: Pack) -> None:
    """Without such a question, "klopt" is the command that agrees."""
    known = at_hand("klopt", Context(toy))
    assert known is not None
    assert (known.kind, known.id) == ("opdracht", "ja")


def test_several_options_of_a_multiple_choice(toy: Pack) -> None:
    """ "1 en 3" chooses two of a multiple choice, and nothing of a single one."""
    known = at_hand("1 en 3", Context(toy, "mist"))
    assert known is not None
    assert known.answers == (("mist", ("jeugd", "winkels")),)
    assert at_hand("1 en 3", Context(toy, "wie")) is None


@pytest.mark.parametrize(
    ("text", "value"), [("40", "40"), ("ongeveer 1.200 huishoudens", "1200"), ("2,5", "2.5")]
)
def test_a_number(toy: Pack, text: str, value: str) -> None:
    """A number question takes the one number in a short text."""
    known = at_hand(text, Context(toy, "aantal"))
    assert known is not None
    assert known.answers == (("aantal", (value,)),)


def test_a_bit_is_never_an_assumption(toy: Pack) -> None:
    """ "Een beetje" leaves at most three options to choose from, and fills nothing."""
    known = at_hand("een beetje", Context(toy, "wie"))
    assert known is not None
    assert not known.sure
    assert not known.answers
    assert 1 <= len(known.candidates) <= 3


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/terug", "terug"),
        ("/start x", "begroet"),
        ("/help@bot", "hulp"),
        ("Stop", "stop"),
        ("weet ik niet", "weet_niet"),
        ("geen idee", "weet_niet"),
        ("begin opnieuw", "opnieuw"),
        ("wrm", "waarom"),
        ("weet k nie", "weet_niet"),
        ("geef gewoon advies", "advies_nu"),
        ("geef me nu maar een advies", "advies_nu"),
        ("hoe lang nog?", "hoe_lang"),
        ("hoeveel vragen nog", "hoe_lang"),
        ("moet ik dit allemaal beantwoorden?", "hoe_lang"),
        ("kan ik later verder?", "later_verder"),
        ("andere gemeente", "andere"),
        ("met de regels van een andere gemeente", "pakket"),
    ],
)
def test_commands_by_word_and_slash(toy: Pack, text: str, command: str) -> None:
    """Commands work from every state, typed with or without a slash."""
    for question in (None, "wie"):
        known = at_hand(text, Context(toy, question))
        assert known is not None
        assert (known.kind, known.id, known.sure) == ("opdracht", command, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("geen idee, vergunning denk ik", "weet_niet"),
        ("weet ik niet, misschien een visie", "weet_niet"),
        ("Geen flauw idee, volgens mij de raad", "weet_niet"),
        ("geen idee, een vergunning", ""),
        ("weet ik niet, maar misschien zijn de mensen in de straat boos", ""),
        ("vergunning denk ik", ""),
    ],
)
def test_a_guess_after_no_idea_is_no_answer(toy: Pack, text: str, name: str) -> None:
    """Who is asked hears whom to ask; without a question, or with more to say, it is a text."""
    known = at_hand(text, Context(toy, "wie"))
    assert (known.id if known else "") == name
    assert at_hand(text, Context(toy)) is None


def test_the_rest_is_unknown_and_not_ready(toy: Pack) -> None:
    """Free text without a model is unknown, and says that the model isn't there."""
    understood = PlainUnderstander().understand("bewoners willen iets", Context(toy, "wie"))
    assert (understood.kind, understood.ready) == ("onbekend", False)


@pytest.mark.parametrize("text", ["", " ", "…", "👍", "²", "①", "\x00", "9" * 5000, "a" * 10_000])
def test_it_never_raises(toy: Pack, text: str) -> None:
    """Whatever is typed, there is an understanding."""
    for question in (None, "wie", "aantal", "bestaat_niet"):
        PlainUnderstander().understand(text, Context(toy, question))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("snap ik niet", "waarom"),
        ("Leg uit.", "waarom"),
        ("ik heb een vraag", "vraag_stellen"),
        ("stop maar, dit duurt me te lang", "stop"),
        ("stop. ik ga naar huis", "stop"),
        ("yes please", "ja"),
    ],
)
def test_a_plea_is_no_answer(toy: Pack, text: str, name: str) -> None:
    """Whatever question is open, and without a model."""
    for question in (None, "wie", "sfeer", "mist"):
        told = PlainUnderstander().understand(text, Context(toy, question))
        assert (told.kind, told.id, told.answers) == ("opdracht", name, ())


@pytest.mark.parametrize(
    "text",
    ["stop maar, dit duurt me te lang", "dit duurt veel te lang", "laat maar zitten, te lang"],
)
def test_who_finds_it_too_long_wants_to_stop(toy: Pack, text: str) -> None:
    """And says nothing about the time of a project."""
    known = at_hand(text, Context(toy, "wie"))
    assert known is not None
    assert known.id == "stop"


def test_a_project_that_takes_too_long_is_no_wish_to_stop(toy: Pack) -> None:
    """What takes long is named."""
    assert at_hand("de procedure duurt ons te lang", Context(toy, "wie")) is None


@pytest.mark.parametrize("text", ["niks", "nix", "nothing", "helemaal niets"])
def test_nothing_is_the_answer_that_begins_with_it(text: str) -> None:
    """One of a question's options, and never its opposite."""
    pack = packs()[DEFAULT]
    known = at_hand(text, Context(pack, "te_kiezen"))
    assert known is not None
    assert known.answers == (("te_kiezen", ("niets",)),)


@pytest.mark.parametrize(
    ("text", "value"), [("wij", "gemeente"), ("de gemeente", "gemeente"), ("bewoners", None)]
)
def test_a_few_words_of_a_label_stand_for_it(text: str, value: str | None) -> None:
    """Of the one that has fewest others; "wij" is "ons"."""
    question = packs()[DEFAULT].question("wie_begint")
    held = holding(text, question)
    assert (dict(held.answers)["wie_begint"] if held else None) == ((value,) if value else None)


@pytest.mark.parametrize(
    "text", ["bewoners zijn boos", "De bewoners zijn boos.", "mensen zijn boos"]
)
def test_an_answer_to_another_question_in_its_own_words(text: str) -> None:
    """Also said of bewoners: without a model it is heard, and not as the open question's answer."""
    told = PlainUnderstander().understand(text, Context(packs()[DEFAULT], "wie_begint"))
    assert told.answers == (("spanning", ("boos",)),)
    assert not told.literal
