"""When something is near: the part of the day that is named counts."""

from __future__ import annotations

import pytest

from bot.words.soon import Soon, soon


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("morgenochtend sta ik voor 80 boze bewoners", Soon(True, 1, 10 * 60)),
        ("morgenochtend 9 uur inloop", Soon(True, 1, 9 * 60)),
        ("morgenmiddag is er een bijeenkomst", Soon(True, 1, 14 * 60)),
        ("vanavond om 8 uur bewonersavond", Soon(True, 0, 20 * 60)),
        ("vanavond bewonersavond", Soon(True)),
        ("help, de buurt is woedend", Soon(False)),
        ("paniek, de dorpsraad is boos", Soon(False)),
        ("de buurt is kwaad, wat moet ik nu doen", Soon(False)),
        ("ze zijn nu woest", Soon(False)),
        ("ze staan hier boos aan de balie over het besluit van 8 september", Soon(False)),
        ("ze zijn woest, morgenavond inloop om 19.30, besloten op 8 sept", Soon(True, 1, 1170)),
    ],
)
def test_what_is_near(text: str, near: Soon) -> None:
    """With its day and its hour; an evening without an hour has none."""
    assert soon(text) == near


@pytest.mark.parametrize(
    "text",
    [
        *("de bijeenkomst is niet vanavond", "de sfeer is goed", ""),
        *("bewoners zijn woedend", "de dorpsraad is boos. 17 nov dorpsavond"),
        *("de buurt is woedend, en nu moet ik participatie doen", "de winkeliers zijn nu boos"),
        *(
            "help, ze zijn woest, de avond is op 17 november",
            "ze zijn nu woest, in maart praten we",
        ),
        *("ze zijn woest, de bijeenkomst is over drie weken, help", "help mij met een brief"),
        "de wethouder staat voor het plan en de buurt is boos",
    ],
)
def test_what_is_not_near(text: str) -> None:
    """Denied, or nothing of the kind."""
    assert soon(text) is None
