"""Commands with what they are about: a project's name, whose eyes."""

from __future__ import annotations

import pytest

from bot.language.model.decide import decide
from bot.language.model.examples import lesson
from bot.language.model.parsed import Parsed
from bot.language.plain.plain import at_hand
from bot.language.understand import Context
from bot.rules.model.pack import Pack


@pytest.mark.parametrize(
    ("text", "id", "argument"),
    [
        ("noem dit project riool en straat", "naam", "riool en straat"),
        ("Noem dit project 'Éénhoornplein'.", "naam", "Éénhoornplein"),
        ("dit project heet De Brink", "naam", "De Brink"),
        ("geef dit project een naam", "naam", ""),
        ("door de ogen van een raadslid", "bril", "raad"),
        ("hoe kijkt een bewoner hiernaar", "bril", "inwoner"),
        ("Kijk eens als ondernemer!", "bril", "ondernemer"),
        ("wat zou de wethouder hiervan vinden", "bril", "college"),
    ],
)
def test_a_command_is_heard_with_what_it_is_about(
    toy: Pack, text: str, id: str, argument: str
) -> None:
    """Without a model, and also while a question is at hand."""
    for question in (None, "wie"):
        known = at_hand(text, Context(toy, question))
        assert known is not None
        assert (known.id, known.argument, known.sure) == (id, argument, True)


@pytest.mark.parametrize(
    "text",
    [
        "het plan heet De Brink en bewoners zijn boos omdat ze het te laat hoorden",
        "in de ogen van bewoners is dit een gelopen race",
        "het plan is gemaakt door de bewoners",
        "dit project wordt een succes",
    ],
)
def test_a_story_is_no_such_command(toy: Pack, text: str) -> None:
    """What only sounds like it is left to the model."""
    assert at_hand(text, Context(toy)) is None


def test_the_model_names_the_eyes_too(toy: Pack) -> None:
    """Where the model hears the command, the text still says whose eyes; of two, nobody's."""
    parsed = Parsed((("opdracht.bril", 0.9),))
    for text, argument in (
        ("ik wil weten wat bewoners ervan vinden", "inwoner"),
        ("wat vinden raad en bewoners", ""),
    ):
        assert decide(text, parsed, Context(toy), lesson([toy])).argument == argument
