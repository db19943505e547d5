"""Waiting for the language model, at the doors where a text is read once."""

from __future__ import annotations

import sys

from bot.language.understand import Understander

LONGEST_WAIT = 1800.0
"""Seconds in which the language model has to be ready."""


def is_ready(understander: Understander) -> bool:
    """Wait for the model, if there is one of our own; when it does not come, say why."""
    wait = getattr(understander, "wait", None)
    if wait is None or wait(LONGEST_WAIT):
        return True
    tell(understander.status())
    return False


def tell(line: str) -> None:
    """Say something beside the output."""
    print(line, file=sys.stderr, flush=True)
