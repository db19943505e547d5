"""Who says that nobody is in danger is heard after all, and types nothing again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.bootstrap import build_conversation
from bot.dialogue.danger import DOUBT
from bot.dialogue.messages import Alarm, Said, Say, Started, Understanding
from bot.dialogue.places import wording
from bot.language.plain.plain import PlainUnderstander
from bot.language.understand import Context
from bot.rules.model.pack import Pack
from tests.driver import Driver, settings_in

STORY = "op hun feest riep hij iets dat nergens op slaat"


class Doubting(PlainUnderstander):
    """Reads a story, and hears danger in it in doubt."""

    def understand(self, text: str, context: Context) -> Understanding:
        told = super().understand(text, context)
        if text != STORY:
            return told
        alarm = Alarm("dreiging", DOUBT)
        return replace(told, alarm=alarm, sure=False)


def test_a_no_gives_what_the_text_says(tmp_path: Path, packs: dict[str, Pack]) -> None:
    """The question first; after "Nee" what the text tells is said back at once."""
    settings = settings_in(tmp_path)
    conversation = build_conversation(settings, understander=Doubting(), packs=packs)
    person = Driver(conversation)
    person.do(Started())
    asked = [one.text for one in person.do(Said(STORY)) if isinstance(one, Say)]
    assert wording.IS_DANGER in asked
    said = [one.text for one in person.do(Said("nee")) if isinstance(one, Say)]
    conversation.close()
    assert said[0] == wording.IS_SAFE
    assert any("Het lijkt op: Eén feest" in text for text in said[1:])
