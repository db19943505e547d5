"""Long walks of one person over packs that change: the promises hold, and nothing grows."""

from __future__ import annotations

import pytest

from bot.dialogue.messages import Started
from bot.dialogue.turn import Shelf
from tests.amounts import times
from tests.dialogue.wanderer import Wanderer, shelves

STEPS = times(250, 10_000)


@pytest.fixture(scope="module")
def changing() -> list[Shelf]:
    return shelves()


@pytest.mark.parametrize("seed", range(2))
def test_whatever_happens_the_promises_hold_and_nothing_grows(
    changing: list[Shelf], seed: int
) -> None:
    wanderer = Wanderer(changing, seed)
    wanderer.do(Started())
    for _ in range(STEPS):
        wanderer.wander()
    wanderer.sizes.check()
    assert wanderer.advices
