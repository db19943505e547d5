"""The command line: ``samenwerkwijzer WERKWOORD``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace

from bot import __version__
from bot.entry.arguments import Parser, given_verb
from bot.settings import SettingError, Settings, read


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb. Returns 0 when all is well, 1 for findings, 2 for a mistake in the call."""
    given = _parser(given_verb(arguments)).parse_args(arguments)
    try:
        settings = read(os.environ)
        if getattr(given, "pakket", None):
            settings = replace(settings, pack=given.pakket)
        return _run(given, settings)
    except (SettingError, FileNotFoundError) as error:
        print(f"samenwerkwijzer: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _run(given: argparse.Namespace, settings: Settings) -> int:
    from bot.language.rasa.server import ServerAddressError
    from bot.packs.errors import PackError
    from bot.rules.diagram.diagram import TooComplex
    from bot.storage.errors import StorageError
    from bot.words.complexity import too_complex

    try:
        return int(_VERBS[given.werkwoord](given, settings))
    except PackError as error:
        print(error, file=sys.stderr)
        return 1
    except TooComplex as error:
        print(too_complex(error), file=sys.stderr)
        return 1
    except (StorageError, ServerAddressError) as error:
        print(f"samenwerkwijzer: {error}", file=sys.stderr)
        return 2


def _chat(given: argparse.Namespace, settings: Settings) -> int:
    from bot.entry import talk

    if given.plat:
        settings = replace(settings, language="plat")
    return talk.script(settings) if given.script else talk.chat(settings, given.pakket or "")


def _telegram(given: argparse.Namespace, settings: Settings) -> int:
    from bot.entry import talk

    return talk.telegram(settings)


def _train(given: argparse.Namespace, settings: Settings) -> int:
    from bot.entry import model

    return model.train(settings, force=given.opnieuw)


def _understand(given: argparse.Namespace, settings: Settings) -> int:
    from bot.entry import doors

    if given.plat:
        settings = replace(settings, language="plat")
    return doors.understand(settings, given.bij)


def _advice(given: argparse.Namespace, settings: Settings) -> int:
    from bot.entry import doors

    return doors.advice(settings, given.antwoorden)


def _knowledge(given: argparse.Namespace, settings: Settings) -> int:
    from bot.workbench import verbs as knowledge

    return knowledge.run(given, settings)


_VERBS = {
    "chat": _chat,
    "telegram": _telegram,
    "train": _train,
    "begrijp": _understand,
    "advies": _advice,
    "kennis": _knowledge,
}


def _parser(verb: str) -> argparse.ArgumentParser:
    parser = Parser(
        prog="samenwerkwijzer",
        description="Adviseert gemeenten welke samenwerking bij hun project past.",
    )
    parser.add_argument(
        "--versie", action="version", version=__version__, help="laat de versie zien"
    )
    common = Parser(add_help=False)
    common.add_argument("--pack", "--pakket", dest="pakket", help="gebruik dit pakket")
    verbs = parser.add_subparsers(dest="werkwoord", required=True, metavar="WERKWOORD")
    chat = verbs.add_parser("chat", parents=[common], help="praat in deze terminal")
    chat.add_argument("--script", action="store_true", help="lees het gesprek van stdin")
    chat.add_argument("--plat", action="store_true", help="zonder taalmodel")
    verbs.add_parser("telegram", parents=[common], help="praat op Telegram (TELEGRAM_TOKEN)")
    train = verbs.add_parser("train", parents=[common], help="maak het taalmodel")
    train.add_argument("--opnieuw", action="store_true", help="ook als er al een model is")
    understand = verbs.add_parser(
        "begrijp", parents=[common], help="wat betekent een bericht? (regels van stdin)"
    )
    understand.add_argument("--json", action="store_true", help="JSON-regels (altijd zo)")
    understand.add_argument("--bij", metavar="VRAAG", help="deze vraag staat open")
    understand.add_argument("--plat", action="store_true", help="zonder taalmodel")
    advice = verbs.add_parser("advies", parents=[common], help="het advies bij antwoorden")
    advice.add_argument("antwoorden", help="bestand met antwoorden (YAML), of - voor stdin")
    advice.add_argument("--json", action="store_true", help="JSON-regels (altijd zo)")
    kennis = verbs.add_parser("kennis", help="werk met pakketten")
    if verb == "kennis":
        from bot.workbench import verbs as knowledge

        knowledge.add_verbs(kennis)
    return parser


if __name__ == "__main__":
    sys.exit(main())
