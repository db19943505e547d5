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
    ],
)
def test_what_is_near(text: str, near: Soon) -> None:
    """With its day and its hour; an evening without an hour has none."""
    assert soon(text) == near


@pytest.mark.parametrize("text", ["de bijeenkomst is niet vanavond", "de sfeer is goed", ""])
def test_what_is_not_near(text: str) -> None:
    """Denied, or nothing of the kind."""
    assert soon(text) is None
