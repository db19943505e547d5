"""Buttons as an inline keyboard: one per row, two when both are short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.dialogue.messages import Button
from bot.dialogue.wording import TICKED

DATA_LIMIT = 64
"""Bytes of callback data that Telegram accepts."""

SHORT = 16
"""Characters of a label that may share its row."""


def _usable(button: Button) -> bool:
    """Whether Telegram would accept this button; one bad button refuses the whole message."""
    if button.url:
        return bool(button.label)
    return bool(button.label) and 0 < len(button.data.encode()) <= DATA_LIMIT


def rows(buttons: Iterable[Button]) -> list[list[Button]]:
    """Lay the buttons out in rows, in their own order."""
    out: list[list[Button]] = []
    for button in filter(_usable, buttons):
        last = out[-1] if out else []
        if len(last) == 1 and max(_size(last[0]), _size(button)) <= SHORT:
            last.append(button)
        else:
            out.append([button])
    return out


def _size(button: Button) -> int:
    """The length of a label; a tick moves no button to another row."""
    return len(button.label.removeprefix(TICKED.format(label="")))


def keyboard(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    """The keyboard for a message, or None when it has no buttons."""
    laid = rows(buttons)
    if not laid:
        return None
    return InlineKeyboardMarkup([[_key(button) for button in row] for row in laid])


def _key(button: Button) -> InlineKeyboardButton:
    """One button for Telegram."""
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url)
    return InlineKeyboardButton(button.label, callback_data=button.data)
