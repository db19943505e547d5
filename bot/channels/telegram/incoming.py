"""From Telegram's update to what happened: a value, decided without any call."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from telegram import CallbackQuery, Chat, Message, Update

from bot.channels.telegram.address import Address
from bot.channels.telegram.text import LIMIT, cut, units
from bot.dialogue.messages import Happening, Said, Started, Tapped

Kind = Literal["start", "command", "text", "tap", "only_text", "edited", "group", "ignored"]

KEPT_HTML = 8000
"""Longer tapped messages only lose their buttons; ours are far shorter."""

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@(\w+))?(?:\s+(.*))?\s*\Z", re.DOTALL)
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


@dataclass(frozen=True, slots=True)
class Arrived:
    """One update, read. ``what`` is None when no turn of the conversation follows from it."""

    update: int
    kind: Kind
    chat: int = 0
    what: Happening | None = None
    address: Address | None = None
    query: str = ""


def read(update: Update) -> Arrived:
    """What an update means. What we did not ask for is ignored."""
    if update.callback_query:
        return _tap(update.update_id, update.callback_query)
    if update.message:
        return _message(update.update_id, update.message)
    if update.edited_message and update.edited_message.chat.type == Chat.PRIVATE:
        return Arrived(update.update_id, "edited", update.edited_message.chat.id)
    return Arrived(update.update_id, "ignored")


def _tap(update: int, query: CallbackQuery) -> Arrived:
    """A tapped button; its message may be too old to be shown again."""
    message = query.message
    if message is None or not query.data:
        return Arrived(update, "ignored", query=query.id)
    chat = message.chat
    if chat.type != Chat.PRIVATE:
        return Arrived(update, "group", chat.id, query=query.id)
    html = message.text_html if isinstance(message, Message) and message.text else ""
    address = Address(chat.id, message.message_id, html if len(html) <= KEPT_HTML else "")
    return Arrived(update, "tap", chat.id, Tapped(query.data), address, query.id)


def _message(update: int, message: Message) -> Arrived:
    """A text, a command, or something that we cannot read."""
    chat = message.chat
    if chat.type != Chat.PRIVATE:
        return Arrived(update, "group" if _content(message) else "ignored", chat.id)
    if not message.text or not message.text.strip():
        return Arrived(update, "only_text" if _content(message) else "ignored", chat.id)
    kind, what = _spoken(message.text)
    return Arrived(update, kind, chat.id, what, Address(chat.id))


def _spoken(text: str) -> tuple[Kind, Happening]:
    """A text as an event. ``/terug@ons_bot`` becomes ``/terug``; a bad payload becomes none."""
    if units(text) > LIMIT:
        text = cut(text, LIMIT)
    command = _COMMAND.match(text.strip())
    if command is None:
        return "text", Said(text)
    name, rest = command.group(1).lower(), (command.group(3) or "").strip()
    if name == "start":
        return "start", Started(rest if _PAYLOAD.fullmatch(rest) else "")
    return "command", Said(f"/{name} {rest}".strip())


def _content(message: Message) -> bool:
    """Whether a person sent something, rather than Telegram telling that a title changed."""
    return bool(message.text or message.effective_attachment)
