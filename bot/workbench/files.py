"""Writes what a verb made; a place where that can't be done is a mistake in the call."""

from __future__ import annotations

from pathlib import Path

from bot.settings import SettingError
from bot.workbench import wording


def write(path: Path, text: str) -> None:
    """Write a file, and the folders in which it stands. Raises SettingError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as error:
        raise SettingError(wording.CAN_NOT_WRITE.format(path)) from error
