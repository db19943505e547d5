"""Which texts have the shape of a question."""

from __future__ import annotations

import pytest

from bot.language.model.asking import is_asking


@pytest.mark.parametrize(
    "text",
    [
        "zit de cliëntenraad er ook bij of is dat iets voor de wmo",
        "weet het personeel het al via de roosterapp denk je",
        "moet de raad iets vinden van de brief of alleen van de tarieven",
        "weet de stichting trouwens al dat de provincie ook meekijkt",
        "komt er nog iemand van het waterschap",
        "en gaat de wethouder dat zelf zeggen",
        "beslist het college dat of de burgemeester",
        "wie weet dit nog niet",
        "wat is er nog niet bekend",
        "hoe lang moet dat open blijven",
    ],
)
def test_a_verb_before_who_does_it_asks(text: str) -> None:
    """Also without a question mark."""
    assert is_asking(text)


@pytest.mark.parametrize(
    "text",
    [
        "de stichting weet al dat de provincie meekijkt",
        "komt de aannemer niet, dan stopt het werk",
        "het personeel weet het nog niet",
        "besluit in juni in de raad",
        "beslissen doet de raad in april",
        "gaat over het zwembad in de wijk",
        "wie het later uitvoert en wie het aanspreekpunt wordt weten we niet",
        "waar de banken komen is nog niet bekend",
        "hoe we dat betalen moeten we nog uitzoeken",
        "of de provincie meedoet weten we nog niet zeker",
    ],
)
def test_what_only_begins_with_a_verb_does_not_ask(text: str) -> None:
    """A condition, and a sentence that leaves out who does it."""
    assert not is_asking(text)
