"""What differs between two raw packs is told as small as it is."""

from __future__ import annotations

from typing import Any

import pytest

from bot.workbench.voorstel.changes import changes
from bot.workbench.voorstel.patches import gives, patch

MATRIX: dict[str, Any] = {
    "id": "kaart",
    "soort": "matrix",
    "titel": "De kaart",
    "vakken": {"licht": {"rustig": "a", "boos": "a"}, "zwaar": {"rustig": "a", "boos": "b"}},
}
TABLE: dict[str, Any] = {
    "id": "vorm",
    "soort": "beslistabel",
    "uitkomsten": ["a", "b"],
    "rijen": [
        {"id": "r1", "als": {"x": "ja"}, "dan": "a", "bron": "eigen"},
        {"id": "r2", "als": {"x": "nee"}, "dan": "b", "bron": "eigen"},
        {"id": "r3", "dan": "b", "bron": "eigen"},
    ],
}


def test_a_matrix_is_compared_square_by_square() -> None:
    """So that two squares that two people changed do not stand in each other's way."""
    other = MATRIX | {"vakken": {**MATRIX["vakken"], "licht": {"rustig": "a", "boos": "b"}}}
    (found,) = changes({"besluiten": [MATRIX]}, {"besluiten": [other]})
    assert found.path == ("besluiten", "kaart", "vakken", "licht", "boos")
    assert (found.old, found.new) == ("a", "b")


ROWS = TABLE["rijen"]


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (MATRIX | {"vakken": {**MATRIX["vakken"], "licht": {"rustig": "a", "boos": "b"}}},
         {"vakken": {"licht": {"boos": "b"}}}),
        (TABLE | {"rijen": [ROWS[0], ROWS[1] | {"dan": "a"}, ROWS[2]]},
         {"rijen": [{"id": "r2", "vul_aan": True, "dan": "a"}]}),
        (TABLE | {"rijen": [ROWS[1], ROWS[2]]}, {"rijen": [{"id": "r1", "verwijder": True}]}),
        (TABLE | {"rijen": [ROWS[1], ROWS[0], ROWS[2]]},
         {"rijen": [{"id": "r1", "vul_aan": True, "na": "r2"}]}),
        (TABLE | {"rijen": [ROWS[0], ROWS[1] | {"als": {"y": "ja"}}, ROWS[2]]},
         {"rijen": [{"id": "r2", "vul_aan": True, "als": {"y": "ja"}}]}),
    ],
    ids=["a square", "a row", "a row less", "a row elsewhere", "a condition"],
)  # fmt: skip
def test_what_is_inherited_is_filled_in_with_the_least(
    item: dict[str, Any], said: dict[str, Any]
) -> None:
    """And it gives exactly the item that it had to become."""
    below = MATRIX if item["id"] == "kaart" else TABLE
    found = patch(below, item)
    assert found == {"id": item["id"], "vul_aan": True} | said
    assert gives("besluiten", below, found, item)


def test_what_lacks_a_key_of_below_is_said_as_a_whole() -> None:
    """Filling in takes no key away."""
    assert patch(MATRIX, {key: value for key, value in MATRIX.items() if key != "titel"}) is None
