"""Writes what a verb made; a place where that can't be done is a mistake in the call."""

from __future__ import annotations

from pathlib import Path

from bot.settings import SettingError


def write(path: Path, text: str) -> None:
    """Write a file, and the folders in which it stands. Raises SettingError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as error:
        right = "Is het een bestand, en mag je daar schrijven?"
        raise SettingError(f"Ik kan '{path}' niet schrijven. {right}") from error
