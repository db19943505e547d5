"""Gives birth to bots in a few milliseconds, so that they can be killed in great number.

``python nursery.py BASE_URL TOKEN``: loads everything once, then forks one bot with the real
conversation per line on stdin and prints its process id; the bot says when it polls. Settings
come from the environment.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from datetime import datetime, timezone

import telegram.ext

from bot import bootstrap, settings
from bot.channels.telegram.port import Unwatched
from bot.channels.telegram.run import Tuning, run_polling
from bot.conversation import Conversation
from bot.language.plain.plain import PlainUnderstander


def say(text: str) -> None:
    """A line in one piece: parent and child write to one pipe."""
    os.write(sys.stdout.fileno(), f"{text}\n".encode())


class Polls(Unwatched):
    """Says that the bot polls."""

    def beat(self) -> None:
        say(f"polls {os.getpid()}")


def main(base_url: str, token: str) -> None:
    """Load, then fork on demand; a killed child is reaped by the kernel."""
    assert telegram.ext
    read = settings.read(os.environ)
    packs = bootstrap.advising_packs(read)
    shelf = bootstrap.shelf_of(read, packs)
    today = shelf(datetime.now(timezone.utc).date())
    today.pack(read.pack)
    tuning = Tuning(per_minute=10**6, per_second=10**4, per_chat=1000, sweep=0.5)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    say("ready")
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            store, key = bootstrap.build_store(read), bootstrap.build_secret(read)
            conversation = Conversation(shelf, store, PlainUnderstander(), key)
            polls = Polls()
            bot = run_polling(conversation, token, base_url=base_url, tuning=tuning, watch=polls)
            asyncio.run(bot)
            os._exit(0)
        say(f"born {child}")


if __name__ == "__main__":
    main(*sys.argv[1:])
