"""The command line, as people and programs use it: what is typed, and what comes back.

``run`` calls it in this process: starting Python costs more than most verbs. ``process`` starts
one, for what only a process shows: pipes, and what is imported at the start.
"""

from __future__ import annotations

import io
import logging
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout

import pytest

from bot.__main__ import main
from bot.settings import ROOT

Done = subprocess.CompletedProcess[str]
"""An exit code, and what was said on stdout and stderr."""


def run(*arguments: str, given: str = "", **environment: str) -> Done:
    """The command line, called from the folder of this repository."""
    out, errors = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(errors):
        for name, value in environment.items():
            patch.setenv(name, value)
        patch.chdir(ROOT)
        patch.setattr(sys, "stdin", io.StringIO(given))
        patch.setattr(logging.root, "handlers", [])  # pytest listens there; a person reads stderr
        code = main(arguments)
    return Done(arguments, code, out.getvalue(), errors.getvalue())


def process(*arguments: str, given: str = "", **environment: str) -> Done:
    """The same in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=given,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=120,
        env={**os.environ, **environment},
    )
