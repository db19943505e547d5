"""The default pack on a shelf, compiled once."""

from __future__ import annotations

import pytest

from bot.dialogue.turn import Shelf
from tests.shelf import DEFAULT, compiled, packs


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    """The shelf with the packs of this repository."""
    return Shelf({id: compiled(id) for id in packs()}, DEFAULT)
