"""A talk is carried from one screen to another by a code that works once."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from bot.bootstrap import build_conversation
from bot.conversation import Conversation
from bot.dialogue.messages import Button, Happening, Reply, Said, Say, Started, Tapped
from bot.language.plain.plain import PlainUnderstander
from bot.settings import Settings
from tests.driver import settings_in

NOW = datetime(2026, 11, 30, 12, tzinfo=timezone.utc)
CODE = re.compile(r"ga-[A-Za-z0-9_-]{24}")


class Screens:
    """One conversation on two channels, each with one person."""

    def __init__(self, settings: Settings) -> None:
        self.conversation: Conversation = build_conversation(
            settings, understander=PlainUnderstander()
        )
        self.now, self.turns = NOW, 0

    def do(self, channel: str, what: Happening) -> tuple[Reply, ...]:
        """One turn of somebody there; what stands on the screen then."""
        self.turns += 1
        name = str(self.turns)
        self.conversation.handle(channel, "iemand", name, what, at=self.now, fetched=True)
        return self.conversation.screen(channel, "iemand")

    def press(self, channel: str, label: str) -> tuple[Reply, ...]:
        """A button on the screen there."""
        shown = self.conversation.screen(channel, "iemand")
        return self.do(channel, Tapped(_button(shown, label).data))

    def begin(self, channel: str) -> None:
        """A project with one answer."""
        self.do(channel, Started())
        self.press(channel, "Advies voor mijn project")
        first = self.conversation.screen(channel, "iemand")
        self.do(channel, Tapped(_buttons(first)[0].data))

    def code(self, channel: str) -> str:
        """A code to carry the talk there along."""
        found = CODE.search(text(self.do(channel, Said("/meenemen"))))
        assert found
        return found[0]

    def known(self, channel: str) -> list[str]:
        """The answers that are known there."""
        look = self.conversation.glance(channel, "iemand", at=self.now)
        return [each.line for each in look.answers] if look else []


def text(replies: tuple[Reply, ...]) -> str:
    """Everything that is said, with the addresses behind the buttons."""
    says = [reply for reply in replies if isinstance(reply, Say)]
    return "\n".join([say.text for say in says] + [b.url for say in says for b in say.buttons])


def _buttons(replies: tuple[Reply, ...]) -> list[Button]:
    return [button for reply in replies if isinstance(reply, Say) for button in reply.buttons]


def _button(replies: tuple[Reply, ...], label: str) -> Button:
    return next(button for button in _buttons(replies) if button.label == label)


@pytest.fixture
def screens(tmp_path: Path) -> Iterator[Screens]:
    """Nothing was said yet, and no other screen has an address."""
    screens = Screens(settings_in(tmp_path))
    yield screens
    screens.conversation.close()


@pytest.mark.parametrize(("here", "there"), [("telegram", "web"), ("web", "telegram")])
def test_a_talk_goes_on_elsewhere_and_stays_here(screens: Screens, here: str, there: str) -> None:
    """With its answers; the one there goes on by itself."""
    screens.begin(here)
    known = screens.known(here)
    said = text(screens.do(there, Started(screens.code(here))))
    assert "Je gesprek staat nu ook hier." in said
    assert screens.known(there) == screens.known(here) == known
    screens.press(there, "Verder")
    screens.do(there, Tapped(_buttons(screens.conversation.screen(there, "iemand"))[0].data))
    assert len(screens.known(there)) == len(known) + 1
    assert screens.known(here) == known


def test_a_code_works_once_and_for_a_quarter(screens: Screens) -> None:
    """Who comes later, or too late, is told kindly, and gets nothing."""
    screens.begin("telegram")
    code = screens.code("telegram")
    screens.do("web", Started(code))
    assert "Deze code werkt hier niet." in text(screens.do("elders", Started(code)))
    assert screens.known("elders") == []
    late = screens.code("telegram")
    screens.now += timedelta(minutes=15, seconds=1)
    assert "/meenemen" in text(screens.do("elders", Started(late)))
    assert screens.known("elders") == []


@pytest.mark.parametrize("code", ["ga-" + "A" * 24, "ga-kort", "ga-" + "A" * 60])
def test_a_code_that_nobody_made_leads_nowhere(screens: Screens, code: str) -> None:
    """One can only guess among 2 to the power of 144."""
    screens.begin("telegram")
    screens.do("web", Started(code))
    assert screens.known("web") == []


def test_an_open_talk_makes_room_only_after_a_yes(screens: Screens) -> None:
    """Asking uses nothing up; a no leaves both as they are."""
    screens.begin("telegram")
    screens.begin("web")
    screens.do("web", Tapped(_buttons(screens.conversation.screen("web", "iemand"))[0].data))
    own, code = screens.known("web"), screens.code("telegram")
    assert "dan is dit hier weg" in text(screens.do("web", Started(code)))
    assert screens.known("web") == own
    screens.press("web", "Nee, laat dit staan")
    assert screens.known("web") == own
    screens.do("web", Started(code))
    screens.press("web", "Ja, neem het andere mee")
    assert screens.known("web") == screens.known("telegram") != own


def test_wiping_wipes_the_code(screens: Screens) -> None:
    """And the one of a talk that is not there is no code."""
    screens.begin("telegram")
    code = screens.code("telegram")
    screens.do("telegram", Said("/verwijder"))
    screens.press("telegram", "Ja, wis alles")
    assert "Deze code werkt hier niet." in text(screens.do("web", Started(code)))
    assert "nog niets om mee te nemen" in text(screens.do("web", Said("/meenemen")))


def test_ones_own_code_changes_nothing(screens: Screens) -> None:
    """It is not used up either."""
    screens.begin("telegram")
    code, known = screens.code("telegram"), screens.known("telegram")
    assert "niet in het gesprek" in text(screens.do("telegram", Started(code)))
    assert screens.known("telegram") == known
    assert "staat nu ook hier" in text(screens.do("web", Started(code)))


def test_a_turn_that_comes_twice_carries_once(screens: Screens) -> None:
    """The same form again: the talk is there, and nobody is told that the code is over."""
    screens.begin("telegram")
    code = screens.code("telegram")
    for _ in range(2):
        screens.conversation.handle(
            "web", "iemand", "één", Started(code), at=screens.now, fetched=True
        )
    assert "staat nu ook hier" in text(screens.conversation.screen("web", "iemand"))


def test_links_lead_there_when_the_addresses_are_known(tmp_path: Path) -> None:
    """Both behind a button; then nothing needs typing."""
    known = replace(
        settings_in(tmp_path), public_url="https://hulp.voorbeeld.nl", telegram_name="hulp_bot"
    )
    screens = Screens(known)
    screens.begin("web")
    said = text(screens.do("web", Said("/meenemen")))
    code = CODE.findall(said)[0]
    assert f"https://hulp.voorbeeld.nl/meenemen/{code}" in said
    assert f"https://t.me/hulp_bot?start={code}" in said
    assert "/start" not in said
    assert len(f"c:0:neem_mee:{code}".encode()) <= 64
    screens.conversation.close()


def test_a_code_is_in_no_log_and_not_kept_as_it_is(
    screens: Screens, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Only its hash: who reads the storage carries nothing along."""
    with caplog.at_level(logging.DEBUG):
        screens.begin("telegram")
        code = screens.code("telegram")
        screens.do("web", Started(code))
    assert code not in caplog.text
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert all(code.encode() not in path.read_bytes() for path in files)
