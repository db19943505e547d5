"""The golden transcripts: whole conversations through the real bot, word for word.

``SCHRIJF=1 make test-core ARGS=tests/conversations`` writes them anew; read the difference then.
What the language model said comes from a recording; see ``recording.py``.
"""

from __future__ import annotations

import os
from pathlib import Path
from statistics import median

import pytest

from bot.dialogue.advice_text import MAX_WORDS, words
from bot.dialogue.messages import Say
from bot.language.understand import Understander
from bot.rules.model.pack import Pack
from tests.conversations.talks import TALKS, replay

MOST_WORDS_OF_A_QUESTION = 40
MOST_TAPS_TO_AN_ADVICE = 10


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_the_conversation_goes_as_written(
    path: Path, recorded: Understander, packs: dict[str, Pack], tmp_path: Path
) -> None:
    """The bot says what the transcript says, and keeps its messages short."""
    told, driver = replay(path, recorded, packs, tmp_path)
    if os.environ.get("SCHRIJF"):
        path.write_text(told, encoding="utf-8")
    for reply in driver.replies:
        if isinstance(reply, Say) and reply.shape == "question":
            assert words(reply.text) <= MOST_WORDS_OF_A_QUESTION, reply.text
        if isinstance(reply, Say) and reply.shape == "advice":
            assert words(reply.text) <= MAX_WORDS, reply.text
    assert told == path.read_text("utf-8")


def test_an_advice_comes_within_ten_taps() -> None:
    """At the median of the transcripts that reach an advice."""
    taps = []
    for path in TALKS:
        count = 0
        for line in path.read_text("utf-8").splitlines():
            count += line.startswith("> ")
            if line.strip(" *").startswith(
                ("Mijn advies", "Kies nog geen vorm", "Waarschijnlijk past", "Nog niet zeker")
            ):
                taps.append(count)
                break
    assert len(taps) >= 8
    assert median(taps) <= MOST_TAPS_TO_AN_ADVICE
