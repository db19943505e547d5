"""The quick benchmarks in a row: ``python -m benchmarks`` or ``make bench``.

With names, only those: ``make bench ARGS="turn taps"``. The slower ones have options of their own:
``python -m benchmarks.turn --baseline …``, ``python -m benchmarks.room``,
``python -m benchmarks.understanding``. ``docs/figures.md`` says what came out, and when.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

from bot.settings import ROOT

QUICK = ("rules_speed", "prove", "compare", "questions", "turn", "taps")
NAMED = (*QUICK, "dmn")
"""What has a name here: the quick ones, and what takes a few minutes."""


def main() -> int:
    """Run them; 2 for a name that is not there."""
    names = sys.argv[1:] or list(QUICK)
    if unknown := [name for name in names if name not in NAMED]:
        print(f"geen meting: {', '.join(unknown)}. Kies uit: {', '.join(NAMED)}.")
        return 2
    os.chdir(ROOT)
    for name in names:
        print(f"== {name}", flush=True)
        sys.argv = [f"benchmarks.{name}"]
        import_module(f"benchmarks.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
