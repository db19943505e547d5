"""The long run: the tests with kills, random packs and random edits, each very often.

``python -m benchmarks.endurance`` takes an hour or so; every run of the tests does a few of each.
Arguments go to pytest: ``python -m benchmarks.endurance tests/storage/test_kill.py``.
"""

from __future__ import annotations

import os
import subprocess
import sys

from bot.settings import ROOT

TESTS = (
    "tests/storage/test_kill.py",
    "tests/channels/terminal/test_kill_terminal.py",
    "tests/channels/telegram/test_kill.py",
    "tests/packs/test_fuzz.py",
    "tests/rules",
    "tests/workbench/teken",
    "tests/workbench/voorstel/test_emit.py",
    "tests/channels/test_documents.py",
    "tests/storage/test_keys.py",
)
NO_LIMIT = ("-o", "timeout=0", "--durations=10")


def main() -> int:
    """Run them; what pytest says is the outcome."""
    chosen = sys.argv[1:] or TESTS
    return subprocess.run(
        [sys.executable, "-m", "pytest", *NO_LIMIT, *chosen],
        cwd=ROOT,
        env={**os.environ, "PROEVEN": "veel"},
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
