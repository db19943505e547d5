"""One reading of a text, whatever question is open, with the words that each answer came from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.dialogue.messages import Understanding
from bot.language.model.examples import lesson
from bot.language.model.parsed import Found, Parsed
from bot.language.reading import understood
from bot.language.understand import Context
from bot.rules.model.pack import Division, Pack
from bot.rules.model.questions.question import Option

OPEN = (None, "wie", "sfeer", "klaar", "mist", "aantal")
"""Every question of the toy pack may be open, or none."""

TELLING = "de buurt kwam ermee, en ze zijn woest. het park is van iedereen"
TOLD = Parsed(
    (("beschrijving", 0.9), ("antwoord.sfeer.boos", 0.1)),
    (Found("antwoord.wie.inwoners", 0.99, 0, 19), Found("antwoord.sfeer.boos", 0.98, 24, 38)),
)


def says(**parsed: Parsed) -> Callable[[str], Parsed]:
    """A model that knows these texts, by their first words; any other it does not know."""

    def parse(text: str) -> Parsed:
        known = (one for first, one in parsed.items() if text.startswith(first.replace("_", " ")))
        return next(known, Parsed((("buiten_bereik", 0.9),)))

    return parse


def read(toy: Pack, text: str, question: str | None, **parsed: Parsed) -> Understanding:
    """What is understood of a text while this question is open."""
    return understood(text, Context(toy, question), says(**parsed), lesson([toy]))


def words(typed: str, told: Understanding) -> dict[str, str]:
    """Per question the stretch of the person's own text."""
    return {question: typed[one.start : one.end] for question, one in told.evidence}


@pytest.mark.parametrize("question", OPEN)
def test_a_text_that_tells_something_is_read_the_same_whatever_is_asked(
    toy: Pack, question: str | None
) -> None:
    """The open question removes nothing, changes nothing, and adds nothing."""
    told = read(toy, TELLING, question, de_buurt=TOLD)
    assert told == read(toy, TELLING, None, de_buurt=TOLD)
    assert dict(told.answers) == {"wie": ("inwoners",), "sfeer": ("boos",)}
    assert not told.lent


def test_each_answer_has_the_words_that_it_came_from(toy: Pack) -> None:
    """By their places in the text of the person: shorthand, capitals and white space and all."""
    typed = "Ehm,  de BUURT kwam  ermee,\n\n en ze zijn wóest!!"
    parsed = Parsed(TOLD.ranking, (Found("antwoord.wie.inwoners", 0.99, 0, 19),
                                   Found("antwoord.sfeer.boos", 0.98, 24, 38)))  # fmt: skip
    told = read(toy, typed, "sfeer", de_BUURT=parsed)
    assert words(typed, told) == {"wie": "de BUURT kwam  ermee", "sfeer": "ze zijn wóest!"}
    assert dict(told.evidence)["wie"].words == "de BUURT kwam ermee"


def test_what_could_not_be_placed_is_told_when_it_is_a_clause(toy: Pack) -> None:
    """Beside several answers; a question is none, nor a few words."""
    assert read(toy, TELLING, None, de_buurt=TOLD).unplaced == ("het park is van iedereen",)
    short = TELLING.replace("het park is van iedereen", "mooi park")
    assert read(toy, short, None, de_buurt=TOLD).unplaced == ()
    asked = TELLING.replace("het park is van iedereen", "hoe moet dat nou verder?")
    assert read(toy, asked, None, de_buurt=TOLD).unplaced == ()
    one = replace(TOLD, found=TOLD.found[:1])
    assert read(toy, TELLING, None, de_buurt=one).unplaced == ()


def test_the_open_question_lends_a_meaning_to_a_text_without_one(toy: Pack) -> None:
    """Only then, of that question alone, and marked so: it is asked back."""
    parsed = Parsed(
        (("antwoord.sfeer.boos", 0.3), ("opdracht.hulp", 0.25)),
        (Found("antwoord.sfeer.boos", 0.5, 0, 9),),
    )
    told = read(toy, "vrij heet", "sfeer", vrij=parsed)
    assert (told.answers, told.lent, told.literal) == ((("sfeer", ("boos",)),), True, False)
    assert words("vrij heet", told) == {"sfeer": "vrij heet"}
    assert not read(toy, "vrij heet", None, vrij=parsed).answers
    assert not read(toy, "vrij heet", "wie", vrij=parsed).answers


@pytest.mark.parametrize("text", ["2", "boos", "de tweede", "ze zijn woest"])
def test_a_number_or_the_words_of_an_option_are_literal(toy: Pack, text: str) -> None:
    """As good as a tap."""
    told = read(toy, text, "sfeer")
    assert (told.answers, told.literal, told.lent) == ((("sfeer", ("boos",)),), True, False)


@pytest.mark.parametrize("question", [None, "wie", "sfeer", "mist"])
@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("nee, de buurt kwam ermee", (("wie", ("inwoners",)),)),
        ("dat klopt niet: Boos", (("sfeer", ("boos",)),)),
        ("ik bedoel Jongeren", (("mist", ("jeugd",)),)),
    ],
)
def test_a_correction_says_what_is_right_of_whichever_question(
    toy: Pack, question: str | None, text: str, answers: object
) -> None:
    """By the words of an option, also when another question is open."""
    told = read(toy, text, question)
    assert (told.answers, told.corrects) == (answers, True)


@pytest.mark.parametrize("question", [None, "wie", "sfeer"])
def test_a_correction_in_other_words_is_read_by_the_model(toy: Pack, question: str | None) -> None:
    """Of the part behind the "nee"."""
    parsed = Parsed((("beschrijving", 0.6),), (Found("antwoord.wie.inwoners", 0.99, 0, 15),))
    told = read(toy, "nee, bewoners zelf", question, bewoners=parsed)
    assert (told.answers, told.corrects) == ((("wie", ("inwoners",)),), True)
    assert words("nee, bewoners zelf", told) == {"wie": "bewoners zelf"}


def test_a_correction_without_what_is_right_is_asked_about(toy: Pack) -> None:
    """It answers nothing."""
    told = read(toy, "nee, dat is heel anders gegaan", "wie")
    assert (told.answers, told.sure, told.corrects) == ((), False, True)
    assert [one.id for one in told.candidates] == ["terug", "verander"]


def test_where_a_nee_can_be_the_answer_it_is_no_correction(toy: Pack) -> None:
    """ "Is het al besloten?" """
    told = read(toy, "nee, nog lang niet", "klaar", nee=Parsed((("antwoord.klaar.nee", 0.9),)))
    assert not told.corrects
    text = "nee wacht, de buurt kwam ermee"
    assert read(toy, text, "klaar").corrects


def test_a_long_answer_about_the_pieces_loses_nothing_of_the_whole(toy: Pack) -> None:
    """What the text says of a question that is asked of each piece apart waits for that."""
    part = Division("onderdeel", "Ligt alles even vast?", (Option("hoe", "De inrichting"),))
    per = replace(toy.questions[1], per="onderdeel")
    pack = replace(toy, questions=(toy.questions[0], per, *toy.questions[2:]), divisions=(part,))
    text = "de buurt kwam ermee, en ze zijn woest, maar het verschilt per straat"
    told = understood(text, Context(pack, "onderdeel"), says(de_buurt=TOLD), lesson([pack]))
    assert told.answers == (("onderdeel", ("_verschilt",)), ("wie", ("inwoners",)))
