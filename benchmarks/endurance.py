"""The long run: the tests with kills, random packs and random edits, each very often.

``python -m benchmarks.endurance`` takes an hour or so; every run of the tests does a few of each.
``--most 250``: no more than so many of each. Other arguments go to pytest:
``python -m benchmarks.endurance tests/storage/test_kill.py``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

from bot.settings import ROOT

TESTS = (
    "tests/storage/test_kill.py",
    "tests/channels/terminal/test_kill_terminal.py",
    "tests/channels/telegram/test_kill.py",
    "tests/channels/web/test_kill_web.py",
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
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--most", type=int)
    given, others = parser.parse_known_args()
    return subprocess.run(
        [sys.executable, "-m", "pytest", *NO_LIMIT, *(others or TESTS)],
        cwd=ROOT,
        env={**os.environ, "PROEVEN": str(given.most or "veel")},
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
