"""Runs a verb with the settings, and tells what went wrong: 1 for a pack, 2 for the call."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

from bot import settings
from bot.entry import wording
from bot.language.rasa.server import ServerAddressError
from bot.packs.errors import PackError
from bot.rules.diagram.diagram import TooComplex
from bot.storage.errors import StorageError
from bot.words.complexity import too_complex


def run(verb: Callable[..., int], given: Mapping[str, Any]) -> int:
    """The exit code of a verb; it gets the settings of the environment, and what was given."""
    try:
        return verb(settings.read(os.environ), **given)
    except PackError as error:
        print(error, file=sys.stderr)
        return 1
    except TooComplex as error:
        print(too_complex(error), file=sys.stderr)
        return 1
    except (settings.SettingError, FileNotFoundError, StorageError, ServerAddressError) as error:
        print(f"samenwerkwijzer: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        if error.filename is None:  # no file: a pipe that is closed
            raise
        print(f"samenwerkwijzer: {wording.NO_WAY_IN.format(error.filename)}", file=sys.stderr)
        return 2
