"""The command line: ``samenwerkwijzer WERKWOORD``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from bot import __version__
from bot.command_line import Place, Verbs, told

VERBS = Verbs(
    "samenwerkwijzer",
    {
        "chat": Place("bot.entry.talk:chat", "praat in deze terminal"),
        "telegram": Place("bot.entry.telegram:telegram", "praat op Telegram (TELEGRAM_TOKEN)"),
        "train": Place("bot.entry.model:train", "maak het taalmodel"),
        "begrijp": Place(
            "bot.entry.doors:understand", "wat betekent een bericht? (regels van stdin)"
        ),
        "advies": Place("bot.entry.doors:advice", "het advies bij antwoorden"),
        "kennis": Place("bot.workbench.verbs:VERBS", "werk met pakketten"),
    },
    "WERKWOORD",
    described=False,
    help="Adviseert gemeenten welke samenwerking bij hun project past.",
)
click.version_option(__version__, "--versie", message="%(version)s", help="laat de versie zien")(
    VERBS
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb. Returns 0 when all is well, 1 for findings, 2 for a mistake in the call."""
    given = list(sys.argv[1:] if arguments is None else arguments)
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


def _run(verb: Callable[..., int], given: Mapping[str, Any]) -> int:
    from bot.entry.run import run  # help needs none of it, and comes at once

    return run(verb, given)


if __name__ == "__main__":
    sys.exit(main())
