"""The golden transcripts on disk, and how one is replayed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from bot.bootstrap import shelf_of
from bot.language.understand import Understander
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Option
from tests.driver import Driver, driver_in, inputs_of, settings_in, transcript

TALKS = sorted((Path(__file__).parent / "gesprekken").glob("*.txt"))


def replay(
    path: Path, understander: Understander, packs: Mapping[str, Pack], folder: Path
) -> tuple[str, Driver]:
    """The transcript as the bot gives it now, and the driver that went through it."""
    heading, inputs = inputs_of(path.read_text("utf-8"))
    driver = driver_in(folder, understander, packs)
    try:
        text = transcript(driver, inputs, _pack_changer(driver, packs, folder))
    finally:
        driver.conversation._store.close()
    return f"{heading}\n\n{text}", driver


def _pack_changer(driver: Driver, packs: Mapping[str, Pack], folder: Path) -> Callable[[str], None]:
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
