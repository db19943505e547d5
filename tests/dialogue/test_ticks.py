"""Several choices at once: what was ticked is one answer, in one turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.dialogue.button_data import is_answer
from bot.dialogue.messages import Button, Chosen, Reply, Say, Tapped, Ticked
from bot.language.plain.plain import PlainUnderstander
from tests.driver import Driver, driver_in


def ticks(replies: list[Reply]) -> list[Button]:
    """The buttons that may be chosen together."""
    says = [reply for reply in replies if isinstance(reply, Say)]
    return [button for say in says for button in say.buttons if button.ticks]


def at_several(driver: Driver) -> list[Button]:
    """Answer until something is asked of which several may hold."""
    replies = driver.begin()
    replies = driver.do(Tapped(driver.screen[1].data))
    for _ in range(30):
        if several := ticks(replies):
            return several
        answers = [button for button in driver.screen if is_answer(button.data)]
        replies = driver.do(Tapped((answers or list(driver.screen))[0].data))
    raise AssertionError("no question of which several may hold")


@pytest.fixture
def driver(tmp_path: Path) -> Driver:
    """One person, who has only buttons."""
    return driver_in(tmp_path, PlainUnderstander())


def answers(driver: Driver) -> list[str]:
    """What counts as answered."""
    look = driver.conversation.look("proef", driver.person, at=driver.now)
    assert look is not None
    return [each.line for each in look.glance.answers]


def test_what_is_ticked_is_one_answer(driver: Driver) -> None:
    """The same as tapping one after the other and then "klaar", in one turn."""
    several = at_several(driver)
    before = answers(driver)
    replies = driver.do(Ticked((several[0].data, several[1].data)))
    chosen = [reply.label for reply in replies if isinstance(reply, Chosen)]
    assert chosen == [f"{several[0].label}, {several[1].label}"]
    assert len(answers(driver)) == len(before) + 1
    assert not any(several[2].data == button.data for button in ticks(replies))


def test_one_tick_is_enough(driver: Driver) -> None:
    """Then it is that one answer."""
    several = at_several(driver)
    before = len(answers(driver))
    driver.do(Ticked((several[0].data,)))
    assert len(answers(driver)) == before + 1


def test_ticks_of_an_old_screen_do_no_harm(driver: Driver) -> None:
    """What was answered already is told, and stays."""
    several = at_several(driver)
    driver.do(Ticked((several[0].data,)))
    before = answers(driver)
    driver.do(Ticked((several[1].data,)))
    assert answers(driver) == before


def test_nothing_or_nonsense_ticked_changes_nothing(driver: Driver) -> None:
    """No tick at all, or data that no button has."""
    at_several(driver)
    before = answers(driver)
    driver.do(Ticked(()))
    driver.do(Ticked(("a:x:y:z", "c:0:bestaat_niet")))
    assert answers(driver) == before
