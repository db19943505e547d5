"""The default pack, compiled for a day, and an advice from a few answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.advice.advice import Advised, advise
from bot.rules.diagram.compile import Compiled
from bot.rules.model.answers import UNKNOWN, chosen
from bot.rules.model.book import AnswerBook
from tests import shelf

Advise = Callable[..., Advised]


@pytest.fixture(scope="session")
def compiled() -> Compiled:
    """The default pack."""
    return shelf.compiled()


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
