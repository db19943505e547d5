"""``chat``: a conversation in this terminal."""

from __future__ import annotations

import itertools
import secrets
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bot import bootstrap
from bot.channels.terminal import run as terminal
from bot.command_line.verbs import flag, pack_option, verb
from bot.conversation import Conversation
from bot.entry import wording
from bot.entry.patience import is_ready, tell
from bot.language.understand import Understander
from bot.settings import Settings


def updates(prefix: str = "") -> Iterator[str]:
    """Names for updates that never come twice."""
    prefix = prefix or secrets.token_hex(6)
    return (f"{prefix}-{number}" for number in itertools.count())


@verb()
@pack_option(help=wording.PACK)
@flag("--script", help=wording.SCRIPT)
@flag("--plat", help=wording.PLAIN)
def chat(settings: Settings, pack: str | None, *, script: bool, plat: bool) -> int:
    """Talk in this terminal, or read a conversation from stdin."""
    settings = settings.chosen(pack, plain=plat)
    return _read(settings) if script else _talk(settings, pack or "")


def _talk(settings: Settings, pack: str) -> int:
    """Talk in this terminal; with a pack that was asked for, by its rules from here on."""
    style = bootstrap.house_style(settings)
    conversation = bootstrap.build_conversation(settings)
    try:
        bootstrap.sweep(conversation, settings)
        if terminal.is_person():
            terminal.chat(conversation, updates(), settings.data / "notities", pack, style)
        else:
            terminal.script(conversation, sys.stdin, sys.stdout, updates(), pack)
    finally:
        conversation.close()
    return 0


def _read(settings: Settings) -> int:
    """A conversation from stdin as plain text, once the model is ready; nothing of it is kept."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        own = replace(settings, data=data, database=str(data / "gesprek.db"))
        packs = bootstrap.advising_packs(own)
        understander = bootstrap.build_understander(own, packs, tell)
        conversation = bootstrap.build_conversation(own, understander=understander, packs=packs)
        return _run_script(conversation, understander)


def _run_script(conversation: Conversation, understander: Understander) -> int:
    try:
        if not is_ready(understander):
            return 1
        terminal.script(conversation, sys.stdin, sys.stdout, updates())
    finally:
        conversation.close()
    return 0
