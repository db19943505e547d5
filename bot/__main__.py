"""The command line: ``samenwerkwijzer WERKWOORD``."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from bot import __version__
from bot.command_line.mistakes import told
from bot.command_line.verbs import Place, Verbs
from bot.command_line.wording import VERSION
from bot.entry import wording

VERBS = Verbs(
    "samenwerkwijzer",
    {
        "chat": Place("bot.entry.talk:chat", wording.CHAT),
        "telegram": Place("bot.entry.telegram:telegram", wording.TELEGRAM),
        "web": Place("bot.entry.web:web", wording.WEB),
        "health": Place("bot.entry.health:health", wording.HEALTH),
        "train": Place("bot.entry.model:train", wording.TRAIN),
        "begrijp": Place("bot.entry.doors:understand", wording.UNDERSTAND),
        "advies": Place("bot.entry.doors:advice", wording.ADVICE),
        "beantwoord": Place("bot.entry.answer:answer", wording.ANSWER),
        "demo": Place("bot.entry.demo:demo", wording.DEMO),
        "niet-begrepen": Place("bot.entry.unheard:unheard", wording.UNHEARD),
        "kennis": Place("bot.workbench.verbs:VERBS", wording.KNOWLEDGE),
    },
    "WERKWOORD",
    described=False,
    help=wording.DESCRIPTION,
)
click.version_option(__version__, "--versie", message="%(version)s", help=VERSION)(VERBS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb. Returns 0 when all is well, 1 for findings, 2 for a mistake in the call."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _take_any_text()
    try:
        with VERBS.make_context("samenwerkwijzer", given, obj=_run) as context:
            return int(VERBS.invoke(context))
    except click.exceptions.Exit as shown:  # help, or the version
        return shown.exit_code
    except click.UsageError as mistake:
        print(told(mistake), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _take_any_text() -> None:
    """Read UTF-8 with or without its mark, and stop at no sign that can't be read or shown.

    A stream that is closed is like an empty one.
    """
    nothing = os.devnull  # open for as long as the process lives
    sys.stdin = sys.stdin or open(nothing, encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stdout = sys.stdout or open(nothing, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(nothing, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _run(verb: Callable[..., int], given: Mapping[str, Any]) -> int:
    from bot.entry.run import run  # help needs none of it, and comes at once

    return run(verb, given)


if __name__ == "__main__":
    sys.exit(main())
