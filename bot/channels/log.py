"""Logs that hold no text, no name, no number of a person and no token."""

from __future__ import annotations

import logging
import traceback

_LOUD = ("httpx", "httpcore", "telegram", "uvicorn", "starlette", "asyncio")
"""httpx prints the URL with the token in it; telegram prints what people wrote; both at will."""


def hush() -> None:
    """Silence the libraries that log texts or tokens, whatever the root logger is set to."""
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def trace(error: BaseException) -> str:
    """Where an error arose, without its message: ``ValueError at step.py:120``."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return type(error).__name__
    last = frames[-1]
    return f"{type(error).__name__} at {last.filename.rsplit('/', 1)[-1]}:{last.lineno}"
