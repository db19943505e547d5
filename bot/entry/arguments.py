"""A command line that speaks Dutch: argparse, with its own few English words replaced."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

_DUTCH = (
    (r"the following arguments are required: (.*)", r"dit ontbreekt nog: \1"),
    (r"unrecognized arguments: (.*)", r"dit ken ik niet: \1"),
    (r"argument (.*?): expected (?:one|at least one) argument", r"na \1 hoort nog iets"),
    (r"argument (.*?): ignored explicit argument (.*)", r"bij \1 hoort geen waarde: \2"),
    (r"argument (.*?): not allowed with argument (.*)", r"\1 gaat niet samen met \2"),
    (r"argument (.*?): invalid choice: (.*) \(choose from (.*)\)", r"\2 ken ik niet. Kies uit: \3"),
    (r"argument (.*?): invalid (?:\w+) value: (.*)", r"\2 past niet bij \1"),
    (r"ambiguous option: (.*) could match (.*)", r"\1 kan van alles zijn: \2"),
)
"""What argparse says, and how it is said here."""


class Parser(argparse.ArgumentParser):
    """An ArgumentParser whose help and mistakes are Dutch. A mistake ends with exit code 2."""

    def __init__(self, **settings: Any) -> None:
        wants_help = settings.pop("add_help", True)
        parents = settings.pop("parents", ())
        super().__init__(**settings, add_help=False)
        self._positionals.title = "wat je opgeeft"
        self._optionals.title = "wat je erbij kunt zetten"
        for parent in parents:  # after the titles: argparse joins groups by their title
            self._add_container_actions(parent)
        if wants_help:
            self.add_argument("-h", "--hulp", "--help", action="help", help="laat deze hulp zien")

    def format_usage(self) -> str:
        """The line that says how to call it."""
        return super().format_usage().replace("usage: ", "gebruik: ", 1)

    def format_help(self) -> str:
        """The whole help."""
        return super().format_help().replace("usage: ", "gebruik: ", 1)

    def error(self, message: str) -> NoReturn:
        """Say in Dutch what is wrong and how it is called; exit 2."""
        for english, dutch in _DUTCH:
            if re.fullmatch(english, message):
                message = re.sub(english, dutch, message)
                break
        self.exit(2, f"{self.prog}: {message}.\n{self.format_usage()}")


def given_verb(arguments: Sequence[str] | None) -> str:
    """The first word that is no option, on a call or on the command line of this process."""
    words = sys.argv[1:] if arguments is None else arguments
    return next((word for word in words if not word.startswith("-")), "")
