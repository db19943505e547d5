"""``python -m bot.workbench.taal [--hints] [--bot] [PAD ...]``: measure texts; 1 is a finding.

``--bot`` measures the sentences of the bot itself too.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bot.workbench.taal.measures import ToolMissing
from bot.workbench.taal.report import collect, collect_wording, report
from bot.workbench.taal.spelling import HOUSE

USAGE = 2


def main(arguments: list[str]) -> int:
    """Measure the texts under these paths, or all of ours. Prints what to change."""
    hints, own = "--hints" in arguments, "--bot" in arguments
    paths = [Path(argument) for argument in arguments if not argument.startswith("--")]
    for path in paths:
        if not path.exists():
            sys.stderr.write(f"Ik vind {path} niet.\n")
            return USAGE
    texts = [text for path in paths for text in collect(path)]
    try:
        texts = texts if paths else list(collect(HOUSE / "knowledge"))
        found = report([*texts, *(collect_wording() if own or not paths else ())])
    except ToolMissing as missing:
        sys.stderr.write(f"{missing}\n")
        return USAGE
    if hints:
        sys.stdout.writelines(f"{hint}\n" for hint in found.hints)
    sys.stdout.write(f"{found}\n")
    return 1 if found.faults else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
