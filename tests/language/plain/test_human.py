"""A call for a human is heard without a model; somebody else's wish to speak is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.dialogue import commands, wording
from bot.language.plain.human import asks_for_human
from bot.language.plain.plain import PlainUnderstander
from bot.settings import ROOT
from tests.driver import driver_in
from tests.shelf import packs

BY_THE_WORD = {"mens", "wie is mijn contactpersoon"}
"""Known as they stand, or too little to be sure of."""
NOT_OURS = {
    "kan iemand ook gewoon bellen om zijn zienswijze te geven",
    "hoe zorg je dat iemand met een beperking mee kan praten",
    "iemand wil mijn mobiele nummer om me toe te voegen",
    "Onze ICT staat Telegram niet toe. Kan ik de bot toch gebruiken?",
    "Mag ik als medewerker zelf met een journalist praten?",
    "Kunt u mij in contact brengen met iemand van het ministerie?",
}


def examples() -> list[tuple[str, str]]:
    """Every example that the language model learns from: what it means, and the text."""
    pairs, intent = [], ""
    for file in sorted((ROOT / "nlu_data").glob("*.yml")):
        for line in file.read_text("utf-8").splitlines():
            if found := re.match(r"- intent: (\S+)", line):
                intent = found[1]
            elif found := re.match(r"    - (.+)", line):
                text = re.sub(r"\[([^\]]*)\](\{[^}]*\}|\([^)]*\))", r"\1", found[1])
                pairs.append((intent, text))
    return pairs


def test_calls_for_a_human_are_heard_and_nothing_else() -> None:
    """Over all that the model learns from."""
    heard = {(intent, text) for intent, text in examples() if asks_for_human(text)}
    calls = {text for intent, text in examples() if intent == f"opdracht.{commands.HUMAN.name}"}
    assert len(calls) > 25
    assert calls - {text for _, text in heard} == BY_THE_WORD
    assert {text for _, text in heard} - calls == NOT_OURS


@pytest.mark.parametrize(
    "text",
    [
        "inwoners willen met iemand van de gemeente praten",
        "de wethouder wil een collega spreken over het riool, en wij weten nog niet wie dat doet",
        "",
        "bewoners zijn woest",
    ],
)
def test_what_others_want_is_no_call(text: str) -> None:
    assert not asks_for_human(text)


@pytest.mark.parametrize("text", ["kan ik met een collega praten?", "Ik wil GEEN robot!"])
def test_while_the_model_loads_it_is_answered(tmp_path: Path, text: str) -> None:
    """By who may help, and not by "ik ben nog aan het opstarten"."""
    driver = driver_in(tmp_path, PlainUnderstander(ready=False), packs())
    driver.begin()
    asked = driver.say("bromvlieg")
    called = driver.say(text)
    exactly = driver.say("mens")
    driver.conversation.close()
    assert any(getattr(reply, "text", "") == wording.WARMING_UP for reply in asked)
    assert called == exactly
