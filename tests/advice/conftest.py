"""The default pack, compiled for a day, and an advice from a few answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.advice.advice import Advised, advise
from bot.packs.load import load_pack
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.model.answers import UNKNOWN, AnswerBook, chosen
from bot.settings import ROOT

DAY = date(2026, 11, 24)

Advise = Callable[..., Advised]


@pytest.fixture(scope="session")
def compiled() -> Compiled:
    """The default pack."""
    return compile_pack(load_pack(ROOT / "knowledge" / "passende-samenwerking"), DAY)


@pytest.fixture(scope="session")
def advised(compiled: Compiled) -> Advise:
    """The advice for answers such as ``bestuur="volgt"``; "?" is "weet ik niet"."""

    def of(**answers: str) -> Advised:
        given = {
            question: UNKNOWN if value == "?" else chosen(*value.split())
            for question, value in answers.items()
        }
        return advise(compiled, AnswerBook(given))

    return of
