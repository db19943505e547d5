"""What a page beside the talk shows: the ladder, and the answers with what changes each."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.dialogue.button_data import is_answer
from bot.dialogue.messages import Say, Tapped
from bot.language.plain.plain import PlainUnderstander
from tests.driver import Driver, driver_in


@pytest.fixture
def driver(tmp_path: Path) -> Driver:
    """One person at the first questions of an advice."""
    driver = driver_in(tmp_path, PlainUnderstander())
    driver.begin()
    driver.do(Tapped(driver.screen[1].data))
    for _ in range(3):
        answers = [button for button in driver.screen if is_answer(button.data)]
        driver.do(Tapped((answers or list(driver.screen))[0].data))
    return driver


def test_the_ladder_holds_every_form_and_what_is_left_of_each(driver: Driver) -> None:
    """The shares are those of the card, and together one."""
    look = driver.conversation.look("proef", driver.person, at=driver.now)
    assert look is not None
    shares = {rung.outcome: rung.share for rung in look.glance.standing.ladder if rung.share}
    assert shares == {each.outcome: each.share for each in look.card.main.possible}
    assert sum(shares.values()) == pytest.approx(1)
    assert len(look.glance.standing.ladder) > len(shares) or len(shares) > 1


def test_each_answer_has_the_button_that_changes_it(driver: Driver) -> None:
    """A tap on it asks that question again."""
    look = driver.conversation.look("proef", driver.person, at=driver.now)
    assert look is not None
    assert look.glance.answers
    line, button = look.glance.answers[0].line, look.glance.answers[0].button
    assert line
    replies = driver.do(Tapped(button.data))
    assert any(isinstance(reply, Say) and reply.shape == "question" for reply in replies)
