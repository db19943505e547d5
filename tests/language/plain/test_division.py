"""The question whether a project falls apart, answered in one's own words."""

from __future__ import annotations

import pytest

from bot.dialogue.button_data import DIFFERENT_VALUE, SAME_VALUE
from bot.language.model.decide import decide
from bot.language.model.examples import lesson
from bot.language.model.parsed import Parsed
from bot.language.plain.plain import at_hand
from bot.language.understand import Context
from bot.rules.model.pack import Pack


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ja alles", (SAME_VALUE,)),
        ("Alles ligt vast.", (SAME_VALUE,)),
        ("het verschilt niet", (SAME_VALUE,)),
        ("nee, het verschilt", (DIFFERENT_VALUE,)),
        ("dat scheelt per stuk", (DIFFERENT_VALUE,)),
        ("niet alles", (DIFFERENT_VALUE,)),
        ("het riool staat vast maar de inrichting is open", (DIFFERENT_VALUE,)),
        ("riool ligt vast, straat nog niet", (DIFFERENT_VALUE,)),
        ("de plek wel, het ontwerp niet", (DIFFERENT_VALUE,)),
        ("over de planning valt niet te praten, over de bomen wel", (DIFFERENT_VALUE,)),
        ("de inrichting en de planning", ("hoe", "uitvoering")),
    ],
)
def test_fixed_alike_or_not(pack: Pack, text: str, values: tuple[str, ...]) -> None:
    """All alike, different, or the pieces by name: without a model."""
    known = at_hand(text, Context(pack, "onderdeel"))
    assert known is not None
    assert (known.answers, known.sure) == ((("onderdeel", values),), True)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("een aanpak voor iedereen", (SAME_VALUE,)),
        ("één aanpak", (SAME_VALUE,)),
        ("nee, er is geen aparte groep", (SAME_VALUE,)),
        ("vooral de straat", (DIFFERENT_VALUE,)),
        ("niet iedereen", (DIFFERENT_VALUE,)),
    ],
)
def test_one_group_or_more(pack: Pack, text: str, values: tuple[str, ...]) -> None:
    """The same for the groups, with and without accents."""
    known = at_hand(text, Context(pack, "groep"))
    assert known is not None
    assert known.answers == (("groep", values),)


@pytest.mark.parametrize("text", ["ja", "nee", "een beetje"])
def test_a_bare_yes_to_this_or_that_is_asked_back(pack: Pack, text: str) -> None:
    """It may mean either, so both are offered and neither is taken."""
    known = at_hand(text, Context(pack, "onderdeel"))
    assert known is not None
    assert ([one.id for one in known.candidates], known.answers, known.sure) == (
        [f"onderdeel.{SAME_VALUE}", f"onderdeel.{DIFFERENT_VALUE}"],
        (),
        False,
    )


@pytest.mark.parametrize(
    ("text", "id"),
    [("terug", "terug"), ("weet ik niet", "weet_niet"), ("alles loopt uit de hand", "")],
)
def test_other_things_said_there_stay_what_they_are(pack: Pack, text: str, id: str) -> None:
    """A command or a story is no answer to it."""
    known = at_hand(text, Context(pack, "onderdeel"))
    assert (known.id if known else "") == id


def test_the_model_answers_it_only_when_it_was_asked(pack: Pack) -> None:
    """Elsewhere the same words tell nothing that can be kept."""
    parsed = Parsed(((f"antwoord.onderdeel.{DIFFERENT_VALUE}", 0.9), ("opdracht.hulp", 0.05)))
    text = "een stuk zit dicht en een stuk niet zo"
    asked = decide(text, parsed, Context(pack, "onderdeel"), lesson([pack]))
    assert (asked.id, asked.sure) == (f"onderdeel.{DIFFERENT_VALUE}", True)
    told = decide(text, parsed, Context(pack, "fase"), lesson([pack]))
    assert (told.sure, told.answers) == (False, ())
