"""A reply as the calls to Telegram that show it, and what their errors mean."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta

from telegram import Bot, InlineKeyboardMarkup, InputFile, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter

from bot.channels.documents import file_name, to_docx, to_ics
from bot.channels.drawing import to_png
from bot.channels.telegram.address import Address
from bot.channels.telegram.keyboard import keyboard
from bot.channels.telegram.text import CAPTION_LIMIT, cut, marked, pieces
from bot.dialogue.messages import Calendar, Chosen, Document, Picture, Reply, Say

LATER = 5.0
"""Seconds at most between two tries at a storage that is out of reach."""

Call = Callable[[], Awaitable[object]]

_HARMLESS = (
    "message is not modified",
    "message to edit not found",
    "message can't be edited",
    "query is too old",
    "query_id_invalid",
)

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_NO_BUTTONS = InlineKeyboardMarkup(())


def calls(bot: Bot, reply: Reply, address: Address, template: bytes | None = None) -> list[Call]:
    """The calls that show a reply, in order; none when there is nothing to show. ``template``: the
    house style of Word documents."""
    if isinstance(reply, Say):
        return _ticked(bot, reply, address) or _say(bot, reply, address)
    if isinstance(reply, Document):
        text, caption = reply.markdown.encode(), reply.caption
        return [
            _file(bot, address, f"{file_name(reply.name)}.md", lambda: text, caption),
            _file(bot, address, f"{file_name(reply.name)}.docx", lambda: _word(reply, template)),
        ]
    if isinstance(reply, Calendar):
        name = f"{file_name(reply.name)}.ics"
        return [_file(bot, address, name, lambda: to_ics(reply), reply.caption)]
    if isinstance(reply, Picture):
        return [_picture(bot, reply, address)]
    if isinstance(reply, Chosen):
        return _chosen(bot, reply, address)
    return []


def _say(bot: Bot, reply: Say, address: Address) -> list[Call]:
    """A text in pieces; the buttons hang under the last one."""
    parts = pieces(reply.text)

    def call(index: int) -> Call:
        last = index == len(parts) - 1
        return lambda: bot.send_message(
            address.chat,
            parts[index],
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=keyboard(reply.buttons) if last else None,
        )

    return [call(index) for index in range(len(parts))]


def _ticked(bot: Bot, reply: Say, address: Address) -> list[Call]:
    """The tapped message with its ticks: only its keyboard changes. None for any other message."""
    message = address.message
    if message is None or not reply.instead:
        return []
    buttons = keyboard(reply.buttons)
    return [lambda: bot.edit_message_reply_markup(address.chat, message, reply_markup=buttons)]


def _chosen(bot: Bot, reply: Chosen, address: Address) -> list[Call]:
    """Collapse the tapped message to its text and the choice; typed answers have none."""
    message = address.message
    if message is None:
        return []
    if not address.html:
        return [
            lambda: bot.edit_message_reply_markup(address.chat, message, reply_markup=_NO_BUTTONS)
        ]
    label = marked(f"✓ {reply.label}")
    text = f"{address.html}\n\n{label.html(0, len(label.plain))}"
    return [
        lambda: bot.edit_message_text(
            text,
            address.chat,
            message,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=_NO_BUTTONS,
        )
    ]


def _word(reply: Document, template: bytes | None) -> bytes:
    return to_docx(reply.markdown, wide=reply.wide, template=template)


def _file(
    bot: Bot, address: Address, name: str, content: Callable[[], bytes], caption: str = ""
) -> Call:
    """One file, made when it is sent; of a document with two, the first has the caption."""

    async def send() -> object:
        file = InputFile(await asyncio.to_thread(content), name)
        told = cut(caption, CAPTION_LIMIT)
        return await bot.send_document(address.chat, file, caption=told or None)

    return send


def _picture(bot: Bot, reply: Picture, address: Address) -> Call:
    """A picture, with the same in words under it."""

    async def send() -> object:
        file = InputFile(await asyncio.to_thread(to_png, reply), f"{file_name(reply.name)}.png")
        return await bot.send_photo(address.chat, file, caption=cut(reply.told, CAPTION_LIMIT))

    return send


def harmless(error: Exception) -> bool:
    """Whether what we asked for was already so, or came too late to matter."""
    return isinstance(error, BadRequest) and any(
        mark in error.message.lower() for mark in _HARMLESS
    )


def hopeless(error: Exception) -> bool:
    """Whether sending this again can never work: blocked, gone, or refused as it is."""
    return isinstance(error, Forbidden | BadRequest | ChatMigrated)


def until_storage_is_back() -> Iterator[float]:
    """The pauses between tries at a storage that is out of reach, in seconds; without an end."""
    return itertools.chain((0.1, 0.4, 1.6), itertools.repeat(LATER))


def pause(error: Exception, attempts: int) -> float:
    """How long to wait before the next attempt, in seconds."""
    if isinstance(error, RetryAfter):
        wait = error.retry_after
        return (wait.total_seconds() if isinstance(wait, timedelta) else float(wait)) + 0.1
    return float(min(0.25 * 2 ** min(attempts, 12), 300.0))
