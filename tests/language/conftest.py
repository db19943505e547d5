"""A toy pack for the pure parts, and the real model (trained once, then cached) for `rasa`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.language.model.training import ensure_world, train
from bot.language.rasa.understander import RasaUnderstander
from bot.packs.danger import DOUBT, load_guards, load_literal
from bot.rules.model.content import DatedText, Faq
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Option, Question
from bot.settings import ROOT
from tests import shelf

MODELS = ROOT / "models"


@pytest.fixture(scope="session")
def toy() -> Pack:
    return Pack(
        id="toy",
        title="Toy",
        version="000000000000",
        decisions=(),
        advices=(),
        questions=(
            Question(
                "wie",
                "Wie begon?",
                options=(
                    Option("gemeente", "De gemeente", examples=("wij zelf",)),
                    Option("inwoners", "Inwoners", examples=("de buurt kwam ermee",)),
                    Option("samen", "Samen met inwoners"),
                ),
            ),
            Question(
                "sfeer",
                "Hoe is de sfeer?",
                options=(
                    Option("rustig", "Rustig", examples=("niemand is boos", "ze zijn niet boos")),
                    Option("boos", "Boos", examples=("ze zijn woest",)),
                ),
            ),
            Question(
                "klaar",
                "Al besloten?",
                kind="yesno",
                options=(Option("ja", "Ja"), Option("nee", "Nee")),
            ),
            Question(
                "mist",
                "Wie mist er?",
                kind="multi",
                options=(
                    Option("jeugd", "Jongeren"),
                    Option("taal", "Anderstaligen"),
                    Option("winkels", "Winkeliers"),
                ),
            ),
            Question("aantal", "Hoeveel huishoudens?", kind="number", unit="huishoudens"),
        ),
        faqs=(
            Faq("ladder", "Wat is de ladder?", (DatedText("De ladder is …"),), ("uitleg ladder",)),
        ),
    )


@pytest.fixture(scope="session")
def packs() -> dict[str, Pack]:
    return shelf.packs()


@pytest.fixture(scope="session")
def pack(packs: dict[str, Pack]) -> Pack:
    return packs["passende_samenwerking"]


@pytest.fixture(scope="session")
def model(packs: dict[str, Pack]) -> Path:
    ensure_world(ROOT, print)
    return train(ROOT, packs.values(), MODELS, print)


@pytest.fixture(scope="session")
def rasa(packs: dict[str, Pack], model: Path) -> Iterator[RasaUnderstander]:
    doubts = load_guards(ROOT, ROOT / "knowledge", pytest.fail, DOUBT)
    literal = load_literal(ROOT)
    understander = RasaUnderstander(
        packs, ROOT, MODELS, model=model, timeout=30.0, doubts=doubts, literal=literal
    )
    assert understander.wait(300)
    yield understander
    understander.close()
