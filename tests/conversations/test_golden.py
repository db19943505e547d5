"""The golden transcripts: whole conversations through the real bot, word for word.

``SCHRIJF=1 make test ARGS=tests/conversations`` writes them anew; read the difference then.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

import pytest

from bot.bootstrap import shelf_of
from bot.dialogue.advice_text import MAX_WORDS, words
from bot.dialogue.messages import Say
from bot.language.rasa.understander import RasaUnderstander
from bot.rules.model.pack import Option, Pack
from tests.driver import Driver, driver_in, inputs_of, settings_in, transcript

TALKS = sorted((Path(__file__).parent / "gesprekken").glob("*.txt"))
MOST_WORDS_OF_A_QUESTION = 40
MOST_TAPS_TO_AN_ADVICE = 10

pytestmark = pytest.mark.rasa


def _pack_changer(driver: Driver, packs: dict[str, Pack], folder: Path) -> Callable[[str], None]:
    """What "(pakket veranderd: …)" does: one option of ``te_kiezen`` gets another id."""

    def change(text: str) -> None:
        id = "passende_samenwerking"
        pack = packs[id]
        renamed = tuple(
            replace(
                question,
                options=tuple(
                    Option("enkele", option.label, option.sentence)
                    if option.id == "paar"
                    else option
                    for option in question.options
                ),
            )
            if question.id == "te_kiezen"
            else question
            for question in pack.questions
        )
        changed = {**packs, id: replace(pack, questions=renamed, version="veranderd")}
        driver.conversation._shelf = shelf_of(settings_in(folder), changed)

    return change


def _run(
    path: Path, rasa: RasaUnderstander, packs: dict[str, Pack], folder: Path
) -> tuple[str, Driver]:
    heading, inputs = inputs_of(path.read_text("utf-8"))
    driver = driver_in(folder, rasa, packs)
    try:
        told = transcript(driver, inputs, _pack_changer(driver, packs, folder))
    finally:
        driver.conversation._store.close()
    return f"{heading}\n\n{told}", driver


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_the_conversation_goes_as_written(
    path: Path, rasa: RasaUnderstander, packs: dict[str, Pack], tmp_path: Path
) -> None:
    """The bot says what the transcript says, and keeps its messages short."""
    told, driver = _run(path, rasa, packs, tmp_path)
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
