"""A message with more than one thing in it is taken apart, and each is understood by itself."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.messages import Said, Understanding
from bot.language.mail.questions import read
from bot.language.mail.reply import asked_of
from bot.language.understand import Context, Understander

LEAST_TOLD = 4
"""So many words beside a question tell something of their own."""


def taken_apart(said: Said, context: Context, understander: Understander) -> Said:
    """With each of its questions understood, when there is more than one thing in it."""
    message = read(said.text)
    said = replace(said, asks=bool(message.questions))
    is_more = len(message.questions) > 1 or len(message.told.split()) >= LEAST_TOLD
    if not message.questions or not (message.is_mail or is_more):
        return said
    reading = replace(context, in_mail=message.is_mail)
    asked = tuple(asked_of(one, reading, understander) for one in message.questions)
    told = understander.understand(message.told, context) if message.told else Understanding()
    return replace(said, asked=asked, told=told, is_mail=message.is_mail)
